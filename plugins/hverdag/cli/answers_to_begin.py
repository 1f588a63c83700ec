"""The answers that a publication begins with, from options or from questions."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import click

from ..locale import Catalogue
from ..model.language import Language
from ..model.listed_words import listed, number_in
from ..model.message import Message
from ..model.new_publication import FORMS, MOST_VALUES, in_as_many, in_contact, in_name, in_served, in_values
from ..model.served import Served
from ..pipeline.languages.rules import NAMES as LANGUAGE_NAMES
from .options import ask, one_line, tell

T = TypeVar("T")

MOST_TRIES = 5
_BETWEEN = re.compile(r"[,;\n]")
_MAIL = re.compile(r"[^\s,;]+@[^\s,;]+")
_PHONE = re.compile(r"\+?\d[\d ()-]{4,}\d")


class Answers:
    """Answers from options, or, if anything that is needed was not given, from questions. An answer that cannot be used
    is asked for again, with what is wrong with it."""

    def __init__(self, words: Catalogue, *, asks: bool) -> None:
        self._words, self._asks = words, asks

    def organisation(self, given: str | None) -> str:
        """Return the name of the organisation."""
        return self._answer(given, self._words.say("What is the organisation called?"), "", str.strip, in_name)

    def served(self, given: str | None, usual: Sequence[str]) -> tuple[str, ...]:
        """Return the word for those it serves, in four forms; the usual ones if nobody is asked."""
        words = Served(**dict(zip(Served.model_fields, usual, strict=False)))
        question = self._words.say(
            "What do you call those you serve? Four forms with commas between: one, several, that one, all of them"
        )
        return self._answer(given, question, ", ".join(usual), _forms, lambda forms: in_served(forms, words))

    def values(self, given: str | None) -> tuple[str, ...]:
        """Return the names of the values, which are empty if only their number was given."""
        question = self._words.say("Which values do you have? (with commas between, or how many)")
        return self._answer(given, question, "", _named, in_values)

    def names_of(self, given: str | None, values: Sequence[str], language: str) -> tuple[str, ...]:
        """Return what some values are called in another language, in their order."""
        question = self._words.say(
            "What are the values called in {language}, in the same order? ({values})",
            language=self._words.tell(LANGUAGE_NAMES[Language(language)]),
            values=", ".join(values),
        )
        return self._answer(given, question, "", _named, lambda names: in_as_many(names, values))

    def contact(self, given: str | None) -> tuple[str, str, str]:
        """Return the name, telephone and mail of the contact; what nobody knows yet is empty."""
        question = self._words.say("Whom can readers ask? (name, phone, email; Enter for later)")
        answer = self._answer(given, question, "", str.strip, in_answer)
        mail, phone = _MAIL.search(answer), _PHONE.search(_MAIL.sub("", answer))
        name = " ".join(_names(answer))
        return name, phone[0] if phone else "", mail[0] if mail else ""

    def _answer(
        self,
        given: str | None,
        question: str,
        usual: str,
        read: Callable[[str], T],
        faults: Callable[[T], Iterable[Message]],
    ) -> T:
        if given is not None or not self._asks:
            return read(given or usual)
        for _ in range(MOST_TRIES):
            answer = asked(question, usual)
            told = [self._words.tell(fault) for fault in faults(read(answer or ""))]
            if not told or answer is None:
                return read(answer or "")
            tell("\n".join(map(one_line, told)))
        return read("")


def asked(question: str, usual: str = "") -> str | None:
    """Return the answer to a question; None if there is nobody to answer."""
    try:
        return ask(question, default=usual, show_default=bool(usual))
    except click.Abort:
        click.echo()
        return None


def in_answer(contact: str) -> Iterator[Message]:
    """Yield what is wrong with the contact as it was typed."""
    return in_contact(_names(contact))


def _names(contact: str) -> list[str]:
    """Return the parts of a contact that are neither its telephone nor its mail."""
    rest = _PHONE.sub("", _MAIL.sub("", contact))
    return [part.strip() for part in _BETWEEN.split(rest) if part.strip()]


def _parts(answer: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _BETWEEN.split(answer)) if answer.strip() else ()


def _forms(answer: str) -> tuple[str, ...]:
    """Return the forms of a word, of which the last two may have an "og" or "and" between them."""
    parts = _parts(answer)
    return listed(answer, FORMS) if len(parts) < FORMS and all(parts) else parts


def _named(answer: str) -> tuple[str, ...]:
    number = number_in(answer)
    return listed(answer, MOST_VALUES) if number is None else ("",) * min(number, 1_000)
