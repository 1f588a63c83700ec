"""What someone has answered who begins a publication, and what of it cannot be used."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .message import Message, message
from .served import CITIZENS, Served
from .slug import RESERVED, slug
from .texts.value import Mark

MOST_VALUES = len(Mark)
"""Each value has a shape of its own."""
FORMS = 4
"""Of the word for those served: one, several, that one, all of them."""
CONTACT = "Amina Holm, 12 34 56 78, amina@example.org"
"""An example of one."""
MOST_IN_A_VALUE, MOST_IN_A_WORD, MOST_IN_A_NAME = 30, 30, 100
"""Characters."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|[\ud800-\udfff]")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_SIGNS = re.compile(r"[\[\]{}<>\\|]")
"""Signs that mean something in a template, a page or a settings file."""


@dataclass(frozen=True)
class Beginning:
    """The answers. `served` are the word for those that the organisation serves, in four forms, as `borger`, `borgere`,
    `borgeren` and `borgerne`. A value without a name, and each part of the contact that nobody knows yet, is an empty
    text."""

    language: str
    organisation: str
    served: tuple[str, ...]
    values: tuple[str, ...]
    contact_name: str = ""
    contact_phone: str = ""
    contact_mail: str = ""


def refusals(beginning: Beginning) -> Iterator[Message]:
    """Yield what is wrong with the answers, each with what to do about it."""
    yield from in_name(beginning.organisation)
    yield from in_values(beginning.values)
    yield from in_served(beginning.served, CITIZENS[beginning.language])
    for text in (beginning.contact_name, beginning.contact_phone, beginning.contact_mail):
        yield from in_signs(text)


def in_name(organisation: str) -> Iterator[Message]:
    """Yield what is wrong with the name of the organisation."""
    if not organisation:
        yield message("Whose handbook is it? Write the name: --organisation NAME")
    elif len(organisation) > MOST_IN_A_NAME:
        yield message(
            "The organisation's name has {count} characters, and {most} fit on a page. Write the name that you "
            "yourselves say.",
            count=len(organisation),
            most=MOST_IN_A_NAME,
        )
    yield from in_signs(organisation)


def in_values(values: tuple[str, ...]) -> Iterator[Message]:
    """Yield what is wrong with the values."""
    if not values:
        yield message('Which values do you have? Write them: --values "A, B, C", or their number: --values 5')
    elif len(values) > MOST_VALUES:
        yield message(
            "You have {count} values, and there are shapes for {most}. Nobody remembers more. Begin with the most "
            "important ones.",
            count=len(values),
            most=MOST_VALUES,
        )
    first: dict[str, str] = {}
    for value in filter(None, values):
        yield from in_signs(value)
        if len(value) > MOST_IN_A_VALUE:
            yield message(
                'The value "{value}" is longer than {most} characters. Write it in one word or two.',
                value=value,
                most=MOST_IN_A_VALUE,
            )
        name = slug(value)
        if not name or name == "index" or RESERVED.fullmatch(name):
            yield message('"{value}" cannot be the name of a file. Write the value with other letters.', value=value)
        elif name in first:
            yield message(
                'The values "{value}" and "{other}" have the same name. Leave one out, or call it something else.',
                value=value,
                other=first[name],
            )
        first.setdefault(name, value)


def in_as_many(names: tuple[str, ...], values: Sequence[str]) -> Iterator[Message]:
    """Yield what is wrong with the names that some values are given in another language."""
    if len(names) != len(values) or not all(names):
        listed = ", ".join(values)
        yield message("The handbook has {count} values: {values}. Name each one.", count=len(values), values=listed)
    else:
        yield from in_values(names)


def in_served(served: tuple[str, ...], usual: Served) -> Iterator[Message]:
    """Yield what is wrong with the word for those served; the usual ones are the example."""
    if len(served) != FORMS or not all(served):
        yield message(
            "Write what you call those you serve in four forms with commas between: one, several, that one, all of "
            'them. Write it like this: --served "{example}"',
            example=", ".join((usual.one, usual.many, usual.the_one, usual.the_many)),
        )
    for word in served:
        yield from in_signs(word)
        if not _WORDS.fullmatch(word or "x"):
            yield message('Write "{word}" with letters alone.', word=word)
        if len(word) > MOST_IN_A_WORD:
            yield message('"{word}" is longer than {most} characters.', word=word, most=MOST_IN_A_WORD)


def in_contact(parts: Iterable[str]) -> Iterator[Message]:
    """Yield what is wrong with the parts of the contact that are neither its telephone nor its mail. The first is a
    name, which may have a number, as "Team 5"; the others are more words of it."""
    for number, part in enumerate(parts):
        is_name = any(map(str.isalpha, part)) and not (number and any(map(str.isdigit, part)))
        if "@" in part or not is_name:
            yield message(
                '"{part}" is neither a name, a telephone number nor an email address. Write it like this: '
                '--contact "{example}"',
                part=part,
                example=CONTACT,
            )


def in_signs(text: str) -> Iterator[Message]:
    """Yield what is wrong with the signs of an answer, which is set into pages and settings."""
    if _CONTROL.search(text):
        yield message("There is a sign in an answer that cannot be seen. Type the answer anew.")
    elif found := _SIGNS.search(text):
        yield message('Write "{answer}" without the sign {sign}.', answer=text, sign=found[0])
