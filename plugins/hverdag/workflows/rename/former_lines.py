"""Writes values/addresses.yml: a line for each page, and everything else in the file as it was."""

import re
from collections.abc import Sequence

from ...model.former import PATH, by_key, former_line
from ...model.problem import Source
from ...parse.files import text_of
from ...parse.former import former_of
from ...parse.front_matter import read_fields
from ...pipeline import rename_rules as rules
from ..nod import RefusedError

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def with_formers(raw: bytes, key_was: str, key: str, addresses: Sequence[str], header: str) -> bytes:
    """Return the file with the former addresses of one page, in place of those it had; without a line for it, if there
    are none. `header` begins a file that is empty.

    Raises RefusedError if the file is not written with a line or a block for each page.
    """
    before = by_key(former_of(_text(raw))[0])
    wanted = {name: given for name, given in before.items() if name not in (key_was, key)}
    if addresses:
        wanted[key] = tuple(addresses)
    if wanted == before:
        return raw
    after = _written(raw, key_was if key_was in before else key, key, addresses, header)
    if by_key(former_of(_text(after))[0]) != wanted:
        raise RefusedError(rules.ADDRESSES.at(Source(PATH)))
    return after


def _written(raw: bytes, key_was: str, key: str, addresses: Sequence[str], header: str) -> bytes:
    text = raw.decode("utf-8")
    lines = _LINE.findall(text)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    new = [former_line(key, addresses) + end] if addresses else []
    place = read_fields(_text(raw), PATH).keys.get((key_was,))
    if place is None:
        if lines and not lines[-1].endswith(("\n", "\r")):
            lines[-1] += end
        return "".join((*(lines or [f"# {line}{end}" for line in header.splitlines()]), *new)).encode("utf-8")
    first = place[0] - 1
    last = first + 1
    while last < len(lines) and (lines[last][:1] in " \t-" or not lines[last].strip()):
        last += 1
    while not lines[last - 1].strip():
        last -= 1
    notes = [line for line in lines[first + 1 : last] if line.strip().startswith("#")]
    return "".join((*lines[:first], *notes, *new, *lines[last:])).encode("utf-8")


def _text(raw: bytes) -> str:
    return text_of(raw, PATH)[0] or ""
