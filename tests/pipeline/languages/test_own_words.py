"""What is said once for all languages, as each of them reads it, and what is asked for only once."""

import pytest

from hverdag.locale import catalogue
from hverdag.model.edition_name import edition_in
from hverdag.model.language import Language
from hverdag.model.problem import Problem
from hverdag.model.settings import Settings
from hverdag.pipeline.languages.reading import read_languages
from hverdag.pipeline.rule_registry import rules
from tests.conftest import TODAY, Publication
from tests.in_two_languages import with_english

OWN, FIRST = "values/handbook.en.yml", "values/handbook.yml"
ANSWERS = (
    "protection:\n  officer: {name: Juraen, phone: 12 34 56 78, mail: jura@huset.example}\n"
    "  consent_register: Arkivet\n"
    "  forge: Os\n  server: Os\n  retention: Et år\n  basis: Artikel 6\n  transfers: Ingen\n  security: Redaktionen\n"
)


@pytest.fixture
def bilingual(good: Publication) -> Publication:
    return with_english(good)


def english(publication: Publication) -> Settings:
    return read_languages(publication.root, TODAY).others[0].publication.handbook.settings


def told(publication: Publication, rule: str) -> list[Problem]:
    return [one for one in read_languages(publication.root, TODAY).problems if one.rule == rule]


def add(publication: Publication, path: str, text: str) -> None:
    publication.write(path, (publication.root / path).read_text("utf-8") + text)


@pytest.mark.parametrize(
    ("danish", "english"),
    [
        ("1. udgave", "1st edition"),
        ("2. udgave", "2nd edition"),
        ("11. udgave", "11th edition"),
        ("23. udgave, 2027", "23rd edition, 2027"),
        ("Første udgave", "First edition"),
        ("Udgave 3", "Edition 3"),
        ("Efterår 2026", "Autumn 2026"),
        ("2026/1", "2026/1"),
    ],
)
def test_an_edition_that_is_a_number_or_a_time_is_called_so_in_every_language(danish: str, english: str) -> None:
    assert edition_in(Language.ENGLISH, danish) == english
    assert edition_in(Language.DANISH, english) == danish
    assert edition_in(Language.DANISH, danish) == danish


@pytest.mark.parametrize("edition", ["Den blå bog", "Havnen 2026", "udgave for nye"])
def test_what_only_people_can_translate_is_not_translated(edition: str) -> None:
    assert edition_in(Language.ENGLISH, edition) == ""


def test_english_pages_name_the_edition_in_english_and_its_selection_is_found(bilingual: Publication) -> None:
    edition = "1. udgave"
    text = (bilingual.root / FIRST).read_text("utf-8")
    assert f"edition: {edition}" in text
    add(
        bilingual,
        FIRST,
        f"selections:\n  - edition: {edition}\n    date: 2026-10-01\n    group: Gruppen\n    nodded: 3\n    of: 3\n"
        "    stories: [vinduet]\n",
    )
    settings = english(bilingual)
    assert settings.edition == "1st edition"
    assert settings.selection is not None
    assert not told(bilingual, "language-edition")


def test_an_edition_with_a_name_is_told_until_it_has_one_in_english(bilingual: Publication) -> None:
    bilingual.change(FIRST, "edition: 1. udgave", "edition: Den blå bog")
    (problem,) = told(bilingual, "language-edition")
    assert problem.source.path == FIRST
    assert OWN in catalogue("da").remedy(problem, rules()["language-edition"])
    add(bilingual, OWN, "edition: The blue book\n")
    assert not told(bilingual, "language-edition")
    assert english(bilingual).edition == "The blue book"


def test_a_telephone_number_is_written_once(bilingual: Publication) -> None:
    first = read_languages(bilingual.root, TODAY).handbook.settings.contact
    add(bilingual, OWN, "contact:\n  name: The office\n")
    contact = english(bilingual).contact
    assert (contact.name, contact.phone, contact.mail) == ("The office", first.phone, first.mail)
    assert not told(bilingual, "required-field")


def test_an_officer_is_reached_at_the_same_number(bilingual: Publication) -> None:
    add(bilingual, FIRST, ANSWERS)
    add(bilingual, OWN, "protection:\n  officer:\n    name: The legal office\n  forge: We do\n")
    (problem,) = told(bilingual, "protection-answers")
    assert problem.source.path == OWN
    missing = catalogue("da").sentence(problem, rules()["protection-answers"])
    assert "officer" not in missing
    assert "Webserver (server)" in missing


@pytest.mark.parametrize("held", ["protection: {}\n", ""])
def test_data_protection_is_asked_for_in_the_first_language_first(bilingual: Publication, held: str) -> None:
    add(bilingual, FIRST, "protection: {}\n")
    add(bilingual, OWN, held)
    assert [one.source.path for one in told(bilingual, "protection-answers")] == [FIRST]
    bilingual.change(FIRST, "protection: {}\n", ANSWERS)
    found = told(bilingual, "protection-answers")
    assert [one.source.path for one in found] == ([OWN] if held else [])
    assert all(str(one.parameters["sample"]).startswith("protection:\n  consent_register:") for one in found)


def test_a_story_is_begun_in_the_first_language_and_translated(bilingual: Publication) -> None:
    (bilingual.root / "stories/vinduet.en.md").unlink()
    for path in ("stories/vinduet.md", "stories/doeren.md"):
        bilingual.change(path, "state: published", "state: draft")
    assert [one.source.path for one in told(bilingual, "no-story")] == ["stories/doeren.md"]


def test_a_translation_that_is_begun_is_to_be_finished(bilingual: Publication) -> None:
    bilingual.change("stories/vinduet.en.md", "state: published", "state: draft")
    hints = [catalogue("en").remedy(one, rules()[one.rule]) for one in told(bilingual, "language-missing")]
    assert any('"stories/vinduet.en.md" is begun: write it to its end' in one for one in hints)


@pytest.mark.parametrize("rule", ["theme-unknown", "theme-near", "response-goal"])
def test_the_settings_to_write_in_are_those_of_the_language(bilingual: Publication, rule: str) -> None:
    bilingual.change(
        "stories/vinduet.en.md",
        "themes: [Keys]",
        "themes: [Hats]\nresponse:\n  answer: chosen\n  reason: Yes.\n  goal: no\n  date: 2026-10-01\n  role: Us",
    )
    bilingual.change(OWN, "    words: [key, lock]", "    words: [key, lock]\n    near: [zz]")
    found = [one for one in told(bilingual, rule) if one.source.path.endswith((".en.md", ".en.yml"))]
    assert found
    for one in found:
        assert OWN in catalogue("en").remedy(one, rules()[rule])
