"""Fields begin and end with three dashes; what was meant as that is told, and the fields are read all the same."""

import pytest

from hverdag.locale import catalogue
from hverdag.parse.front_matter import take_apart
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication

ENGLISH = catalogue("en")
STORY = "stories/vinduet.md"


def told(good: Publication) -> list[str]:
    problems = [problem for problem in good.problems() if problem.is_error]
    return [f"{problem.source.line} {ENGLISH.remedy(problem, rules()[problem.rule])}" for problem in problems]


@pytest.mark.parametrize(
    ("old", "new", "remedies"),
    [
        ("---\n", "----\n", ["1 Write --- there, and nothing else on the line."] * 2),
        ("---\n", "—\n", ["1 Write --- there, and nothing else on the line."] * 2),
        ("---\n", "- - -\n", ["1 Write --- there, and nothing else on the line."] * 2),
        ("---\n", "```\n", ["1 Write --- there, and nothing else on the line."] * 2),
        ("---\n", "+++\n", ["1 Write --- there, and nothing else on the line."] * 2),
        ("---\ntitle", " ---\ntitle", ["1 Write --- there, and nothing else on the line."]),
        ("---\ntitle", "---yaml\ntitle", ["1 Write --- there, and nothing else on the line."]),
        ("\n---\n", "\n...\n", ["15 Write --- there, and nothing else on the line."]),
        ("---\ntitle", "\n---\ntitle", ["1 Delete the empty lines above line 2."]),
        ("---\ntitle", "title", ["1 Write --- on a line of its own above line 1."]),
        ("F02\n---\n", "F02\n", ["1 Write --- on a line of its own below line 14."]),
    ],
)
def test_the_line_is_told_and_nothing_else(good: Publication, old: str, new: str, remedies: list[str]) -> None:
    good.change(STORY, old, new)
    found = told(good)
    assert [remedy.partition(" ")[2] for remedy in found] == [remedy.partition(" ")[2] for remedy in remedies]
    assert found[0] == remedies[0]


@pytest.mark.parametrize("fence", ["---\u00a0", "--- ", "---\t"])
def test_spaces_after_the_dashes_are_no_fault(good: Publication, fence: str) -> None:
    good.change(STORY, "---\n", f"{fence}\n")
    assert told(good) == []


TOML = """+++
title = "Nøglen"
values = ["mod"]
told = 2026-03-12
[dilemma]
question = "Hvad: nu?"
options = ["a", "b"]
+++
"""
YAML = '---\ntitle: Nøglen\nvalues: [mod]\ntold: 2026-03-12\ndilemma:\n  question: "Hvad: nu?"\n  options: [a, b]\n---'
JSON = """{"title": "Nøglen", "values": ["mod"], "told": "2026-03-12",
 "dilemma": {"question": "Hvad: nu?", "options": ["a", "b"]}}
"""


@pytest.mark.parametrize(("text", "form", "last"), [(TOML, "TOML", 8), (JSON, "JSON", 2)])
def test_other_forms_are_told_with_the_fields_as_they_must_be(text: str, form: str, last: int) -> None:
    split = take_apart(f"{text}\nEn tekst.", STORY)
    (problem,) = split.tree.problems
    assert (problem.rule, problem.source.line) == ("front-matter-form", 1)
    assert {"given": form, "first": 1, "last": last, "sample": YAML}.items() <= problem.parameters.items()
    assert split.tree.data == take_apart(f"{YAML}\n\nEn tekst.", STORY).tree.data
    assert (split.body, split.body_line) == ("\nEn tekst.", last + 1)


def test_a_page_with_toml_is_told_and_one_that_begins_with_a_rule_is_not(good: Publication) -> None:
    good.write("docs/hjaelp.md", '+++\ntitle = "Hjælp"\n+++\n\n# Hjælp\n')
    good.write("docs/andet.md", "***\n\n# Andet\n")
    assert [(problem.rule, problem.source.path) for problem in good.problems() if problem.is_error] == [
        ("front-matter-form", "docs/hjaelp.md")
    ]


def test_a_file_without_fields_is_shown_all_of_them(good: Publication) -> None:
    good.write("stories/ny.md", "En tekst.\n")
    (problem,) = [problem for problem in good.problems() if problem.is_error]
    assert problem.rule == "front-matter-missing"
    good.write("stories/ny.md", f"{problem.parameters['sample']}\n\nEn tekst.\n")
    assert told(good) == []
