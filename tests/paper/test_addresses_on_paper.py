"""Addresses on paper: what is copied from a PDF or a Word file is the address, also where a line ends in it."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pypdf
import pypdfium2
import pytest

from hverdag.features.guides.word import word
from hverdag.model.artifact import Artifact, Paper
from hverdag.pipeline.plan import SitePlan
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from tests import pdf
from tests.conftest import ROOT, Publication
from tests.guide_papers import guide_data, guide_kit, guide_papers, guide_pdf, guide_views, plan_of

HOST = "hverdag-i-fjordby.intranet.fjordby-kommune.example/vaerdihaandbogen-for-alle"
UNSEEN = ("\u200b", "\u00ad", "\ufffe")
"""A place to break, a soft hyphen, and what PDFium makes of a hyphen at the end of a line: others leave it out."""


@pytest.fixture(scope="module")
def plan() -> SitePlan:
    return plan_of(ROOT, site_url=f"https://{HOST}")


@pytest.fixture(scope="module")
def made(plan: SitePlan) -> list[Artifact]:
    """Every PDF but guides, and of each method the guide of one story, as set for a handbook with a long address."""
    of_methods = {Path(paper.path).parent: paper for paper in guide_papers(plan)}
    papers = [one for one in pdf.outputs(plan)[0] if isinstance(one, Paper)]
    found, problems = pdfs([*papers, *of_methods.values()], ROOT, cache_folder())
    assert problems == []
    return found


def texts(content: bytes | Path) -> Iterator[str]:
    """Yield the text of a PDF as two libraries read it, with nothing between its lines."""
    raw = content.read_bytes() if isinstance(content, Path) else content
    yield "".join(page.extract_text() for page in pdf.read(raw).pages).replace("\n", "")
    with pypdfium2.PdfDocument(raw) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    yield "".join(pages).replace("\r\n", "")


def named(reader: pypdf.PdfReader) -> Iterator[str]:
    """Yield what a PDF is called, and what its bookmarks are."""
    root: Any = reader.trailer["/Root"]
    yield from (
        str(reader.metadata.title if reader.metadata else ""),
        root["/Metadata"].get_object().get_data().decode(),
    )
    yield from _bookmarks(reader.outline)


def _bookmarks(outline: Any) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(one)
        else:
            yield str(one.title)


def test_the_short_address_comes_out_whole_of_every_pdf(made: list[Artifact]) -> None:
    assert len(made) > 60
    for artifact in made:
        assert not isinstance(artifact.content, str)
        for text in texts(artifact.content):
            at = text.find(f"{HOST}/f/")
            assert at >= 0, artifact.path
            assert not set(UNSEEN[:1]) & set(text), artifact.path


def test_it_does_too_where_a_line_ends_in_it(plan: SitePlan, made: list[Artifact]) -> None:
    """In a narrow column, beside the guide's heading, it takes three lines or more."""
    guide = next(one for one in made if one.path.startswith("print/kort-samtale/"))
    assert isinstance(guide.content, Path)
    first = pypdf.PdfReader(guide.content).pages[0].extract_text()
    assert f"{HOST}/f/" not in first.partition("Planen")[0]
    assert f"{HOST}/f/" in first.replace("\n", "")
    lines = [line for line in first.split("\n") if line and line in HOST]
    assert lines
    assert not any(line.endswith("-") for line in lines)


ENDLESS = "Speciallægepraksisoverenskomstforhandlingsudvalgsmødereferatsudkast"
MAIL = "hjemmepleje-natten@fjordby-kommune.example"
LINK = "https://sundhed-og-omsorg.fjordby-kommune.example/vejledninger/hjemmebesoeg-om-natten/trin-for-trin"


def test_neither_titles_nor_texts_hold_what_cannot_be_seen(good: Publication) -> None:
    good.change("stories/doeren.md", 'title: "Døren: {{ 7*7 }} & <to>"', f"title: {ENDLESS}")
    good.change(
        "stories/doeren.md",
        "Jeg gik hjem",
        f"Skriv til {MAIL}. Se {LINK} her. Jeg gik hjem",
    )
    reader = guide_pdf(good.root, "guides/kort/doeren")
    for name in named(reader):
        assert not any(letter in name for letter in UNSEEN), name
    assert ENDLESS in str(reader.metadata and reader.metadata.title)
    for text in texts(_bytes(reader)):
        assert LINK in text
        assert MAIL in text
        assert "\u200b" not in text


def _bytes(reader: pypdf.PdfReader) -> bytes:
    assert isinstance(reader.stream, io.BytesIO | io.BufferedReader)
    reader.stream.seek(0)
    return reader.stream.read()


def test_word_files_hold_the_address_as_it_is(plan: SitePlan) -> None:
    data = guide_data(plan, next(iter(guide_views(plan))))
    document = docx.Document(io.BytesIO(word(data, guide_kit(plan).media.__getitem__)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    foot = "".join(paragraph.text for paragraph in document.sections[0].first_page_footer.paragraphs)
    assert f"{HOST}/f/" in text
    assert f"{HOST}/f/" in foot
    assert not any(letter in text + foot for letter in UNSEEN)
