"""Everything that a file or a site tells, also what is packed inside."""

import gzip
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from .pdf_texts import texts_of_pages


@cache
def told_by_pdf(content: bytes) -> tuple[str, ...]:
    """What a PDF tells. Paper is the same in every edition, and takes long to read."""
    read = PdfReader(BytesIO(content))
    # Titles, bookmarks, what pictures show, and who made it stand among the objects.
    objects = (str(read.get_object(number)) for number in range(1, int(read.trailer["/Size"])))
    return (*texts_of_pages(content), *objects)


def told(path: Path) -> Iterator[str]:
    """Everything that a file tells: what is set or packed inside it, and what its pages say."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        yield from told_by_pdf(content)
        return
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
        return
    yield (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8", "replace")


def everything(site: Path) -> str:
    """All text in a site."""
    endings = {".html", ".json", ".xml", ".txt", ".css"}
    return "\n".join(path.read_text("utf-8") for path in site.rglob("*") if path.is_file() and path.suffix in endings)
