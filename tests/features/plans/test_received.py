"""Business plans that have come: counted, told of by department and never by workplace, and checked."""

from datetime import date
from pathlib import Path

import pytest

from hverdag.features.plans.received import plan_years
from hverdag.features.uptake import counts_of, status_of
from hverdag.locale import catalogue
from hverdag.model.problem import Problem
from hverdag.model.shown import Shown
from hverdag.model.uptake.status import StatusPart
from hverdag.pipeline.rule_registry import rules
from tests.conftest import TODAY, Publication, copied, read, rendered
from tests.features.plans.made import NAMES, names_in
from tests.uptake import give_workplaces

PLANS = """received:
  - year: 2025
    date: 2025-11-20
    workplaces: [rylen]
  - year: 2026
    date: 2026-10-05
    workplaces: [rylen, viben]
  - year: 2026
    date: 2026-11-02
    workplaces: [bakken]
"""
DANISH = catalogue("da")


@pytest.fixture
def good_plans(tmp_path: Path) -> Publication:
    made = give_workplaces(copied("good", tmp_path))
    made.write("values/plans.yml", PLANS)
    return made


def counted(publication: Publication, today: date = TODAY) -> tuple[int, int | None]:
    handbook = read(publication.root)
    tally = counts_of(handbook)["plan-received"].find(handbook, today)
    return tally.number, tally.of


def history_of(publication: Publication, today: date) -> list[tuple[date, int]]:
    handbook = read(publication.root)
    return list(counts_of(handbook)["plan-received"].find(handbook, today).history())


def own_problems(publication: Publication) -> list[Problem]:
    return [problem for problem in publication.problems() if problem.source.path.startswith("values/")]


def part_of(publication: Publication, today: date = TODAY) -> StatusPart | None:
    parts = status_of(Shown(read(publication.root), today))
    return next((part for part in parts if part.id == "plans"), None)


def said_in(part: StatusPart) -> list[list[list[str]]]:
    """The rows of each table, as they are told."""
    return [
        [[str(cell) if isinstance(cell, int) else DANISH.tell(cell or "") for cell in row] for row in table.rows]  # type: ignore[arg-type]
        for table in part.tables
    ]


def test_each_workplace_is_counted_once_from_its_first_plan_of_all_that_are_open(good_plans: Publication) -> None:
    assert counted(good_plans) == (3, 14)
    assert counted(good_plans, date(2026, 10, 31)) == (2, 14)
    assert counted(good_plans, date(2026, 1, 31)) == (1, 14)
    assert own_problems(good_plans) == []


def test_a_new_year_takes_nothing_away(good_plans: Publication) -> None:
    before = history_of(good_plans, date(2027, 1, 31))
    text = (good_plans.root / "values/plans.yml").read_text("utf-8")
    newer = "  - year: 2027\n    date: 2027-01-12\n    workplaces: [viben, engen]\n"
    good_plans.write("values/plans.yml", text + newer)
    assert counted(good_plans, date(2027, 1, 11)) == (3, 14)
    assert counted(good_plans, date(2027, 1, 31)) == (4, 14)
    assert history_of(good_plans, date(2027, 1, 31))[: len(before)] == before
    part = part_of(good_plans, date(2027, 1, 31))
    assert part and [(figure.number, figure.of) for figure in part.figures] == [(4, 14)]


def test_without_workplaces_nothing_says_how_many_there_could_be(good_plans: Publication) -> None:
    (good_plans.root / "values/workplaces.yml").unlink()
    assert counted(good_plans) == (0, None)
    assert "plan-workplace" not in good_plans.rules() and good_plans.rules().count("workplace-missing") == 1


def test_nothing_is_counted_as_nothing(good_plans: Publication) -> None:
    (good_plans.root / "values/plans.yml").unlink()
    assert counted(good_plans) == (0, 14)
    assert part_of(good_plans) is None


def test_the_count_has_a_history(good_plans: Publication) -> None:
    history = history_of(good_plans, TODAY)
    assert history[0] == (date(2025, 11, 1), 1)
    assert history[-2:] == [(date(2026, 10, 1), 2), (date(2026, 11, 1), 3)]


def test_a_workplace_that_has_closed_counts_as_what_it_was_or_became(good_plans: Publication) -> None:
    good_plans.change("values/workplaces.yml", "code: A001", "code: A001\n    closed: 2026-11-01")
    assert counted(good_plans) == (3, 14)
    good_plans.change("values/workplaces.yml", "closed: 2026-11-01", "closed: 2026-11-01\n    became: viben")
    assert counted(good_plans) == (2, 13)
    years = plan_years(read(good_plans.root), TODAY)
    assert [(year.year, sorted(year.days)) for year in years] == [(2026, ["bakken", "viben"]), (2025, ["rylen"])]


def test_the_status_tells_how_many_by_department_and_never_which(good_plans: Publication) -> None:
    part = part_of(good_plans)
    assert part
    assert (part.order, DANISH.tell(part.title)) == (25, "Virksomhedsplaner")
    assert [(one.number, one.of, one.target) for one in part.figures] == [(3, 14, "status/#plans")]
    assert part.figures[0].history[0] == (date(2025, 10, 1), 0)
    assert [DANISH.tell(table.caption) for table in part.tables] == [
        "Virksomhedsplaner for 2026, der fortæller om værdiarbejdet",
        "Virksomhedsplaner for 2025, der fortæller om værdiarbejdet",
    ]
    assert said_in(part) == [
        [["Ældre og Sundhed", "1", "6"], ["Børn og Unge, Stab", "2", "8"]],
        [["Ældre og Sundhed", "Intet modtaget endnu", "6"], ["Børn og Unge, Stab", "1", "8"]],
    ]
    assert list(names_in(str(part))) == []
    assert not any(f"'{id}'" in str(part) for id in NAMES)


def test_too_few_workplaces_are_not_divided(good_plans: Publication) -> None:
    text = (good_plans.root / "values/workplaces.yml").read_text("utf-8")
    good_plans.write("values/workplaces.yml", text[: text.index("  - id: laerken")])
    good_plans.change("values/plans.yml", "[bakken]", "[viben]")
    part = part_of(good_plans)
    assert part
    assert part.tables == ()
    assert [(one.number, one.of) for one in part.figures] == [(2, 2), (2, 2)]


@pytest.mark.slow
def test_whose_plan_has_not_come_is_for_the_editors_alone(good_plans: Publication) -> None:
    report = good_plans.build()
    assert report.built, report.problems
    lines = (good_plans.root / "private/built/virksomhedsplaner/mangler.csv").read_bytes().decode("utf-8-sig")
    names = [line.split(";")[0] for line in lines.splitlines()]
    assert names == ["Arbejdsplads", *(name for id, name in NAMES.items() if id not in ("rylen", "viben", "bakken"))]
    assert lines.splitlines()[1] == "Lærken;Børn og Unge;2026"


def test_the_list_has_a_name_in_the_readers_language(good_plans: Publication) -> None:
    good_plans.change("values/handbook.yml", "edition: 1. udgave", "edition: 1. udgave\nlanguage: en")
    assert [one.path for one in rendered(good_plans.root).private if "plans" in one.path] == [
        "business-plans/missing.csv"
    ]


FAULTS = {
    "by its name": ("[rylen, viben]", "[rylen, Viben]", "plan-workplace", 7, "»viben«"),
    "a slip": ("[rylen, viben]", "[rylen, vibenn]", "plan-workplace", 7, "»viben«"),
    "nobody": ("[bakken]", "[xyzzy]", "plan-workplace", 10, "values/workplaces.yml"),
    "not yet": ("2026-11-02", "2026-11-22", "plan-date", 9, "22. november 2026"),
    "long ago": ("2026-11-02", "0206-11-02", "plan-date", 9, "0206-11-02"),
    "two years ahead": ("year: 2025", "year: 2027", "plan-date", 2, "2027"),
    "another year": ("year: 2025", "year: 2005", "plan-date", 2, "2005"),
    "a year of two digits": ("year: 2025", "year: 25", "plan-date", 2, "25"),
    "twice": ("[bakken]", "[bakken, viben]", "plan-twice", 10, "linje 7"),
    "twice on a line": ("[bakken]", "[bakken, bakken]", "plan-twice", 10, "linje 10"),
    "no year": ("  - year: 2025\n    date", "  - date", "required-field", 2, "year"),
    "a year in words": ("year: 2025", "year: femogtyve", "field-integer", 2, "femogtyve"),
}


@pytest.mark.parametrize("slip", FAULTS.values(), ids=FAULTS)
def test_each_slip_is_told_once_with_its_line(good_plans: Publication, slip: tuple[str, str, str, int, str]) -> None:
    old, new, rule, line, said = slip
    good_plans.change("values/plans.yml", old, new)
    [problem] = own_problems(good_plans)
    assert (problem.rule, problem.source.path) == (rule, "values/plans.yml")
    assert said in DANISH.line(problem, rules()[rule])
    assert problem.source.line == line
    assert problem.is_error == (rule != "plan-twice")


def test_a_year_with_many_workplaces_is_read(good_plans: Publication) -> None:
    rows = "".join(
        f"  - id: hus-{number}\n    name: Hus {number} i byen\n    department: boern\n    staff: \"10-19\"\n"
        for number in range(1000)
    )  # fmt: skip
    good_plans.change("values/workplaces.yml", "workplaces:\n", f"workplaces:\n{rows}")
    years = "".join(
        f"  - year: {year}\n    date: {year}-11-01\n    workplaces: [{', '.join(f'hus-{n}' for n in range(1000))}]\n"
        for year in range(2017, 2027)
    )
    good_plans.write("values/plans.yml", f"received:\n{years}")
    assert own_problems(good_plans) == []
    assert counted(good_plans) == (1000, 1014)
