"""Guides on paper: what they say, and their PDFs."""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdf
from PIL import Image

from hverdag.features.guides.paper import GuideOnPaper, guide_paper
from hverdag.features.guides.paper_data import GuidePaperData
from hverdag.features.guides.plan import GuideView
from hverdag.features.kit import Kit
from hverdag.model.artifact import Paper
from hverdag.pipeline.outputs import kit_of
from hverdag.pipeline.plan import SitePlan
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs

from . import pdf
from .conftest import planned
from .handbooks import handbook_of

DOEREN = "stories/doeren.md"
VINDUET = "stories/vinduet.md"


def plan_of(root: Path, **settings: Any) -> SitePlan:
    return planned(handbook_of(root, **settings))


def guide_views(plan: SitePlan) -> dict[str, GuideView]:
    """Every guide by its name, as `guides/kort/doeren`."""
    return {one.view.guide.path: one.view for one in plan.views if isinstance(one.view, GuideView)}


def guide_kit(plan: SitePlan) -> Kit:
    return kit_of(plan, {}, "da")


def guide_data(plan: SitePlan, path: str) -> GuidePaperData:
    return GuideOnPaper(guide_kit(plan).paper).data(guide_views(plan)[path])


def guide_papers(plan: SitePlan) -> Iterator[Paper]:
    """What is set of every guide."""
    kit = guide_kit(plan)
    yield from (guide_paper(view, kit) for view in guide_views(plan).values())


def guide_pdf(root: Path, path: str, **settings: Any) -> pypdf.PdfReader:
    plan = plan_of(root, **settings)
    return set_paper(guide_paper(guide_views(plan)[path], guide_kit(plan)), root)


def set_paper(paper: Paper, root: Path) -> pypdf.PdfReader:
    made, problems = pdfs([paper], root, cache_folder())
    assert problems == []
    content = made[0].content
    assert isinstance(content, Path)
    return pdf.read(content)


def text_alone(reader: pypdf.PdfReader) -> Sequence[str]:
    """The pages without their heads and feet."""
    return [
        "\n".join(page.split("\n")[1:-1]) if at else page.rpartition("\n")[0]
        for at, page in enumerate(pdf.pages(reader))
    ]


def picture(form: str, mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, (40, 30)).save(made, form)
    return made.getvalue()
