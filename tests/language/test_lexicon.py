"""What each form brings to a lexicon, in this process or in another: together they are the lexicon of a site."""

from random import Random

import pytest

from hverdag.language.dictionary import dictionary
from hverdag.language.lexicon import lexicon, look_up, standing
from hverdag.model.language import Language
from hverdag.pipeline import form_lookup
from hverdag.pipeline.form_lookup import FormLookup
from tests.conftest import ROOT

TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "stories").glob("*.md"))]


def test_what_a_form_brings_depends_on_no_other() -> None:
    forms, chance = sorted(standing(TEXTS)), Random(3)  # noqa: S311 not a secret
    whole = look_up(forms, Language.DANISH)
    for _ in range(5):
        some = chance.sample(forms, 40)
        assert look_up(some, Language.DANISH) == {form: whole[form] for form in some}
    assert lexicon(whole.values()) == lexicon(reversed(list(whole.values())))


def test_every_part_is_a_word_with_its_own_forms() -> None:
    words = lexicon(look_up(["nattevagten"], Language.DANISH).values())
    assert words["nattevagt"].parts
    assert {"nattevagt", "nattevagten"} <= set(words["nattevagt"].forms)
    assert {part for word in words.values() for part in word.parts} <= words.keys()
    assert "vagten" in words["vagt"].forms
    assert look_up(["qqzz", "xyz123"], Language.DANISH) == {"qqzz": [], "xyz123": []}


@pytest.mark.parametrize("language", list(Language))
def test_another_process_finds_the_same(monkeypatch: pytest.MonkeyPatch, language: Language) -> None:
    texts = TEXTS[:3]
    here = FormLookup(language, {})
    alone = here.lexicon([*texts, "Klokken"])
    monkeypatch.setattr(dictionary, "cache_info", lambda: _Empty)
    there = FormLookup(language, {})
    there.begin((), texts)
    assert there._other
    assert not there._other.is_idle
    assert there.lexicon([*texts, "Klokken"]) == alone


class _Empty:
    currsize = 0


def test_what_is_known_is_not_looked_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[str, object] = {}
    kept: list[int] = []
    first = FormLookup(Language.DANISH, known, lambda: kept.append(len(known))).lexicon(TEXTS)
    monkeypatch.setattr(form_lookup, "look_up", None)
    again = FormLookup(Language.DANISH, known)
    again.begin((), TEXTS)
    assert again.lexicon(TEXTS) == first
    assert kept == [len(known)]


def test_a_process_that_nobody_asks_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "cache_info", lambda: _Empty)
    lookup = FormLookup(Language.DANISH, {})
    lookup.begin((), TEXTS)
    assert lookup._other
    process = lookup._other._process
    assert process
    del lookup
    assert process.returncode is not None
