"""Unpacks the streams of a PDF."""

import base64
import re
import zlib
from collections.abc import Callable, Mapping

from .extract_documents import MOST_BYTES

_FILTERS = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+|\S+)")
_NAME = re.compile(rb"/(\w+)")
_PREDICTOR = re.compile(rb"/Predictor\s+(\d+)")
_NUMBERS = {
    name: re.compile(rb"/%s\s+(\d+)(?!\s+\d+\s+R)" % name) for name in (b"Columns", b"Colors", b"BitsPerComponent")
}
_PNG = 10
"""The first of the predictors that PNG has, too."""


def unpacked(about: bytes, body: bytes) -> bytes:
    """Return the content of a stream by its dictionary. Raises ValueError or zlib.error if it cannot be unpacked."""
    filters = _FILTERS.search(about)
    if not filters:
        return body
    names = _NAME.findall(filters[1])
    if not names or re.search(rb"/DecodeParms\s+\d", about):
        raise ValueError
    for name in names:
        body = _UNPACK[name](body) if name in _UNPACK else _refused(body)
    predictor = _PREDICTOR.search(about)
    return body if not predictor or predictor[1] == b"1" else _unpredicted(about, body, int(predictor[1]))


def _refused(_: bytes) -> bytes:
    raise ValueError


def _inflated(body: bytes) -> bytes:
    packed = zlib.decompressobj()
    content = packed.decompress(body, MOST_BYTES)
    if packed.unconsumed_tail:
        raise ValueError
    return content


def _from_hex(body: bytes) -> bytes:
    digits = re.sub(rb"\s", b"", body.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _from_85(body: bytes) -> bytes:
    return base64.a85decode(body.strip().removeprefix(b"<~").partition(b"~")[0])


def _run_lengths(body: bytes) -> bytes:
    content, place = bytearray(), 0
    while place < len(body) and body[place] != 128:
        length, place = body[place], place + 1
        if length < 128:
            content += body[place : place + length + 1]
            place += length + 1
        else:
            content += body[place : place + 1] * (257 - length)
            place += 1
    return bytes(content)


def _lzw(body: bytes) -> bytes:
    """Unpack LZW with codes of 9 to 12 bits, where 256 starts a new table and 257 ends."""
    table: list[bytes] = []
    content, last, bits, held, width = bytearray(), b"", 0, 0, 9
    for byte in body:
        held, bits = held << 8 | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code, held = held >> bits, held & ((1 << bits) - 1)
        if code == 257:
            break
        if code == 256:
            table, last, width = [bytes([sign]) for sign in range(256)] + [b"", b""], b"", 9
            continue
        entry = table[code] if code < len(table) else last + last[:1]
        content += entry
        if last:
            table.append(last + entry[:1])
        last = entry
        width = min(max(9, (len(table) + 1).bit_length()), 12)
        if len(content) > MOST_BYTES:
            raise ValueError
    return bytes(content)


_UNPACK: Mapping[bytes, Callable[[bytes], bytes]] = {
    **dict.fromkeys((b"FlateDecode", b"Fl"), _inflated),
    **dict.fromkeys((b"ASCIIHexDecode", b"AHx"), _from_hex),
    **dict.fromkeys((b"ASCII85Decode", b"A85"), _from_85),
    **dict.fromkeys((b"RunLengthDecode", b"RL"), _run_lengths),
    **dict.fromkeys((b"LZWDecode", b"LZW"), _lzw),
}


def _unpredicted(about: bytes, body: bytes, predictor: int) -> bytes:
    """Undo the predictors of PNG, where each line says in its first byte how it was written."""
    if predictor < _PNG:
        raise ValueError
    columns, colours, depth = (
        int(found[1]) if (found := one.search(about)) else usual
        for one, usual in zip(_NUMBERS.values(), (1, 1, 8), strict=True)
    )
    step, width = max(1, colours * depth // 8), (columns * colours * depth + 7) // 8
    above, lines = bytes(width), bytearray()
    for start in range(0, len(body), width + 1):
        line = bytearray(body[start + 1 : start + 1 + width].ljust(width, b"\0"))
        for place in range(width):
            left = line[place - step] if place >= step else 0
            corner = above[place - step] if place >= step else 0
            line[place] = (line[place] + _predicted(body[start], left, above[place], corner)) & 0xFF
        above = bytes(line)
        lines += above
    return bytes(lines)


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    near = left + up - corner
    paeth = min((abs(near - left), 0, left), (abs(near - up), 1, up), (abs(near - corner), 2, corner))[2]
    return (0, left, up, (left + up) // 2, paeth)[kind]
