"""PDFs read back: their words as a reader hears them, and the facts that make them readable."""

import io
import re
from pathlib import Path
from typing import Any

import pypdf

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
