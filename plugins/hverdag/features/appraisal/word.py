"""A sheet as a Word file, to change and to print."""

from collections.abc import Iterator
from itertools import zip_longest

from ...docx.elements import BOLD, ITALIC, Part, Parts, Row, paragraph, run, table
from ...docx.styles import BULLETS, TEXT_WIDTH, WHEN, opened, saved
from .paper_data import SheetData, ValueItems

LONGEST_PROPERTY = 255
"""The most characters of a title or an author in the properties of a file."""
CARD_HEIGHT = 2600
"""The least height of a card, in twentieths of a point."""
CARDS_TOGETHER = 10
"""Cards in a table. LibreOffice keeps a table of cards on one page, and a longer one would leave a page empty."""


def word(data: SheetData) -> bytes:
    """Return the Word file of a sheet; the same bytes for the same data."""
    document = opened(f"{data['language']}-{data['region']}")
    about = document.core_properties
    about.title = data["title"][:LONGEST_PROPERTY]
    about.author = about.last_modified_by = data["organisation"][:LONGEST_PROPERTY]
    about.comments = about.keywords = ""
    about.created = about.modified = WHEN
    body: Part = document.element.body
    parts = Parts(document)
    content = _cards(data) if data["has_cards"] else _listed(data, parts)
    body[:] = [*_head(data, parts), *content, paragraph(data["imprint"], "Small"), body[-1]]
    return saved(document)


def _head(data: SheetData, parts: Parts) -> Iterator[Part]:
    yield paragraph(data["handbook"], "Eyebrow")
    yield paragraph(data["title"], "Heading1")
    yield paragraph(data["lead"])
    yield paragraph(data["labels"]["first"], "Heading2")
    yield from _bullets(data["first"], parts)


def _cards(data: SheetData) -> Iterator[Part]:
    cards = [
        [
            paragraph(value["name"], "CardName"),
            paragraph(item["text"], "PlanText"),
            *([paragraph(item["ask"], "PlanText", look=BOLD)] if item["ask"] else []),
        ]
        for value in data["values"]
        for item in value["items"]
    ]
    half = TEXT_WIDTH // 2
    for at in range(0, len(cards), CARDS_TOGETHER):
        sheet = cards[at : at + CARDS_TOGETHER]
        empty: list[Part] = []
        pairs = zip_longest(sheet[::2], sheet[1::2], fillvalue=empty)
        rows = [Row(pair, whole=True, height=CARD_HEIGHT) for pair in pairs]
        yield from table("TableCards", [half, TEXT_WIDTH - half], rows)


def _listed(data: SheetData, parts: Parts) -> Iterator[Part]:
    say = data["labels"]
    for value in data["values"]:
        yield paragraph(value["name"], "Heading2")
        yield paragraph([run(f"{say['promise']}: ", BOLD), run(value["promise"])])
        yield from _items(value, say["signs"], parts)
    for part in data["after"]:
        yield paragraph(part["name"], "Heading2")
        yield paragraph(part["text"])


def _items(value: ValueItems, signs: str, parts: Parts) -> Iterator[Part]:
    if any(item["ask"] for item in value["items"]):
        for item in value["items"]:
            yield paragraph([run(item["text"], ITALIC), run("\n"), run(item["ask"], BOLD)])
    else:
        yield paragraph(f"{signs}:", look=BOLD, keep=True)
        yield from _bullets([item["text"] for item in value["items"]], parts)


def _bullets(lines: list[str], parts: Parts) -> Iterator[Part]:
    number = parts.numbered(BULLETS)
    for line in lines:
        yield paragraph(line, number=(number, 0))
