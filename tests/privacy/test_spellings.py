"""Numbers that are no plain row of digits: crossed out in part, and with dates as people and machines write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.privacy.finding import CPR, CPR_LIKE
from hverdag.privacy.fold import fold
from hverdag.privacy.spellings import HARD, PAUSE, crossed, written

MONTHS = (
    *("jan januar", "feb februar", "mar marts", "apr april", "maj", "jun juni", "jul juli", "aug august"),
    *("sep sept september", "okt oktober", "nov november", "dec december"),
)

Told = tuple[str, str, str]


def hidden(text: str) -> list[Told]:
    return [(one.rule, text[one.start : one.end], one.key) for one in crossed(text, fold(text, links=True))]


def found(text: str, doubtful: bool = False) -> list[Told]:
    return [(one.rule, text[one.start : one.end], one.key) for one in written(fold(text, links=True), doubtful)]


def rule(text: str, doubtful: bool = False) -> str:
    told = found(text, doubtful)
    assert len(told) <= 1, text
    return told[0][0] if told else ""


class TestJoins:
    """What parts a date from four digits, and what joins nothing."""

    @pytest.mark.parametrize(
        "join", [*"-./:•_=<>'’… \n\t", " - ", "--", "->", "_-_", ")-(", "] - [", "\n-\n", "  ", "\t\n", "- ", " -", "…"]
    )
    def test_signs_that_part(self, join: str) -> None:
        assert HARD.fullmatch(join)

    @pytest.mark.parametrize("join", ["", ",", ";", "a", "(", ")", "|", "-,-", " ,", "+", "["])
    def test_signs_that_do_not(self, join: str) -> None:
        assert not HARD.fullmatch(join)

    @pytest.mark.parametrize(
        ("join", "ends"),
        [
            (". ", True),
            (": ", True),
            (".  \n", True),
            (":\n", True),
            (".", False),
            (":", False),
            ("- ", False),
            (".-", False),
        ],
    )
    def test_the_end_of_a_sentence_joins_nothing(self, join: str, ends: bool) -> None:
        assert bool(PAUSE.search(join)) is ends


class TestCrossed:
    """A date, and four signs of which some are digits and some hide one."""

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("150368-xxxx", "150368xxxx"),
            ("150368-XXXX", "150368xxxx"),
            ("150368-****", "150368xxxx"),
            ("150368-••••", "150368xxxx"),
            ("150368-####", "150368xxxx"),
            ("150368-____", "150368xxxx"),
            ("150368-????", "150368xxxx"),
            ("150368-5xxx", "1503685xxx"),
            ("150368-50xx", "15036850xx"),
            ("150368-501x", "150368501x"),
            ("150368-x010", "150368x010"),
            ("150368-5x1x", "1503685x1x"),
            ("15-03-68-xxxx", "150368xxxx"),
            ("15.03.68 xxxx", "150368xxxx"),
            ("15/03/1868:xxxx", "150368xxxx"),
            ("15031968-xxxx", "150368xxxx"),
            ("15 03 2006-xxxx", "150306xxxx"),
            ("15 - 03 - 68 - xxxx", "150368xxxx"),
            ("15_03_68-xxxx", "150368xxxx"),
            ("15*03*68-xxxx", "150368xxxx"),
            ("150368\nxxxx", "150368xxxx"),
            ("150368 \n- xxxx", "150368xxxx"),
            ("550368-xxxx", "550368xxxx"),
            ("750368-xxxx", "750368xxxx"),
            ("290200-xxxx", "290200xxxx"),
        ],
    )
    def test_it_is_found_as_it_is_written(self, text: str, key: str) -> None:
        for around in ("{}", "Der stod {} på sedlen", "({})", "{}, og"):
            assert hidden(around.format(text)) == [(CPR, text, key)]

    @pytest.mark.parametrize(
        "text",
        [
            "150368-xxx",
            "150368-xxxxx",
            "150368-5010",
            "150368-501010",
            "150368-yyyy",
            "150368-xxxx?",
            "150368-5010x",
            "151368-xxxx",
            "321268-xxxx",
            "000068-xxxx",
            "290275-xxxx",
            "310468-xxxx",
            "950368-xxxx",
            "1150368-xxxx",
            "+150368-xxxx",
            "15036-xxxx",
            "15----03-68-xxxx",
            "150368------xxxx",
            "150368,xxxx",
            "15031768-xxxx",
            "29.02.1900-xxxx",
            "29.02.1967-xxxx",
            "150368 ____",
            "150368 ????",
            "150368 _?__",
            "150368\n____",
            "150368  12__",
        ],
    )
    def test_what_is_none_is_passed_by(self, text: str) -> None:
        assert hidden(text) == []

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("150368xxxx", CPR_LIKE),
            ("15036812xx", CPR_LIKE),
            ("cpr 150368xxxx", CPR),
            ("150368xxxx (cpr)", CPR),
            ("sag 150368xxxx", CPR_LIKE),
            ("sag 150368-xxxx", CPR),
            ("cpr 150368-xxxx", CPR),
        ],
    )
    def test_where_nothing_parts_them_a_word_must_tell(self, text: str, kind: str) -> None:
        assert [one for one, _, _ in hidden(text)] == [kind]

    @pytest.mark.parametrize(
        "text", ["150368-____", "150368 _x__", "150368 _X__", "150368 12?x", "150368.____", "150368 - ____"]
    )
    def test_a_line_to_write_on_is_one_only_behind_a_space(self, text: str) -> None:
        assert [one for one, _, _ in hidden(text)] == [CPR]

    def test_stars_are_read_as_stars_and_not_as_emphasis(self) -> None:
        assert hidden("**Inger** 150368-12**") == [(CPR, "150368-12**", "15036812xx")]
        assert hidden("_Inger_ 150368-1___") == [(CPR, "150368-1___", "1503681xxx")]
        assert hidden("[150368](a.md)-**12") == [(CPR, "150368](a.md)-**12", "150368xx12")]
        assert hidden("150368&#45;12**") == [(CPR, "150368&#45;12**", "15036812xx")]

    @pytest.mark.parametrize("text", ["`150368`-xxxx", "~~150368~~-xxxx", "150368==-xxxx", "150368</b>-xxxx"])
    def test_other_emphasis_is_read_as_such(self, text: str) -> None:
        assert [(one, key) for one, _, key in hidden(text)] == [(CPR, "150368xxxx")]

    @pytest.mark.parametrize("first", ["151368-xxxx", "150368 ____"])
    def test_behind_one_that_is_none_the_next_is_found(self, first: str) -> None:
        assert hidden(f"{first}, 150368-xxxx") == [(CPR, "150368-xxxx", "150368xxxx")]

    def test_each_of_several_is_found(self) -> None:
        text = "150368-xxxx og 010175-12XX"
        assert [(told, key) for _, told, key in hidden(text)] == [
            ("150368-xxxx", "150368xxxx"),
            ("010175-12XX", "01017512xx"),
        ]


class TestByHand:
    """A date as it is written by hand, and four digits."""

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("15/3-68 5006", "1503685006"),
            ("15/3-68-5006", "1503685006"),
            ("5/3 68 - 5006", "0503685006"),
            ("5/03-68 5006", "0503685006"),
            ("5.11.68-5006", "0511685006"),
            ("15.3.68-5006", "1503685006"),
            ("15-3-1968-5006", "1503685006"),
            ("15.3.1968 5006", "1503685006"),
            ("15. 3. 68-5006", "1503685006"),
            ("15 3 68-5006", "1503685006"),
            ("15. marts 1968-5006", "1503685006"),
            ("15. MARTS 68 - 5006", "1503685006"),
            ("15 mar 1868-5006", "1503685006"),
            ("5. dec. 68-5006", "0512685006"),
            ("15-maj-68-5006", "1505685006"),
            ("15/3-68_5006", "1503685006"),
            ("15/3-68=5006", "1503685006"),
            ("15/3-68\n5006", "1503685006"),
            ("15/3-68\t-\t5006", "1503685006"),
            ("55/3-68 5006", "5503685006"),
            ("75/3-68-5006", "7503685006"),
            ("29/2-72 5006", "2902725006"),
        ],
    )
    def test_it_is_found_as_it_is_written(self, text: str, key: str) -> None:
        for around in ("{}", "Der stod {} på sedlen", "({})", "{}."):
            assert found(around.format(text)) == [(CPR, text, key)]
            assert found(around.format(text), doubtful=True) == [(CPR, text, key)]

    @pytest.mark.parametrize(
        ("month", "number"), [(word, number) for number, words in enumerate(MONTHS, 1) for word in words.split()]
    )
    def test_every_month_is_known(self, month: str, number: int) -> None:
        for word in (month, month.upper(), month.capitalize()):
            assert found(f"15. {word} 1968-5006") == [(CPR, f"15. {word} 1968-5006", f"15{number:02}685006")]

    @pytest.mark.parametrize(
        "text",
        [
            "15/03-68 5006",
            "15.03.1968-5006",
            "15/13-68 5006",
            "32/3-68 5006",
            "30/2-68 5006",
            "29/2-75 5006",
            "0/3-68 5006",
            "15/0-68 5006",
            "95/3-68 5006",
            "115/3-68 5006",
            "x15/3-68 5006",
            "1.15/3-68 5006",
            "1-5/3-68 5006",
            "1,5/3-68 5006",
            "15/3-68 500",
            "15/3-68 50061",
            "15/3-68 5006-1",
            "15/3-68 5006.1",
            "15/3-68 5006,1",
            "15/3-68 5006:1",
            "15/3-68 5006/1",
            "15/3-685006",
            "15/3-168 5006",
            "15/3-1768 5006",
            "15/3-68         5006",
            "15/3-68,5006",
            "15///3-68 5006",
            "15/3---68 5006",
            "15. marsch 1968-5006",
            "15. mart 1968-5006",
            "29. februar 1900-5006",
            "15/3-2006 1006",
            "15/3-2036 0006",
            "15/3-1936 4006",
            "15. marts 2058-5006",
            "15/3-2006 5000 Odense",
            "15/3-2006 - 5000 Lilleby",
            "15/3-68 5000 Odense",
            "15. marts 1968 5006",
            "15 marts 68\n5006",
        ],
    )
    def test_what_is_none_is_passed_by(self, text: str) -> None:
        assert found(text) == []
        assert found(text, doubtful=True) == []

    @pytest.mark.parametrize(
        "text",
        [
            "KLE 15/3-68 5006",
            "15/3-68. 5006",
            "15/3-68: 5006",
            "15/3-68 5006 kr",
            "15/3-68 - 5006 kroner",
            "15.3.68.5006",
            "15. 3. 68.5006",
            "15 3 68 5006",
        ],
    )
    def test_what_is_something_else_is_covered_and_not_told(self, text: str) -> None:
        assert rule(text) == ""
        assert rule(text, doubtful=True) == CPR_LIKE

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("cpr 15/3-68. 5006", CPR),
            ("cpr 15. marts 1968 5006", CPR),
            ("cpr 15.3.68.5006", CPR),
            ("cpr 15/3-68 5006 kr", CPR),
            ("født 15/3-2006 5000 Odense", CPR),
            ("15/3-68 5006 (cpr)", CPR),
            ("ordre 15/3-68-5006", CPR),
            ("ordre 15/3-68 5006", CPR_LIKE),
            ("version 15. marts 1968-5006", CPR),
            ("EAN 15/3-68-5006", CPR),
            ("sag 15/3-68-5006", CPR),
            ("15/3-68 1400", CPR_LIKE),
            ("15/3-68 2359", CPR_LIKE),
            ("15/3-68 2400", CPR),
            ("15/3-68 1460", CPR),
            ("15/3-68-1400", CPR),
            ("15/3-68 - 1400", CPR),
            ("cpr 15/3-68 1400", CPR),
            ("15/3-1906 8000 Odense", CPR),
            ("15/3-06 8000 Odense", CPR),
            ("15/3-2006-5000 Odense", CPR),
            ("15/3-2006 5000 odense", CPR),
            ("15. marts 1968-5006", CPR),
            ("15. marts 1968/5006", CPR),
            ("15. marts.1968.5006", ""),
            ("15.3.68 5006", CPR),
            ("15.3 68.5006", CPR),
            ("15 3 68-5006", CPR),
        ],
    )
    def test_the_words_and_signs_around_it_tell_what_it_is(self, text: str, kind: str) -> None:
        assert rule(text) == kind


class TestYearFirst:
    """The year first, as machines write dates."""

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("1968-03-15-5006", "1503685006"),
            ("1868-03-15-5006", "1503685006"),
            ("2006-03-15-5006", "1503065006"),
            ("1968.03.15-5006", "1503685006"),
            ("1968/03/15-5006", "1503685006"),
            ("1968-03-15 - 5006", "1503685006"),
            ("1968-03-15_5006", "1503685006"),
            ("1968-03-15/5006", "1503685006"),
            ("1968-03-15=5006", "1503685006"),
            ("1968-03-15>5006", "1503685006"),
            ("1968-03-55-5006", "5503685006"),
        ],
    )
    def test_it_is_found_as_it_is_written(self, text: str, key: str) -> None:
        for around in ("{}", "Der stod {} på sedlen", "({})", "{}."):
            assert found(around.format(text)) == [(CPR, text, key)]

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("19680315-5006", CPR_LIKE),
            ("cpr 19680315-5006", CPR),
            ("ordre 1968-03-15-5006", CPR),
            ("sag 1968-03-15-5006", CPR),
            ("ordre 19680315-5006", CPR_LIKE),
            ("KLE 1968-03-15-5006", CPR),
            ("ISBN 19680315-5006", ""),
            ("1968-03-15-5006 kr", ""),
            ("1968-03-15-1400", CPR),
        ],
    )
    def test_the_words_around_it_tell_what_it_is(self, text: str, kind: str) -> None:
        assert rule(text) == kind

    @pytest.mark.parametrize(
        "text",
        [
            "1768-03-15-5006",
            "2168-03-15-5006",
            "3068-03-15-5006",
            "1968-13-15-5006",
            "1968-03-32-5006",
            "1968-02-30-5006",
            "1968-3-15-5006",
            "1968-03.15-5006",
            "1998-03-15 5006",
            "1968-03-15.5006",
            "1968-03-15--5006",
            "1968-03-15-50061",
            "1968-03-15-5006-1",
            "11968-03-15-5006",
            "1-1968-03-15-5006",
            "2026-11-22-1400",
            "2058-03-15-5006",
        ],
    )
    def test_what_is_none_is_passed_by(self, text: str) -> None:
        assert found(text) == []
        assert found(text, doubtful=True) == []


@given(some.dates(date(1937, 1, 1), date(1999, 12, 31)), some.sampled_from("/.-"), some.integers(1000, 3999))
def test_any_day_by_hand_is_found(day: date, sign: str, last: int) -> None:
    day = day.replace(month=day.month % 9 + 1, day=min(day.day, 28))
    text = f"{day.day}{sign}{day.month}-{day.year}-{last}"
    assert found(text) == [(CPR, text, f"{day:%d%m%y}{last}")]
