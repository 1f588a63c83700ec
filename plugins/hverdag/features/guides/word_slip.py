"""The slip at the foot of the leader's page in the Word file, as slip.typ has it on paper."""

from collections.abc import Iterator

from ...docx.elements import BOLD, Look, Part, Parts, Row, paragraph, run, table, target, together
from ...paper.qr import qr_png
from ...paper.slip import SlipData
from .word_page import WIDTH

BOX = "☐"
CODE = 1134
"""The width of the QR code in twentieths of a point: 20 mm."""
WIDTHS = (1700, 4000, 2200)
"""Those of the first blanks, in twentieths of a point; the last one gets the rest of the line."""
HEIGHT = 454
"""What a hand needs, in twentieths of a point."""


def slip_in_word(slip: SlipData, parts: Parts) -> Iterator[Part]:
    """Yield the slip: a heading, the blanks in tables, and the way to the form where there is one."""
    words = slip["words"]
    blanks = [[_blank(words[name])] for name in ("date", "workplace", "people", "next")]
    sentence = [_blank(words["sentence"])]
    asked = f"{words['publish']}  {BOX} {words['yes']}  {BOX} {words['no']}"
    widths = [*WIDTHS, WIDTH - sum(WIDTHS)]
    yield from together(
        paragraph(words["title"], "Heading2"),
        paragraph([run(f"{words['no_names']} ", BOLD), run(slip["hand_in"])], "Small"),
        *table("TableFill", widths, [Row(blanks, whole=True, height=HEIGHT)], caption=words["title"]),
        *table("TableFill", [WIDTH], [Row([sentence], whole=True, height=HEIGHT)], caption=words["sentence"]),
        paragraph(asked, "Small"),
        *_form(slip, parts),
    )


def _blank(words: str) -> Part:
    return paragraph(f"{words} " if words.endswith("?") else f"{words}: ", "Small")


def _form(slip: SlipData, parts: Parts) -> Iterator[Part]:
    address, words = target(slip["form"]), slip["words"]
    if address:
        link = parts.link(address, [run(words["open"], Look(link=True))])
        yield paragraph([link, run(f", {words['scan']}")], "Small", keep=True)
        yield paragraph([parts.picture(qr_png(address), words["qr_alt"], CODE)])
