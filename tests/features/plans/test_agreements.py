"""Agreements in the file for a workplace's business plan."""

import pytest

from hverdag.features.plans.own_receipts import OwnReceipts
from hverdag.features.plans.plan_text import PlanWords
from hverdag.locale import catalogue
from hverdag.model.uptake.agreements import Agreement
from tests.conftest import TODAY, Publication
from tests.features.agreements.agreed import with_agreements
from tests.features.plans.made import files_of, make

WORDS = PlanWords(catalogue("da"), {})
SILENT = "Intet modtaget endnu"
FOLDED = 'reached:\n  - {workplace: svalen, month: "2024-05"}\n'


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = with_agreements(tmp_path_factory.mktemp("plans"))
    publication.write("values/agreements/folded.yml", FOLDED)
    made = make(publication)
    assert (made.problems, made.number, made.without) == ((), 14, 10)
    return publication


def said(outcome: str) -> str:
    one = Agreement(date=TODAY, workplace="rylen").model_copy(update={"agreement": "Vi hilser", "outcome": outcome})
    return WORDS.text(OwnReceipts(), TODAY, (one,))


@pytest.mark.parametrize("id", ["rylen", "viben", "bakken", "svalen"])
def test_one_with_agreements_alone_has_sent_something(plans: Publication, id: str) -> None:
    told = files_of(plans, id)
    assert SILENT not in told
    assert "Vi har ikke fået kvitteringer fra jer endnu." in told


def test_its_agreements_are_in_the_text(plans: Publication) -> None:
    text = (plans.root / "private/plans/rylen.txt").read_text("utf-8-sig")
    assert text.startswith("Vi har aftalt: »Vi lukker munden op om kaffekanden.« »Vi går en runde")
    assert "[skriv her]" in text


def test_others_are_told_that_nothing_was_received(plans: Publication) -> None:
    assert SILENT in files_of(plans, "engen")


@pytest.mark.parametrize(("outcome", "is_told"), [("", True), ("kept", True), ("changed", True), ("droppet", False)])
def test_what_was_dropped_is_nothing_that_they_have_agreed(outcome: str, is_told: bool) -> None:
    assert ("Vi har aftalt" in said(outcome)) == is_told


def test_a_text_without_anything_to_tell_is_all_to_be_written() -> None:
    assert said("dropped") == WORDS.text(OwnReceipts(), TODAY)
