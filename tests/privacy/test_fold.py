"""A text as a reader sees it, sign by sign, and where each sign of it stood."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.privacy.fold import CELL, Folded, fold

BLOCKS = (
    "p div li ul ol dl dt dd td th tr table tbody thead h1 h2 h3 h4 h5 h6 section article figure figcaption main nav"
    " aside header footer form label option select button input blockquote pre hr title meta summary details"
)
ENTITIES = (
    ("&#45;", "-"),
    ("&#45", "-"),
    ("&#0000045;", "-"),
    ("&#x2D;", "-"),
    ("&#X2d;", "-"),
    ("&#x00002d;", "-"),
    ("&ndash;", "-"),
    ("&nbsp;", " "),
    ("&shy;", ""),
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&frac12;", "1⁄2"),
    ("&#1632;", "0"),
    ("&ingen;", "&ingen;"),
)
TAGS = (
    ("<b>", ""),
    ("</b>", ""),
    ('<a href="x">', ""),
    ("<!---->", ""),
    ("<!-- x -->", ""),
    ("<br>", "\n"),
    ("<br/>", "\n"),
    ("<BR />", "\n"),
    ("<brun>", ""),
    ("<P>", CELL),
    ('<td class="x">', CELL),
    ("<pyt>", ""),
    ("<h7>", ""),
    ("<tdx>", ""),
)
ADDRESSES = (
    ("%2D", "-"),
    ("%2d", "-"),
    ("%20", " "),
    ("%7E", "~"),
    ("%31", "1"),
    ("%1F", "%1F"),
    ("%7F", "%7F"),
    ("%C3", "%C3"),
)
ESCAPES = (
    ("\\-", "-"),
    ("\\\\-", "-"),
    ("\\\\", "\\"),
    ("\\u002d", "-"),
    ("\\\\u002d", "-"),
    ("\\u0661", "1"),
    ("\\x2d", "-"),
    ("\\U0000002d", "-"),
    ("\\U0010FFFF", "\U0010ffff"),
    ("\\U00110000", ""),
    ("\\n", "\n"),
    ("\\r", "\n"),
    ("\\t", " "),
    ("\\\n", "\n"),
)
EMPHASIS = (("*", ""), ("**", ""), ("~~", ""), ("`", ""), ("*_", ""), ("_", "_"), ("___", "_"), ("==", ""), ("===", ""))
RAISED = (("²³¹⁰", "2310"), ("⁴⁵⁶⁷⁸⁹", "456789"), ("¹", "¹"), ("²³⁴", "²³⁴"))
CONTROLS = (
    *((chr(code), "") for code in (0, 8, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x9F, 0xAD)),
    *((sign, "\n") for sign in "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"),
)
BLANKS = (
    *((sign, " ") for sign in "\xa0\u1680\u2000\u2009\u202f\u205f\u3000\u2800"),
    *((sign, "") for sign in "\u200b\u200d\u200e\u2060\ufeff\u0300\u0336\u20dd\u02b0\u115f\u1160\u3164\uffa0"),
)
ALIKE = (
    *((sign, ".") for sign in "·․‧∙⋅・。．｡"),
    *((sign, "/") for sign in "⁄∕／╱⧸"),
    *((sign, CELL) for sign in "│┃｜¦"),
    *((sign, "•") for sign in "•×●∗＊⁎✕✖✗✘█■"),
    *((sign, "-") for sign in "‐‑‒–—―⸺﹣－−˗⁃➖ー─━⁒～¯⎯۔←→↔⇒⇿"),
)
DIGITS = (("٣", "3"), ("۳", "3"), ("３", "3"), ("𝟑", "3"), ("३", "3"), ("③", "3"), ("₃", "3"))
OTHERS = (("Ａ", "A"), ("ﬁ", "fi"), ("☕", "☕"), ("∀", "∀"), ("€", "€"), ("Ω", "Ω"))
PIECES = (*ENTITIES, *TAGS, *ADDRESSES, *ESCAPES, *EMPHASIS, *CONTROLS, *BLANKS, *ALIKE, *DIGITS, *OTHERS)
LINKED = (
    ("](x.md)", ""),
    ("](#x)", ""),
    ("][ref]", ""),
    ("[^1]", ""),
    ("(stories/a.md)", ""),
    ("(a.md#sted)", ""),
    ("(a.html)", ""),
    ("(a.htm)", ""),
    ("{.klasse}", ""),
    ("{: #sted }", ""),
    ("{#sted}", ""),
)


def ids(piece: object) -> str:
    return ascii(piece)


@pytest.mark.parametrize(("written", "read"), PIECES, ids=ids)
@pytest.mark.parametrize("links", [False, True])
def test_each_sign_is_read_as_a_reader_sees_it(written: str, read: str, links: bool) -> None:
    folded = fold(f"Å{written}Å", links=links)
    assert folded.text == f"Å{read}Å"
    assert folded.origin(0, 1) == (0, 1)
    assert folded.origin(len(read) + 1, len(read) + 2) == (len(written) + 1, len(written) + 2)
    assert folded.origin(0, len(read) + 2) == (0, len(written) + 2)


@pytest.mark.parametrize(("written", "read"), RAISED)
def test_a_few_raised_digits_are_the_mark_of_a_footnote_and_more_are_digits(written: str, read: str) -> None:
    assert fold(f"a{written}b").text == f"a{read}b"


@pytest.mark.parametrize("tag", BLOCKS.split())
def test_what_ends_a_block_parts_what_stands_around_it(tag: str) -> None:
    assert fold(f"1<{tag}>2</{tag}>3").text == "1|2|3"
    assert fold(f"1<{tag.upper()} class=x>2").text == "1|2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Åse gik 5 km, æøå é ü ŋ!",
        string.ascii_letters + string.digits + " !\"#$'()+,-./:;>?@[]^{|}",
        "’‘“”„…‚‛‹›«»",
        "a\tb\nc",
        "1 = 2",
        "50 % af",
        "5%",
        "100%2",
        "Fisk & skaldyr",
        "&;",
        "1 < 2 > 1",
        "<2>",
        "a\\b",
        "\\noget",
        "\\u00",
        "\\x2",
        "\\",
        "%2",
        "%G0",
        "&#;",
        "&#x;",
        "<a",
        "<!-x>",
        "²",
    ],
)
def test_a_plain_text_is_left_as_it_is(text: str) -> None:
    folded = fold(text)
    assert folded.text == text
    assert folded.thrown == ()


def test_without_links_brackets_stay_where_they_are() -> None:
    text = "[Døren](doeren.md) [a][b] [^1] (a.md) {.k}"
    assert fold(text).text == text


@pytest.mark.parametrize(("written", "read"), LINKED)
def test_where_a_link_leads_and_marks_are_left_out(written: str, read: str) -> None:
    folded = fold(f"1{written}2", links=True)
    assert folded.text == f"1{read}2"
    assert folded.origin(1, 2) == (len(written) + 1, len(written) + 2)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("[150368](doeren.md)-5006", "150368-5006"),
        ("[150368][ref]-5006", "150368-5006"),
        ("[150368]-5006", "[150368]-5006"),
        ("[a](5)", "a](5)"),
        ("[a](x y)", "a"),
        ("[a](X)", "a"),
        ("[a] (x)", "[a] (x)"),
        ("(a.txt)", "(a.txt)"),
        ("(a b.md)", "(a b.md)"),
        ("(.md)", "(.md)"),
        ("(a.mdx)", "(a.mdx)"),
        ("[^a b]", "[^a b]"),
        ("{klasse}", "{klasse}"),
        ("{.}", "{.}"),
        ("[a\nb](x)", "[a\nb"),
        ("\n   > > 5", "\n5"),
        ("\n\t5", "\n5"),
    ],
)
def test_only_what_is_a_link_is_left_out(text: str, read: str) -> None:
    assert fold(text, links=True).text == read


def test_a_line_that_is_set_in_begins_where_its_words_begin() -> None:
    assert fold("1\n  > 2\n\n3").text == "1\n2\n\n3"


@pytest.mark.parametrize("text", ["**", "_", "__", "*_", "~~", "`", "==", "="])
def test_with_emphasis_its_signs_stay(text: str) -> None:
    assert fold(f"1{text}2", emphasis=True).text == f"1{text}2"


def test_all_else_is_folded_with_emphasis_too() -> None:
    assert fold("１&#45;*", emphasis=True).text == "1-*"


@pytest.mark.parametrize(
    ("text", "longest"),
    [("<a{}>", 2000), ("<!--{}-->", 2000), ("[^{}]", 40), ("[a]({})", 300), ("[a][{}]", 200), ("{{.{}}}", 200)],
)
def test_what_never_ends_is_no_tag_and_no_link(text: str, longest: int) -> None:
    assert "x" not in fold(text.format("x" * longest), links=True).text
    assert "x" * (longest + 1) in fold(text.format("x" * (longest + 1)), links=True).text


class TestThrown:
    """What no reader sees, and whoever looks at the page's source does."""

    @pytest.mark.parametrize(
        ("text", "inside"),
        [
            ("1<!-- 15036 -->2", "!-- 15036 --"),
            ('1<a id="150368">2', 'a id="150368"'),
            ("[a](150368.md)", "150368.md"),
            ("[a][b15036850]", "b15036850"),
            ("a[^15036850]", "^15036850"),
            ("(a/15036.md)", "a/15036.md"),
            ("a{.k1503685}", ".k1503685"),
        ],
    )
    def test_it_is_told_where_it_stands(self, text: str, inside: str) -> None:
        ((start, end),) = fold(text, links=True).thrown
        assert text[start:end] == inside

    def test_what_is_too_short_for_a_number_is_not_told(self) -> None:
        assert len("<a 123456>") == 10
        assert fold("x<a 123456>").thrown == ()
        assert fold("x<a 1234567>").thrown == ((2, 11),)

    def test_what_a_reader_sees_is_not_told(self) -> None:
        assert fold("&#0000000000045; ========== \\U0000002d", links=True).thrown == ()

    def test_each_is_told_in_order(self) -> None:
        text = "<a 12345678>b</a>[c](12345678.md)<br>"
        found = [text[start:end] for start, end in fold(text, links=True).thrown]
        assert found == ["a 12345678", "12345678.md"]


class TestOrigin:
    """Where a stretch stands in the text as it was given."""

    def test_of_a_text_that_was_not_folded_it_is_where_it_is(self) -> None:
        assert Folded("abc").origin(1, 2) == (1, 2)
        assert Folded("abc").origin(0, 3) == (0, 3)
        assert Folded("abc").thrown == ()

    def test_a_sign_that_was_written_longer_is_covered_whole(self) -> None:
        folded = fold("ab&#45;cd")
        assert folded.text == "ab-cd"
        assert [folded.origin(place, place + 1) for place in range(5)] == [(0, 1), (1, 2), (2, 7), (7, 8), (8, 9)]
        assert folded.origin(2, 4) == (2, 8)
        assert folded.origin(1, 3) == (1, 7)

    def test_a_sign_that_is_read_longer_is_covered_whole(self) -> None:
        folded = fold("aﬁb")
        assert folded.text == "afib"
        assert [folded.origin(place, place + 1) for place in range(4)] == [(0, 1), (1, 2), (1, 2), (2, 3)]

    def test_what_is_left_out_belongs_to_neither_neighbour(self) -> None:
        folded = fold("1**2</b>\u200b3")
        assert folded.text == "123"
        assert [folded.origin(place, place + 1) for place in range(3)] == [(0, 1), (3, 4), (9, 10)]
        assert folded.origin(0, 3) == (0, 10)

    def test_a_folded_text_is_never_shown(self) -> None:
        assert "1503" not in repr(fold("150368-5010"))


@given(some.lists(some.sampled_from(PIECES), max_size=12), some.booleans())
def test_every_sign_knows_where_it_stood(pieces: list[tuple[str, str]], links: bool) -> None:
    folded = fold("".join(f"Å{written}" for written, _ in pieces) + "Å", links=links)
    assert folded.text == "".join(f"Å{read}" for _, read in pieces) + "Å"
    read_at = written_at = 0
    for written, read in (*pieces, ("", "")):
        assert folded.origin(read_at, read_at + 1) == (written_at, written_at + 1)
        for place in range(len(read)):
            begins, ends = folded.origin(read_at + 1 + place, read_at + 2 + place)
            assert written_at + 1 <= begins < ends <= written_at + 1 + len(written)
        read_at, written_at = read_at + 1 + len(read), written_at + 1 + len(written)


@given(some.text(string.ascii_letters + string.digits + "æøåÆØÅ .,-:;!?()/\n"))
def test_ordinary_text_costs_nothing(text: str) -> None:
    folded = fold(text)
    stripped = "\n".join(line.lstrip(" ") if number else line for number, line in enumerate(text.split("\n")))
    assert folded.text == stripped
