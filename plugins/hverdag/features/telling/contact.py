"""Links to ring and to write by, from what the settings say."""

import re

from ...locale import Catalogue
from ...web import mail

_NUMBER = re.compile(r"\+?\d(?:(?: ?\(0\) ?|[ .)\-\u2010-\u2013]{0,2})\d)*")
"""Digits with no more between them than people write within one number; `+45 (0)` is not dialled with its nought."""


def ring_link(phone: str) -> str:
    """Return the `tel:` link of a telephone number as it is printed; an empty string if it holds no number. What comes
    after the number, as an extension, a time or another number, is not part of it."""
    number = _NUMBER.search(phone)
    digits = re.sub(r"\(0\)|[^\d+]", "", number[0]) if number else ""
    return f"tel:{digits}" if len(digits) > 2 else ""


def mail_link(address: str, words: Catalogue) -> str:
    """Return the `mailto:` link of an address, with a subject and three short questions, none of them about a person;
    an empty string if it is no address."""
    questions = (
        words.say("What happened?"),
        words.say("Who was there? Write what they do, not what they are called."),
        words.say("What does it say about the way we work?"),
    )
    lines = [line for question in questions for line in (question, "", "")]
    return mail.mail_link(address, words.say("A story"), (*lines, ""))
