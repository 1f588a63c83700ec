"""Ten digits: how they are written, the words around them and modulus 11 tell what they are, and where they stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.privacy.finding import CPR, CPR_LIKE
from hverdag.privacy.numbers import numbers
from tests.cpr_corpus import CORPUS, Case

KINDS = {"error": CPR, "warning": CPR_LIKE, "": ""}
DATES = (
    "150368",
    "150368",
    "550368",
    "750368",
    "290272",
    "010175",
    "010203",
    "150306",
    "050326",
    "221126",
    "150399",
    "050368",
)
FIRM, LIKE, NONE = CPR, CPR_LIKE, ""

Told = tuple[str, str, str]


def found(text: str, doubtful: bool = False) -> list[Told]:
    return [(one.rule, text[one.start : one.end], one.key) for one in numbers(text, doubtful)]


def rule(text: str, doubtful: bool = False) -> str:
    """The rule that the one number in a text breaks, or nothing."""
    told = found(text, doubtful)
    assert len(told) <= 1, text
    return told[0][0] if told else ""


@pytest.mark.parametrize("number", range(len(CORPUS)), ids=lambda number: CORPUS[number].why)
def test_the_corpus_gets_its_verdicts_with_a_key_for_each(number: int) -> None:
    case = CORPUS[number]
    told = found(case.text)
    rules = {one for one, _, _ in told}
    assert (CPR if CPR in rules else "".join(rules)) == KINDS[case.verdict]
    assert all(key[:6] in DATES and len(key) == 10 for _, _, key in told)
    covered = found(case.text, doubtful=True)
    assert [one for one in told if one[1:] not in [other[1:] for other in covered]] == []


@given(some.sampled_from([case for case in CORPUS if case.verdict]), some.text("abcæøå ,.\n", max_size=12))
def test_every_number_is_found_where_it_stands(case: Case, before: str) -> None:
    text = f"{before} . {case.text} . slut"
    told = list(numbers(text))
    assert told
    assert all(len(before) + 3 <= one.start < one.end <= len(text) - 7 for one in told)
    assert all(one.end <= other.start for one, other in pairwise(told))


class TestSpelling:
    """The signs that part a date from four digits on purpose."""

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("150368-5010", "1503685010"),
            ("150368 5010", "1503685010"),
            ("150368.5010", "1503685010"),
            ("150368:5010", "1503685010"),
            ("150368 - 50 10", "1503685010"),
            ("15 03 68-5010", "1503685010"),
            ("15-03 68 50 10", "1503685010"),
            ("15-0368-5010", "1503685010"),
            ("1503-68-5010", "1503685010"),
            ("1503-1968-5010", "1503685010"),
            ("15/03/68 5010", "1503685010"),
            ("15:03:68 5010", "1503685010"),
            ("15031868-5010", "1503685010"),
            ("150318\n68-5010", "1503685010"),
            ("15-03-1868.5010", "1503685010"),
            ("15.03.1868-5010", "1503685010"),
            ("15 03 1868-50 10", "1503685010"),
            ("15031968-1010", "1503681010"),
            ("15032006-5010", "1503065010"),
            ("1 5 0 3 6 8 5 0 1 0", "1503685010"),
            ("1-5-0-3-6-8-5-0-1-0", "1503685010"),
            ("150-368-5010", "1503685010"),
            ("150.368-5010", "1503685010"),
            ("150 368 - 5010", "1503685010"),
            ("010-368-5010", "0103685010"),
            ("150368\n5010", "1503685010"),
            ("15036\n8-5010", "1503685010"),
            ("150368-501\n0", "1503685010"),
            ("150368-\n5010", "1503685010"),
            ("150368  -  5010", "1503685010"),
            ("150368)-(5010", "1503685010"),
            ("550368-5010", "5503685010"),
            ("750368-5010", "7503685010"),
        ],
    )
    def test_someone_parted_a_date_from_four_digits(self, text: str, key: str) -> None:
        for around in ("{}", "Der stod {} på sedlen", "({})", "{}, og så", "»{}«"):
            assert found(around.format(text)) == [(CPR, text, key)]
            assert found(around.format(text), doubtful=True) == [(CPR, text, key)]

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("1503685010", "1503685010"),
            ("15 03 68 50 10", "1503685010"),
            ("15-03-68-50-10", "1503685010"),
            ("15 03 1868 50 10", "1503685010"),
            ("1, 5, 0, 3, 6, 8, 5, 0, 1, 0", "1503685010"),
            ("1|5|0|3|6|8|5|0|1|0", "1503685010"),
            ("150368, 5010", "1503685010"),
            ("150368 | 5010", "1503685010"),
            ("150368. 5010", "1503685010"),
            ("15036\n85010", "1503685010"),
            ("250-368-5010", "2503685010"),
            ("1503 68 5010", "1503685010"),
            ("15 0368 5010", "1503685010"),
            ("1503 68 50 10", "1503685010"),
            ("150368-5 010", "1503685010"),
            ("150368-501 0", "1503685010"),
        ],
    )
    def test_ten_digits_that_nobody_has_parted_so_may_be_one(self, text: str, key: str) -> None:
        for around in ("{}", "Der stod {} på sedlen", "({})"):
            assert found(around.format(text)) == [(CPR_LIKE, text, key)]

    @pytest.mark.parametrize(
        "text",
        [
            "1503 685010",
            "15036 85010",
            "150318685010",
            "15 0318 68 5010",
            "1503\n685010",
        ],
    )
    def test_what_nobody_writes_so_is_covered_and_not_told(self, text: str) -> None:
        assert found(text) == []
        assert [told for _, told, _ in found(text, doubtful=True)] == [text]
        assert {one for one, _, _ in found(text, doubtful=True)} == {CPR_LIKE}

    @pytest.mark.parametrize(
        "text",
        [
            "950-368-5010",
            "15032006-1010",
            "15031936-4010",
            "15032058-5010",
            "150313685010",
            "001503685010",
            "1513685010",
            "150368-501",
            "150368-50:10",
            "150368 50.10",
            "150368-50101",
            "15036-5010",
            "151368-5010",
            "290275-5010",
            "29.02.1900-5010",
            "29.02.1800-5010",
            "150321685010",
        ],
    )
    def test_what_is_no_number_is_neither_told_nor_covered(self, text: str) -> None:
        assert found(text) == []
        assert found(text, doubtful=True) == []

    @pytest.mark.parametrize("text", ["+150368-5010", "+ 150368-5010", "Ring +150368-5010"])
    def test_behind_a_plus_it_is_a_telephone_number_of_another_country(self, text: str) -> None:
        assert rule(text) == NONE
        assert rule(text, doubtful=True) == LIKE

    def test_a_plus_farther_off_is_none(self) -> None:
        assert rule("+  150368-5010") == FIRM

    def test_no_more_than_twelve_signs_lie_between(self) -> None:
        assert rule(f"150368{' ' * 12}5010") == FIRM
        assert rule(f"150368{' ' * 13}5010") == NONE


class TestBare:
    """Ten digits that nothing parts: modulus 11, a 1 January, or a word near them."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("1503685007", FIRM),
            ("1503685010", LIKE),
            ("0101685010", FIRM),
            ("0102685010", LIKE),
            ("ordre 1503685007", LIKE),
            ("ordre 1503685010", NONE),
            ("ordre 0101685010", LIKE),
            ("sag 1503685007", LIKE),
            ("sag 1503685010", NONE),
            ("sag nr. 0101685010", LIKE),
            ("EAN 1503685007", NONE),
            ("EAN 0101685010", NONE),
            ("KLE 1503685007", NONE),
            ("version 0101685010", NONE),
            ("cpr 1503685010", FIRM),
            ("cpr 7503685010", FIRM),
            ("cpr5503685010", FIRM),
            ("1503685010 (cpr)", FIRM),
            ("x1503685007", NONE),
            ("1503685007x", NONE),
            ("x0101685010", NONE),
            ("é1503685007", NONE),
            ("1503685007é", NONE),
            ("1503685007x.", NONE),
            ("_1503685007", FIRM),
            ("(1503685007)", FIRM),
            ("5503685010", NONE),
            ("5501685010", NONE),
            ("4101685010", NONE),
            ("7503685010", NONE),
            ("15 03 68 50 07", FIRM),
            ("15 03 1868 50 07", FIRM),
            ("01 01 68 50 10", FIRM),
            ("ordre 15 03 68 50 07", LIKE),
            ("EAN 15 03 68 50 07", NONE),
        ],
    )
    def test_what_they_are(self, text: str, kind: str) -> None:
        assert rule(text) == kind

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("1234 1503685007", NONE),
            ("1234 1503685010", NONE),
            ("1234-1503685007", NONE),
            ("1234 - 1503685007", NONE),
            ("1234    1503685007", FIRM),
            ("123 1503685007", FIRM),
            ("12345 1503685007", FIRM),
            ("1234 1503685007 12", FIRM),
            ("1234, 1503685007", FIRM),
            ("12-1503685007", NONE),
            ("12.1503685007", NONE),
            ("12/1503685007", NONE),
            ("12:1503685007", NONE),
            ("12_1503685007", FIRM),
            ("12, 1503685007", FIRM),
            ("12 1503685007", FIRM),
            ("1503685007-12", NONE),
            ("1503685007.12", NONE),
            ("1503685007/12", NONE),
            ("1503685007:12", NONE),
            ("1503685007, 12", FIRM),
            ("1503685007 12", FIRM),
            ("1503685007,12", FIRM),
            ("12,1503685007", NONE),
            ("cpr 12-1503685007", NONE),
            ("12 15 03 68 50 07", NONE),
            ("15 03 68 50 07 12", NONE),
            ("cpr 12, 15 03 68 50 07", NONE),
            ("| 12 | 150368 | 5007 |", FIRM),
            ("150368, 5007, 12", FIRM),
        ],
    )
    def test_as_part_of_more_they_are_something_else(self, text: str, kind: str) -> None:
        assert rule(text) == kind


class TestWords:
    """The words near a number that someone has parted."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("sag 150368-5010", FIRM),
            ("konto 150368 5010", FIRM),
            ("ordre 150368-5010", FIRM),
            ("ordre 150368 5010", LIKE),
            ("varenr. 150368-5010", FIRM),
            ("version 150368-5010", FIRM),
            ("KLE 15.03.68-5010", FIRM),
            ("EAN 150368-5010", FIRM),
            ("EAN 150368 - 5010", FIRM),
            ("EAN 150368 5010", NONE),
            ("EAN 150368.5010", NONE),
            ("EAN 15 03 68-5010", FIRM),
            ("EAN 15031868-5010", FIRM),
            ("EAN 150368 5007", NONE),
            ("cpr 150368 5010", FIRM),
            ("cpr 15-03-68-50-10", FIRM),
            ("cpr 150368, 5010", FIRM),
            ("ordre 150368, 5010", NONE),
            ("ordre 150368, 5007", LIKE),
        ],
    )
    def test_only_some_of_them_excuse_it(self, text: str, kind: str) -> None:
        assert rule(text) == kind

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("150368 5010 kr", NONE),
            ("150368 5010 kroner", NONE),
            ("150368/5010 kr.", NONE),
            ("150368-5010 kr", FIRM),
            ("150368 - 5010 kr", NONE),
            ("150368 50 10 kr", FIRM),
            ("1503685010 kr", LIKE),
            ("150368 5010 krav", FIRM),
            ("15.03.1868\n5010 Valby", NONE),
            ("15.03.1868 \n5010 Valby", NONE),
            ("15.03.1868,\n5010 Valby", NONE),
            ("15.03.1868-\n5010 Valby", FIRM),
            ("15.03.68 - 2500 Valby", NONE),
            ("15.03.68 2500 Valby", NONE),
            ("15.03.68-2500 Valby", FIRM),
            ("150368 2500 Valby", FIRM),
            ("cpr 15.03.68 2500 Valby", FIRM),
            ("01.01.2026 - 9000 Lilleby", NONE),
            ("15.03.1868 5010 Valby", FIRM),
            ("15.03.1868\n5010 valby", FIRM),
            ("15.03.68\n5010 Valby", FIRM),
            ("15.03.1868\n50 10 Valby", FIRM),
        ],
    )
    def test_a_sum_or_a_town_behind_four_digits_tells_what_they_are(self, text: str, kind: str) -> None:
        assert rule(text) == kind


class TestMore:
    """More digits around a number that someone has parted."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("27-150368-5010", LIKE),
            ("150368-5010-2", LIKE),
            ("150368-5010.2", LIKE),
            ("150368-5010/2", FIRM),
            ("150368-5010, 2", FIRM),
            ("150368-5010 2", FIRM),
            ("150368-5010_2", FIRM),
            ("27_150368_5010", FIRM),
            ("27/150368/5010", LIKE),
            ("150368/5010/2", LIKE),
            ("27:150368/5010", FIRM),
            ("27, 150368-5010", FIRM),
            ("27 150368 5010", FIRM),
            ("150368 5010 27", FIRM),
            ("150368 5010-2", LIKE),
            ("27 150368 50 10", NONE),
            ("150368 50 10 27", NONE),
            ("27 15 03 68 5010", NONE),
            ("15 03 68 5010 27", NONE),
            ("27 15-03-68 5010", FIRM),
            ("27 15 03 68-5010", FIRM),
            ("27 150-368-5010", FIRM),
            ("27-150-368-5010", NONE),
            ("27 | 150368 | 5010", LIKE),
            ("27 15031868-5010", FIRM),
            ("27-15031868-5010", LIKE),
            ("15.03.1868-5010-27", NONE),
        ],
    )
    def test_they_may_say_that_it_is_a_piece_of_something(self, text: str, kind: str) -> None:
        assert rule(text) == kind

    def test_each_of_several_is_told_in_order_and_no_digit_twice(self) -> None:
        text = "150368-5010, 150368-5029 og 15 03 68-5037; 1503685007"
        assert found(text) == [
            (CPR, "150368-5010", "1503685010"),
            (CPR, "150368-5029", "1503685029"),
            (CPR, "15 03 68-5037", "1503685037"),
            (CPR, "1503685007", "1503685007"),
        ]

    def test_what_the_words_excuse_is_covered_and_told_only_where_that_is_asked(self) -> None:
        text = "KLE 150368 5010, KLE 15/3-68 5029"
        assert list(numbers(text)) == []
        assert found(text, doubtful=True) == [
            (CPR_LIKE, "150368 5010", "1503685010"),
            (CPR_LIKE, "15/3-68 5029", "1503685029"),
        ]

    def test_of_two_readings_the_first_and_longest_is_told(self) -> None:
        assert found("15 03 1868-50 10", doubtful=True) == [(CPR, "15 03 1868-50 10", "1503685010")]
        assert found("150368-5010 150368-5029") == [
            (CPR, "150368-5010", "1503685010"),
            (CPR, "150368-5029", "1503685029"),
        ]
        assert found("150368-5010 150368-5029", doubtful=True) == [(CPR, "150368-5010 150368-5029", "1503685010")]

    @pytest.mark.parametrize(
        "row", ["| 12 | 12 | {} |", "12 12 {}", "12, 12, {}, 12", "1 2 3 {} 12 12", "{} | 12 | 12"]
    )
    def test_every_digit_of_a_number_is_covered_whatever_stands_beside_it(self, row: str) -> None:
        for number in ("150368-5010", "15 03 68 5010", "15.03.68-5010", "1503685007"):
            start, end = (text := row.format(number)).index(number), text.index(number) + len(number)
            assert any(one.start <= start and end <= one.end for one in numbers(text, doubtful=True)), text

    def test_a_row_of_numbers_is_read_from_each_of_them(self) -> None:
        row = " ".join(str(number) for number in range(1, 10))
        assert [told for _, told, _ in found(f"{row} 150368-5010")] == ["150368-5010"]
        assert found(f"7, 8, {'9, ' * 12}1, 5, 0, 3, 6, 8, 5, 0, 1, 0") == []


class TestMoments:
    """The date and the hour in the name of a file, as cameras write them."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("IMG_221126_0908.jpg", LIKE),
            ("IMG-221126-0908.jpg", LIKE),
            ("IMG_221126_0908.JPG", LIKE),
            ("NOTAT-221126-1400", LIKE),
            ("notat-221126-2359", LIKE),
            ("notat_221126_0000", LIKE),
            ("notat-221126-2400", FIRM),
            ("notat-221126-0960", FIRM),
            ("notat-221126-1959", LIKE),
            ("notat-221126-2959", FIRM),
            ("notat-221126.0908", FIRM),
            ("notat 221126-0908", FIRM),
            ("221126-0908", FIRM),
            ("221126-0908.jpg", LIKE),
            ("221126-0908.j", FIRM),
            ("221126-0908.øøø", FIRM),
            ("221126-0908.abcdef", FIRM),
            ("221126-0908.abcde", LIKE),
            ("billede 221126-0908.jpg", FIRM),
            ("cpr_221126_0908.jpg", FIRM),
            ("221126-09-08.jpg", FIRM),
            (f"{'x' * 234}-221126-0908.md", LIKE),
            (f"{'x' * 235}-221126-0908.md", LIKE),
            (f"{'x' * 236}-221126-0908.md", FIRM),
        ],
    )
    def test_it_may_be_one(self, text: str, kind: str) -> None:
        assert rule(text) == kind


class TestUnseen:
    """What no reader sees is looked into by itself."""

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("<!-- Inger 150368-5006 -->", [(CPR, "150368-5006", "1503685006")]),
            ('<p id="f150368-5046">x</p>', [(CPR, "150368-5046", "1503685046")]),
            ("[her](https://x.example/150368-5012)", [(CPR, "150368-5012", "1503685012")]),
            ('<p class="ordre 1503685010">', []),
            ('<path d="M15.03 68.50-07.15 150368-5010 L3.68"/>', []),
            ("<path d='M15.03 68.50-07.15 150368-5010 L3.68'/>", []),
            ('<polygon points="150368-5010 12"/>', []),
            ('<svg viewBox="0 0 150368-5010">', []),
            ('<svg viewbox="0 0 150368-5010">', [(CPR, "150368-5010", "1503685010")]),
            ('<path d="x 150368-5010"/>', [(CPR, "150368-5010", "1503685010")]),
            ('<path id="150368-5010" d="M1"/>', [(CPR, "150368-5010", "1503685010")]),
            ('<path d="M150368-5010" id="150368-5029"/>', [(CPR, "150368-5029", "1503685029")]),
            ("<a 15036 xxxx>", []),
            ("<!-- 150368-xxxx -->", [(CPR, "150368-xxxx", "150368xxxx")]),
        ],
    )
    def test_it_is_told_where_it_stands(self, text: str, told: list[Told]) -> None:
        assert found(text) == told
        assert found(f"Før {text}") == told

    def test_also_what_the_words_say_is_something_else_is_covered(self) -> None:
        text = '<p class="ordre 1503685010">'
        assert found(text, doubtful=True) == [(CPR_LIKE, "1503685010", "1503685010")]

    def test_inside_and_around_it(self) -> None:
        text = "<!-- 150368-5029 -->150368-<!-- 150368-5006 -->5010"
        assert [told for _, told, _ in found(text)] == ["150368-5029", "150368-<!-- 150368-5006 -->5010"]


@given(some.sampled_from("-./_"), some.sampled_from(["", "CPR: ", "Hun hedder ", "sag "]), some.integers(5000, 5999))
def test_whatever_parts_them_a_date_and_four_digits_are_a_number(sign: str, before: str, last: int) -> None:
    text = f"{before}150368{sign}{last}"
    assert found(text) == [(CPR, f"150368{sign}{last}", f"150368{last}")]


@given(some.text("0123456789 -./,xX*\n|", max_size=40))
def test_nothing_is_told_where_nothing_is_covered(text: str) -> None:
    told, covered = list(numbers(text)), list(numbers(text, doubtful=True))
    assert all(any(one.start < other.end and other.start < one.end for other in covered) for one in told)
    assert len(covered) >= bool(told)
