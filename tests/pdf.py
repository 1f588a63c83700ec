"""PDFs read back: their words as a reader hears them, and the facts that make them readable."""

import io
import re
from pathlib import Path
from typing import Any

import pypdf

from hverdag.model.artifact import Artifact, DerivedPdf, Output, Paper
from hverdag.model.problem import Problem
from hverdag.pipeline.outputs import kit_of
from hverdag.pipeline.plan import SitePlan
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs, reprints
from hverdag.publish.pdf import printed as facts_of

POINT = 25.4 / 72
"""Millimetres."""

# Typst marks a hyphen at the end of a line as soft; a place to break in an endless word is no letter.
_SOFT = re.compile("\u00ad\\s*|\u200b")


def read(content: bytes | Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content) if isinstance(content, bytes) else content)


def pages(reader: pypdf.PdfReader) -> list[str]:
    return [page.extract_text() for page in reader.pages]


def squeezed(text: str) -> str:
    """Letters alone: a reader of PDFs guesses where spaces are, and lists and tables bring bullets and numbers."""
    return "".join(letter for letter in _SOFT.sub("", text) if letter.isalnum())


def fonts(reader: pypdf.PdfReader) -> dict[str, bool]:
    """Every font by name, and whether the file holds it."""
    found: dict[str, bool] = {}
    for page in reader.pages:
        held: Any = page.get("/Resources", {}).get("/Font", {})
        for font in held.values():
            whole = font.get_object()
            inner = whole["/DescendantFonts"][0].get_object() if "/DescendantFonts" in whole else whole
            descriptor = inner.get("/FontDescriptor", {})
            found[str(whole["/BaseFont"])] = any(str(key).startswith("/FontFile") for key in descriptor)
    return found


def is_accessible(reader: pypdf.PdfReader, language: str) -> bool:
    """Whether a PDF is tagged, titled, in its language, and says that it is PDF/UA-1."""
    root: Any = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_object().get_data().decode("utf-8")
    return (
        bool(root["/MarkInfo"]["/Marked"])
        and "/StructTreeRoot" in root
        and root["/Lang"] == language
        and bool(reader.metadata and reader.metadata.title)
        and bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
        and re.search(r"pdfuaid:part>\s*1\s*<|pdfuaid:part=\"1\"", metadata) is not None
    )


def placed(page: pypdf.PageObject) -> list[tuple[float, float, str]]:
    """Every piece of text on a page with the millimetres from its left edge and from its top, where it is cut."""
    found: list[tuple[float, float, str]] = []
    box = page.trimbox

    def visit(text: str, matrix: Any, text_matrix: Any, font: Any, size: Any) -> None:
        x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
        y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
        if text.strip():
            found.append(((x - float(box.left)) * POINT, (float(box.top) - y) * POINT, text))

    page.extract_text(visitor_text=visit)
    return found


def millimetres(box: Any) -> tuple[float, float]:
    """The width and height of a page's box, to a hundredth."""
    return round(float(box.width) * POINT, 2), round(float(box.height) * POINT, 2)


def printed(root: Path, plan: SitePlan, *names: str, language: str = "da") -> dict[str, Path]:
    """Every PDF of what is printed besides guides, by its file name; with names, those of so called printables."""
    made, problems = _printed(root, plan, names, language)
    assert problems == []
    return {artifact.path.removeprefix("print/"): _file(artifact) for artifact in made}


def refused(root: Path, plan: SitePlan, *names: str) -> list[Problem]:
    """What has no room, or cannot be printed."""
    return _printed(root, plan, names, "da")[1]


def _printed(root: Path, plan: SitePlan, names: tuple[str, ...], language: str) -> tuple[list[Artifact], list[Problem]]:
    made, faults = outputs(plan, *names, language=language)
    papers, problems = pdfs([one for one in made if isinstance(one, Paper)], root, cache_folder())
    facts = facts_of(papers, [artifact.path for artifact in papers])
    again, more = reprints([one for one in made if isinstance(one, DerivedPdf)], papers, facts, cache_folder())
    return [*papers, *again], [*problems, *more, *faults]


def outputs(plan: SitePlan, *names: str, language: str = "da") -> tuple[list[Output], list[Problem]]:
    """What is printed besides guides, before it is set, and the faults met; with names, of those printables alone."""
    kit = kit_of(plan, {}, language)
    wanted = [one for one in plan.views if one.view.printable and (not names or one.view.printable.name in names)]
    made = [output for one in wanted for output in one.feature.render(one.view, kit)]
    return made, kit.paper.problems


def _file(artifact: Artifact) -> Path:
    assert isinstance(artifact.content, Path)
    return artifact.content


def placed_pages(page: pypdf.PageObject) -> list[tuple[float, str]]:
    """The pages of another PDF that are placed on a page: how many millimetres from the left, and what each says."""
    found: list[tuple[float, str]] = []
    held: Any = page["/Resources"]
    left = 0.0
    contents: Any = page.get_contents()
    for operands, operator in contents.operations if contents is not None else ():
        if operator == b"cm":
            left = float(operands[4])
        elif operator == b"Do":
            found.append((left * POINT, page.extract_xform_text(held["/XObject"][operands[0]].get_object())))
    return found


def sizes(page: pypdf.PageObject) -> list[tuple[float, str]]:
    """Every piece of text on a page, with the size of its letters in points."""
    found: list[tuple[float, str]] = []

    def visit(text: str, matrix: Any, text_matrix: Any, font: Any, size: Any) -> None:
        if text.strip():
            found.append((round(abs(float(size) * text_matrix[3] * matrix[3]), 2), text))

    page.extract_text(visitor_text=visit)
    return found
