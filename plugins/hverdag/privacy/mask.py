"""Masks personal data character by character, so that the length of a text and its positions are preserved."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from pydantic import BaseModel

from ..model.editorial.change import Change, Fate, Stretch
from ..model.editorial.outside import FieldChange
from ..model.texts.body import Body
from .finding import ADDRESS, MAIL, NAME, Finding
from .fold import fold
from .numbers import numbers
from .plain_digits import typed_digits

COVER = "•"

T = TypeVar("T")
Cover = Callable[[str], str]
"""Covers what must not be shown of a text, and keeps its length."""
_PIECES = re.compile(
    r"<[^<>]*>|&\#\w{1,8};|&[A-Za-z]\w*;|%[0-9A-Fa-f]{2}|\\+(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})|.", re.DOTALL
)
_CROSSES = "xX#*?"
_FEWEST = 6
_HALF = 4
_DIGITS = re.compile(r"\d|&\#|%3|\\u00|[⁰-⁹¹²³₀-₉①-⓿❶-➓፩-፱]|[^\x00-\uffff]")


def masked(text: str) -> str:
    """Return the text, at the same length, with the digits of every possible personal number covered, whatever the
    words around it say."""
    # A shortcut: most texts have fewer than six digits.
    if sum(1 for _ in _DIGITS.finditer(typed_digits(text))) < _FEWEST:
        return text
    return covered(text, _everywhere(text, list(numbers(text, doubtful=True))))


def _everywhere(text: str, findings: list[Finding]) -> list[Finding]:
    """Return findings, and one wherever any of them stands once more: beside itself, a number looks like a row."""
    by_text = {text[finding.start : finding.end]: finding for finding in findings}
    several = sorted((number for number in by_text if text.count(number) > 1), key=len, reverse=True)
    places = re.finditer("|".join(map(re.escape, several)), text) if several else ()
    again = (replace(by_text[place[0]], start=place.start(), end=place.end()) for place in places)
    return sorted((*findings, *again), key=lambda finding: (finding.start, -finding.end))


def bare(text: str) -> str:
    """Return the text with every digit covered if it has at least four. For pieces of a text that contains a personal
    number: half a number is not detected by itself."""
    return re.sub(r"\d", COVER, text) if sum(map(str.isdigit, text)) >= _HALF else text


def holds_number(text: str) -> bool:
    """Return True if a text may contain a personal number, whatever the words around it say."""
    return masked(text) != text


def covered(text: str, findings: Iterable[Finding]) -> str:
    """Return the text, at the same length, with findings covered: the digits of numbers, all letters of others."""
    parts: list[str] = []
    done = 0
    for finding in findings:
        start = max(finding.start, done)
        cover, piece = (_letter, text[start : finding.end])
        if finding.rule not in (MAIL, ADDRESS, NAME):
            cover, piece = _digit, typed_digits(piece)
        parts += (text[done:start], *map(cover, _PIECES.findall(piece)))
        done = max(done, finding.end)
    return "".join((*parts, text[done:]))


def _digit(piece: str) -> str:
    if len(piece) == 1 and piece.isascii():
        return COVER if piece.isdigit() or piece in _CROSSES else piece
    if piece[0] == "<":
        return masked(piece)  # the tag may stand between two halves of a number and contain another one
    plain = fold(piece).text
    return COVER * len(piece) if plain.strip().isdigit() or plain in _CROSSES or piece.isdigit() else piece


def _letter(piece: str) -> str:
    return COVER * len(piece) if len(piece) > 1 or piece.isalnum() else piece


def masked_all(value: T, cover: Cover = masked) -> T:
    """Return the value with every text in it covered, at any depth. Bodies of stories are left as they are, since they
    are never shown."""
    return _masked(value, cover)  # type: ignore[no-any-return]


def _masked(value: Any, cover: Cover) -> Any:  # noqa: PLR0911 one line for each kind of value
    if isinstance(value, Enum | Body | int | None):
        return value
    if isinstance(value, str):
        return cover(value)
    if isinstance(value, Change):
        return replace(value, stretches=tuple(_stretches(value.stretches, cover)))
    if isinstance(value, FieldChange) and (holds_number(value.before) or holds_number(value.after)):
        return replace(value, before=cover(bare(value.before)), after=cover(bare(value.after)))
    if isinstance(value, tuple | list | frozenset | set):
        return type(value)(_masked(content, cover) for content in value)
    if isinstance(value, Mapping):
        pairs = value.items()
        return {key if isinstance(key, tuple) else cover(key): _masked(content, cover) for key, content in pairs}
    if isinstance(value, BaseModel):
        contents = {name: getattr(value, name) for name in type(value).model_fields if name not in ("places", "faulty")}
        return value.model_copy(update={name: _masked(content, cover) for name, content in contents.items()})
    if is_dataclass(value) and not isinstance(value, type):
        texts = {field.name: _masked(getattr(value, field.name), cover) for field in fields(value) if field.init}
        return replace(value, **texts)
    return value


def _stretches(stretches: Sequence[Stretch], cover: Cover) -> Iterable[Stretch]:
    """Return the stretches covered, also where a number is part unchanged and part new or deleted."""
    texts = [list(stretch.text) for stretch in stretches]
    for fates in ((Fate.KEPT, Fate.GONE), (Fate.KEPT, Fate.NEW), tuple(Fate)):
        chosen = [number for number, stretch in enumerate(stretches) if stretch.fate in fates]
        for gap in (" ", "\n"):
            shown = cover(gap.join(stretches[number].text for number in chosen))
            start = 0
            for number in chosen:
                length = len(texts[number])
                for place, sign in enumerate(shown[start : start + length]):
                    if sign == COVER:
                        texts[number][place] = COVER
                start += length + 1
    return [Stretch(stretch.fate, "".join(text)) for stretch, text in zip(stretches, texts, strict=True)]
