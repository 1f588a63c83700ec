"""The talks of the sample: they lead where the leaders' form leads, and hold what a leader must find in each."""

from itertools import pairwise

import pytest

from hverdag.model.texts.method import Brings, Method, Subject
from tests.conftest import ROOT, read

CHAIN = ("strategien-fortalt", "faciliteringsguide", "opfoelgning-paa-adfaerd", "resultatmoede")
DAYS = ("god-kommunikation", "spilledag")


@pytest.fixture(scope="module")
def methods() -> dict[str, Method]:
    return {method.id: method for method in read(ROOT).methods}


def leads(methods: dict[str, Method], first: str, second: str) -> bool:
    return second in methods[first].leads_to or first in methods[second].follows


def test_the_form_can_be_walked_from_the_strategy_to_the_result(methods: dict[str, Method]) -> None:
    assert all(leads(methods, first, second) for first, second in pairwise(CHAIN))


def test_what_is_agreed_is_looked_at_a_month_later_and_at_the_year_s_end(methods: dict[str, Method]) -> None:
    assert leads(methods, "kort-samtale", "en-maaned-senere")
    assert leads(methods, "en-maaned-senere", "aarets-tilbageblik")
    for name in ("en-maaned-senere", "aarets-tilbageblik", "opfoelgning-paa-adfaerd", "resultatmoede"):
        assert Brings.AGREED in methods[name].meeting[0].shows, name


def test_each_talk_on_the_values_as_a_whole_has_an_invitation_and_says_where_it_is_from(
    methods: dict[str, Method],
) -> None:
    about_all = [method for method in methods.values() if Subject.HANDBOOK in method.applies_to]
    assert len(about_all) >= len(CHAIN) + len(DAYS)
    assert [method.id for method in about_all if not method.invitation or "Bygger på" not in method.rests_on] == []


def test_a_day_has_its_breaks_and_ends_at_three(methods: dict[str, Method]) -> None:
    for name in DAYS:
        breaks = [step.minutes for step in methods[name].meeting if step.name in ("Pause", "Frokost")]
        assert (methods[name].start, methods[name].minutes, breaks) == ("09:00", 360, [15, 45, 15]), name


def test_a_talk_on_what_went_wrong_opens_with_what_it_is_not(methods: dict[str, Method]) -> None:
    opening, *_ = methods["det-gik-skaevt"].meeting
    assert "Det her er ikke en melding." in opening.say[0]
    assert "ingen navne" in opening.say[1]


def test_the_wondering_questions_are_eight_cards(methods: dict[str, Method]) -> None:
    assert len(set(methods["foer-nu-og-fremover"].cards)) == 8


def test_nobody_is_measured(methods: dict[str, Method]) -> None:
    for name in ("faciliteringsguide", "tal-om-maalingen"):
        assert "Det gør vi ikke" in methods[name].rests_on, name
