"""The page of a guide in Word: slimmer margins and sizes than base.docx has, so that the leader's page is one."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from ...docx.elements import Part, el, paragraph, run

MM = 1440 / 25.4
"""A millimetre in twentieths of a point."""
MARGIN, EDGE, RUNNING = 740, 720, 360
"""The margins at the sides, those above and below, and what lies outside the running head and foot, in twentieths of a
point."""
WIDTH = 11906 - 2 * MARGIN
"""The width between the margins of A4, in twentieths of a point."""
GAP = 120
"""The space between a blank and the next label, in twentieths of a point."""

_STYLES = {
    "Normal": (10, 0, 4),
    "Heading1": (16, 0, 2),
    "Heading2": (11.5, 4, 1),
    "Heading3": (11, 6, 2),
    "Small": (8.5, 0, 2),
    "TableHead": (8.5, 1, 1),
    "PlanText": (8.5, 0, 1),
    "PlanNumber": (8.5, 0, 1),
}
"""The size of letters, and the space before and after, in points. Styles that build on these follow."""
_CLOSE = 0.95
"""The space between the lines of the plan, where 1 is what the letters ask for."""


def compact(document: Document) -> None:
    """Give an empty document a guide's margins and sizes."""
    section: Any = document.sections[0]
    section.left_margin = section.right_margin = Twips(MARGIN)
    section.top_margin = section.bottom_margin = Twips(EDGE)
    section.header_distance = section.footer_distance = Twips(RUNNING)
    styles: dict[str, Any] = {str(style.style_id): style for style in document.styles}
    for name, (size, before, after) in _STYLES.items():
        styles[name].font.size = Pt(size)
        styles[name].paragraph_format.space_before, styles[name].paragraph_format.space_after = Pt(before), Pt(after)
    for name in ("PlanText", "PlanNumber"):
        styles[name].paragraph_format.line_spacing = _CLOSE
    for name in ("Header", "Footer"):
        for stop in styles[name].element.iter(qn("w:tab")):
            stop.set(qn("w:pos"), str(WIDTH))


def blanks(*labels: str, before: Iterable[Part] = ()) -> Part:
    """Return a line with blanks of one width to fill in by hand, each after its label, and after what stands `before`
    the first."""
    each = WIDTH // len(labels)
    ends = [each * at - GAP for at in range(1, len(labels))] + [WIDTH]
    line = paragraph(before, "Small")
    stops: list[Part] = []
    for end in ends:
        stops.append(el("tab", val="left", leader="underscore", pos=end))
        if end != WIDTH:
            stops.append(el("tab", val="left", pos=end + GAP))
    line.pPr.append(el("tabs", *stops))
    for at, label in enumerate(labels):
        line.append(run(f"{label} \t" + ("\t" if at < len(labels) - 1 else "")))
    return line
