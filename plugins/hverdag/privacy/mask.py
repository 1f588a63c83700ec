"""Covers what must not be shown, sign by sign, so that every place in a text stays where it was."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from pydantic import BaseModel

from ..model.editorial.change import Change, Fate, Stretch
from ..model.texts.body import Body
from .finding import ADDRESS, MAIL, NAME, Finding
from .fold import fold
from .numbers import numbers

COVER = "•"

T = TypeVar("T")
_PIECES = re.compile(
    r"<[^<>]*>|&\#\w{1,8};|&[A-Za-z]\w*;|%[0-9A-Fa-f]{2}|\\+(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})|.", re.DOTALL
)
_CROSSES = "xX#*?"
_FEWEST = 6
_HALF = 4
_DIGITS = re.compile(r"\d|&\#|%3|\\u00|[⁰-⁹¹²³]|[^\x00-\uffff]")


def masked(text: str) -> str:
    """Return a text of the same length in which the digits of everything that may be a personal number are covered,
    whatever the words around it say that it is."""
    # Most texts hold no six digits at all.
    if sum(1 for _ in _DIGITS.finditer(text)) < _FEWEST:
        return text
    return covered(text, numbers(text, doubtful=True))


def bare(text: str) -> str:
    """Return a text without its digits, where there are enough of them to be half a number. Of a text that a number was
    found in, pieces are told too, which are no numbers by themselves."""
    return re.sub(r"\d", COVER, text) if sum(map(str.isdigit, text)) >= _HALF else text


def holds_number(text: str) -> bool:
    """Whether a text may hold a personal number, whatever the words around it say that it is."""
    return masked(text) != text


def covered(text: str, findings: Iterable[Finding]) -> str:
    """Return a text of the same length with some findings covered: of numbers the digits, of others all of it."""
    parts: list[str] = []
    done = 0
    for finding in findings:
        start = max(finding.start, done)
        cover = _letter if finding.rule in (MAIL, ADDRESS, NAME) else _digit
        parts += (text[done:start], *map(cover, _PIECES.findall(text[start : finding.end])))
        done = max(done, finding.end)
    return "".join((*parts, text[done:]))


def _digit(piece: str) -> str:
    if len(piece) == 1 and piece.isascii():
        return COVER if piece.isdigit() or piece in _CROSSES else piece
    if piece[0] == "<":
        return masked(piece)  # half of a number before it and half behind, and another inside
    plain = fold(piece).text
    return COVER * len(piece) if plain.strip().isdigit() or plain in _CROSSES or piece.isdigit() else piece


def _letter(piece: str) -> str:
    return COVER * len(piece) if len(piece) > 1 or piece.isalnum() else piece


def masked_all(value: T) -> T:
    """Return the same value with every text in it masked, however deep it lies. Texts as they were converted are left
    as they are: nobody is shown them."""
    return _masked(value)  # type: ignore[no-any-return]


def _masked(value: Any) -> Any:  # noqa: PLR0911 one line for each kind of value
    if isinstance(value, Enum | Body | int | None):
        return value
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, Change):
        return Change(value.field, tuple(_stretches(value.stretches)))
    if isinstance(value, tuple | list | frozenset | set):
        return type(value)(map(_masked, value))
    if isinstance(value, Mapping):
        return {key if isinstance(key, tuple) else _masked(key): _masked(held) for key, held in value.items()}
    if isinstance(value, BaseModel):
        told = {name: getattr(value, name) for name in type(value).model_fields if name not in ("places", "faulty")}
        return value.model_copy(update={name: _masked(held) for name, held in told.items()})
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _masked(getattr(value, one.name)) for one in fields(value) if one.init})
    return value


def _stretches(stretches: Sequence[Stretch]) -> Iterable[Stretch]:
    """Cover a number also where half of it was kept, and the other half is new."""
    texts = [list(one.text) for one in stretches]
    for fates in ((Fate.KEPT, Fate.GONE), (Fate.KEPT, Fate.NEW), tuple(Fate)):
        chosen = [number for number, one in enumerate(stretches) if one.fate in fates]
        for gap in (" ", "\n"):
            shown = masked(gap.join(stretches[number].text for number in chosen))
            start = 0
            for number in chosen:
                length = len(texts[number])
                for place, sign in enumerate(shown[start : start + length]):
                    if sign == COVER:
                        texts[number][place] = COVER
                start += length + 1
    return [Stretch(one.fate, "".join(text)) for one, text in zip(stretches, texts, strict=True)]
