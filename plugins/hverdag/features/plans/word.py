"""The Word file of one workplace, from the data of its two pages."""

from collections.abc import Iterable, Iterator

from ...docx.elements import BOLD, Look, Part, Parts, Row, paragraph, run, table, target
from ...docx.frame import describe, running_feet, running_heads
from ...docx.styles import opened, saved
from .room import OWN_WIDTHS, RECEIVED_WIDTHS
from .sheet import SheetData


def word(data: SheetData, base: bytes = b"") -> bytes:
    """Return a Word file; the same bytes for the same data. `base` is an organisation's own base.docx."""
    document = opened(data["language"], base)
    describe(document, data["title"], data["organisation"], data["language"])
    running_heads(document, f"\t{data['handbook']}", f"{data['workplace']}\t{data['handbook']}")
    running_feet(document, "", data["page"], data["of"])
    body: Part = document.element.body
    body[:] = [*_first_page(data, Parts(document)), *_second_page(data), body[-1]]
    return saved(document)


def _first_page(data: SheetData, parts: Parts) -> Iterator[Part]:
    yield paragraph(data["eyebrow"], "Eyebrow")
    yield paragraph(data["workplace"], "Heading1")
    yield paragraph(data["about"], "Small")
    yield paragraph(data["intro"])
    yield paragraph(data["received"], "Heading2")
    if data["rows"]:
        rows = (Row([_cell(cell) for cell in row["cells"]], whole=True) for row in data["rows"])
        yield from table("TableLines", RECEIVED_WIDTHS, [_head(data["head"]), *rows])
    for line in data["after"]:
        yield paragraph(line, "Small" if data["rows"] else "")
    if data["agreements"]:
        yield paragraph(data["agreed"], "Heading2")
    for line in data["agreements"]:
        yield paragraph(line, "Small")
    address = target(data["form"]) if data["form"] else ""
    if address:
        yield paragraph([parts.link(address, [run(data["form_words"], Look(link=True))])], "Small")
    yield paragraph(data["ready"], "Heading2")
    yield paragraph(data["copy"], "Small", keep=True)
    yield paragraph(data["text"])


def _second_page(data: SheetData) -> Iterator[Part]:
    if data["values"]:
        yield paragraph(data["ask"], "Heading2", new_page=True)
        yield paragraph(data["choose"], "Small")
    for name, question in data["values"]:
        yield paragraph([run(f"{name}. ", BOLD), run(question)], "PlanText")
    yield paragraph(data["own"], "Heading2", new_page=not data["values"])
    rows = (
        Row([[paragraph(question, "Cell")], [paragraph(style="Cell")]], whole=True, height=data["own_height"])
        for question in data["own_questions"]
    )
    yield from table("TableLines", OWN_WIDTHS, [_head(data["own_head"]), *rows])


def _cell(lines: Iterable[str]) -> list[Part]:
    return [paragraph(line, "Small") for line in lines]


def _head(names: Iterable[str]) -> Row:
    return Row([[paragraph(name, "TableHead")] for name in names], head=True, whole=True)
