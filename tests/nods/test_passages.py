"""The text that is nodded to, passage by passage, and the very digits of its fingerprint."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.features.registry import registry
from hverdag.model.files import Picture, Recording
from hverdag.model.handbook import Handbook
from hverdag.model.settings import Settings
from hverdag.model.texts.body import Body, Element, Node
from hverdag.model.texts.method import Method
from hverdag.model.texts.story import Dilemma, Story
from hverdag.model.texts.value import Value
from hverdag.nods.identities import Identities
from hverdag.nods.passage import Passage
from hverdag.nods.passages import VERSION, fingerprint, folded, passages, signed
from hverdag.nods.walk import INLINE

BARE = Identities()
UNSEEN = ["\u00ad", "\u200b", "\u2060", "\ufeff"]


def element(tag: str, *children: Node, **attributes: str) -> Element:
    return Element(tag, tuple(attributes.items()), children)


def told(*nodes: Node, identities: Identities = BARE) -> list[tuple[str, str]]:
    """The passages of a body alone."""
    found = passages(Story(body=Body(nodes)), identities)
    assert [passage.place for passage in found[:3]] == ["title", "summary", "workplace"]
    return [tuple(passage) for passage in found[3:]]


# The fingerprint.


def test_the_version_is_counted_up_with_the_passages_and_never_down() -> None:
    assert VERSION == 2


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


# What files are known by.


def test_a_picture_is_known_by_its_digest_and_by_its_path_where_it_has_none() -> None:
    known = Identities(pictures={"a.png": Picture("png", 1, 1, "aa"), "b.png": Picture("", 0, 0)})
    assert [known.digest(path) for path in ("a.png", "b.png", "c.png")] == ["aa", "b.png", "c.png"]


def test_a_recording_is_known_in_the_same_way() -> None:
    known = Identities(recordings={"a.mp3": Recording("mp3", 60, 1, "aa"), "b.mp3": Recording("", 0, 0)})
    assert [known.digest(path) for path in ("a.mp3", "b.mp3", "c.mp3")] == ["aa", "b.mp3", "c.mp3"]


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("stories/a.md", "F01"),
        ("stories/a.md#efter", "F01#efter"),
        ("stories/b.md#efter", "stories/b.md#efter"),
        ("docs/metoder/m.md", "M01"),
        ("https://kl.dk/stories/a.md", "https://kl.dk/stories/a.md"),
        ("#efter", "#efter"),
        ("", ""),
    ],
)
def test_a_link_is_known_by_the_code_of_what_it_leads_to(link: str, target: str) -> None:
    documents = (
        Story(path="stories/a.md", code="F01"),
        Story(path="stories/b.md"),
        Method(path="docs/metoder/m.md", code="M01"),
    )
    assert Identities.of(Handbook(Settings(), documents, registry().kinds)).target(link) == target


def test_a_renamed_file_makes_no_nod_stale() -> None:
    def mark(value: str, other: str, picture: str, sound: str) -> str:
        story = Story(
            path="stories/x.md",
            values=(value,),
            image=picture,
            audio=sound,
            body=Body((element("p", element("a", "den", href=f"stories/{other}.md#efter")),)),
        )
        documents = Value(path=f"values/{value}.md", code="V01"), Story(path=f"stories/{other}.md", code="F01"), story
        handbook = Handbook(
            Settings(),
            documents,
            registry().kinds,
            pictures={f"stories/{picture}": Picture("png", 1, 1, "aa")},
            recordings={f"stories/{sound}": Recording("mp3", 60, 1, "bb")},
        )
        return fingerprint(passages(story, Identities.of(handbook)))

    assert mark("mod", "doeren", "a.png", "a.mp3") == mark("modet", "porten", "b.png", "b.mp3")


# What is nodded to.


def test_all_that_is_nodded_to_stands_in_its_order() -> None:
    story = Story(
        title=" Cyklen  & <hegnet>",
        summary='En "rød"\ncykel.',
        values=("mod", "tillid"),
        workplace="En  skole",
        image="cykel.png",
        image_alt="En\u00ad cykel",
        audio="cykel.mp3",
        body=Body((element("p", "Hun kom"),)),
        because="Jeg gik  forbi.",
        dilemma=Dilemma(question="Spørger  du?", options=("Ja", "Nej & nej")),
        questions=("Hvem ser  det?", "Hvem & hvor?"),
        kind="opgave",
        themes=("nøgler",),
        audience=("alle",),
        code="F04",
    )
    known = Identities(
        {"stories/cykel.png": Picture("png", 1, 1, "aabbccddee")},
        {"stories/cykel.mp3": Recording("mp3", 60, 1, "ffeedd")},
        {"values/mod.md": "V01"},
    )
    assert passages(story, known) == (
        Passage("title", "Cyklen &amp; &lt;hegnet&gt;"),
        Passage("summary", 'En "rød" cykel.'),
        Passage("values V01", ""),
        Passage("values values/tillid.md", ""),
        Passage("workplace", "En skole"),
        Passage("image aabbccddee", "En cykel"),
        Passage("audio ffeedd", ""),
        Passage("<p>", "Hun kom"),
        Passage("</p>", ""),
        Passage("because", "Jeg gik forbi."),
        Passage("dilemma", "Spørger du?"),
        Passage("option", "Ja"),
        Passage("option", "Nej &amp; nej"),
        Passage("questions", "Hvem ser det?"),
        Passage("questions", "Hvem &amp; hvor?"),
    )


def test_a_story_of_nothing_has_its_three_first_passages() -> None:
    assert passages(Story(), BARE) == (Passage("title", ""), Passage("summary", ""), Passage("workplace", ""))


@pytest.mark.parametrize("field", ["workplace_id", "kind", "themes", "audience", "origin", "code", "told", "review_by"])
def test_what_is_the_editors_own_is_not_nodded_to(field: str) -> None:
    changed = {
        "workplace_id": "rylen",
        "kind": "opgave",
        "themes": ("x",),
        "audience": ("x",),
        "origin": "illustrative",
        "code": "F09",
        "told": date(2026, 1, 1),
        "review_by": date(2027, 1, 1),
    }
    assert passages(Story().model_copy(update={field: changed[field]}), BARE) == passages(Story(), BARE)


@pytest.mark.parametrize("letter", UNSEEN)
def test_a_letter_that_no_reader_sees_is_left_out(letter: str) -> None:
    title = f"Cyk{letter}len"
    assert passages(Story(title=title), BARE)[0] == ("title", "Cyklen")
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
    assert passages(Story(title=other, image="x", image_alt=other), BARE) == passages(
        Story(title=one, image="x", image_alt=one), BARE
    )


def test_these_elements_stand_within_a_passage() -> None:
    names = "a br code del em img input kbd mark s small strong sub sup u"
    assert " ".join(sorted(INLINE)) == names


@pytest.mark.parametrize("tag", sorted(INLINE - {"br", "img", "input"}))
def test_what_stands_within_a_passage_parts_nothing(tag: str) -> None:
    assert told(element("p", "en ", element(tag, "to"), " tre")) == [
        ("<p>", f"en <{tag}>to</{tag}> tre"),
        ("</p>", ""),
    ]


@pytest.mark.parametrize("tag", ["br", "img", "input", "a"])
def test_what_holds_nothing_is_not_closed(tag: str) -> None:
    source = ' src=""' if tag == "img" else ""
    assert told(element("p", "en", element(tag), "to")) == [("<p>", f"en<{tag}{source}>to"), ("</p>", "")]


@pytest.mark.parametrize("tag", ["p", "h2", "li", "blockquote", "td", "div", "hr", "pre", "details", "summary"])
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
    assert told(element("div", "en", element("input", checked="", type="checkbox"), id="y", title="x")) == [
        ('<div title="x">', 'en<input checked="" type="checkbox">'),
        ("</div>", ""),
    ]


def test_a_line_break_counts_and_the_spaces_around_it_do_not() -> None:
    assert told(element("p", "en ", element("br"), "\nto")) == [("<p>", "en<br>to"), ("</p>", "")]
    assert told(element("p", "en", element("br"), "to")) == [("<p>", "en<br>to"), ("</p>", "")]


@pytest.mark.parametrize(
    ("start", "numbers"),
    [("", (1, 2)), ("1", (1, 2)), ("24", (24, 25)), ("0", (0, 1)), ("-3", (-3, -2)), ("x", (1, 2)), ("9" * 40, (1, 2))],
)
def test_the_numbers_of_a_list_are_those_that_readers_see(start: str, numbers: tuple[int, int]) -> None:
    items = "\n", element("li", "en"), "\n", element("li", "to", element("ul", element("li", "x")))
    assert told(element("ol", *items, **({"start": start} if start else {}))) == [
        (f'<ol><li value="{numbers[0]}">', "en"),
        (f'</li><li value="{numbers[1]}">', "to"),
        ("<ul><li>", "x"),
        ("</li></ul></li></ol>", ""),
    ]


def test_an_item_before_the_others_changes_their_numbers() -> None:
    one, other = (
        told(element("ol", *(element("li", text) for text in texts))) for texts in (("en", "to"), ("x", "en", "to"))
    )
    assert one[1] == ('</li><li value="2">', "to")
    assert other[2] == ('</li><li value="3">', "to")


NOTES = Element(
    "div",
    (("class", "footnote"),),
    (element("ol", Element("li", (("id", "fn:x"),), ("En",)), Element("li", (("id", "fn:æ"),), ("To",))),),
)


def note(target: str, **more: str) -> str:
    """How a link to a footnote stands in the text."""
    return told(element("p", element("a", "1", href=target, **more)), NOTES)[0][1]


def test_a_footnote_is_known_by_its_number_whatever_it_is_called() -> None:
    assert note("#fn:x") == '<a href="#fn:1">1</a>'
    assert note("#fn:æ") == '<a href="#fn:2">1</a>'
    assert note("#fn:y") == '<a href="#fn:y">1</a>'
    assert note("#fnref:x") == note("#fnref2:y") == '<a href="#fnref">1</a>'


@pytest.mark.parametrize("name", ["footnote-ref", "footnote-backref", "note"])
def test_a_link_counts_with_its_address_whatever_its_class(name: str) -> None:
    one, other = (note(f"https://{host}.example", **{"class": name}) for host in ("a", "b"))
    assert one != other


def test_a_picture_in_the_text_is_known_by_what_it_shows() -> None:
    known = Identities(pictures={"stories/a.png": Picture("png", 1, 1, "aabb")})
    nodes = element("p", element("img", alt="En", src="stories/a.png"), element("img", alt="To", src="stories/b.png"))
    assert told(nodes, identities=known) == [
        ("<p>", '<img alt="En" src="aabb"><img alt="To" src="stories/b.png">'),
        ("</p>", ""),
    ]
