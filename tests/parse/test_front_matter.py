"""The strict reader: nothing is guessed, nothing is lost, every fault has its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.model.problem import Problem
from hverdag.model.settings import Settings
from hverdag.model.texts.document import HandWrittenPage
from hverdag.model.texts.story import Story
from hverdag.parse.fields import declare
from hverdag.parse.files import read_text
from hverdag.parse.front_matter import read_fields, take_apart
from tests.conftest import Publication

PATH = "stories/x.md"


def story(text: str) -> tuple[Story, list[Problem]]:
    tree = read_fields(text, PATH, first_line=2)
    found, faults = declare(Story, tree, PATH)
    return found, [*tree.problems, *faults]


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.rule, problem.source.line, problem.source.column) for problem in problems]


@pytest.mark.parametrize("text", ["no", "12:30", "2026-01-01", "~", "null", "0x10", "1e3", "007", "on", "='x'"])
def test_a_text_is_the_text_that_was_typed(text: str) -> None:
    found, problems = story(f"title: {text}")
    assert problems == []
    assert found.title == text


@pytest.mark.parametrize(
    ("line", "rule", "column"),
    [
        ("title: Tillid: vi tør", "front-matter-colon", 14),
        ('title: "Hej" hun', "front-matter-syntax", 14),
        ("title: 'Hej", "front-matter-syntax", 8),
        ("title: *x*", "front-matter-alias", 8),
        ("title: *x", "front-matter-alias", 8),
        ("title: &x y", "front-matter-alias", 8),
        ("title: !x y", "front-matter-tag", 8),
        ("title: !!python/object:os.system x", "front-matter-tag", 8),
        ("title: @x", "front-matter-syntax", 8),
        ("title: Nummer #47", "front-matter-comment", 14),
        ("title: Vi # tør", "front-matter-comment", 10),
        ("title: [x]", "field-text", 8),
        ("title: {x: y}", "field-text", 8),
        ("title: ''", "field-empty", 8),
        ("values: tillid", "field-list", 9),
        ("values: [a, [b]]", "field-text", 13),
        ("values: [[[[[[[[[a]]]]]]]]]", "front-matter-depth", 15),
        ("dilemma: hvad", "field-fields", 10),
        ("dilemma: {spoergsmaal: x}", "field-unknown", 11),
        ("told: 1700000000", "field-date", 7),
        ("told: 2026-13-01", "field-date", 7),
        ("told: 2026-01-01T10:00", "field-date", 7),
        ("told: ２０２６-01-01", "field-date", 7),
        ("state: Published", "field-choice", 8),
        ("path: x", "field-unknown", 1),
        ("body: x", "field-unknown", 1),
        ("<<: {title: x}", "field-unknown", 1),
        ("? [a]\n: b", "front-matter-syntax", 3),
    ],
)
def test_a_fault_has_its_rule_and_place(line: str, rule: str, column: int) -> None:
    _, problems = story(line)
    assert (rule, 2, column) in places(problems)


def test_all_slips_are_found_in_one_run() -> None:
    text = 'title: A: b\nsummary: "x" y\n\tkind: c\nvalues: &v [a]\nimage: d # e\ntitle: f\nstate: g'
    _, problems = story(text)
    assert sorted(problem.rule for problem in problems) == [
        "field-choice",
        "field-duplicate",
        "front-matter-alias",
        "front-matter-colon",
        "front-matter-comment",
        "front-matter-syntax",
        "front-matter-tab",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "rule", "line"),
    [
        ("  - To?", "  To?", "front-matter-dash", 6),
        ("  - To?", "  • To?", "front-matter-dash", 6),
        ("  - To?", "  – To?", "front-matter-dash", 6),
        ("  - To?", "  -To?", "front-matter-dash", 6),
        ("  - To?", "  2. To?", "front-matter-dash", 6),
        ("  - To?", "  - Hun sagde: to?", "front-matter-colon", 6),
        ("values: [a, b]", "values: [a, b", "front-matter-bracket", 3),
        ("state: published", "state:published", "front-matter-space", 8),
        ("title: Titel", "title:Titel", "front-matter-space", 2),
        ("state: published", "state published", "front-matter-syntax", 8),
        ("title: Titel", 'title: "Titel', "front-matter-syntax", 2),
    ],
)
def test_one_slip_gives_one_problem_where_it_stands(right: str, wrong: str, rule: str, line: int) -> None:
    lines = [
        "title: Titel",
        "values: [a, b]",
        "questions:",
        "  - En?",
        "  - To?",
        "  - Tre?",
        "state: published",
        "code: F01",
    ]
    found, problems = story("\n".join(lines).replace(right, wrong))
    assert [(problem.rule, problem.source.line) for problem in problems] == [(rule, line)]
    assert found.code == "F01"


def test_a_repaired_line_keeps_its_text() -> None:
    found, _ = story("title: Tillid: vi tør\nsummary: Kort")
    assert (found.title, found.summary) == ("Tillid: vi tør", "Kort")


def test_a_faulty_item_does_not_take_the_others_with_it() -> None:
    found, problems = story("values: [a, [b], c, {d: e}, f]")
    assert found.values == ("a", "c", "f")
    assert [problem.rule for problem in problems] == ["field-text", "front-matter-colon"]


def test_booleans_and_numbers_are_strict() -> None:
    for text, truth in (("true", True), ("false", False)):
        page, faults = declare(HandWrittenPage, read_fields(f"render_macros: {text}", "docs/x.md"), "docs/x.md")
        assert (page.render_macros, faults) == (truth, [])
    for text in ("yes", "ja", "1", "True"):
        _, faults = declare(HandWrittenPage, read_fields(f"render_macros: {text}", "docs/x.md"), "docs/x.md")
        assert [fault.rule for fault in faults] == ["field-boolean"]
    for text in ("7.0", "1_000", "٧", "syv"):
        _, faults = declare(Settings, read_fields(f"values: {text}", "v"), "v")
        assert [fault.rule for fault in faults] == ["field-integer"]


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbf---\r\ntitle: \xc3\xa5\r\n---\r\nTekst\r\n", b"---\ntitle: a\xcc\x8a\n---\nTekst\n"]
)
def test_a_byte_order_mark_crlf_and_split_letters_are_fine(good: Publication, raw: bytes) -> None:
    (good.root / PATH).write_bytes(raw)
    text, problems = read_text(good.root, PATH)
    assert problems == []
    assert text == "---\ntitle: å\n---\nTekst\n"


def test_a_latin_1_file_is_named_with_the_byte(good: Publication) -> None:
    (good.root / PATH).write_bytes("---\ntitle: Bøn\n---\n".encode("latin-1"))
    _, (problem,) = read_text(good.root, PATH)
    assert (problem.rule, problem.source.line, problem.source.column) == ("file-encoding", 2, 9)
    assert problem.parameters == {"byte": "0xF8", "letter": "ø"}


def test_a_file_that_is_too_large_is_not_read(good: Publication) -> None:
    (good.root / PATH).write_bytes(b"x" * 300_000)
    _, (problem,) = read_text(good.root, PATH)
    assert problem.rule == "file-size"


def test_the_billion_laughs_do_not_expand() -> None:
    lines = ["a: &a [x, x]"] + [
        f"{new}: &{new} [*{old}, *{old}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    tree = read_fields("\n".join(lines), PATH)
    assert {problem.rule for problem in tree.problems} == {"front-matter-alias"}


@given(
    st.text(
        alphabet=st.characters(
            codec="utf-8",
            exclude_categories=("Cc", "Co", "Cs", "Zl", "Zp"),
            exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff",
        )
    )
)
def test_any_text_in_quotation_marks_comes_back_as_it_was(text: str) -> None:
    tree = read_fields(f"title: {json.dumps(text, ensure_ascii=False)}", PATH)
    assert tree.problems == []
    assert tree.data.get("title") == text


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_no_front_matter_is_too_strange_to_report_on(text: str) -> None:
    parts = take_apart(f"---\n{text}\n---\nTekst", PATH)
    declare(Story, parts.tree, PATH)
    for problem in parts.tree.problems:
        assert problem.source.line >= 1
        assert problem.source.column >= 1


@given(
    st.lists(
        st.sampled_from(
            [
                "a: b",
                "a:",
                "- x",
                "  - y",
                "\tb",
                '"',
                "'",
                "[",
                "]",
                "{",
                "}",
                "&x",
                "*x",
                "!t",
                "#",
                ": :",
                "? ",
                "|",
                ">",
                "%",
                "@",
                "---",
                "...",
            ]
        )
    )
)
def test_no_pile_of_signs_is_too_strange_either(lines: list[str]) -> None:
    parts = take_apart("---\n" + "\n".join(lines) + "\n---\n", PATH)
    declare(Story, parts.tree, PATH)


def test_a_control_character_is_reported_and_harms_nothing(good: Publication) -> None:
    good.change("stories/vinduet.md", "title: Vinduet", "title: Vin\x1fduet\u2028 \x85\ufeff")
    assert good.rules().count("file-characters") == 4
