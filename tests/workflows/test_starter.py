"""The methods of a new publication: the sample's own with other words, and the same meetings in English."""

import pytest

from hverdag.workflows.starter_text import FOLDER, filled
from tests.conftest import ROOT

SAMPLE = {
    "organisation": "Fjordby Kommune",
    "one": "borger",
    "many": "borgere",
    "the_one": "borgeren",
    "the_many": "borgerne",
}
METHODS = "docs/metoder"
DANISH = FOLDER / "da" / METHODS
NAMES = sorted(path.name for path in (ROOT / METHODS).glob("*.md"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spørg [[the_many]].", "Spørg borgerne."),
        ("[[The_many]]s ord", "Borgernes ord"),
        ("[[Many]] og [[one]]", "Borgere og borger"),
        ("[[organisation]]", "Fjordby Kommune"),
        ("[[Organisation]]", "Fjordby Kommune"),
        (
            "[[Skriv, hvem der svarer]] [[ukendt]] [[]] [one] [[one]",
            "[[Skriv, hvem der svarer]] [[ukendt]] [[]] [one] [[one]",
        ),
        ("[[[one]]]", "[borger]"),
        ("", ""),
    ],
)
def test_a_word_is_filled_in_as_it_is_written(text: str, expected: str) -> None:
    assert filled(text, SAMPLE) == expected


def test_a_filled_word_is_not_filled_again() -> None:
    assert filled("[[one]]", {"one": "[[many]]", "many": "x"}) == "[[many]]"
    assert filled("[[One]]", {"one": "økoborger"}) == "Økoborger"
    assert filled("[[One]]", {"one": ""}) == ""


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_s_methods_are_the_starter_s_with_its_own_word(name: str) -> None:
    assert filled((DANISH / name).read_text("utf-8"), SAMPLE) == (ROOT / METHODS / name).read_text("utf-8")


def test_no_method_is_in_one_of_them_only_and_none_names_those_served() -> None:
    assert sorted(path.name for path in DANISH.iterdir()) == NAMES
    for path in DANISH.iterdir():
        assert "borger" not in path.read_text("utf-8").casefold(), path.name
