"""The strategy: a page for each point, with what management says points to it, and of what does not, never more than
its words."""

import pytest

from hverdag.locale import catalogue
from hverdag.reports.letter import letter
from tests.conftest import Publication, copied, read
from tests.golden_course import give_course

HANDBOOK = "values/handbook.yml"
STRATEGY = """strategy:
  - id: paa-tvaers
    text: Vi <spørger> hinanden på tværs.
    source: Strategien 2026-2030, side 7
  - {id: tidligt, text: Vi spørger tidligt., source: Samme sted}
"""
LEFT = """---
title: En mosekonge
summary: Den handler om et blikspand.
values: [mod]
kind: opgave
workplace: Glasværket
audience: [alle]
questions: [Hvem kører sneplov?, Hvem ser det?, Hvem siger det?]
origin: collected
state: {state}
told: 2026-01-04
review_by: 2027-11-01
themes: [nøgler]
code: F77
response:
  answer: declined
  reason: Her bestemte skemaet, hvem der arbejdede sammen.
  goal: paa-tvaers
  date: 2026-04-21
  role: Direktionen
---

En tørvestak stod i skuret.
"""


def with_strategy(publication: Publication, state: str = "declined") -> Publication:
    give_course(publication)
    publication.write(HANDBOOK, (publication.root / HANDBOOK).read_text("utf-8") + STRATEGY)
    publication.change("stories/doeren.md", "  goal: Mål 1/2\n", "  goal: paa-tvaers\n")
    publication.write("stories/mosekongen.md", LEFT.format(state=state))
    return publication


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    made = with_strategy(copied("good", tmp_path_factory.mktemp("strategy")))
    report = made.build()
    assert report.built, report.problems
    return made


def test_each_point_has_a_page_with_its_source_and_its_stories(built: Publication) -> None:
    page = built.page("strategi/paa-tvaers/index.html")
    assert "Vores strategi, punkt 1 af 2" in page
    assert "Vi &lt;spørger&gt; hinanden" in page
    assert "Strategien 2026-2030, side 7" in page
    assert 'href="../../fortaellinger/doeren/"' in page
    assert "Ingen fortælling peger på denne del af strategien endnu." in built.page("strategi/tidligt/index.html")


def test_a_story_says_which_it_points_to(built: Publication) -> None:
    for page in ("fortaellinger/doeren/index.html", "bidrag/index.html"):
        assert "Den peger på strategien:" in built.page(page)
        assert "/strategi/paa-tvaers/" in built.page(page)
        assert "Den peger på målet:" not in built.page(page)


def test_what_does_not_point_there_is_told_by_managements_words_alone(built: Publication) -> None:
    page = built.page("strategi/paa-tvaers/index.html")
    assert "Her bestemte skemaet" in page and "Direktionen, 21. april 2026" in page
    for file in built.site.rglob("*"):
        if file.suffix in (".html", ".js", ".json", ".txt"):
            text = file.read_text("utf-8").casefold()
            assert not [word for word in ("mosekonge", "blikspand", "tørvestak", "glasværket") if word in text], file


@pytest.mark.parametrize("state", ["draft", "in-review"])
def test_a_draft_has_not_come_in(good: Publication, state: str) -> None:
    with_strategy(good, state)
    good.build(preview=True)
    assert ("Her bestemte skemaet" in good.page("strategi/paa-tvaers/index.html")) is (state != "draft")


def test_a_withdrawn_story_takes_managements_words_with_it(good: Publication) -> None:
    with_strategy(good)
    good.change(
        "stories/mosekongen.md",
        "response:",
        "consent: {reference: J-1, channels: [intranet], until: 2030-01-01, withdrawn: 2026-05-01}\nresponse:",
    )
    assert good.build().built
    assert "Her bestemte skemaet" not in good.page("strategi/paa-tvaers/index.html")


def test_english_readers_have_english_addresses(good: Publication) -> None:
    with_strategy(good)
    good.in_english()
    good.build(preview=True)
    assert (good.site / "strategy/tidligt/index.html").is_file()


def test_the_folder_can_have_another_name(good: Publication) -> None:
    with_strategy(good)
    good.write(HANDBOOK, (good.root / HANDBOOK).read_text("utf-8") + "folders:\n  strategy: retning\n")
    assert good.build().built
    assert (good.site / "retning/tidligt/index.html").is_file()


def test_an_unknown_one_is_told_with_those_of_both_kinds(good: Publication) -> None:
    with_strategy(good)
    good.change("stories/doeren.md", "goal: paa-tvaers", "goal: paa-tvers")
    (problem,) = [one for one in good.problems() if one.rule == "response-goal"]
    assert problem.parameters["suggestion"] == "paa-tvaers"
    assert problem.parameters["choices"] == "Mål 1/2, synlig, paa-tvaers, tidligt"


def test_the_letter_names_the_strategy(good: Publication) -> None:
    with_strategy(good)
    handbook = read(good.root)
    text = letter(handbook.story_by_id["doeren"], handbook.settings, "da")
    assert catalogue("da").say("It points to this part of our strategy: {point}", point="Vi <spø") in text
