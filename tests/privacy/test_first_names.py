"""First names where a role belongs, and the words that only look like them."""

import pytest

from hverdag.model.language import Language
from hverdag.privacy.first_names import first_names
from tests.conftest import Publication

NAMED = {
    "en": ("Sam, volunteer", "volunteer (Sam)", "Amina", "Dorothy's daughter", "Kim and a driver"),
    "da": ("Charlotte, frivillig", "Hans, pedel", "Per", "pedel – Vagn", "Frivillig Amina"),
}
OTHERS = {
    "en": (
        *("volunteer", "Dean", "Line manager", "Volunteer since August", "nurse at St Dorothy", "Amina House"),
        *("Victoria ward sister", "Jordan team", "Head of HR"),
    ),
    "da": (
        *("frivillig", "Hans kollega", "Per telefon", "Else og andre", "Værdigruppen", "leder, Sankt Charlotte"),
        *("Charlotte Skolen", "Vagn og skinner", "En nabo"),
    ),
}


def found(text: str, language: str) -> list[str]:
    return list(first_names(text, {"Havnen"}, Language(language)))


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in NAMED.items() for text in texts])
def test_a_name_is_found(language: str, text: str) -> None:
    assert found(text, language)


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in OTHERS.items() for text in texts])
def test_what_only_looks_like_one_is_not(language: str, text: str) -> None:
    assert not found(text, language)


def test_a_word_of_the_organisation_is_none() -> None:
    assert not list(first_names("frivillig hos Amina", {"Amina"}, Language.DANISH))


PLACES = {
    "contributors": "contributors: [{role: 'Amina, frivillig'}]",
    "decision": "decision: {date: 2026-10-01, group: Amina og de andre}",
    "response": "response: {answer: chosen, reason: Ja., date: 2026-10-01, role: 'Amina, direktør'}",
    "asked": "mentioned: {people: [], asked: 'Amina, pedel', date: 2026-10-01}",
    "relation": "mentioned: {people: [{relation: 'Amina, nabo', changed: byen}], asked: pedel, date: 2026-10-01}",
}


@pytest.mark.parametrize("name", PLACES)
def test_every_field_for_a_role_is_looked_at(good: Publication, name: str) -> None:
    good.change("stories/vinduet.md", "code: F02", f"{PLACES[name]}\ncode: F02")
    assert good.rules().count("role-name") == 1


def test_a_whole_name_is_told_once(good: Publication) -> None:
    good.change("stories/vinduet.md", "code: F02", "contributors: [{role: Amina Holm}]\ncode: F02")
    assert "contributor-name" in good.rules()
    assert "role-name" not in good.rules()
