"""A line that is offered in a remedy reads back as the text that was meant."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from hverdag.model.message import Message
from hverdag.model.problem import Problem
from hverdag.model.yaml_text import block, bracketed, quoted, scalar
from hverdag.parse.characters import CONTROLS
from hverdag.parse.front_matter import read_fields

SEEN = st.characters(
    codec="utf-8",
    exclude_categories=("Cc", "Co", "Cs", "Zl", "Zp"),
    exclude_characters="".join(CONTROLS),  # a file is read without them
)
TEXTS = st.one_of(st.text(SEEN, min_size=1), st.text(st.sampled_from("ab \"'#:-,]}&*!|>%@`?\\\u00a0"), min_size=1))


def better(problem: Problem) -> str:
    advice = problem.parameters.get("advice")
    found = dict(advice.parameters).get("better") if isinstance(advice, Message) else problem.parameters.get("better")
    return str(found)


@given(TEXTS, st.sampled_from(["", "title:\n  "]))
def test_any_text_as_it_was_typed(text: str, before: str) -> None:
    text = text.strip().strip("\u200b").strip()
    assume(text and text[0] not in "[{")
    assume(not before or (not re.search(r":|[\[{]", text) and text[0] != "-"))  # an item with a colon may be a field
    mark = "- " if before else "title: "
    lines = f"{before}{mark}{text}\nkind: x".split("\n")
    tree = read_fields("\n".join(lines), "x")
    assume(tree.problems and tree.problems[0].rule != "file-characters")
    (problem,) = tree.problems
    at = problem.source.line - 1
    lines[at] = ("  " if before else "") + better(problem)
    mended = read_fields("\n".join(lines), "x")
    assert mended.problems == []
    closed = text[0] in "\"'" and text[0] not in text[1:]  # its partner was forgotten
    meant = (text[1:].strip() or text) if closed else text
    assert plain(mended.data["title"][0] if before else mended.data["title"]) == plain(meant)


def plain(text: str) -> str:
    """A text with ordinary spaces: some are part of the form."""
    return re.sub(r"[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]", " ", text).strip()


@example(text="", items=["["])
@given(st.text(SEEN), st.lists(st.text(SEEN)))
def test_any_text_as_we_write_it(text: str, items: list[str]) -> None:
    kept = {"a": text.strip(), "b": [item.strip() for item in items], "c": {"d": [{"e": text.strip()}]}}
    tree = read_fields("\n".join(block(kept)), "x")
    assert tree.problems == []
    assert tree.data == kept
    for written in (quoted(text.strip()), scalar(text.strip()), scalar(text.strip(), in_list=True)):
        assert read_fields(f"a: {written}", "x").data == {"a": text.strip()}
    assert read_fields(f"a: {bracketed(kept['b'])}", "x").data == {"a": kept["b"]}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ('title: "Godmorgen" på gangen', "title: '\"Godmorgen\" på gangen'"),
        ("title: 'Godmorgen' på gangen", "title: \"'Godmorgen' på gangen\""),
        ('title: "Nej", sagde Ole\'s kone, "nu"', "title: '\"Nej\", sagde Ole''s kone, \"nu\"'"),
        ('title: "Godmorgen', 'title: "Godmorgen"'),
        ('questions:\n  - "Hvem" sagde hun?', "- '\"Hvem\" sagde hun?'"),
        ('contributors:\n  - role: "vagt" om natten', "- role: '\"vagt\" om natten'"),
        ("title: Tillid: vi tør", 'title: "Tillid: vi tør"'),
        ('title: Hun sagde: "nej"', "title: 'Hun sagde: \"nej\"'"),
        ("summary: Hun gik,\n  og hun sagde: nej", 'summary: "Hun gik, og hun sagde: nej"'),
        ("title: *Nøglen*", 'title: "*Nøglen*"'),
        ("title: !Vigtigt nu", 'title: "!Vigtigt nu"'),
        ("title: @hjemme", 'title: "@hjemme"'),
        ("title: - nej, sagde hun", 'title: "- nej, sagde hun"'),
        ("title: > 5 grader", 'title: "> 5 grader"'),
        ("title: Nummer #47", 'title: "Nummer #47"'),
        ("colour: #1d6f74", 'colour: "#1d6f74"'),
        ("title: [Nøglen] på bordet", 'title: "[Nøglen] på bordet"'),
        ("values: [tillid, mod", "values: [tillid, mod]"),
        ('themes: [nøgler, "nat" arbejde]', "themes: [nøgler, '\"nat\" arbejde']"),
        ("values: [tillid, *mod]", '"*mod"'),
        ("questions:\n  - Hvem?\n  • Hvad?", "- Hvad?"),
        ("questions:\n  - Hvem?\n  -Hvad?", "- Hvad?"),
    ],
)
def test_the_line_as_it_must_be(line: str, meant: str) -> None:
    (problem,) = read_fields(f"{line}\nkind: x", "x").problems
    assert better(problem) == meant


@pytest.mark.parametrize(
    "text",
    [
        "questions:\n\t- En?\n\t- To?",
        "questions:\n    - En?\n\t- To?",
        "dilemma:\n\tquestion: Hvad?\n\toptions:\n\t\t- En\n\t\t- To",
        "dilemma:\n  question: Hvad?\n\toptions: [a, b]",
    ],
)
def test_tabs_are_read_as_they_were_meant(text: str) -> None:
    tree = read_fields(text, "x")
    lines = text.split("\n")
    for problem in tree.problems:
        assert problem.rule == "front-matter-tab"
        advice = problem.parameters["advice"]
        count = int(str(dict(advice.parameters).get("count", 0))) if isinstance(advice, Message) else 0
        lines[problem.source.line - 1] = " " * count + lines[problem.source.line - 1].lstrip()
    assert read_fields("\n".join(lines), "x").problems == []
    assert read_fields("\n".join(lines), "x").data == tree.data
    assert set(tree.data) <= {"questions", "dilemma"}


ODD = "\u00a0\u2007\u2009\u200b\u202f\u3000"


@pytest.mark.parametrize("space", ODD)
def test_every_space_is_a_space_in_the_form_of_fields(space: str) -> None:
    text = (
        f"kind:{space}opgave{space}\n{space}\ntitle{space}:{space}{space}Vi{space}to\nvalues:{space}[tillid,{space}mod{space}]\n"
        f'questions:{space}\n{space}{space}-{space}Hvem?{space}\n  -{space}"Hvad?"{space}\nimage:{space}\n'
    )
    tree = read_fields(text, "x")
    assert tree.problems == []
    assert tree.data == {
        "kind": "opgave",
        "title": f"Vi{space}to",
        "values": ["tillid", "mod"],
        "questions": ["Hvem?", "Hvad?"],
    }
