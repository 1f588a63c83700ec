"""A sheet as a Word file, to change and to print."""

from collections.abc import Iterator

from ...docx.cards import cards_to_cut
from ...docx.elements import BOLD, ITALIC, Part, Parts, paragraph, run
from ...docx.frame import describe
from ...docx.styles import BULLETS, TEXT_WIDTH, opened, saved
from .paper_data import SheetData, ValueItems

CARD_HEIGHT = 2600
"""The least height of a card, in twentieths of a point."""
CARDS_TOGETHER = 10
"""Cards on a page."""


def word(data: SheetData, base: bytes = b"") -> bytes:
    """Return the Word file of a sheet; the same bytes for the same data. `base` is an organisation's own base.docx."""
    language = f"{data['language']}-{data['region']}"
    document = opened(language, base)
    describe(document, data["title"], data["organisation"], language)
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
    yield from cards_to_cut(cards, TEXT_WIDTH, CARD_HEIGHT, CARDS_TOGETHER)


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
