"""A selection that names the edition in other words than the handbook."""

import pytest

from hverdag.locale import catalogue
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.rule_registry import rules
from tests.conftest import TODAY, Publication

SETTINGS = "values/handbook.yml"
ONE = """  - edition: {edition}
    date: {date}
    group: Gruppen
    nodded: 3
    of: 3
    stories: [vinduet]
"""


def selected(good: Publication, *selections: tuple[str, str]) -> None:
    text = (good.root / SETTINGS).read_text("utf-8")
    lines = "".join(ONE.format(edition=edition, date=date) for edition, date in selections)
    good.write(SETTINGS, f"{text}selections:\n{lines}")


@pytest.mark.parametrize("edition", ["1.udgave", "Første udgave", "1. Udgave", "2026"])
def test_it_is_told_with_both_names(good: Publication, edition: str) -> None:
    selected(good, (edition, "2026-10-01"))
    (problem,) = [one for one in read_and_check(good.root, TODAY).problems if one.rule == "selection-edition"]
    told = catalogue("da").sentence(problem, rules()[problem.rule])
    assert f"»{edition}«" in told
    assert "skriv edition: 1. udgave her" in told
    assert problem.source.path == SETTINGS


def test_selections_for_earlier_editions_are_no_fault(good: Publication) -> None:
    selected(good, ("0. udgave", "2025-10-01"), ("1. udgave", "2026-10-01"))
    assert "selection-edition" not in good.rules()


def test_of_several_the_newest_is_told(good: Publication) -> None:
    selected(good, ("Nyeste", "2026-10-01"), ("Ældste", "2024-10-01"))
    (problem,) = [one for one in read_and_check(good.root, TODAY).problems if one.rule == "selection-edition"]
    assert problem.parameters["given"] == "Nyeste"
