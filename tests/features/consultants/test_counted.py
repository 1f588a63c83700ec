"""Courses as tools, as a count for goals, and in the year's status; and what is wrong in the file."""

from datetime import date

import pytest

from hverdag.features.consultants.status import courses_held, status
from hverdag.features.uptake import counts_of, tools_of
from hverdag.model.shown import Shown
from hverdag.model.uptake.courses import coming, courses_of, held
from hverdag.model.uptake.tools import ToolKind
from tests.conftest import TODAY, Publication, copied, read
from tests.courses import COURSES, give_courses


@pytest.fixture(scope="module")
def offering(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return give_courses(copied("good", tmp_path_factory.mktemp("counted")))


def test_what_is_and_was_offered_is_a_tool(offering: Publication) -> None:
    tools = tools_of(read(offering.root))
    assert {code: tools[code].name for code in ("k01", "k03")} == {"k01": "Vejen & mere", "k03": "Det gamle"}
    assert tools["k01"].kind is ToolKind.COURSE


def test_held_courses_are_counted_of_those_that_were_planned(offering: Publication) -> None:
    handbook = read(offering.root)
    tally = counts_of(handbook)["courses-held"].find(handbook, TODAY)
    assert tally.days == (date(2026, 3, 2), date(2026, 9, 3), date(2026, 10, 5))
    assert (tally.number, tally.of) == (3, 4)
    assert courses_held(handbook, date(2026, 9, 2)).number == 1


@pytest.mark.parametrize(
    ("today", "past", "to_come"),
    [
        (date(2026, 1, 1), [], ["2026-05", "2026-06", "2026-07", "2026-08"]),
        (date(2026, 12, 8), ["2026-01", "2026-02", "2026-03"], ["2026-06", "2026-07", "2026-08"]),
        (date(2028, 1, 1), ["2026-01", "2026-02", "2026-03"], []),
    ],
)
def test_the_day_decides_what_is_held_and_what_is_to_come(
    offering: Publication, today: date, past: list[str], to_come: list[str]
) -> None:
    handbook = read(offering.root)
    assert [one.id for one in held(handbook, today)] == past
    assert [one.id for one in coming(handbook, today)] == to_come


def test_the_status_tells_offers_and_groups_of_at_least_five_workplaces(offering: Publication) -> None:
    (part,) = status(Shown(read(offering.root), TODAY))
    assert (part.id, part.order) == ("courses", 30)
    assert [(figure.number, figure.of) for figure in part.figures] == [(3, 4), (4, None)]
    by_offer, by_group = part.tables
    assert by_offer.rows == (("Vejen & mere", 2), ("Det gamle", 1))
    assert by_group.rows == (("Ældre og Sundhed", 1), ("Børn og Unge, Stab", 2))
    assert all(figure.target.startswith("consultants/#") for figure in part.figures)


def test_without_workplaces_nothing_is_told_by_department(good: Publication) -> None:
    give_courses(good)
    (good.root / "values/workplaces.yml").unlink()
    (part,) = status(Shown(read(good.root), TODAY))
    assert [table.rows[0][0] for table in part.tables] == ["Vejen & mere"]


def test_without_a_plan_there_is_no_part_in_the_status(good: Publication) -> None:
    assert list(status(Shown(read(good.root), TODAY))) == []
    give_courses(good, COURSES.partition("courses:")[0])
    assert list(status(Shown(read(good.root), TODAY))) == []


NAMELESS = "departments:\n  - navn: Børn\nworkplaces:\n  - navn: Rylen\n"


@pytest.mark.parametrize("text", ["", "departments: [\n", NAMELESS])
def test_without_a_whole_list_of_workplaces_no_course_is_blamed(good: Publication, text: str) -> None:
    give_courses(good).write("values/workplaces.yml", text)
    if not text:
        (good.root / "values/workplaces.yml").unlink()
    assert "course-unknown" not in good.rules()
    assert good.rules().count("workplace-missing") == (not text)


@pytest.mark.parametrize("today", [date(2026, 1, 1), TODAY, date(2028, 1, 1)])
def test_the_line_of_courses_held_goes_on_until_today(offering: Publication, today: date) -> None:
    (part,) = status(Shown(read(offering.root), today))
    figure = part.figures[0]
    assert [number for _, number in figure.history[-1:]] == [figure.number] * bool(figure.number)
    assert [month for month, _ in figure.history[-1:]] == [today.replace(day=1)] * bool(figure.number)


def test_the_first_of_two_with_one_id_is_kept_and_the_order_too(good: Publication) -> None:
    give_courses(good, COURSES + COURSES.partition("courses:\n")[2].partition("\n")[0] + "\n")
    file = courses_of(read(good.root))
    assert list(file.offer_by_id) == ["vejen", "dagen", "gammelt"]
    assert len(file.course_by_id) == len(file.courses) - 1


def problems_of(publication: Publication, rule: str) -> list[tuple[int, dict[str, object]]]:
    found = [problem for problem in publication.problems() if problem.rule == rule]
    return [(problem.source.line, dict(problem.parameters)) for problem in found]


def test_a_sound_plan_has_no_problem(offering: Publication) -> None:
    assert [id for id in offering.rules() if id.startswith(("course-", "consultant-", "field-"))] == []


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("offer: dagen, date: 2026-12-01", "offer: En hel dag, date: 2026-12-01", "dagen"),
        ("consultant: vk-1, held: true}", "consultant: vk1, held: true}", "vk-1"),
        ("workplaces: [bakken]", "workplaces: [Bakken]", "bakken"),
        ("department: boern", "department: Børn og Unge", "boern"),
        ("method: vejen", "method: veien", "vejen"),
    ],
)
def test_what_is_unknown_is_told_with_what_was_meant(good: Publication, old: str, new: str, meant: str) -> None:
    give_courses(good, COURSES.replace(old, new, 1))
    ((_, parameters),) = problems_of(good, "course-unknown")
    assert parameters["suggestion"] == meant


@pytest.mark.parametrize("code", ["F01", "f01", "M02", "K1", "KURSUS01", "K02", "V01"])
def test_a_code_belongs_to_one_thing_across_the_handbook(good: Publication, code: str) -> None:
    give_courses(good, COURSES.replace("code: K01", f"code: {code}", 1))
    found = problems_of(good, "course-code")
    assert [parameters["free"] for _, parameters in found] == ["K04"]


def test_a_retired_code_is_nobodys(good: Publication) -> None:
    give_courses(good)
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}\nretired: [K09, k02]\n".replace("k02", "K02"))
    assert [parameters["free"] for _, parameters in problems_of(good, "course-code")] == ["K10"]


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("role: pædagog", "role: Inger Madsen"),
        ("role: pædagog", "role: fru Madsen"),
        ("role: pædagog", "role: pædagog 70 00 00 00"),
        ("role: pædagog", "role: inger@fjordby.example"),
        ("- id: vk-1", "- id: Inger_Madsen"),
        ("- id: vk-1", "- id: inger-madsen"),
        ("id: 2026-01", "id: Inger Madsen"),
        ('place: "Sal 2; 1. sal"', 'place: "Ring 70 00 00 00"'),
    ],
)
def test_nobody_is_named(good: Publication, field: str, name: str) -> None:
    give_courses(good, COURSES.replace(field, name, 1))
    assert len(problems_of(good, "consultant-name")) == 1


@pytest.mark.parametrize("role", ["social- og sundhedsassistent", "Pædagog", "IT-konsulent", "leder af SFO"])
def test_a_role_is_no_name(good: Publication, role: str) -> None:
    give_courses(good, COURSES.replace("role: pædagog", f"role: {role}", 1).replace("Sal 2; 1. sal", "Fjordby Rådhus"))
    assert problems_of(good, "consultant-name") == []


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("minutes: 90", "minutes: 0", "course-number"),
        ("fewest: 4", "fewest: 13", "course-number"),
        ("people: 9", "people: -1", "course-number"),
        ("date: 2026-03-02", "date: 0206-03-02", "course-early"),
        ("people: 9", "people: 13", "course-group"),
        ("cancelled: true}\n  - {id: 2026-05", "held: false}\n  - {id: 2026-05", "course-past"),
        ("consultant: vk-1}\n", "consultant: vk-1, held: true}\n", "course-held"),
        ("cancelled: true}", "cancelled: true, held: true}", "course-cancelled"),
        ("id: 2026-02", "id: 2026-01", "course-unique"),
    ],
)
def test_each_fault_is_told_once(good: Publication, old: str, new: str, rule: str) -> None:
    give_courses(good, COURSES.replace(old, new, 1))
    assert [id for id in good.rules() if id.startswith("course-")] == [rule]


def test_an_unreadable_field_is_told_once(good: Publication) -> None:
    give_courses(good, COURSES.replace("consultant: vk-2, held: true}", "consultant: vk-2, held: ja}", 1))
    assert "course-past" not in good.rules()
    assert "field-boolean" in good.rules()
