"""A quotation mark that is never closed is told at the mark, and nothing below it is lost."""

import pytest

from hverdag.parse.front_matter import read_fields

UNCLOSED = {
    "a field below it has marks": ('title: "Nøglen\nsummary: "En tekst"\nkind: x', 1, 8),
    "the mark below is lines away": ('title: "Nøglen\nsummary: En tekst\nkind: "x"\nstate: draft', 1, 8),
    "the other kind": ("title: 'Nøglen\nsummary: En tekst\nkind: 'x'", 1, 8),
    "an apostrophe below": ("title: 'Nøglen\nsummary: Oles kones' nøgle\nkind: x", 1, 8),
    "an item": ('questions:\n  - "Hvad?\n  - "Hvem?"\n  - Hvor?\nkind: x', 2, 5),
    "inside a field": ('contact:\n  name: "A"\n  phone: "b\n  mail: "c"\nkind: x', 3, 10),
    "a field of an item": ('kinds:\n  - id: a\n    name: "Navn\n    meaning: "Noget"\n  - id: b', 3, 11),
    "an empty line below": ('title: "Nøglen\n\nsummary: "En tekst"\nkind: x', 1, 8),
    "a list in brackets": ('values: ["mod, tillid]\nkind: "x"', 1, 9),
    "two lines": ('summary: "En lang\n  tekst\nkind: "x"', 1, 10),
    "closed by a mark below, so that all can be read": ('title: "Nøglen\nsummary: En tekst"\nkind: x', 1, 8),
    "an item closed by another": ('questions:\n  - "Hvad\n  - Hvem"\nkind: x', 2, 5),
}
SOUND = (
    'title: "Nøglen\n  på bordet"\nkind: x',
    'title: "Det er: en\n  nøgle: et ord"\nkind: x',
    'summary: |\n  a: "b\n  c: d"\nkind: x',
    'a: "x: \\"y\\" z"\nb: {c: "d", e: "f"}',
    "a: 'x''y'\nb: 'det''s\n  sent'",
    'a: ["b",\n  "c"]\nd: e',
)


@pytest.mark.parametrize("name", UNCLOSED)
def test_it_is_told_where_it_opens(name: str) -> None:
    text, line, column = UNCLOSED[name]
    tree = read_fields(text, "x")
    (problem,) = tree.problems
    assert (problem.source.line, problem.source.column) == (line, column)
    assert "never closed" in str(problem.parameters["cause"])
    assert not tree.lost


@pytest.mark.parametrize("text", SOUND)
def test_what_is_closed_is_left_alone(text: str) -> None:
    assert read_fields(text, "x").problems == []


def test_each_of_two_is_told() -> None:
    tree = read_fields('title: "Nøglen\nsummary: "En tekst\nkind: x', "x")
    assert [problem.source.line for problem in tree.problems] == [1, 2]
    assert tree.data == {"title": "Nøglen", "summary": "En tekst", "kind": "x"}
