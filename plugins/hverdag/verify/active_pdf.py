"""Tells whether a PDF does something when it is opened, or runs something at all."""

import re
import zlib
from collections.abc import Iterator

_MOST_BYTES = 60_000_000
_STREAM = re.compile(rb"\bstream\r?\n(.*?)\bendstream", re.DOTALL)
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_RUNS = re.compile(rb"/(?:JavaScript|Launch|SubmitForm|ImportData|GoToE|Rendition|FS\s*/URL)(?![^\s()<>\[\]{}/%])")
"""What runs, sends or fetches, whoever asks for it. Names so long are in no picture by chance."""
_ADDITIONAL = re.compile(rb"/AA(?![^\s()<>\[\]{}/%])")
"""Actions that come without a reader's choice."""
_OPEN = re.compile(rb"/OpenAction\s*(?:(\d+)\s+\d+\s+R|(.{0,400}))", re.DOTALL)
_OBJECT = re.compile(rb"\b(\d+)\s+\d+\s+obj\b(.*?)\bendobj", re.DOTALL)
_MOVES = re.compile(rb"/S\s*/(?:GoTo|Named)(?![A-Za-z])")
_PAIR = re.compile(rb"(\d+)\s+(\d+)")
_FIRST = re.compile(rb"/First\s+(\d+)")


def acts_by_itself(content: bytes) -> bool:
    """Return True if a PDF runs something, or does more than to show a page when it is opened. Of what cannot be
    unpacked, other checks tell."""
    packed = [(number, _HEX.sub(_sign, text)) for number, text in _packed_objects(content)]
    texts = [_HEX.sub(_sign, content), *(text for _, text in packed)]
    if any(map(_RUNS.search, texts)) or any(map(_ADDITIONAL.search, [_STREAM.sub(b"", texts[0]), *texts[1:]])):
        return True
    objects = [*packed, *((int(number), text) for number, text in _OBJECT.findall(texts[0]))]
    for found in (one for text in texts for one in _OPEN.finditer(text)):
        meant = [text for number, text in objects if number == int(found[1])] if found[1] else [found[2]]
        if not meant or not all(map(_only_shows, meant)):
            return True
    return False


def _only_shows(action: bytes) -> bool:
    """Return True if an action is a place in the document, or leads to one."""
    begun = action.strip()
    if not begun.startswith(b"<<"):
        return begun.startswith(b"[")
    end = begun.find(b">>")
    return bool(_MOVES.search(begun[:end])) and b"/Next" not in begun[:end] and b"<<" not in begun[2:end]


def _packed_objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the text of each object that lies packed with others."""
    for stream in _STREAM.finditer(content):
        about = _HEX.sub(_sign, content[content.rfind(b"obj", 0, stream.start()) : stream.start()])
        first = _FIRST.search(about)
        if b"/ObjStm" in about and first:
            text = _unpacked(stream[1])
            places = [(int(number), int(place)) for number, place in _PAIR.findall(text[: int(first[1])])]
            ends = [place for _, place in places[1:]]
            for (number, place), end in zip(places, [*ends, len(text)], strict=True):
                yield number, text[int(first[1]) + place : int(first[1]) + end]


def _unpacked(body: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(body, _MOST_BYTES)
    except zlib.error:
        return body


def _sign(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 16)])
