"""Guides in Word, laid out by LibreOffice: how many pages they are, and whether words are whole."""

import re
import subprocess
from pathlib import Path

import pypdf
import pytest

from hverdag.features.guides.paper import GuideOnPaper
from hverdag.features.guides.paper_data import GuidePaperData
from hverdag.features.guides.word import word
from tests import pdf
from tests.conftest import ROOT
from tests.guide_papers import guide_kit, guide_views, plan_of
from tests.required import program

pytestmark = pytest.mark.slow

METHOD = "kort-samtale"


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[GuidePaperData, pypdf.PdfReader]]:
    """The short talk about every story of the sample: what it says, and its pages; all in one run of LibreOffice."""
    office = program("soffice", "libreoffice")
    folder = tmp_path_factory.mktemp("word")
    plan = plan_of(ROOT)
    on_paper = GuideOnPaper(guide_kit(plan).paper)
    views = {view.guide.subject.id: view for view in guide_views(plan).values() if view.guide.method.id == METHOD}
    said = {story: on_paper.data(view) for story, view in views.items()}
    files = [folder / f"{story}.docx" for story in said]
    for file, data in zip(files, said.values(), strict=True):
        file.write_bytes(word(data, lambda path: (ROOT / path).read_bytes()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files],
        check=True,
        capture_output=True,
    )
    return {story: (data, pdf.read(Path(folder / f"{story}.pdf"))) for story, data in said.items()}


def test_the_short_talk_is_two_pages_for_every_story(
    laid_out: dict[str, tuple[GuidePaperData, pypdf.PdfReader]],
) -> None:
    assert len(laid_out) > 5
    for data, reader in laid_out.values():
        # An invitation and cards to cut are pages of their own behind them.
        leader, sheet, *behind = pdf.pages(reader)
        assert len(behind) == bool(data["invitation"]) + bool(data["questions"]), data["title"]
        assert data["slip"] is not None
        assert data["slip"]["words"]["publish"] in leader
        assert data["stories"][0]["title"] in sheet


def test_no_word_of_the_plan_is_broken(laid_out: dict[str, tuple[GuidePaperData, pypdf.PdfReader]]) -> None:
    for data, reader in laid_out.values():
        printed = set(re.findall(r"[\w-]+", pdf.pages(reader)[0]))
        steps = data["guide"]["steps"]
        columns = " ".join(step[name] for step in steps for name in ("name", "activity", "responsible"))  # type: ignore[literal-required]
        asked = set(re.findall(r"[\w-]+", columns.replace("\u200b", "")))
        assert asked - printed == set()
