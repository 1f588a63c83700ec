"""Contributed text is hostile until checked: what is refused, what is shown as typed, and what is bounded."""

from html import escape
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.model.problem import Problem
from hverdag.model.texts.body import Element, Node
from hverdag.parse.clean_html import ATTRIBUTES, MAX_BRACKETS, MAX_CHARACTERS, MAX_NESTING, TAGS
from hverdag.parse.html import events, parse
from hverdag.parse.markdown import Converter
from hverdag.web.html_text import WebText
from tests.hostile_texts import HOSTILE

PATH = "stories/x.md"
CONVERTER = Converter()


def refused(text: str) -> list[tuple[str, int, int]]:
    _, problems = CONVERTER.convert(text, PATH, 10)
    return [(problem.rule, problem.source.line, problem.source.column) for problem in problems]


def html(text: str) -> str:
    body, problems = CONVERTER.convert(text, PATH, 1)
    assert problems == [], problems
    return str(WebText(lambda link: link, "Tilbage", "Tabel").html(body))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Hej <script>alert(1)</script>", "<script"),
        ("<SCRIPT SRC=//x></SCRIPT>", "<script"),
        ("<b onclick='x()'>hej</b>", "onclick="),
        ("<em onclick='x()'>hej</em>", "onclick="),
        ("<iframe src='x'></iframe>", "<iframe"),
        ("<form action='/x'><input></form>", "<form"),
        ("<style>p{}</style>", "<style"),
        ("<svg onload=x></svg>", "<svg"),
        ("<object data=x></object>", "<object"),
        ("<p style='position:fixed'>x</p>", "style="),
        ("<span>x</span>", "<span"),
        ("[x](javascript:alert(1))", "javascript:"),
        ("[x](JaVaScRiPt:alert(1))", "JaVaScRiPt:"),
        ("[x](&#106;avascript:alert(1))", "javascript:"),
        ("[x](data:text/html;base64,x)", "data:"),
        ("[x](vbscript:x)", "vbscript:"),
        ("![x](data:image/svg+xml;base64,x)", "data:"),
        ("<a href='x' target='_blank'>x</a>", "target="),
        ("<div class='evil'>x</div>", "<div"),
        ("<p class='evil'>x</p>", "class="),
        ("<meta http-equiv=refresh>", "<meta"),
        ("<base href=x>", "<base"),
        ("<link rel=stylesheet href=x>", "<link"),
        ("<?php x ?>", "<?"),
        ("<!DOCTYPE html>", "<!"),
        ("<details open ontoggle=x>y</details>", "ontoggle="),
    ],
)
def test_what_is_more_than_text_is_refused(text: str, what: str) -> None:
    body, problems = CONVERTER.convert(f"Før.\n\n{text}\n\nEfter.", PATH, 10)
    assert [problem.rule for problem in problems] == ["text-unsafe"] * len(problems)
    assert problems[0].parameters["what"] == what
    assert problems[0].source.line == 12
    allowed = set(TAGS)
    assert all(element.tag in allowed for element in body.elements())


def test_a_refused_tag_leaves_nothing_of_itself_in_the_text() -> None:
    body, _ = CONVERTER.convert('Hun kom <a class="x" href="y.md">her</a>.', PATH, 1)
    assert body.text == "Hun kom her."


def test_every_refusal_in_a_text_is_found() -> None:
    assert refused("<script>x</script>\n\nGod tekst.\n\n<font>x</font> og\n[y](javascript:z)") == [
        ("text-unsafe", 10, 1),
        ("text-unsafe", 14, 1),
        ("text-unsafe", 15, 5),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ 7*7 }}", "<p>{{ 7*7 }}</p>"),
        ("{% include 'x' %}", "<p>{% include &#39;x&#39; %}</p>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("x{ onclick=y}", "<p>x{ onclick=y}</p>"),
        ("Se #let x = evil", "<p>Se #let x = evil</p>"),
        ("&copy; &lt;b&gt;", "<p>© &lt;b&gt;</p>"),
        ("[x](noeglen.md#her)", '<p><a href="stories/noeglen.md#her">x</a></p>'),
        ("[x](../values/tillid.md)", '<p><a href="values/tillid.md">x</a></p>'),
        ("[x](mailto:a@b.example)", '<p><a href="mailto:a@b.example">x</a></p>'),
        ("# Et\n\n### Tre\n\n# Et", '<h2 id="et">Et</h2><h3 id="tre">Tre</h3><h2 id="et-2">Et</h2>'),
        ("## Ære og Ørsted på Ålborg", '<h2 id="aere-og-oersted-paa-aalborg">Ære og Ørsted på Ålborg</h2>'),
    ],
)
def test_this_is_shown_as_it_should_be(text: str, shown: str) -> None:
    assert html(text) == shown


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_read_or_refused_with_its_line(name: str) -> None:
    for problem in CONVERTER.convert(HOSTILE[name], PATH, 10)[1]:
        assert problem.source.line >= 10


def test_a_text_at_its_bounds_is_converted() -> None:
    nested = "\n".join("    " * depth + "- x" for depth in range(MAX_NESTING))
    links = "\n\n".join("[x](y.md) " * 20 for _ in range(MAX_BRACKETS // 20))
    words = "ord " * (MAX_CHARACTERS // 4 - 2000)
    assert refused(f"{nested}\n\n{links[: MAX_CHARACTERS - len(nested) - 2]}") == []
    assert refused(words) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("x" * (MAX_CHARACTERS + 1), "text-size"),
        ("[" * (MAX_BRACKETS + 1), "text-signs"),
        ("Før.\n\n" + "> " * (MAX_NESTING + 1) + "x", "text-nesting"),
        ("- " * 10_000 + "x", "text-nesting"),
    ],
)
def test_a_text_beyond_its_bounds_is_refused(text: str, rule: str) -> None:
    body, problems = CONVERTER.convert(text, PATH, 1)
    assert [problem.rule for problem in problems] == [rule]
    assert body.children == ()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags |= {(tag, "")} | {(tag, name) for name, _ in attrs}


PIECES = st.sampled_from(
    [
        "<",
        ">",
        "script",
        "a",
        "b",
        " ",
        "\n",
        "\n\n",
        "&",
        "#",
        "[",
        "](",
        ")",
        "!",
        "`",
        "*",
        "_",
        '"',
        "'",
        "=",
        "/",
        "on",
        "x:",
        "javascript:",
        "href",
        "src",
        "style",
        "-",
        "1.",
        "|",
        "    ",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?",
        "{{",
        "}}",
        "^",
        ":",
        "é",
        "\u00ad",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_whatever_is_written_nothing_but_the_allowed_comes_out(text: str) -> None:
    body, _ = CONVERTER.convert(text, PATH, 1)
    reader = _Reader()
    reader.feed(str(WebText(lambda link: link, "Tilbage", "Tabel").html(body)))
    ours = {("div", "tabindex"), ("div", "role"), ("div", "aria-label"), ("a", "aria-label"), ("img", "loading")}
    for tag, name in reader.tags - ours:
        assert tag in TAGS
        assert not name or name in ATTRIBUTES.get(tag, ()) or name == "class" or (name == "id" and tag[0] == "h")
    for element in body.elements():
        for name in ("href", "src"):
            scheme = element.get(name).partition(":")[0].casefold()
            assert scheme not in ("javascript", "data", "vbscript")


@given(st.lists(PIECES, max_size=40).map("".join))
def test_the_tree_says_what_the_page_says(text: str) -> None:
    body, _ = CONVERTER.convert(text, PATH, 1)
    reader: list[str] = []
    parser = HTMLParser()
    parser.handle_data = reader.append  # type: ignore[method-assign]
    parser.feed(str(WebText(lambda link: link, "", "").html(body)))
    parser.close()
    assert "".join("".join(reader).split()) == "".join(body.text.split())


@given(st.lists(PIECES, max_size=60).map("".join))
def test_the_quick_parser_builds_the_tree_that_the_standard_one_would(text: str) -> None:
    clean = nh3.clean(text, tags=set(TAGS), attributes={"*": {"href", "title", "src", "alt"}}, link_rel=None)
    found = events(str(_written(parse(clean))))
    assert [event for event in found if event[1].strip()] == [event for event in events(clean) if event[1].strip()]


def _written(nodes: tuple[Node, ...]) -> str:
    return "".join(escape(node) if isinstance(node, str) else _opened(node) for node in nodes)


def _opened(node: Element) -> str:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes)
    closing = "" if node.tag in ("br", "hr", "img", "input") else f"</{node.tag}>"
    return f"<{node.tag}{attributes}>{_written(node.children)}{closing}"


def test_an_element_knows_its_attributes() -> None:
    assert Element("a", (("href", "x"),)).get("href") == "x"
    assert Element("a").get("href") == ""


def test_a_problem_is_an_error_by_its_rule() -> None:
    _, problems = CONVERTER.convert("<script>", PATH, 1)
    assert all(isinstance(problem, Problem) and problem.is_error for problem in problems)
