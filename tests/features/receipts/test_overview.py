"""The editors' private overview, and that nothing of it is anywhere else."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest

from hverdag.features.receipts.overview import overview_of
from hverdag.model.shown import Shown
from tests.conftest import TODAY, Publication, read
from tests.consent import leaks, offline, unpacked
from tests.features.receipts.slips import SENTENCES, name_workplace, with_receipts
from tests.uptake import AELDRE, BOERN, give_workplaces

HOME = "private/built/kvitteringer"
FORMULA = "  - {date: 2026-07-01, workplaces: [svalen], tool: F02, next: 2026-08-13}\n"
NAMES = tuple(name.casefold() for name in (*BOERN, *AELDRE))
IDS = ("laerken", "skraenten", "aasen")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication whose workplaces have sent something; Musvitten has a name that a spreadsheet would run."""
    folded = SENTENCES.index("folded:")
    publication = with_receipts(tmp_path_factory.mktemp("overview"), SENTENCES[:folded] + FORMULA + SENTENCES[folded:])
    publication.change("values/workplaces.yml", "name: Musvitten", 'name: "=HYPERLINK(1)"')
    publication.change("values/workplaces.yml", "  - id: viben\n", "  - id: viben\n    closed: 2026-11-01\n")
    publication.change("values/workplaces.yml", "  - id: viben\n", "  - id: viben\n    became: rylen\n")
    report = publication.build()
    assert report.built, report.problems
    return publication


@pytest.fixture(scope="module")
def page(built: Publication) -> str:
    return (built.root / f"{HOME}/oversigt.html").read_text("utf-8")


def table(publication: Publication) -> list[list[str]]:
    content = (publication.root / f"{HOME}/oversigt.csv").read_bytes()
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def section(page: str, name: str) -> str:
    """What stands of one workplace."""
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page.partition(f"<h3>{name} (")[2].partition("</section>")[0]))


def test_workplaces_come_in_the_order_of_the_list_however_much_they_have_sent(page: str) -> None:
    found = re.findall(r"<h3>(.*?) \(", page)
    assert found[:3] == ["Rylen", "Viben", "Lærken"]
    assert len(found) == 14
    assert re.findall(r"<h2>(.*?)</h2>", page) == ["Børn og Unge", "Ældre og Sundhed", "Stab"]


def test_each_workplace_has_its_receipts_and_what_comes_of_them(page: str) -> None:
    rylen = section(page, "Rylen")
    assert rylen.index("3. november 2026") < rylen.index("3. september 2026"), "the newest first"
    assert "Næste gang var den 10. november 2026, og der er ikke kommet noget siden." in rylen
    assert "»Vi aftalte at hilse.«" in rylen
    assert "Næste gang er den 12. januar 2027." in section(page, "It")
    assert "Der er ikke aftalt en næste gang." in section(page, "Bakken")
    assert "Intet modtaget endnu." in section(page, "Lærken")
    assert "Den første kom i maj 2024." in section(page, "Engen")
    assert "Nu en del af Rylen." in section(page, "Viben")


def test_a_next_time_is_over_when_something_newer_has_come(built: Publication, tmp_path: Path) -> None:
    told = {row[1]: row[-1] for row in table(built)}
    assert "ikke kommet noget siden" in told["Rylen"]
    assert "ikke kommet noget siden" in told["Svalen"]
    newer = "  - {date: 2026-11-12, workplaces: [rylen], tool: egen}\n"
    publication = with_receipts(tmp_path, SENTENCES.replace("folded:", f"{newer}folded:"))
    assert publication.build().built
    assert "aftalt" in {row[1]: row[-1] for row in table(publication)}["Rylen"]


@pytest.mark.parametrize(
    ("sent", "coming"),
    [
        ([("2026-06-01", "2027-01-12"), ("2026-07-01", None)], date(2027, 1, 12)),
        ([("2026-06-01", "2026-07-01"), ("2026-07-01", None)], None),
        ([("2026-06-01", "2026-12-01"), ("2026-07-01", "2026-11-01"), ("2026-11-02", None)], date(2026, 12, 1)),
        ([("2026-06-01", "2026-08-01"), ("2026-07-01", "2026-09-01")], date(2026, 9, 1)),
        ([("2026-06-01", None)], None),
    ],
)
def test_a_day_that_was_agreed_holds_until_something_has_come(
    good: Publication, sent: list[tuple[str, str | None]], coming: date | None
) -> None:
    rows = "".join(
        f"  - {{date: {day}, workplaces: [rylen], tool: F01{f', next: {one}' if one else ''}}}\n" for day, one in sent
    )
    give_workplaces(good).write("values/receipts/2026.yml", f"receipts:\n{rows}")
    view = overview_of(Shown(read(good.root), TODAY))
    assert view.departments[0][1][0].next == coming


def test_the_page_asks_for_nothing_runs_nothing_and_says_that_it_is_private(page: str) -> None:
    assert not re.search(r"<script|\son\w+=|https?:|src=|@import|url\(", page)
    assert 'lang="da"' in page
    assert "Den må ikke deles." in page
    assert "De er ikke med på denne side." in page
    assert "&lt;" in page, "a title of a story is text"


def test_the_table_runs_no_formula_in_a_spreadsheet(built: Publication) -> None:
    content = (built.root / f"{HOME}/oversigt.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = table(built)
    assert rows[0] == [
        "Forvaltning", "Arbejdsplads", "Kode", "Dato", "Redskab", "Det, der er brugt", "Personer", "Næste gang",
        "Sådan står det til",
    ]  # fmt: skip
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    assert [row[1] for row in rows if "HYPERLINK" in row[1]] == ["'=HYPERLINK(1)"]
    assert ["Børn og Unge", "Rylen", "A001", "2026-11-03", "F01-M01"] in [row[:5] for row in rows]


@pytest.mark.slow
def test_no_workplace_row_or_next_time_is_in_the_site_the_zip_or_the_search(built: Publication) -> None:
    words = (*NAMES, *IDS, "a001", "2026-11-10", "10. november 2026", "2027-01-12", "12. januar 2027")
    assert leaks(built.root / HOME, ("rylen",)), "what is looked for can be found"
    assert leaks(built.site.resolve(), words) == {}
    assert leaks(unpacked(offline(built, "usb.zip")), words) == {}


def test_a_preview_and_a_publication_without_workplaces_write_none(good: Publication) -> None:
    assert good.build().built
    assert not (good.root / "private").exists()


def test_a_name_with_a_yes_changes_nothing_in_the_overview(tmp_path: Path) -> None:
    publication = with_receipts(tmp_path)
    name_workplace(publication, "dalen")
    assert publication.build().built
    assert "»Vi sagde godnat.«" in section((publication.root / f"{HOME}/oversigt.html").read_text("utf-8"), "Dalen")
