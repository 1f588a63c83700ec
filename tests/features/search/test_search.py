"""What search knows before a reader types: words and their forms, compounds, synonyms, and which pages there are."""

import json
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest

from hverdag.features.registry import registry
from hverdag.features.search.data import MOST_LETTERS, SearchContent, search_script
from hverdag.host.search import written_page
from hverdag.language.compounds import Splitter
from hverdag.language.dictionary import dictionary
from hverdag.language.lexicon import lexicon, look_up, standing
from hverdag.language.synonyms import Synonyms
from hverdag.model.language import Language
from hverdag.model.search import FoundPage, Lexicon, SearchEntry
from tests.conftest import Publication
from tests.features.search.finding import queries

DANISH = Language.DANISH


def data(text: str) -> dict[str, Any]:
    """What a search script hands over."""
    sources, start, rest = text.partition("hverdagData.search(")
    assert sources.startswith("/* ") and "ODbL" in sources and start
    held: dict[str, Any] = json.loads(rest.removesuffix(");\n"))
    return held


def page(text: str, *about: str) -> FoundPage:
    return FoundPage("x/", SearchEntry("story", "Titlen", text=text, about=about))


def script(pages: Sequence[FoundPage], words: Lexicon) -> str:
    """What a browser searches in, of some pages and words."""
    house = registry()
    settings = house.settings_model.model_construct()
    index, _ = search_script(SearchContent(tuple(pages), (), words), [], settings, house.search_kinds)
    return str(index.content)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("børnene", {"barn"}),
        ("gik", {"gå"}),
        ("bad", {"bede", "bad"}),
        ("borger", {"borge", "borger"}),
        ("nattevagtens", {"nattevagt"}),
        ("større", {"stor"}),
        ("zzz", set()),
    ],
)
def test_a_form_leads_to_its_words(form: str, words: set[str]) -> None:
    assert set(dictionary("da").words(form)) == words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("nattevagt", {"nat", "vagt"}),
        ("arbejdsfællesskab", {"arbejde", "fællesskab"}),
        ("børnehave", {"barn", "have"}),
        ("hjemmehjælper", {"hjem", "hjælper"}),
        ("vasketøj", {"vask", "tøj"}),
        ("teamleder", {"team", "leder"}),
    ],
)
def test_a_compound_is_found_by_its_parts(word: str, parts: set[str]) -> None:
    assert parts <= set(Splitter(dictionary("da")).parts(word))


@pytest.mark.parametrize("word", ["fællesskab", "åbenhed", "kollega", "ansvar", "barn", "besøg", "borger", "tillid"])
def test_a_word_that_only_looks_like_a_compound_is_left_whole(word: str) -> None:
    assert Splitter(dictionary("da")).parts(word) == ()


def test_a_compound_that_no_dictionary_holds_is_inflected_as_its_last_part() -> None:
    words = lexicon(look_up({"værdivejen"}, DANISH).values())
    assert {"værdivej", "værdivejen", "værdiveje", "værdivejens"} <= set(words["værdivej"].forms)
    assert set(words["værdivej"].parts) == {"værdi", "vej"}
    assert "veje" in words["vej"].forms


def test_english_has_forms_and_no_compounds() -> None:
    words = lexicon(look_up({"children", "went", "nightshift"}, Language.ENGLISH).values())
    assert {"child", "children"} <= set(words["child"].forms)
    assert "going" in words["go"].forms
    assert not any(word.parts for word in words.values())


def test_only_what_can_be_a_word_is_looked_up() -> None:
    assert standing(["Nøglen, 2026 og F07!", "a" * 41, "<b>hej</b>"]) == {"nøglen", "og", "f07", "hej"}


def test_synonyms_stand_in_for_one_another() -> None:
    groups = [["chef", "leder"], ["sosu", "social- og sundhedshjælper"]]
    words = lexicon(look_up(standing(["lederne chef sosu social- og sundhedshjælperen"]), DANISH).values())
    same = lambda text: Synonyms(groups, words).with_synonyms(page(text)).entry.same  # noqa: E731
    assert same("Lederne kom.") == ("chef",)
    assert same("Hun er social- og sundhedshjælper.") == ("sosu",)
    assert same("Hun er hjælper og social.") == ()
    assert same("Chefen er leder.") == ()


def test_the_script_is_text_and_never_a_program() -> None:
    evil = '</script><script>alert(1)</script>"\u2028'
    made = script([page(evil, evil)], {})
    assert "<" not in made
    assert "\u2028" not in made
    assert data(made)["pages"][0][4].startswith("</script>")


def test_a_page_is_searched_so_far_and_no_further() -> None:
    held = data(script([page("ord " * 50_000)], {}))
    assert MOST_LETTERS - 10 < len(held["pages"][0][4]) <= MOST_LETTERS


def test_forms_are_told_by_what_is_taken_off_and_put_on() -> None:
    words = lexicon(look_up({"barn", "bad"}, DANISH).values())
    held = data(script([], words))
    for name, number, *_ in held["words"]:
        forms = {name}
        for inflection in filter(None, held["classes"][number].split(",")):
            digits = len(inflection) - len(inflection.lstrip("0123456789"))
            forms.add(name[: len(name) - int(inflection[:digits])] + inflection[digits:])
        assert forms == set(words[name].forms)


def test_the_index_holds_stories_values_methods_and_written_pages_and_no_lists(built_good: Publication) -> None:
    held = data(built_good.page("search/data.js"))
    assert {"fortaellinger/doeren/", "vaerdier/mod/", "metoder/kort/", "hjaelp/"} <= {one[0] for one in held["pages"]}
    assert not {"fortaellinger/", "vaerdier/", "guider/kort/doeren/"} & {one[0] for one in held["pages"]}
    texts = next(one for one in held["pages"] if one[0] == "fortaellinger/doeren/")
    assert "Døren: {{ 7*7 }} & <to>" in texts[2]  # a title is text


def test_what_macros_set_into_a_page_is_not_searched_there(good: Publication) -> None:
    good.write("docs/alle.md", "---\nrender_macros: true\n---\n# Alle\n\nDe står her.\n\n{{ stories() }}\n")
    assert good.build().built
    assert "Døren" in good.page("alle/index.html")
    held = {one[0]: one for one in data(good.page("search/data.js"))["pages"]}
    assert held["alle/"][2:5] == ["Alle", "", "De står her."]


def test_a_page_may_stay_out_of_the_search(good: Publication) -> None:
    good.write("docs/hemmelig.md", "---\nsearch:\n  exclude: true\n---\n# Skjult\n\nIngen finder siden.\n")
    assert good.build().built
    assert "Ingen finder siden" not in good.page("search/data.js")


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("[chef, leder]", []),
        ("[chef]", ["synonym-words"]),
        ("[chef, Chef]", ["synonym-words"]),
        ('[chef, "!!"]', ["synonym-letters"]),
        (f"[chef, {'x' * 61}]", ["synonym-letters"]),
        ("chef", ["field-list"]),
        ("[[chef], leder]", ["field-text", "synonym-words"]),
    ],
)
def test_faulty_synonyms_are_told(good: Publication, line: str, rules: list[str]) -> None:
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{settings}\nsynonyms:\n  - {line}\n")
    told = [problem for problem in good.problems() if problem.source.path == "values/handbook.yml"]
    assert sorted(problem.rule for problem in told) == sorted(rules)
    assert all(problem.source.line > 1 for problem in told)


def test_the_readers_queries_are_many_and_of_all_kinds() -> None:
    held = queries()
    assert len({query.text for query in held}) == len(held) >= 60
    harder = [query for query in held if query.form != "plain"]
    assert len(harder) >= len(held) / 2
    assert {query.form for query in harder} == {"inflected", "compound", "misspelt"}


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("x <!-- TODO: navn -> slet det --> y", "x y"),
        ('<p title="a > b">Hej</p>', "Hej"),
        ("<template>skabelon</template><p hidden>skjult</p><script>if (a < b) kode()</script>Synlig", "Synlig"),
        ("<h1>Titel</h1><p>En</p><p>to</p>", "En to"),
        ("<h2 data-search-exclude>Ud</h2><p>ud</p><h3>ud</h3><p>ud</p><h2>Ind</h2><p>ind</p>", "Ind ind"),
        ("<p data-search-exclude><img><p>ud</p></p>ind", "ind"),
        ("bla\u030abær", "blåbær"),
        ("<h1>" * 40_000 + "</p>" * 5_000, ""),
        (f"a &#{'9' * 5_000}; b", ""),
    ],
)
def test_a_hand_written_page_is_found_by_what_it_says(html: str, said: str) -> None:
    found = written_page(cast(Any, SimpleNamespace(meta={}, title="Titel", url="x/")), html)
    assert found
    assert found.entry.text == said


def test_long_synonyms_cost_no_more_than_the_words_they_share() -> None:
    groups = [["det er en", "som en af"], ["vi har det godt", "vi har det dårligt"]]
    words = lexicon(look_up(standing(" ".join(group) for group in groups), DANISH).values())
    synonyms = Synonyms(groups, words)
    assert synonyms.with_synonyms(page("Det er en dag.")).entry.same == ("som en af",)
    assert synonyms.with_synonyms(page("Er det en dag?")).entry.same == ()
    assert synonyms.with_synonyms(page("Vi havde det godt.")).entry.same == ("vi har det dårligt",)
