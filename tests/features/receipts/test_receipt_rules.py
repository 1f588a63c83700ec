"""Rules of receipts and workplaces, beyond the examples of their manual pages."""

from pathlib import Path

import pytest

from hverdag.locale import catalogue
from hverdag.model.problem import Problem
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication, copied
from tests.uptake import give_workplaces

RECEIPTS = "values/receipts/2026.yml"
WORKPLACES = "values/workplaces.yml"
DANISH = catalogue("da")


@pytest.fixture
def place(tmp_path: Path) -> Publication:
    return give_workplaces(copied("good", tmp_path))


def told(place: Publication, *rows: str) -> list[Problem]:
    if rows:
        place.write(RECEIPTS, "receipts:\n" + "".join(f"  - {{{row}}}\n" for row in rows))
    return [one for one in place.problems() if one.rule.startswith(("receipt", "workplace", "required", "field"))]


def said(problem: Problem) -> str:
    return DANISH.sentence(problem, rules()[problem.rule])


@pytest.mark.parametrize("given", ["Rylen", "a001", "ryllen", "RYLEN", "Det gamle hus"])
def test_the_id_of_a_near_workplace_is_proposed(place: Publication, given: str) -> None:
    place.change(WORKPLACES, "    name: Rylen\n", "    name: Rylen\n    former: [Det gamle hus]\n")
    [problem] = told(
        place,
        f"date: 2026-09-03, workplaces: [{given}], tool: F01",
        f"date: 2026-09-04, workplaces: [{given}], tool: F01",
    )
    assert (problem.rule, problem.source.line, problem.parameters["suggestion"]) == ("receipt-workplace", 2, "rylen")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "workplaces: nej\n",
        "departments: []\nworkplaces: []\n",
        "departments:\n  - {id: boern, name: Børn}\nworkplaces:\n  - {id: {a: b}, name: X, department: boern}\n"
        '  - {id: viben, name: V, department: boern, professions: [pædagog], staff: "5-9"}\n',
    ],
)
def test_workplaces_that_cannot_be_read_do_not_make_every_receipt_wrong(place: Publication, text: str) -> None:
    place.write(WORKPLACES, text)
    assert not [one for one in told(place) if one.rule == "receipt-workplace"]


def test_nor_do_workplaces_that_are_missing(place: Publication) -> None:
    (place.root / WORKPLACES).unlink()
    [problem] = told(place)
    assert (problem.rule, problem.source.path, problem.is_error) == ("workplace-missing", RECEIPTS, False)
    assert WORKPLACES in DANISH.remedy(problem, rules()[problem.rule])
    (place.root / RECEIPTS).unlink()
    assert not told(place)


def test_a_day_long_ago_is_an_error_and_no_history(place: Publication) -> None:
    [problem] = told(place, "date: 0206-03-01, workplaces: [rylen], tool: F01")
    assert (problem.rule, problem.is_error) == ("receipt-early", True)
    place.write(RECEIPTS, "folded:\n  - {month: 0206-03, tool: F01, receipts: 2}\n")
    assert [one.rule for one in told(place)] == ["receipt-folded"]


def test_a_workplace_that_has_closed_leads_to_what_it_became(place: Publication) -> None:
    place.change(WORKPLACES, "    code: A001\n", "    code: A001\n    closed: 2026-08-01\n    became: viben\n")
    found = told(
        place, "date: 2026-07-31, workplaces: [rylen], tool: F01", "date: 2026-08-01, workplaces: [rylen], tool: F01"
    )
    [problem] = found
    assert (problem.rule, problem.source.line, problem.parameters["suggestion"]) == ("receipt-closed", 3, "viben")
    assert "lukkede den 1. august 2026" in said(problem)
    place.change(RECEIPTS, "2026-08-01, workplaces: [rylen]", "2026-08-01, workplaces: [viben]")
    assert not told(place)


def test_one_that_is_only_closed_is_told_too(place: Publication) -> None:
    place.change(WORKPLACES, "    code: A001\n", "    code: A001\n    closed: 2026-08-01\n")
    [problem] = told(place, "date: 2026-08-01, workplaces: [rylen], tool: F01")
    assert "suggestion" not in problem.parameters


def test_the_same_receipt_twice_is_told_with_its_first_place(place: Publication) -> None:
    place.write(
        "values/receipts/2026-09.yml",
        "receipts:\n  - {date: 2026-09-10, workplaces: [laerken, viben], tool: f01-m01}\n",
    )
    [problem] = told(place)
    assert problem.rule == "receipt-twice"
    assert {problem.source.path, problem.parameters["path"]} == {"values/receipts/2026-09.yml", RECEIPTS}


@pytest.mark.parametrize("tool", ["F01", "f01-m01", "egen", "own", "M01", "pjece"])
def test_every_tool_is_known(place: Publication, tool: str) -> None:
    assert not told(place, f"date: 2026-09-03, workplaces: [rylen], tool: {tool}")


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Vi spørger, før vi hjælper.", ""),
        ("Vi mødtes med Skovtrolden.", "Skovtrolden"),
        ("Skovtroldens børn lærte os det.", "Skovtroldens"),
        ("Vi så en skovtrolden-plakat.", ""),
        ("Lønnen kom, og løn er godt.", ""),
        ("Sammen med Børnehaven Skovtrolden.", "Børnehaven Skovtrolden"),
    ],
)
def test_a_workplace_is_named_only_with_its_own_yes(place: Publication, sentence: str, named: str) -> None:
    place.change(WORKPLACES, "name: Rylen", "name: Børnehaven Skovtrolden")
    row = f'date: 2026-09-03, workplaces: [rylen], tool: F01, sentence: "{sentence}", yes: 2026-09-04'
    assert [one.parameters.get("given") for one in told(place, row)] == ([named] if named else [])
    place.change(WORKPLACES, "    code: A001\n", "    code: A001\n    named: 2026-05-04\n")
    assert not told(place)


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("code: A002", "code: a001", "workplace-unique", 20),
        ("name: Viben", "name: rylen", "workplace-unique", 16),
        ("id: viben", "id: rylen", "workplace-unique", 15),
        ("code: A002", "code: A002\n    became: viben", "workplace-became", 21),
        ("code: A002", "code: A002\n    became: lærken", "workplace-became", 21),
        ("code: A002", "code: A002\n    became: laerken", "workplace-became", 21),
        ("code: A002", "code: A002\n    named: 2027-01-01", "workplace-named", 21),
        (
            '    department: boern\n    professions: [pædagog]\n    staff: "10-19"\n    code: A002',
            '    department: børn\n    professions: [pædagog]\n    staff: "10-19"\n    code: A002',
            "workplace-department",
            17,
        ),
    ],
)
def test_faults_in_workplaces(place: Publication, old: str, new: str, rule: str, line: int) -> None:
    place.write(RECEIPTS, "receipts: []\n")
    place.change(WORKPLACES, old, new)
    assert [(one.rule, one.source.line) for one in told(place)] == [(rule, line)]


def test_a_loop_is_told_at_each_of_its_places(place: Publication) -> None:
    for code, other in (("A001", "viben"), ("A002", "laerken"), ("A003", "rylen")):
        place.change(WORKPLACES, f"code: {code}", f"code: {code}\n    closed: 2026-11-01\n    became: {other}")
    assert [one.rule for one in told(place)] == ["workplace-became"] * 3


def test_two_may_have_one_name_when_one_is_closed(place: Publication) -> None:
    place.change(WORKPLACES, "name: Viben", "name: Rylen\n    closed: 2026-11-01")
    assert not told(place)
