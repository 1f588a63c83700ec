"""The text that is nodded to, passage by passage, and the very digits of its fingerprint."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.files import Picture
from hverdag.model.texts.body import Body, Element, Node
from hverdag.model.texts.story import Dilemma, Story
from hverdag.nods.passages import INLINE, Digests, Passage, fingerprint, folded, passages, signed, written

UNSEEN = ["\u00ad", "\u200b", "\u2060", "\ufeff"]


def element(tag: str, *children: Node, **attributes: str) -> Element:
    return Element(tag, tuple(attributes.items()), children)


def told(*nodes: Node, pictures: dict[str, Picture] | None = None) -> list[tuple[str, str]]:
    """The passages of a body alone."""
    found = passages(Story(body=Body(nodes)), pictures or {})
    assert [passage.place for passage in found[:3]] == ["title", "summary", "values "]
    return [tuple(passage) for passage in found[3:]]


# The fingerprint.


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ((), "4f53cda18c2baa0c0354bb5f9a3ecbe5"),
        ((Passage("title", "Cyklen"),), "42745a1ce02ebd7433ee58080e811eb4"),
        (
            (Passage("title", "Nøglen på gården"), Passage("<p>", 'Hun »så« <em>det</em> & "mig"')),
            "e9e6a2e6315ba2b82463c6589433d3b5",
        ),
        ((Passage("<p>", "linje\nlinje \ud800"),), "5f2aa29aa7b1c01d33d7a550c4322a35"),
    ],
)
def test_a_fingerprint_is_these_very_digits(text: tuple[Passage, ...], digits: str) -> None:
    assert fingerprint(text) == digits


@pytest.mark.parametrize(
    ("text", "role", "digits"),
    [
        ("0" * 32, "nattevagt", "dd96b432ac0b227e00e648f6e75a818c"),
        ("0" * 32, "Pædagog,  SFO", "4701df43cf133ad0e9a713118bb53813"),
        ("", "", "01ba4719c80b6fe911b091a7c05124b6"),
        ("f" * 32, "\ud800", "5eab5b572ae1adf4e3f52fa258a174b4"),
    ],
)
def test_what_a_nod_holds_is_these_very_digits(text: str, role: str, digits: str) -> None:
    assert signed(text, role) == digits


@given(one=some.text("ab \n", max_size=4), other=some.text("ab \n", max_size=4))
def test_two_texts_have_one_fingerprint_only_where_they_are_the_same(one: str, other: str) -> None:
    texts = [(Passage("<p>", one),), (Passage("<p>", other),), (Passage("<p>", one), Passage("<p>", other))]
    assert (fingerprint(texts[0]) == fingerprint(texts[1])) is (one == other)
    assert len({fingerprint(text) for text in (texts[0], texts[2], (Passage(one, "<p>"),))}) == 3 - (one == "<p>")


@pytest.mark.parametrize(
    ("role", "is_same"),
    [
        ("nattevagt", True),
        (" Nattevagt ", True),
        ("NATTEVAGT", True),
        ("natte vagt", False),
        ("nattevagter", False),
    ],
)
def test_a_role_is_the_same_however_it_is_spaced_and_in_capital_letters_too(role: str, is_same: bool) -> None:
    assert (signed("0" * 32, role) == signed("0" * 32, "nattevagt")) is is_same


@pytest.mark.parametrize(
    ("role", "compared"),
    [
        ("Pædagog,\t SFO\n", "pædagog, sfo"),
        ("LEDER", "leder"),
        ("  ", ""),
        ("A\u030angstro\u0308m", "ångström"),
        ("straße", "strasse"),
    ],
)
def test_a_role_is_compared_in_small_letters_with_single_spaces(role: str, compared: str) -> None:
    assert folded(role) == compared


# A passage, as people see it.


@pytest.mark.parametrize(
    ("text", "plain", "typed"),
    [
        ("Hun kom", "Hun kom", "Hun kom"),
        ("a <em>b</em> <strong>c</strong> <code>d</code>", "a b c d", "a *b* **c** `d`"),
        ("<em>a</em> <em>b</em>", "a b", "*a* *b*"),
        ("5 &lt; 7 &amp; 9 &gt; 8 &quot;", '5 < 7 & 9 > 8 "', '5 < 7 & 9 > 8 "'),
        ("&lt;em&gt;", "<em>", "<em>"),
        ('Se <a href="stories/a.md">her</a>!', "Se her (stories/a.md)!", "Se her (stories/a.md)!"),
        ('<a href="x" title="T">a</a> <a href="y">b <em>c</em></a>', "a (x) b c (y)", "a (x) b *c* (y)"),
        ('<a class="footnote-ref">1</a>', "1", "1"),
        ('Se <img alt="En cykel" src="0123456789abcdef">', "Se [En cykel · 012345]", "Se [En cykel · 012345]"),
        ('<img alt="" src="" title="T"> x', "[ · ] x", "[ · ] x"),
        ('<a href="b"><img alt="c" src="dddddddd"></a>', "[c · dddddd] (b)", "[c · dddddd] (b)"),
        ("a<br>b", "ab", "ab"),
        ("  a\n", "a", "a"),
        ("", "", ""),
    ],
)
def test_a_passage_is_told_as_it_is_seen_and_as_it_is_typed(text: str, plain: str, typed: str) -> None:
    assert Passage("<p>", text).plain == plain
    assert Passage("<p>", text).typed == typed


def test_a_picture_is_known_by_its_digest_and_by_its_path_where_it_has_none() -> None:
    shown = Digests({"a.png": Picture("png", 1, 1, "aa"), "b.png": Picture("", 0, 0)})
    assert [shown("a.png"), shown("b.png"), shown("c.png")] == ["aa", "b.png", "c.png"]


# What is nodded to.


def test_all_that_is_nodded_to_stands_in_its_order() -> None:
    story = Story(
        title=" Cyklen  & <hegnet>",
        summary='En "rød"\ncykel.',
        values=("mod", "tillid"),
        image="cykel.png",
        image_alt="En\u00ad cykel",
        body=Body((element("p", "Hun kom"),)),
        dilemma=Dilemma(question="Spørger  du?", options=("Ja", "Nej & nej")),
        kind="opgave",
        code="F04",
    )
    assert passages(story, {"stories/cykel.png": Picture("png", 1, 1, "aabbccddee")}) == (
        Passage("title", "Cyklen &amp; &lt;hegnet&gt;"),
        Passage("summary", 'En "rød" cykel.'),
        Passage("values mod tillid", ""),
        Passage("image aabbccddee", "En cykel"),
        Passage("<p>", "Hun kom"),
        Passage("</p>", ""),
        Passage("dilemma", "Spørger du?"),
        Passage("option", "Ja"),
        Passage("option", "Nej &amp; nej"),
    )


def test_a_story_of_nothing_has_its_three_first_passages() -> None:
    assert passages(Story(), {}) == (Passage("title", ""), Passage("summary", ""), Passage("values ", ""))


@pytest.mark.parametrize("letter", UNSEEN)
def test_a_letter_that_no_reader_sees_is_left_out(letter: str) -> None:
    title = f"Cyk{letter}len"
    assert passages(Story(title=title), {})[0] == ("title", "Cyklen")
    assert told(element("p", title, element("img", alt=title, src=title))) == [
        ("<p>", 'Cyklen<img alt="Cyklen" src="Cyklen">'),
        ("</p>", ""),
    ]


@pytest.mark.parametrize("letter", ["\u200d", "\u00a0", "-", "\u2010", *"aAxXæøåÆØÅ"])
def test_other_letters_stand(letter: str) -> None:
    assert told(element("p", f"Cyk{letter}len")) == [("<p>", f"Cyk{letter.replace(chr(160), ' ')}len"), ("</p>", "")]


@given(text=some.text("æøåÅé5 .", max_size=12).map("Ø{}".format))
def test_a_text_is_the_same_however_its_letters_are_put_together(text: str) -> None:
    one, other = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert told(element("p", other)) == told(element("p", one))
    assert passages(Story(title=other, image="x", image_alt=other), {}) == passages(
        Story(title=one, image="x", image_alt=one), {}
    )


def test_seven_elements_stand_within_a_passage() -> None:
    assert sorted(INLINE) == ["a", "br", "code", "em", "img", "strong", "sup"]


@pytest.mark.parametrize("tag", ["a", "code", "em", "strong", "sup"])
def test_what_stands_within_a_passage_parts_nothing(tag: str) -> None:
    assert told(element("p", "en ", element(tag, "to"), " tre")) == [
        ("<p>", f"en <{tag}>to</{tag}> tre"),
        ("</p>", ""),
    ]


@pytest.mark.parametrize("tag", ["br", "img", "a"])
def test_what_holds_nothing_is_not_closed(tag: str) -> None:
    source = ' src=""' if tag == "img" else ""
    assert told(element("p", "en", element(tag), "to")) == [("<p>", f"en<{tag}{source}>to"), ("</p>", "")]


@pytest.mark.parametrize("tag", ["p", "h2", "li", "blockquote", "td", "div", "dd", "hr", "pre"])
def test_all_other_elements_part_passages(tag: str) -> None:
    assert told("en", element(tag, "to"), "tre") == [("", "en"), (f"<{tag}>", "to"), (f"</{tag}>", "tre")]


def test_marks_of_blocks_gather_until_there_are_words() -> None:
    assert told(
        element("ul", element("li", element("p", "en")), "\n ", element("li", element("p", "to"), element("hr")))
    ) == [
        ("<ul><li><p>", "en"),
        ("</p></li><li><p>", "to"),
        ("</p><hr></hr></li></ul>", ""),
    ]


def test_spaces_between_words_are_one_and_none_are_around_them() -> None:
    assert told(element("p", "\n en\t to \n", element("em", " tre "), "  ")) == [
        ("<p>", "en to <em> tre </em>"),
        ("</p>", ""),
    ]


def test_code_stands_as_it_is_and_what_follows_it_does_not() -> None:
    nodes = element("pre", element("code", "\nen  to\n  tre\n")), element("p", "en  to")
    assert told(*nodes) == [
        ("<pre>", "<code>\nen  to\n  tre\n</code>"),
        ("</pre><p>", "en to"),
        ("</p>", ""),
    ]
    assert told(element("pre", "\n\n  en  to \n\n"), "en  to") == [("<pre>", "  en  to "), ("</pre>", "en to")]
    assert told(element("pre", element("div", "a  b"), "c  d"), "e  f") == [
        ("<pre><div>", "a  b"),
        ("</div>", "c  d"),
        ("</pre>", "e f"),
    ]
    assert told(element("pre", " \n ")) == [("<pre></pre>", "")]


def test_signs_of_html_are_escaped_in_words_and_in_attributes() -> None:
    assert told(element("p", '5 < 7 & "8" > \'', element("a", "x", href='a"b&<'))) == [
        ("<p>", '5 &lt; 7 &amp; "8" &gt; \'<a href="a&quot;b&amp;&lt;">x</a>'),
        ("</p>", ""),
    ]


def test_attributes_stand_in_the_tag_and_an_id_does_not() -> None:
    assert told(element("ol", element("li", "en", id="x"), start="3", id="y")) == [
        ('<ol start="3"><li>', "en"),
        ("</li></ol>", ""),
    ]


def test_a_footnote_is_known_by_its_number_alone() -> None:
    link = Element("a", (("class", "footnote-ref"), ("href", "#fn:x"), ("title", "")), ("1",))
    plain = Element("a", (("class", "note"), ("href", "#fn:x")), ("2",))
    none = Element("a", (("class", "footnote-backref"),), ("3",))
    assert told(element("p", link, plain, none)) == [
        (
            "<p>",
            '<a class="footnote-ref" title="">1</a><a class="note" href="#fn:x">2</a><a class="footnote-backref">3</a>',
        ),
        ("</p>", ""),
    ]


def test_a_picture_in_the_text_is_known_by_what_it_shows() -> None:
    pictures = {"stories/a.png": Picture("png", 1, 1, "aabb")}
    nodes = element("p", element("img", alt="En", src="stories/a.png"), element("img", alt="To", src="stories/b.png"))
    assert told(nodes, pictures=pictures) == [
        ("<p>", '<img alt="En" src="aabb"><img alt="To" src="stories/b.png">'),
        ("</p>", ""),
    ]


# What a reader sees of it.


def test_what_a_reader_sees_is_told_by_field() -> None:
    text = (
        Passage("title", "Cyklen &amp; hegnet"),
        Passage("summary", ""),
        Passage("values mod tillid ro", ""),
        Passage("image 0123456789", "En cykel"),
        Passage("<p>", "Hun <em>kom</em>"),
        Passage("</p><ul><li>", "en"),
        Passage("", "to"),
        Passage("</li></ul>", ""),
        Passage("dilemma", "Spørger du?"),
        Passage("option", "Ja"),
    )
    assert list(written(text)) == [
        ("title", "Cyklen & hegnet"),
        ("values", "mod, tillid, ro"),
        ("image", "En cykel · 012345"),
        ("body", "Hun kom"),
        ("body", "en"),
        ("body", "to"),
        ("dilemma", "Spørger du?"),
        ("option", "Ja"),
    ]


def test_a_tag_with_attributes_is_the_text_itself() -> None:
    assert list(written((Passage('<ol start="3"><li>', "en"),))) == [("body", "en")]
