"""The text that is nodded to, as people are shown it: with its marks and numbers, as readers see them."""

import pytest

from hverdag.nods.difference import differences
from hverdag.nods.identities import Identities
from hverdag.nods.passage import Passage
from hverdag.nods.passages import passages
from hverdag.nods.shown import Line, typed, written
from hverdag.parse.publication import read_story


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hun kom", "Hun kom"),
        ("a <em>b</em> <strong>c</strong> <code>d</code> <s>e</s> <del>f</del>", "a *b* **c** `d` ~~e~~ ~~f~~"),
        ("<em>a</em> <em>b</em>", "*a* *b*"),
        ("m<sup>2</sup> H<sub>2</sub>O <u>a</u> <kbd>b</kbd> <mark>c</mark> <small>d</small>",) * 2,
        ("5 &lt; 7 &amp; 9 &gt; 8 &quot;", '5 < 7 & 9 > 8 "'),
        ("&lt;em&gt;", "<em>"),
        ('Se <a href="F02#efter">her</a>!', "Se her (F02#efter)!"),
        ('<a href="x" title="T">a</a> <a href="y">b <em>c</em></a>', 'a (x "T") b *c* (y)'),
        ('<a href="https://kl.dk">https://kl.dk</a>', "https://kl.dk"),
        ('<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"),
        ('<a href="y">b<br>c</a>', "b\nc (y)"),
        ('x<sup><a class="footnote-ref" href="#fn:2">2</a></sup>', "x[2]"),
        ('x <a class="footnote-backref" href="#fnref">↩</a>', "x ↩"),
        ('Se <img alt="En cykel" src="0123456789abcdef">', "Se [En cykel]"),
        ('<img alt="" src="" title="T"> x', "[] x"),
        ('<a href="b"><img alt="c" src="dddddddd"></a>', "[c] (b)"),
        ('<input type="checkbox">Ring', "☐ Ring"),
        ('<input checked="" type="checkbox"> Ring', "☑ Ring"),
        ("a<br>b", "a\nb"),
        ("  a\n", "a"),
        ("<em>", "*"),
        ("", ""),
    ],
)
def test_a_passage_is_shown_as_it_is_typed(text: str, shown: str) -> None:
    assert typed(text) == shown


def lines(body: str, head: str = "") -> list[tuple[str, str]]:
    """The lines of a story with a body, without its title and summary."""
    read = read_story(f"---\ntitle: x\nsummary: y\nworkplace: z\n{head}---\n\n{body}\n".encode(), "stories/x.md")
    assert read is not None
    found = list(written(passages(read, Identities()), {}))
    assert [line.field for line in found[:3]] == ["title", "summary", "workplace"]
    return [(line.field, line.text) for line in found[3:]]


def body(markdown: str) -> list[str]:
    shown = lines(markdown)
    assert {field for field, _ in shown} == {"body"}
    return [text for _, text in shown]


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("Hun kom.\n\nHun *gik*.", ["Hun kom.", "Hun *gik*."]),
        ("## Efter\n\nHun gik.", ["## Efter", "Hun gik."]),
        ("- en\n- to", ["• en", "• to"]),
        ("24. en\n25. to", ["24. en", "25. to"]),
        ("- en\n\n    to\n\n- tre", ["• en", "  to", "• tre"]),
        ("1. en\n    - to", ["1. en", "   • to"]),
        ("> en\n>\n> to", ["> en", "> to"]),
        ("> - en", ["> • en"]),
        ("a | b\n--|--\nc |\nd | *e*", ["a | b", "c |", "d | *e*"]),
        ("en\n\n---\n\nto", ["en", "―――", "to"]),
        ("```\nif x:\n  y\n```", ["`if x:\n  y\n`"]),
    ],
)
def test_marks_and_numbers_are_shown_as_readers_see_them(markdown: str, shown: list[str]) -> None:
    assert body(markdown) == shown


def place(*passed: Passage) -> list[Line]:
    return list(written(passed, {}))


def test_a_task_has_its_box_in_place_of_the_bullet() -> None:
    box = '<input checked="" type="checkbox"> '
    assert place(Passage("<ul><li>", f"{box}Ring"), Passage("</li><li>", "Skriv"), Passage("</li></ul>", "")) == [
        ("body", "☑ Ring", ()),
        ("body", "• Skriv", ()),
    ]


def test_a_task_of_paragraphs_has_its_box_before_the_first() -> None:
    box = '<input type="checkbox">'
    passed = (
        Passage("<ul><li>", box),
        Passage("<p>", "Ring"),
        Passage("</p><p>", "Skriv"),
        Passage("</p></li><li>", box),
    )
    assert [line.text for line in place(*passed, Passage("</li></ul>", ""))] == ["☐ Ring", "  Skriv", "☐"]


def test_an_item_of_nothing_has_its_mark() -> None:
    assert place(Passage('<ol><li value="3"></li><li value="4">', "en"), Passage("</li><li></li></ol>", "")) == [
        ("body", "3.", ()),
        ("body", "4. en", ()),
        ("body", "•", ()),
    ]


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_a_box_is_told_by_its_kind(kind: str) -> None:
    passed = Passage(f'<div class="admonition {kind}"><p>', "en"), Passage("</p><p>", "to"), Passage("</p></div>", "")
    assert place(*passed, Passage("<p>", "tre")) == [
        (kind, "> en", ()),
        ("body", "> to", ()),
        ("body", "tre", ()),
    ]


def test_what_can_be_unfolded_has_a_mark() -> None:
    passed = Passage("<details><summary>", "Mere"), Passage("</summary><p>", "Det her"), Passage("</p></details>", "")
    assert [line.text for line in place(*passed)] == ["▸ Mere", "Det her"]


def test_fields_are_told_by_their_names_and_values_by_theirs() -> None:
    text = (
        Passage("title", "Cyklen &amp; hegnet"),
        Passage("summary", ""),
        Passage("values V01", ""),
        Passage("values V02", ""),
        Passage("workplace", "En skole"),
        Passage("image 0123456789", "En cykel"),
        Passage("audio abcdef", ""),
        Passage("<p>", "Hun <em>kom</em>"),
        Passage("</p>", ""),
        Passage("because", "Jeg så det."),
        Passage("dilemma", "Spørger du?"),
        Passage("option", "Ja"),
        Passage("option", "Nej"),
        Passage("questions", "Hvem?"),
        Passage("questions", "Hvor?"),
    )
    assert list(written(text, {"V01": "Mod"})) == [
        ("title", "Cyklen & hegnet", ()),
        ("values", "Mod, V02", ()),
        ("workplace", "En skole", ()),
        ("image", "En cykel", ("0123456789",)),
        ("audio", "♪", ("abcdef",)),
        ("body", "Hun *kom*", ()),
        ("because", "Jeg så det.", ()),
        ("dilemma", "Spørger du?", ()),
        ("option", "A. Ja", ()),
        ("option", "B. Nej", ()),
        ("questions", "1. Hvem?", ()),
        ("questions", "2. Hvor?", ()),
    ]


def picture(digest: str, alt: str = "En cykel") -> str:
    return f'<img alt="{alt}" src="{digest}">'


def test_pictures_are_known_in_paragraphs_and_in_cells() -> None:
    assert place(Passage("<p>", f"Se {picture('aa')}")) == [("body", "Se [En cykel]", ("aa",))]
    row = (
        Passage("<table><tr><td>", picture("aa")),
        Passage("</td><td>", picture("bb", "To")),
        Passage("</td></tr>", ""),
    )
    assert place(*row) == [("body", "[En cykel] | [To]", ("aa", "bb"))]


@pytest.mark.parametrize(
    ("old", "new", "exchanged"),
    [
        (Passage("<p>", picture("aa")), Passage("<p>", picture("bb")), [True]),
        (Passage("<p>", picture("aa")), Passage("<p>", picture("bb", "Et hegn")), [True]),
        (Passage("<p>", picture("aa")), Passage("<p>", picture("aa", "Et hegn")), [False]),
        (Passage("<p>", picture("aa")), Passage("<p>", f"{picture('aa')} {picture('bb')}"), [False]),
        (Passage("image aa", "En cykel"), Passage("image bb", "En cykel"), [True]),
        (Passage("audio aa", ""), Passage("audio bb", ""), [True]),
        (Passage("<p>", picture("aa")), Passage("<p>", picture("aa")), []),
    ],
)
def test_what_is_exchanged_is_told_as_that(old: Passage, new: Passage, exchanged: list[bool]) -> None:
    assert [change.exchanged for change in differences(place(old), place(new))] == exchanged
