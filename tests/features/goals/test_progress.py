"""How far goals are: what is counted, what is said, and what is missing; on their pages, in the list and the status."""

import re
from datetime import date

import pytest

from hverdag.features.uptake import status_of
from hverdag.locale import catalogue
from hverdag.model.message import Message
from hverdag.model.shown import Shown
from tests.conftest import TODAY, Publication, copied, read, rendered
from tests.uptake import give_workplaces

HANDBOOK = "values/handbook.yml"
PAGE = "---\ntitle: Mål\nrender_macros: true\n---\n\n# Mål\n\n{{ goals() }}\n\n{{ strategy() }}\n"
GOALS = """goals:
  - id: brugt
    text: Mindst 5 arbejdspladser har brugt et redskab.
    number: 5
    due: 2027-12-31
    counts: workplaces-with-receipt
    statements:
      - {date: 2026-10-01, role: Direktionen, text: Vi kom senere i gang end ventet.}
      - {date: 2026-11-01, role: Direktionen, text: 'Det går <b>fremad</b>.'}
  - id: politikker
    text: Værdierne kan ses i vores politikker.
    number: 4
    statements:
      - {date: 2026-03-01, role: HR, text: Én er skrevet om., number: 1, of: 11, source: Listen hos HR}
      - {date: 2026-10-30, role: HR, text: Tre er skrevet om., number: 3, of: 11, source: Listen hos HR}
  - id: godkendt
    text: Byrådet har godkendt værdierne.
    due: 2026-06-26
    statements:
      - {date: 2026-05-30, role: Direktionen, text: De blev godkendt i går., reached: true}
  - id: evaluering
    text: Vi undersøger, hvad det har betydet.
strategy:
  - {id: paa-tvaers, text: Vi spørger hinanden., source: 'Strategien, side 7'}
"""


def with_goals(publication: Publication, goals: str = GOALS) -> Publication:
    text = (publication.root / HANDBOOK).read_text("utf-8")
    publication.write(HANDBOOK, text + goals)
    return publication


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    made = with_goals(give_workplaces(copied("good", tmp_path_factory.mktemp("goals"))))
    made.write("docs/maalene.md", PAGE)
    made.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /maalene.md\n")
    report = made.build()
    assert report.built, report.problems
    return made


def words(html: str) -> str:
    """The text of a page's content."""
    content = re.sub(r"<[^>]+>", " ", html[html.index("<main") : html.index("</main")])
    return re.sub(r"\s+", " ", content)


def test_a_page_tells_how_far_and_from_what(built: Publication) -> None:
    page = words(built.page("maal/brugt/index.html"))
    assert "Så langt er vi 3 af 14" in page
    assert "Målet 5" in page
    assert "Linjen går fra 0 i august 2026 til 3 i november 2026. Målet er 5 senest 31. december 2027." in page
    assert re.search(r"august 2026 0 september 2026 3 oktober 2026 3 november 2026 3", page)
    assert "Tallet er fra: Kvitteringer fra arbejdspladserne" in page


def test_what_is_said_stands_with_role_and_day_the_newest_first(built: Publication) -> None:
    html = built.page("maal/brugt/index.html")
    assert "Det går &lt;b&gt;fremad&lt;/b&gt;." in html
    page = words(html)
    assert page.index("fremad") < page.index("Direktionen, 1. november 2026") < page.index("Vi kom senere")


def test_a_stated_number_has_its_history_and_its_source(built: Publication) -> None:
    page = words(built.page("maal/politikker/index.html"))
    assert "Så langt er vi 3 af 11" in page
    assert "Linjen går fra 1 i marts 2026 til 3 i oktober 2026. Målet er 4." in page
    assert "Tallet er fra: Listen hos HR, oplyst af HR 30. oktober 2026" in page


def test_a_goal_can_be_reached_before_its_day(built: Publication) -> None:
    assert "Meldt som nået 30. maj 2026" in words(built.page("maal/godkendt/index.html"))


def test_a_goal_without_anything_has_no_empty_section(built: Publication) -> None:
    page = built.page("maal/evaluering/index.html")
    assert not re.search(r'id="(far|said)"|<svg viewBox="0 0 360|hv-facts', page[page.index("<main") :])


def test_the_list_tells_it_too(built: Publication) -> None:
    page = words(built.page("maalene/index.html"))
    assert "har brugt et redskab 3 af 14. Senest 31. december 2027." in page.replace("Skal nås senest", "Senest")
    assert "godkendt værdierne Nået." in page
    assert "Vi spørger hinanden" in page
    assert "Hvor langt vi er, og hvor vi ved det fra: Årsstatus" in page


def test_the_list_leads_to_no_status_where_there_is_none(good: Publication) -> None:
    shown = rendered(good.root).macros.render("goals", "")
    assert "Her er ingen resultatmål endnu." in shown
    assert "Årsstatus" not in shown


def test_search_finds_what_is_said(built: Publication) -> None:
    data = built.page("search/data.js")
    assert "Vi kom senere i gang end ventet." in data and "3 af 14" in data


def test_the_status_has_every_goal_and_blames_nobody(built: Publication) -> None:
    (part,) = [one for one in status_of(Shown(read(built.root), TODAY)) if one.id == "goals"]
    told = [catalogue("da").tell(one) if isinstance(one, Message) else one for one in part.paragraphs]
    assert part.order == 10
    assert [(one.name, one.number, one.of, one.aim) for one in part.figures] == [
        ("Mindst 5 arbejdspladser har brugt et redskab", 3, 14, 5),
        ("Værdierne kan ses i vores politikker", 3, 11, 4),
    ]
    assert part.figures[0].due == date(2027, 12, 31) and part.figures[0].history[-1] == (date(2026, 11, 1), 3)
    assert "Byrådet har godkendt værdierne. Direktionen, 30. maj 2026: De blev godkendt i går." in told
    assert "Vi undersøger, hvad det har betydet. Der er endnu ikke sagt, hvor langt vi er." in told
    assert len(told) == 4 and len(part.more) == 4


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("counts: workplaces-with-receipt", "counts: workplaces", "goal-count"),
        ("number: 5\n", "number: 0\n", "goal-number"),
        ("number: 5\n", "number: -3\n", "goal-number"),
        ("number: 5\n", "number: 15\n", "goal-reach"),
        ("number: 4\n", "number: 12\n", "goal-reach"),
        (", reached: true", "", "goal-overdue"),
        ("    due: 2027-12-31\n", "    due: 2026-09-01\n    # 2026-11-01", ""),
        ("date: 2026-11-01", "date: 2026-11-22", "statement-date"),
        ("date: 2026-11-01", "date: 0206-11-01", "statement-date"),
        (", of: 11, source: Listen hos HR", ", of: 11", "statement-number"),
        (", of: 11, source: Listen hos HR", ", source: Listen hos HR", "statement-number"),
        ("number: 3, of: 11", "number: 12, of: 11", "statement-range"),
        ("number: 3, of: 11", "number: -1, of: 11", "statement-range"),
        ("number: 3, of: 11", "number: 0, of: 0", "statement-range"),
        ("    number: 4\n", "    number: 4\n    counts: receipts\n", "statement-counted"),
        ("id: paa-tvaers", "id: Brugt", "unique-goals"),
        (", source: 'Strategien, side 7'", "", "required-field"),
    ],
)
def test_what_is_wrong_is_told(good: Publication, old: str, new: str, rule: str) -> None:
    with_goals(give_workplaces(good))
    assert not {"goal", "statement", "unique", "future"} & {one.split("-")[0] for one in good.rules()}
    good.change(HANDBOOK, old, new)
    found = [one for one in good.rules() if one.split("-")[0] in ("goal", "statement", "unique", "future", "required")]
    assert found[:1] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("statements", "is_told"),
    [
        ("", True),
        ("    statements: [{date: 2026-06-25, role: R, text: Snart.}]\n", True),
        ("    statements: [{date: 2026-06-26, role: R, text: Næsten.}]\n", False),
        ("    statements: [{date: 2026-06-01, role: R, text: Ja., reached: true}]\n", False),
        ("    number: 2\n    counts: workplaces-with-receipt\n", False),
        ("    number: 9\n    counts: workplaces-with-receipt\n", True),
        ("    counts: workplaces-with-receipt\n", True),
    ],
)
def test_a_goal_past_its_day_needs_a_word(good: Publication, statements: str, is_told: bool) -> None:
    with_goals(give_workplaces(good), f"goals:\n  - id: et\n    text: Et mål.\n    due: 2026-06-26\n{statements}")
    assert ("goal-overdue" in good.rules()) is is_told


def test_an_unknown_count_is_told_with_what_there_is(good: Publication) -> None:
    with_goals(good, "goals:\n  - id: et\n    text: Et mål.\n    counts: workplaces-with-receits\n")
    (problem,) = [one for one in good.problems() if one.rule == "goal-count"]
    assert problem.parameters["suggestion"] == "workplaces-with-receipt"
    assert {"receipts", "stories", "stories-opgave"} <= set(str(problem.parameters["choices"]).split(", "))
    # A preview is shown all the same.
    assert rendered(good.root, TODAY, preview=True).pages


def test_a_count_of_nothing_says_zero(good: Publication) -> None:
    with_goals(good, "goals:\n  - id: et\n    text: Et mål.\n    number: 3\n    counts: receipts\n")
    assert good.build().built
    page = words(good.page("maal/et/index.html"))
    assert "Så langt er vi 0 indtil nu" in page and "Målet er 3." in page
