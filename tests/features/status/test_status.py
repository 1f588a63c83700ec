"""The year's status: one set of numbers on the page and on paper, each with what it is counted from."""

import re
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest

from hverdag.features.status import plan
from hverdag.features.status.addresses import has_status, status_address
from hverdag.features.status.plan import StatusView
from hverdag.features.status.status_words import status_words
from hverdag.features.uptake import counts_of, status_of
from hverdag.host.mkdocs import render_site
from hverdag.locale import catalogue
from hverdag.model.declared import Placed
from hverdag.model.handbook import Handbook
from hverdag.model.language import Language
from hverdag.model.settings import Goal, Settings
from hverdag.model.shown import Shown
from hverdag.model.texts.consent import Channel, Consent
from hverdag.model.texts.story import Story
from hverdag.model.uptake.history import continued
from hverdag.model.uptake.receipts import Receipt, ReceiptFile
from hverdag.model.uptake.status import STATUS, Figure, StatusPart
from hverdag.model.uptake.workplaces import Department, Workplace, Workplaces
from hverdag.pipeline import build
from tests import pdf
from tests.conftest import ROOT, TODAY, Publication, planned, read, rendered
from tests.features.status.conftest import give_status
from tests.handbooks import handbook_of
from tests.uptake import AELDRE, BOERN, STAB, give_workplaces

PAGE = "aarsstatus/index.html"
DANISH = catalogue("da")


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def view_of(handbook: Handbook) -> StatusView:
    return next(one.view for one in planned(handbook).views if isinstance(one.view, StatusView))


def test_the_first_thing_on_the_page_is_the_answer_in_words(built: Publication) -> None:
    page = built.page(PAGE)
    head = text_of(page[page.index("<h1>") : page.index('id="in-short"')])
    assert head.startswith("Årsstatus Vi har nået 1 af de 2 mål, der har et tal.")
    short = text_of(page[page.index('id="in-short"') : page.index('class="hv-status__parts')])
    assert "12 af 118" in short
    assert "Målet er 30 senest 31. december 2027." in short
    assert "Målet på 8 er nået." in short


@pytest.mark.parametrize(
    ("numbers", "answer"),
    [
        ([], "Ingen af vores mål har et tal endnu."),
        ([(30, 30)], "Vi har nået det ene mål, der har et tal."),
        ([(0, 30)], "Noget: Vi er nået til 0 af 30."),
        ([(31, 30), (5, 5)], "Vi har nået alle 2 mål, der har et tal."),
        ([(29, 30), (4, 5)], "Vi har endnu ikke nået nogen af de 2 mål, der har et tal."),
        ([(29, 30), (5, 5)], "Vi har nået 1 af de 2 mål, der har et tal."),
    ],
)
def test_the_answer_counts_what_is_reached(numbers: list[tuple[int, int]], answer: str) -> None:
    figures = tuple(Figure("Noget", number, None, "Kilde", STATUS, aim=aim) for number, aim in numbers)
    part = StatusPart(id="goals", order=10, title=DANISH_TITLE, figures=figures)
    assert status_words((part,), DANISH).answer.startswith(answer)


DANISH_TITLE = status_of(Shown(Handbook(Settings()), TODAY))[-1].title


def test_the_page_and_the_pdf_say_the_same_numbers(built: Publication) -> None:
    page = built.page(PAGE)
    figures = re.findall(r'<dt>(.*?)</dt><dd><span class="hv-status__number">(.*?)</span>( af [\d.]+)?', page)
    assert len(figures) >= 6
    paper = pdf.squeezed(" ".join(pdf.pages(pdf.read(built.site / "print/aarsstatus.pdf"))))
    for name, number, share in figures:
        assert pdf.squeezed(unescape(f"{name}{number}{share}")) in paper, name
    found = re.findall(r'<table class="hv-status__table[^"]*">.*?</table>', page, flags=re.S)
    page_only = ("<caption>Fortællinger efter ", "<caption>Det, der sidst blev sagt")
    tables = " ".join(table for table in found if not any(caption in table for caption in page_only))
    rows = re.findall(r'<tr><th scope="row">(?:<a[^>]*>)?(.*?)(?:</a>)?</th>(.*?)</tr>', tables)
    assert len(rows) >= 10
    for first, cells in rows:
        assert pdf.squeezed(text_of(first)) in paper
        for cell in re.findall(r'class="hv-number">(.*?)<', cells):
            assert cell in paper


def test_every_number_leads_to_what_it_is_counted_from(built: Publication) -> None:
    """The site's own check has followed each link; here none is missing."""
    page = built.page(PAGE)
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert {"goals", "receipts", "factors", "stories", "sentences", "next", "in-short", "counted"} <= ids
    sources = re.findall(r"Talt ud fra: <a href=\"([^\"]+)\">[^<]+</a>", page)
    assert len(sources) == page.count('class="hv-status__number"')
    for href in sources:
        path, _, place = href.partition("#")
        assert place in ids or (built.site / "aarsstatus" / path / "index.html").resolve().is_file(), href


def unsourced(parts: tuple[StatusPart, ...], handbook: Handbook) -> list[str]:
    """The names of figures without a source that can be followed, and the captions of tables with numbers that stand in
    a part without any figure to say where they come from."""
    knows = planned(handbook).addresses.knows
    ids = {part.id for part in parts} | {"receipts", "plans", "courses", "answers"}
    found = []
    for part in parts:
        for figure in part.figures:
            path, _, place = figure.target.partition("#")
            told = figure.source and figure.target and knows(figure.target)
            if not told or (path == STATUS and place not in ids):
                found.append(DANISH.tell(figure.name))
        for table in part.tables:
            if not part.figures and any(type(cell) is int for row in table.rows for cell in row):
                found.append(DANISH.tell(table.caption))
    return found


def test_no_feature_tells_a_number_without_its_source(good: Publication) -> None:
    for handbook in (handbook_of(ROOT), read(give_status(good).root)):
        assert unsourced(status_of(Shown(handbook, TODAY)), handbook) == []


def test_a_number_without_its_source_is_found(good: Publication) -> None:
    handbook = read(give_status(good).root)
    part = next(part for part in status_of(Shown(handbook, TODAY)) if part.id == "stories")
    bare = replace(part.figures[0], source=""), replace(part.figures[0], target="status/#nowhere")
    assert len(unsourced((replace(part, figures=bare),), handbook)) == 2
    assert len(unsourced((replace(part, figures=()),), handbook)) == 2


def test_nothing_received_is_said_as_that(built: Publication) -> None:
    told = text_of(built.page(PAGE))
    assert "Virksomhedsplaner, der er kommet ind 0 af 118 Intet modtaget endnu." in told
    (made_up,) = re.findall("Opdigtede fortællinger [0-9]+ af [0-9]+(.*?)Talt op", told) or [""]
    assert "modtaget" not in made_up
    assert "mangler" not in told
    assert "manglende" not in told


@pytest.mark.parametrize(
    ("is_received", "number", "note"), [(True, 0, "Intet modtaget endnu."), (True, 1, ""), (False, 0, "")]
)
def test_only_what_workplaces_send_can_be_received(is_received: bool, number: int, note: str) -> None:
    figure = Figure("Noget", number, 12, "Kilde", STATUS, is_received=is_received)
    part = StatusPart(id="stories", order=60, title=DANISH_TITLE, figures=(figure,))
    assert status_words((part,), DANISH).parts[0].figures[0].note == note


def test_every_line_goes_on_until_today_as_those_of_goals_do() -> None:
    parts = [part for part in status_of(Shown(handbook_of(ROOT), TODAY)) if part.id != "goals"]
    lines = [(figure.number, figure.history[-1]) for part in parts for figure in part.figures if figure.history]
    assert len(lines) >= 5
    assert [line for line in lines if line[1] != (TODAY.replace(day=1), line[0])] == []


def test_stories_of_colleagues_have_the_line_that_goals_draw(good: Publication) -> None:
    publication = give_status(good)
    publication.change("stories/vinduet.md", "origin: illustrative", "origin: collected")
    handbook = read(publication.root)
    told = counts_of(handbook)["stories-collected"].find(handbook, TODAY)
    (part,) = (part for part in status_of(Shown(handbook, TODAY)) if part.id == "stories")
    assert told.number > 0
    assert (part.figures[0].number, part.figures[0].history) == (told.number, continued(told.history(), TODAY))


def test_no_workplace_is_named(built: Publication) -> None:
    texts = [built.page(PAGE), " ".join(pdf.pages(pdf.read(built.site / "print/aarsstatus.pdf")))]
    for name in (*BOERN, *AELDRE, *STAB):
        for text in texts:
            assert not re.search(rf"\b{name}\b", text_of(text)), name


def test_the_paper_begins_with_the_goals_and_goes_on_for_at_most_four_pages(built: Publication) -> None:
    reader = pdf.read(built.site / "print/aarsstatus.pdf")
    assert pdf.is_accessible(reader, "da-DK")
    first, *others = [pdf.squeezed(text) for text in pdf.pages(reader)]
    assert 1 <= len(others) <= 3
    assert "Hvorlangtervi" in first
    assert "side2" in first
    rest = "".join(others)
    places = [rest.index(words) for words in ("Hvaddererbrugthvor", "Kritiskefaktorer", "Sådanerdettalt")]
    assert places == sorted(places)
    assert "Tresætningerfraåret" in rest


def test_the_sample_fills_four_pages() -> None:
    handbook = handbook_of(ROOT)
    reader = pdf.read(pdf.printed(ROOT, planned(handbook), "aarsstatus")["aarsstatus.pdf"])
    assert len(reader.pages) == 4


def test_a_handbook_without_anything_to_count_has_no_status(good: Publication) -> None:
    assert not has_status(read(good.root))
    assert not [one for one in planned(read(good.root)).views if isinstance(one.view, StatusView)]
    assert not planned(read(good.root)).addresses.knows(STATUS)


@pytest.mark.parametrize("given", ["goals", "workplaces", "receipts", "factors"])
def test_anything_to_count_makes_one(good: Publication, given: str) -> None:
    if given == "goals":
        good.write("values/handbook.yml", (good.root / "values/handbook.yml").read_text("utf-8") + GOALS)
    elif given == "factors":
        good.write("values/handbook.yml", (good.root / "values/handbook.yml").read_text("utf-8") + FACTORS)
    else:
        give_workplaces(good)
        (good.root / ("values/workplaces.yml" if given == "receipts" else "values/receipts/2026.yml")).unlink()
    assert has_status(read(good.root))
    assert planned(read(good.root)).addresses.knows(STATUS)


GOALS = "goals:\n  - id: synlig\n    text: Værdierne kan ses.\n"
FACTORS = "factors:\n  - text: Budgettet fylder.\n"


def test_its_address_is_in_the_readers_language(good: Publication) -> None:
    assert status_address(Settings(language=Language.ENGLISH)) == "status/"
    give_status(good).change("values/handbook.yml", "edition:", "language: en\nedition:")
    laid_out = planned(read(good.root))
    assert laid_out.addresses.by_target[STATUS] == "status/"
    assert "print/status.pdf" in [path for _, files in laid_out.printed for path in files]


def test_a_page_of_ones_own_cannot_take_its_place(good: Publication) -> None:
    good.write("docs/aarsstatus.md", "# Vores egen")
    assert "unique-address" not in good.rules()
    give_status(good)
    (problem,) = [problem for problem in good.problems() if problem.rule == "unique-address"]
    assert problem.source.path == "docs/aarsstatus.md"


def test_what_is_not_to_be_printed_is_on_the_page_alone(good: Publication) -> None:
    give_status(good).change("values/handbook.yml", "edition:", "printed: [book]\nedition:")
    site = rendered(good.root)
    assert [page for page in site.pages if page.address == "aarsstatus/"]
    assert not [made for made in site.artifacts if made.path == "print/aarsstatus.pdf"]


def test_a_part_that_tells_of_a_story_without_consent_to_paper_is_not_printed(good: Publication) -> None:
    shown = Shown(read(give_status(good).root), TODAY)
    first, *others = (one.story for one in shown.stories)
    consent = Consent(reference="SAM-1", channels=(Channel.INTRANET,), until=date(2027, 1, 1))
    handbook = shown.handbook.with_documents(Story, (first.model_copy(update={"consent": consent}), *others))
    code = first.code
    part = StatusPart(id="named", order=15, title=DANISH_TITLE, story_codes=(code,))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "status_of", lambda _: (part,))
        view = view_of(handbook)
    assert view.parts == (part,)
    assert view.on_paper == ()
    assert view.story_codes == (code,)


def test_what_features_tell_can_all_be_printed() -> None:
    """Stories may be counted everywhere; who names one in the status keeps to those that may be printed."""
    view = view_of(handbook_of(ROOT))
    assert [part.id for part in view.on_paper] == [part.id for part in view.parts]


@pytest.mark.slow
def test_many_workplaces_and_receipts_make_no_large_page(good: Publication) -> None:
    """A page of at most 300 kB, whatever it counts."""
    give_status(good)
    departments = tuple(Department(id=f"d{number}", name=f"Forvaltning {number}") for number in range(8))
    workplaces = tuple(
        Workplace(id=f"w{number}", name=f"Arbejdsplads {number}", department=f"d{number % 8}", staff="10-19")
        for number in range(1000)
    )
    days = [date(2022, 1, 3) + timedelta(days=number % 1780) for number in range(20_000)]
    receipts = tuple(
        Receipt(date=day, workplaces=(f"w{number % 1000}",), tool=("F01", "M01", "egen")[number % 3])
        for number, day in enumerate(days)
    )
    data: tuple[Placed, ...] = (
        Workplaces(departments=departments, workplaces=workplaces),
        ReceiptFile(path="values/receipts/alle.yml", receipts=receipts),
    )
    handbook = read(good.root)
    goal = Goal.model_validate({"id": "alle", "text": "Alle er med.", "number": 1000, "due": date(2027, 12, 31)})
    settings = handbook.settings.model_copy(update={"goals": (goal,)})
    laid_out = planned(replace(handbook, data=data, settings=settings), TODAY)
    made, problems = pdf.outputs(laid_out, "aarsstatus")
    assert problems == []
    page = next(one for one in made if getattr(one, "address", "") == "aarsstatus/")
    assert len(page.content.encode()) < 300_000  # type: ignore[union-attr]


@pytest.mark.slow
def test_the_offline_edition_has_it_too(good: Publication, tmp_path: Path) -> None:
    made = tmp_path / "offline.zip"
    report = build.offline(give_status(good).root, TODAY, made, render_site)
    assert report.built, report.problems
    names = zipfile.ZipFile(made).namelist()
    assert [name for name in names if name.endswith(("/aarsstatus/index.html", "print/aarsstatus.pdf"))]
    assert len([name for name in names if "aarsstatus" in name and name.endswith((".html", ".pdf"))]) == 2


def test_a_place_that_no_part_has_is_that_of_its_source(good: Publication) -> None:
    """A goal counts receipts, and nothing has been received: its link leads to what is said of how it is counted."""
    goal = "goals:\n  - id: alle\n    text: Alle er med.\n    number: 30\n    counts: receipts\n"
    good.write("values/handbook.yml", (good.root / "values/handbook.yml").read_text("utf-8") + goal)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "status_of", lambda shown: tuple(one for one in status_of(shown) if one.id != "receipts"))
        page = next(page for page in rendered(good.root).pages if page.address == "aarsstatus/")
    assert "receipts" in page.anchors
    assert page.content.count('id="receipts"') == 1
