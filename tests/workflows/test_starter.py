"""The methods of a new publication: the sample's own with other words, and the same meetings in English."""

import re
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
import yaml

from hverdag.starter import FOLDER, filled
from tests.conftest import ROOT, Publication, read

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


ENGLISH = FOLDER / "en/docs/methods"
CITIZENS = {"one": "citizen", "many": "citizens", "the_one": "the citizen", "the_many": "the citizens"}
WORDS = frozenset(
    {"title", "purpose", "precondition", "group", "invitation", "rests_on", "materials", "cards"}
    | {"name", "guidance", "activity", "responsible", "stalls", "moved"}
)
"""Fields that are words, and so another language's own."""
LINES = frozenset({"say", "points", "questions"})
PLACES = ("Odense Værkstederne",)


def method_of(path: Path, words: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(filled(path.read_text("utf-8"), words).split("---\n")[1])
    return found


@pytest.fixture(scope="module")
def both() -> list[tuple[Path, Path]]:
    """The Danish and the English file of each code."""
    danish = {method_of(path, SAMPLE)["code"]: path for path in DANISH.iterdir()}
    english = {method_of(path, CITIZENS)["code"]: path for path in ENGLISH.iterdir()}
    assert danish.keys() == english.keys()
    assert len(english) == len(list(ENGLISH.iterdir()))
    return [(danish[code], english[code]) for code in sorted(danish, key=str)]


def shape(part: object, key: str = "") -> object:
    """Return what must be the same in both languages: every number and mark, and how many lines there are."""
    if isinstance(part, dict):
        return {name: shape(value, name) for name, value in part.items() if name not in ("follows", "leads_to")}
    if isinstance(part, list):
        return len(part) if key in LINES | WORDS else [shape(item, key) for item in part]
    return bool(part) if key in WORDS else part


def test_the_same_meeting_is_held_in_english(both: list[tuple[Path, Path]]) -> None:
    for danish, english in both:
        assert shape(method_of(english, CITIZENS)) == shape(method_of(danish, SAMPLE)), english.name


def test_a_method_leads_to_the_same_ones_in_english(both: list[tuple[Path, Path]]) -> None:
    english_of = {danish.stem: english.stem for danish, english in both}
    for danish, english in both:
        for field in ("follows", "leads_to"):
            expected = [english_of[name] for name in method_of(danish, SAMPLE).get(field, [])]
            assert method_of(english, CITIZENS).get(field, []) == expected, english.name


def test_the_english_methods_name_nobody_and_hold_no_danish(both: list[tuple[Path, Path]]) -> None:
    for _, english in both:
        text = english.read_text("utf-8")
        for place in PLACES:
            text = text.replace(place, "")
        assert "citizen" not in text.casefold(), english.name
        assert re.findall(r"[æøåÆØÅ»«’‘]", text) == [], english.name
        assert re.findall(r"\ban? \[\[", text) == [], english.name  # "a attendee"


def test_every_placeholder_is_one_of_the_four_and_of_none_but_them(both: list[tuple[Path, Path]]) -> None:
    for path in (path for pair in both for path in pair):
        text = path.read_text("utf-8")
        assert "[[" not in filled(text, CITIZENS), path.name
        assert re.findall(r"\b(?:en|et|én|ét|den|det|ingen|hver) \[\[(?:one|the_one)", text) == [], path.name


@pytest.mark.parametrize(
    ("language", "folder", "words"),
    [
        ("en", ENGLISH, CITIZENS),
        ("en", ENGLISH, {"one": "member", "many": "members", "the_one": "the member", "the_many": "our members"}),
        ("da", DANISH, {"one": "medlem", "many": "medlemmer", "the_one": "medlemmet", "the_many": "medlemmerne"}),
    ],
)
def test_nothing_in_them_is_to_be_mended(good: Publication, language: str, folder: Path, words: dict[str, str]) -> None:
    rmtree(good.root / METHODS)
    methods = folder.relative_to(FOLDER / language).as_posix()
    for path in folder.iterdir():
        good.write(f"{methods}/{path.name}", filled(path.read_text("utf-8"), words))
    good.change("values/handbook.yml", "title:", f"language: {language}\ntitle:")
    assert len(read(good.root).methods) == len(NAMES)
    assert [problem for problem in good.problems() if problem.source.path.startswith(methods)] == []
