"""Critical factors and next steps: what a word is missing of, and where a person was named."""

import re
from datetime import date, timedelta

import pytest

from hverdag.features.status.rules.factor_silent import SILENT_DAYS
from hverdag.locale import catalogue
from hverdag.model.problem import Level, Problem
from hverdag.pipeline.rule_registry import rules
from tests.conftest import TODAY, Publication
from tests.features.status.conftest import give_status

SETTINGS = "values/handbook.yml"
OWN = {"factor-owner", "factor-next", "factor-silent", "next-step-past", "status-person", "status-name"}


def told(publication: Publication, today: date = TODAY) -> list[tuple[str, Level]]:
    return [(problem.rule, problem.level) for problem in publication.problems(today) if problem.rule in OWN]


def said(problem: Problem) -> str:
    return catalogue("da").sentence(problem, rules()[problem.rule])


def test_what_is_followed_up_is_not_told(good: Publication) -> None:
    assert told(give_status(good)) == []


def test_what_nobody_sees_to_is_told_and_stops_nothing(good: Publication) -> None:
    give_status(good).change(SETTINGS, "    owner: Direktionen\n", "")
    assert told(good) == [("factor-owner", Level.WARNING)]


@pytest.mark.parametrize(("days", "silent"), [(SILENT_DAYS, False), (SILENT_DAYS + 1, True), (-1, True)])
def test_a_factor_is_silent_after_ninety_days(good: Publication, days: int, silent: bool) -> None:
    give_status(good).change(SETTINGS, "date: 2026-10-02", f"date: {TODAY - timedelta(days=days)}")
    assert (("factor-silent", Level.WARNING) in told(good)) is silent


def test_a_factor_that_was_never_talked_about_waits_for_the_day_that_is_agreed(good: Publication) -> None:
    give_status(good).change(SETTINGS, "    log:\n      - {date: 2026-10-02, text: Talt om på ledermødet.}\n", "")
    assert told(good) == []
    good.change(SETTINGS, "    next: 2027-02-01\n", "")
    [problem] = [one for one in good.problems() if one.rule in OWN]
    assert (problem.rule, problem.level) == ("factor-silent", Level.WARNING)
    assert not re.search("[0-9]", said(problem)), "nobody knows since when it is there"


def test_what_was_said_since_is_not_denied(good: Publication) -> None:
    give_status(good).change(SETTINGS, "next: 2027-01-15", "next: 2026-11-01")
    [problem] = [one for one in good.problems() if one.rule in OWN]
    assert "I så på faktoren den 2. november 2026" in said(problem)
    good.change(SETTINGS, "next: 2026-11-01", "next: 2026-11-03")
    [problem] = [one for one in good.problems() if one.rule in OWN]
    assert "2. november" not in said(problem)


@pytest.mark.parametrize(("day", "past"), [(date(2027, 1, 15), False), (date(2027, 1, 16), True)])
def test_a_day_is_past_the_day_after(good: Publication, day: date, past: bool) -> None:
    assert (("factor-next", Level.WARNING) in told(give_status(good), day)) is past


def test_a_step_that_is_past_needs_a_word(good: Publication) -> None:
    give_status(good)
    assert ("next-step-past", Level.WARNING) in told(good, date(2027, 4, 1))
    good.change(SETTINGS, ", status: Tolv var med.}", "}")
    assert told(good) == [("next-step-past", Level.WARNING)]


@pytest.mark.parametrize(
    "old", ["Nattevagterne", "Lederen", "To huse", "Vi prøver", "Vi samler", "Værdigruppen", "Tolv"]
)
def test_a_number_or_an_address_of_a_person_is_an_error_everywhere(good: Publication, old: str) -> None:
    give_status(good).change(SETTINGS, old, f"70 12 34 56 {old}")
    assert ("status-person", Level.ERROR) in told(good)


@pytest.mark.parametrize("old", ["Lederen af hjemmeplejen", "Værdigruppen"])
def test_a_name_where_a_role_belongs_is_told(good: Publication, old: str) -> None:
    give_status(good).change(SETTINGS, old, "Inger Madsen")
    assert told(good) == [("status-name", Level.WARNING)]
