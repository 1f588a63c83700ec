"""The places in a page's source of something that its HTML may not hold."""

import re
from collections.abc import Iterator
from html import unescape

from .masks import in_fences

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)\1(?!`)", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_NAME = re.compile(r"[\w-]")
_MOST_CODE = 20_000


def places(text: str, sought: str, count: int) -> list[int]:
    """Return the positions in a text of something that stands in its HTML so many times: those that are not in code
    come first, and those in a tag before others. Entities and spaces may be in it, as browsers read them."""
    found = list(_literal(text, sought)) or list(_as_read(text, sought))
    hidden = _in_code(text)
    live = [position for position in found if not hidden[position]] or found
    live.sort(key=lambda position: (not _is_in_a_tag(text, position), position))
    return sorted(live[:count])


def _literal(text: str, sought: str) -> Iterator[int]:
    pattern = re.escape(sought.removesuffix("="))
    begin = r"(?<![\w-])" if _NAME.match(sought[:1]) else ""
    end = r"\s*=" if sought.endswith("=") else r"(?![\w-])" if _NAME.match(sought[-1:]) else ""
    yield from (found.start() for found in re.finditer(f"{begin}{pattern}{end}", text, re.IGNORECASE))


def _as_read(text: str, sought: str) -> Iterator[int]:
    """Yield the positions of something in a text, without regard to entities, capitals and spaces."""
    letters: list[str] = []
    offsets: list[int] = []
    end = 0
    for entity in _ENTITY.finditer(text):
        _gather(text[end : entity.start()], end, letters, offsets)
        read = unescape(entity[0])
        _gather(read, entity.start(), letters, offsets, step=0)
        end = entity.end()
    _gather(text[end:], end, letters, offsets)
    plain, wanted = "".join(letters), "".join(sought.split()).casefold()
    position = plain.find(wanted) if wanted else -1
    while position >= 0:
        yield offsets[position]
        position = plain.find(wanted, position + 1)


def _gather(piece: str, start: int, letters: list[str], offsets: list[int], step: int = 1) -> None:
    for number, letter in enumerate(piece):
        for small in letter.casefold() if not letter.isspace() else "":
            letters.append(small)
            offsets.append(start + number * step)


def _in_code(text: str) -> bytearray:
    """Return for each position of a text whether it seems to be in code."""
    hidden = bytearray(len(text) + 1)
    lines = list(enumerate(text.split("\n")))
    start = 0
    for (_, line), fenced in zip(lines, in_fences(lines), strict=True):
        if fenced:
            hidden[start : start + len(line)] = b"\x01" * len(line)
        start += len(line) + 1
    if text.count("`") <= _MOST_CODE:
        for found in _CODE.finditer(text):
            if not any(hidden[found.start() : found.end()]):
                hidden[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
    return hidden


def _is_in_a_tag(text: str, position: int) -> bool:
    """Return True if a position is in a tag, or in a list of attributes between braces."""
    before = max(text.rfind("<", 0, position + 1), text.rfind("{", 0, position + 1))
    return before >= 0 and text.rfind(">", before, position) < 0
