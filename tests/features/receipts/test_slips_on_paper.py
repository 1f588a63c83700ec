"""Slips on paper: the sheet of eight, and the foot of each leader's page."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from hverdag.features.guides.paper import guide_paper
from hverdag.paper.slip import SlipData, slip
from hverdag.pipeline.plan import SitePlan
from tests import pdf
from tests.conftest import GOLDEN, ROOT, planned, read
from tests.features.receipts.slips import FORM, HANDBOOK, setting, with_receipts
from tests.guide_papers import guide_kit, guide_views, plan_of, set_paper

BLANKS = ("date", "workplace", "people", "sentence", "next", "publish")
TIGHT = ("guides/kort-samtale/frakken", "guides/kort-samtale/skloe", "guides/vagtskifte/knagen")
ADDRESS = {"site_url": "https://hverdag.fjordby.example/"}
LONG_FORM = {"receipt_form": f"https://forms.example/Pages/ResponsePage.aspx?id={'Q' * 90}&r={{tool}}&w={{workplace}}"}


def links(reader: pypdf.PdfReader) -> Counter[str]:
    """How often a PDF leads to each address."""
    notes: list[Any] = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    return Counter(str(note["/A"]["/URI"]) for note in notes if "/A" in note and "/URI" in note["/A"])


def sheet(root: Path, plan: SitePlan) -> pypdf.PdfReader:
    return pdf.read(pdf.printed(root, plan, "kvitteringer")["kvitteringer.pdf"])


def guide(root: Path, plan: SitePlan, path: str, *, has_slip: bool = True) -> pypdf.PdfReader:
    return set_paper(guide_paper(replace(guide_views(plan)[path], has_slip=has_slip), guide_kit(plan)), root)


def leader_pages(reader: pypdf.PdfReader) -> int:
    return next(at for at, text in enumerate(pdf.pages(reader)) if "Deltagerark" in text)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_receipts(tmp_path_factory.mktemp("slips")).root


@pytest.fixture(scope="module")
def plan(root: Path) -> SitePlan:
    return planned(read(root))


def test_the_sheet_holds_eight_slips_with_six_blanks_each(root: Path, plan: SitePlan) -> None:
    reader = sheet(root, plan)
    (page,) = reader.pages
    assert pdf.millimetres(page.mediabox) == (210, 297)
    assert pdf.is_accessible(reader, "da-DK")
    text = pdf.squeezed(page.extract_text())
    words = ("Dato", "Næste gang", "Arbejdsplads", "Hvad brugte I?", "Hvor mange var med?", "Hvad skete der?")
    assert [text.count(pdf.squeezed(word)) for word in words] == [8] * 6
    for word in ("Skriv ikke, hvad nogen hedder.", "Send den til Kommunikation", "skriv egen"):
        assert text.count(pdf.squeezed(word)) == 8
    assert "Mådenudgives" not in text
    assert links(reader) == {f"{FORM.partition('/år')[0]}/%C3%A5r?redskab=&sted=": 8}


def test_each_slip_lies_in_its_own_eighth_of_the_sheet_and_none_at_its_edge(root: Path, plan: SitePlan) -> None:
    (page,) = sheet(root, plan).pages
    pieces = pdf.placed(page)
    eighths = Counter((int(x // 105), int(y // 74.25)) for x, y, text in pieces if text.strip() == "Kvittering")
    assert eighths == dict.fromkeys(((column, row) for column in range(2) for row in range(4)), 1)
    assert all(x >= 9.9 and 9.9 <= y <= 287.1 for x, y, _ in pieces)


def test_where_slips_are_handed_in_is_said_by_the_settings(tmp_path: Path) -> None:
    publication = with_receipts(tmp_path, form="")
    setting(publication, "receipt_hand_in: Læg den i den grønne kasse.")
    text = pdf.squeezed(sheet(publication.root, planned(read(publication.root))).pages[0].extract_text())
    assert text.count(pdf.squeezed("Læg den i den grønne kasse.")) == 8
    assert "Sendden" not in text
    assert "scan" not in text.casefold()


def test_a_text_without_room_is_told_with_its_place(tmp_path: Path) -> None:
    publication = with_receipts(tmp_path)
    setting(publication, f"receipt_hand_in: {'Læg den i den grønne kasse ved døren. ' * 12}")
    problems = pdf.refused(publication.root, planned(read(publication.root)), "kvitteringer")
    assert [(one.rule, one.source.path, one.source.line) for one in problems] == [("paper-room", HANDBOOK, 1)]


@pytest.mark.parametrize("path", ["guides/kort/vinduet", "guides/vejen/tillid"])
def test_a_leaders_page_ends_with_a_slip_of_six_blanks(root: Path, plan: SitePlan, path: str) -> None:
    reader = guide(root, plan, path)
    view, leader = guide_views(plan)[path], pdf.pages(reader)[leader_pages(reader) - 1]
    data = slip(guide_kit(plan).paper, view.guide.code)
    after = pdf.squeezed(leader).partition(pdf.squeezed(data["words"]["title"]))[2]
    assert view.guide.code in data["words"]["title"]
    assert _blanks_in(after, data) == [1] * len(BLANKS)
    assert pdf.squeezed(data["words"]["no_names"]) in after
    assert pdf.squeezed("Det aftalte vi") not in after
    assert links(reader)[data["form"]] == 1
    assert f"redskab={view.guide.code}&sted=" in data["form"]
    assert pdf.is_accessible(reader, "da-DK")


def _blanks_in(text: str, data: SlipData) -> list[int]:
    labels = {name: str(words) for name, words in data["words"].items()}
    return [text.count(pdf.squeezed(labels[name])) for name in BLANKS]


def test_the_slip_lies_at_the_foot_of_the_page(root: Path, plan: SitePlan) -> None:
    reader = guide(root, plan, "guides/kort/vinduet")
    page = reader.pages[leader_pages(reader) - 1]
    lowest = max(y for _, y, text in pdf.placed(page) if "Side" not in text and "udgave" not in text)
    assert 270 <= lowest <= 284


@pytest.mark.parametrize("path", TIGHT)
@pytest.mark.parametrize("settings", [{}, ADDRESS, LONG_FORM, {**ADDRESS, **LONG_FORM}], ids=str)
def test_a_full_leaders_page_has_room_for_the_slip(path: str, settings: dict[str, Any]) -> None:
    plan = plan_of(ROOT, **settings)
    with_slip = guide(ROOT, plan, path)
    assert len(with_slip.pages) <= len(guide(ROOT, plan, path, has_slip=False).pages)
    assert "Kvittering for" in pdf.pages(with_slip)[0]


@pytest.mark.slow
def test_no_guide_of_the_sample_is_longer_with_a_slip() -> None:
    plan = plan_of(ROOT)
    for path in guide_views(plan):
        pages = [len(guide(ROOT, plan, path, has_slip=has_slip).pages) for has_slip in (False, True)]
        assert pages[0] >= pages[1], path


def test_however_long_the_plan_is_the_slip_is_whole_at_the_foot_of_the_leaders_last_page(tmp_path: Path) -> None:
    publication = with_receipts(tmp_path)
    before = (publication.root / "docs/metoder/kort.md").read_text("utf-8")
    on_its_own = False
    for times in (30, 38, 40, 60, 96, 136, 139, 142, 160):
        longer = f'guidance: "Gentag aftalen. {"Sig den højt, og hør, om alle er enige. " * times}"'
        publication.write("docs/metoder/kort.md", before.replace("guidance: Gentag aftalen.", longer))
        plan = planned(read(publication.root))
        reader = guide(publication.root, plan, "guides/kort/vinduet")
        texts = [pdf.squeezed(text) for text in pdf.pages(reader)]
        last = leader_pages(reader) - 1
        title = pdf.squeezed("Kvittering for F02-M01")
        assert [at for at, text in enumerate(texts) if title in text] == [last]
        assert _blanks_in(texts[last], slip(guide_kit(plan).paper, "F02-M01"))[1:] == [1] * (len(BLANKS) - 1)
        lowest = max(y for _, y, text in pdf.placed(reader.pages[last]) if "Side" not in text and "udgave" not in text)
        assert 270 <= lowest <= 284, times
        on_its_own |= pdf.squeezed("Det aftalte vi") not in texts[last]
    assert on_its_own, "one of the lengths leaves no room below what was agreed"


def test_a_publication_that_asks_for_no_receipts_has_no_slips() -> None:
    plan = planned(read(GOLDEN / "good"))
    assert not any(view.has_slip for view in guide_views(plan).values())
    assert pdf.printed(GOLDEN / "good", plan, "kvitteringer") == {}
    assert "Kvittering" not in "".join(pdf.pages(guide(GOLDEN / "good", plan, "guides/kort/vinduet", has_slip=False)))


def test_the_sheet_can_be_left_out(tmp_path: Path) -> None:
    publication = with_receipts(tmp_path)
    setting(publication, "printed: [posters]")
    assert pdf.printed(publication.root, planned(read(publication.root)), "kvitteringer") == {}
