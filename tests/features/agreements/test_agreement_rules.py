"""Rules of agreements, beyond the examples of their manual pages."""

from pathlib import Path

import pytest

from hverdag.locale import catalogue
from hverdag.model.problem import Problem
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication, copied
from tests.uptake import give_workplaces

PATH = "values/agreements/2026.yml"
DANISH = catalogue("da")
ROW = "date: 2026-09-03, workplace: rylen, story: F01, method: M01"


@pytest.fixture
def place(tmp_path: Path) -> Publication:
    return give_workplaces(copied("good", tmp_path))


def told(place: Publication, *rows: str) -> list[Problem]:
    place.write(PATH, "agreements:\n" + "".join(f"  - {{{row}}}\n" for row in rows))
    return [one for one in place.problems() if one.source.path == PATH]


def said(problem: Problem) -> str:
    return DANISH.sentence(problem, rules()[problem.rule])


@pytest.mark.parametrize(
    ("row", "rule", "near"),
    [
        ("workplace: rylen", "required-field", None),
        ("date: 2026-09-03", "required-field", None),
        (ROW.replace("rylen", "Ryllen"), "agreement-workplace", "rylen"),
        (ROW.replace("F01", "F001"), "agreement-story", "F01"),
        (ROW.replace("F01", "M01"), "agreement-story", "V01"),
        (ROW.replace("M01", "M001"), "agreement-method", "M01"),
        (f"{ROW}, review: 2026-09-02", "agreement-review", None),
        (f"{ROW}, outcome: behodlt", "agreement-outcome", "beholdt"),
        (ROW.replace("2026-09-03", "2026-11-22"), "agreement-future", None),
        (ROW.replace("2026-09-03", "0206-09-03"), "agreement-early", None),
        (ROW.replace("2026-09-03", "2023-09-03"), "agreement-old", None),
        (f"{ROW}, agreement: Vi hilser.", "agreement-wording", None),
        (f"{ROW}, happened: Det gik.", "agreement-wording", None),
        (f"{ROW}, agreement: Vi hilser på Viben., yes: 2026-09-04", "agreement-named", None),
        (f"{ROW}, agreement: Vi hilser., yes: 2026-09-01", "agreement-yes", None),
        (f"{ROW}, number: 0", "agreement-number", None),
    ],
)
def test_each_fault_has_its_line_and_a_remedy(place: Publication, row: str, rule: str, near: str | None) -> None:
    found = told(place, "date: 2026-09-01, workplace: viben", row)
    assert [(one.rule, one.source.line) for one in found] == [(rule, 3)]
    assert found[0].parameters.get("suggestion") == near
    assert DANISH.remedy(found[0], rules()[rule])


@pytest.mark.parametrize("outcome", ["kept", "changed", "dropped", "beholdt", "ændret", "Droppet"])
def test_outcomes_may_be_written_in_both_languages(place: Publication, outcome: str) -> None:
    assert not told(place, f"{ROW}, review: 2026-10-01, outcome: {outcome}")


def test_a_name_in_the_words_is_found_though_somebody_said_yes(place: Publication) -> None:
    found = told(place, f"{ROW}, agreement: Vi lytter til Anne Marie Friis., yes: 2026-09-04")
    assert found and all("name" in one.rule or "people" in one.rule or one.rule.startswith("private") for one in found)


def test_doubles_are_told_with_the_first_place_and_a_free_number(place: Publication) -> None:
    [problem] = told(place, ROW, f"{ROW}, number: 2", ROW.replace("F01", "f01"))
    assert (problem.rule, problem.source.line, problem.parameters["number"]) == ("agreement-twice", 4, "3")
    assert f"{PATH}, linje 2" in said(problem)
    assert not told(place, ROW, f"{ROW}, number: 2", f"{ROW}, number: 3")


def test_a_workplace_that_has_closed_leads_to_what_it_became(place: Publication) -> None:
    place.change(
        "values/workplaces.yml", "    code: A001\n", "    code: A001\n    closed: 2026-08-01\n    became: viben\n"
    )
    [problem] = told(place, ROW)
    assert (problem.rule, problem.parameters["suggestion"]) == ("agreement-closed", "viben")


def test_a_code_that_is_retired_is_right_for_ever(place: Publication) -> None:
    settings = (place.root / "values/handbook.yml").read_text("utf-8")
    place.write("values/handbook.yml", f"{settings}retired: [F77, M77]\n")
    assert not told(place, ROW.replace("F01", "F77").replace("M01", "M77"))
