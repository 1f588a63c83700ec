"""Cells that name their row, in the tags of a PDF.

Typst marks the heading row of a table. It could mark such cells too (`pdf.header-cell`), but only with a feature that
its Python package cannot turn on. So templates set them as a quotation in the line, which our texts have none of, and
here they become headers: a screen reader says the name of the row with each of its cells.
"""

import re
from collections.abc import Iterator

VERSION = 1
"""Counted up when the same PDF of Typst's becomes another: it is part of the recipe of every PDF."""

_MARKED = b"/Type/StructElem/S/Quote/P "
_CELL = b"/Type/StructElem/S/TD/P "
_START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*\Z")
_PARENT = re.compile(rb"/P (\d+) 0 R")
_CHILD = re.compile(rb"(\d+) 0 R")
_HEADERS = re.compile(rb"/Headers\[[^\]]*\]")


def with_row_headers(pdf: bytes) -> bytes:
    """Return a PDF of Typst's with each marked cell as the header of its row. One without marks, or with another table
    of objects than Typst 0.15 writes, is returned as it is.

    Objects are found by the table at its end, and never by what looks like one: a text may hold anything.
    """
    if _MARKED not in pdf:
        return pdf
    start = _START.search(pdf)
    table = int(start[1]) if start else 0
    if not start or not pdf.startswith(b"xref\n0 ", table):
        return pdf
    objects = _objects(pdf, table)
    for number in [number for number, content in objects.items() if _is(content, _MARKED)]:
        cell = _cell_around(number, objects)
        objects[number] = objects[number].replace(b"/S/Quote", b"/S/Span", 1)
        if cell:
            _make_header(cell, objects)
    return _written(pdf[: pdf.index(b"1 0 obj")], objects, pdf[pdf.index(b"trailer", table) : start.start()])


def _is(content: bytes, kind: bytes) -> bool:
    return content.partition(b" obj\n<<")[2].startswith(kind)


def _objects(pdf: bytes, table: int) -> dict[int, bytes]:
    """Return each object by its number, in the order of the file."""
    lines = pdf[table:].split(b"\n")
    count = int(lines[1].split()[1])
    offsets = {number: int(lines[2 + number][:10]) for number in range(1, count) if b" n" in lines[2 + number]}
    ordered = sorted(offsets, key=offsets.__getitem__)
    ends = [*(offsets[number] for number in ordered[1:]), table]
    return {number: pdf[offsets[number] : end] for number, end in zip(ordered, ends, strict=True)}


def _cell_around(number: int, objects: dict[int, bytes]) -> int:
    """Return the number of the cell that an element is in; 0 if it is in none."""
    while number in objects and not _is(objects[number], _CELL):
        parent = _PARENT.search(objects[number])
        number = int(parent[1]) if parent and b"/StructElem" in objects[number][:40] else 0
    return number if number in objects else 0


def _make_header(cell: int, objects: dict[int, bytes]) -> None:
    """Make a cell the header of its row. The row's cells no longer name their headers one by one: the scopes of the
    row's and the columns' headers say it."""
    for other in _row_of(cell, objects):
        objects[other] = _HEADERS.sub(b"", objects[other], count=1)
    objects[cell] = objects[cell].replace(b"/S/TD", b"/S/TH", 1).replace(b"<</O/Table", b"<</O/Table/Scope/Row", 1)


def _row_of(cell: int, objects: dict[int, bytes]) -> Iterator[int]:
    parent = _PARENT.search(objects[cell])
    if parent:
        children = objects[int(parent[1])].partition(b"/K[")[2].partition(b"]")[0]
        yield from (int(child) for child in _CHILD.findall(children) if _is(objects[int(child)], _CELL))


def _written(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    """Return a file of these objects, with a table of where they are now."""
    offsets, body = {0: 0}, bytearray(head)
    for number, content in objects.items():
        offsets[number] = len(body)
        body += content
    table = b"".join(
        b"%010d 00000 n\r\n" % offsets[number] if number in offsets and number else b"0000000000 65535 f\r\n"
        for number in range(max(offsets) + 1)
    )
    start = len(body)
    return bytes(body) + b"xref\n0 %d\n" % (max(offsets) + 1) + table + trailer + b"startxref\n%d\n%%%%EOF" % start
