"""What must not be shown is covered sign by sign, and everything else stays where it was."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.editorial.change import Change, Fate, Stretch
from hverdag.model.texts.body import Body
from hverdag.model.texts.consent import Channel
from hverdag.model.texts.story import Dilemma, Story
from hverdag.privacy.finding import ADDRESS, CONTACTS, CPR, CPR_LIKE, MAIL, NAME, NUMBERS, PHONE, Finding
from hverdag.privacy.mask import COVER, bare, covered, holds_number, masked, masked_all
from tests.cpr_corpus import CORPUS, FOUND, Case

NUMBER, GONE = "150368-5010", "••••••-••••"
PAIRS = "•••• •• •• ••"


class Colour(Enum):
    RED = NUMBER


@dataclass(frozen=True)
class Told:
    text: str
    more: tuple[str, ...] = ()
    counted: int = field(init=False, default=7)


class TestMasked:
    """The digits of everything that may be a personal number are covered."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("", ""),
            ("Der stod 5 mænd.", "Der stod 5 mænd."),
            (NUMBER, GONE),
            (f"Hun hedder {NUMBER}, og er 57.", f"Hun hedder {GONE}, og er 57."),
            ("1503685010", "••••••••••"),
            ("ordre 1503685010", "ordre ••••••••••"),
            ("EAN 1503685010", "EAN ••••••••••"),
            ("KLE 150368-5010", "KLE ••••••-••••"),
            ("15/3-68 5010", "••/•-•• ••••"),
            ("15. marts 1968-5010", "••. marts ••••-••••"),
            ("150368-xxxx", "••••••-••••"),
            ("150368-12XX", "••••••-••••"),
            ("150368-12**", "••••••-••••"),
            ("150368-12#?", "••••••-••••"),
            ("150368-••••", "••••••-••••"),
            ("１５０３６８-５０１０", "••••••-••••"),
            ("¹⁵⁰³⁶⁸-⁵⁰¹⁰", "••••••-••••"),
            ("150368&#45;5010", "••••••&#45;••••"),
            ("&#49;50368-5010", "•" * 10 + "-••••"),
            ("&#x31;50368-5010", "•" * 11 + "-••••"),
            ("15036%38-5010", "•" * 8 + "-••••"),
            ("15036\\u0038-5010", "•" * 11 + "-••••"),
            ("15036\\x38-5010", "•" * 9 + "-••••"),
            ("150368&ndash;5010", "••••••&ndash;••••"),
            ("150368%2D5010", "••••••%2D••••"),
            ("150368\\u002D5010", "••••••\\u002D••••"),
            ("150368&#X2D;5010", "••••••&#X2D;••••"),
            ("150368-<b>5010</b>", "••••••-<b>••••</b>"),
            ("150368<b class='x12'>-</b>5010", "••••••<b class='x12'>-</b>••••"),
            ("150368-<!-- 150368-5006 -->5010", "••••••-<!-- ••••••-•••• -->••••"),
            ("150368-\n5010", "••••••-\n••••"),
            ("[150368](doeren.md)-5010", "[••••••](doeren.md)-••••"),
            ("[her](https://x.example/150368-5010)", "[her](https://x.example/••••••-••••)"),
            ("150368-5010 150368-5029", "••••••-•••• ••••••-••••"),
            ("[1503 68 50 10](1503 68 50 10.md) <i>1503 68 50 10</i>", f"[{PAIRS}]({PAIRS}.md) <i>{PAIRS}</i>"),
            ("𝟏𝟓𝟎𝟑𝟔𝟖-𝟓𝟎𝟏𝟎", "••••••-••••"),
            ("①⑤⓪③⑥⑧-⑤⓪①⓪", "••••••-••••"),
            ("1513685010", "1513685010"),
            ("12345", "12345"),
            ("15036850", "15036850"),
        ],
    )
    def test_its_digits_and_nothing_else(self, text: str, shown: str) -> None:
        assert masked(text) == shown
        assert len(masked(text)) == len(text)
        assert holds_number(text) is (shown != text)

    def test_six_digits_are_enough_to_be_looked_at(self) -> None:
        assert masked("150368-xxxx") == GONE
        assert masked("15036-xxxx") == "15036-xxxx"
        assert masked("5/3-68 501x") == "5/3-68 501x"

    @pytest.mark.parametrize("number", range(len(CORPUS)))
    def test_every_text_keeps_its_length_and_is_covered_once_and_for_all(self, number: int) -> None:
        shown = masked(CORPUS[number].text)
        assert len(shown) == len(CORPUS[number].text)
        assert masked(shown) == shown
        assert (shown == CORPUS[number].text) is not holds_number(CORPUS[number].text)
        assert holds_number(CORPUS[number].text) or not CORPUS[number].verdict


@given(some.sampled_from(FOUND), some.text("abcæøå ,\n", max_size=20), some.text("abcæøå ,\n", max_size=20))
def test_what_stands_around_a_number_stays(case: Case, before: str, after: str) -> None:
    text = f"{before} » {case.text} « {after}"
    shown = masked(text)
    assert shown != text
    assert len(shown) == len(text)
    assert shown.startswith(f"{before} » ")
    assert shown.endswith(f" « {after}")
    assert all(new in (old, COVER) for old, new in zip(text, shown, strict=True))


class TestBare:
    """Of a text that a number was found in, no half of one is shown."""

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("", ""),
            ("123", "123"),
            ("1234", "••••"),
            ("1a2b3c4d", "•a•b•c•d"),
            ("1 2 3", "1 2 3"),
            ("٣٣٣٣", "••••"),
            ("150368", "••••••"),
        ],
    )
    def test_four_digits_are_half_of_one(self, text: str, shown: str) -> None:
        assert bare(text) == shown


class TestCovered:
    """Some findings are covered: of numbers the digits, of others all of it."""

    TEXT = "Inger Madsen, Vej 4, i@f.example, 70 00 00 01, 150368-50x0."

    def cover(self, rule: str, told: str) -> str:
        start = self.TEXT.index(told)
        shown = covered(self.TEXT, [Finding(rule, start, start + len(told))])
        assert shown.startswith(self.TEXT[:start])
        assert shown.endswith(self.TEXT[start + len(told) :])
        assert len(shown) == len(self.TEXT)
        return shown[start : start + len(told)]

    @pytest.mark.parametrize(
        ("rule", "told", "shown"),
        [
            (NAME, "Inger Madsen", "••••• ••••••"),
            (ADDRESS, "Vej 4", "••• •"),
            (MAIL, "i@f.example", "•@•.•••••••"),
            (PHONE, "70 00 00 01", "•• •• •• ••"),
            (CPR, "150368-50x0", "••••••-••••"),
            (CPR_LIKE, "150368-50x0", "••••••-••••"),
            (PHONE, "Vej 4", "Vej •"),
        ],
    )
    def test_each_kind_in_its_own_way(self, rule: str, told: str, shown: str) -> None:
        assert self.cover(rule, told) == shown

    def test_without_findings_it_stands(self) -> None:
        assert covered(self.TEXT, []) == self.TEXT

    def test_findings_that_lie_over_one_another_are_covered_once(self) -> None:
        found = [Finding(PHONE, 0, 4), Finding(PHONE, 2, 6), Finding(PHONE, 3, 5), Finding(PHONE, 8, 9)]
        assert covered("1234567890", found) == "••••••78•0"

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("a&oslash;b", "••••••••••"),
            ("a<b>c", "•••••"),
            ("a%41b", "•••••"),
            ("a\\u0041b", "••••••••"),
            ("a-b", "•-•"),
            ("a<>b", "••••"),
        ],
    )
    def test_what_stands_for_a_letter_is_covered_whole(self, text: str, shown: str) -> None:
        assert covered(f"({text})", [Finding(NAME, 1, len(text) + 1)]) == f"({shown})"

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("1&#50;3", "•••••••"),
            ("1&nbsp;3", "•&nbsp;•"),
            ("1&#32;3", "•&#32;•"),
            ("1%323", "•••••"),
            ("1%203", "•%20•"),
            ("1²3", "•••"),
            ("1&#42;3", "•••••••"),
            ("1é3", "•é•"),
            ("1x3X*#?", "•••••••"),
            ("1y3+", "•y•+"),
            ("1`3~5_7", "•`•~•_•"),
        ],
    )
    def test_what_stands_for_a_digit_is_covered_whole(self, text: str, shown: str) -> None:
        assert covered(f"({text})", [Finding(CPR, 1, len(text) + 1)]) == f"({shown})"


class TestMaskedAll:
    """Every text in a value, however deep it lies."""

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (NUMBER, GONE),
            (1503685010, 1503685010),
            (None, None),
            (True, True),
            ((NUMBER, 1), (GONE, 1)),
            ([NUMBER], [GONE]),
            ({NUMBER}, {GONE}),
            (frozenset({NUMBER}), frozenset({GONE})),
            ({NUMBER: NUMBER}, {GONE: GONE}),
            ({("a", NUMBER): [NUMBER]}, {("a", NUMBER): [GONE]}),
            (((NUMBER,), {"a": (NUMBER,)}), ((GONE,), {"a": (GONE,)})),
            (Told(NUMBER, (NUMBER,)), Told(GONE, (GONE,))),
            (Colour.RED, Colour.RED),
            (Channel.PRINT, Channel.PRINT),
            (Path(NUMBER), Path(NUMBER)),
            (1.5, 1.5),
        ],
        ids=repr,
    )
    def test_in_any_kind_of_value(self, value: object, shown: object) -> None:
        found = masked_all(value)
        assert found == shown
        assert type(found) is type(value)

    def test_a_kind_of_value_is_no_value(self) -> None:
        assert masked_all(Told) is Told

    def test_a_text_as_it_was_converted_is_left(self) -> None:
        body = Body((NUMBER,), 1, NUMBER)
        assert masked_all((body,))[0] is body

    def test_a_document_keeps_where_it_came_from_and_what_is_no_text(self) -> None:
        places = {("title",): (2, 1), (NUMBER,): (3, 1)}
        faulty = frozenset({(NUMBER,)})
        story = Story.model_construct(
            path=f"stories/{NUMBER}.md",
            title=NUMBER,
            values=("tillid", NUMBER),
            dilemma=Dilemma(question=NUMBER, options=("Ja", NUMBER)),
            body=Body((NUMBER,), 1, NUMBER),
            places=places,
            faulty=faulty,
        )
        shown = masked_all(story)
        assert shown.path == f"stories/{GONE}.md"
        assert (shown.title, shown.values) == (GONE, ("tillid", GONE))
        assert shown.dilemma == Dilemma(question=GONE, options=("Ja", GONE))
        assert (shown.body, shown.places, shown.faulty) == (story.body, places, faulty)
        assert story.title == NUMBER
        assert masked_all(shown) == shown

    @pytest.mark.parametrize(
        ("told", "shown"),
        [
            (
                (("KEPT", "Den 150368"), ("GONE", "5010"), ("NEW", "kom")),
                ("Den ••••••", "••••", "kom"),
            ),
            (
                (("KEPT", "Den 150368"), ("GONE", "kom"), ("NEW", "5010")),
                ("Den ••••••", "kom", "••••"),
            ),
            (
                (("GONE", "150368"), ("NEW", "5010")),
                ("••••••", "••••"),
            ),
            (
                (("GONE", "Se 150368"), ("KEPT", "5010 her"), ("NEW", "ja")),
                ("Se ••••••", "•••• her", "ja"),
            ),
            (
                (("KEPT", "Den 15036"), ("GONE", "85010 igen"), ("NEW", "85010 nu")),
                ("Den •••••", "••••• igen", "••••• nu"),
            ),
            (
                (("KEPT", "Der var 12"), ("GONE", "mænd"), ("NEW", "kvinder")),
                ("Der var 12", "mænd", "kvinder"),
            ),
            ((("KEPT", NUMBER),), (GONE,)),
            ((("KEPT", "den 15"), ("NEW", "3 68-5010")), ("den ••", "• ••-••••")),
            ((("KEPT", "den 150368-"), ("NEW", " " * 16 + "5010")), ("den ••••••-", " " * 16 + "••••")),
        ],
    )
    def test_half_of_a_number_is_covered_where_the_other_half_is_another_stretch(
        self, told: tuple[tuple[str, str], ...], shown: tuple[str, ...]
    ) -> None:
        change = Change("body", tuple(Stretch(Fate[fate], text) for fate, text in told))
        found = masked_all(change)
        assert found.field == "body"
        assert [(one.fate.name, one.text) for one in found.stretches] == [
            (fate, text) for (fate, _), text in zip(told, shown, strict=True)
        ]

    @given(some.lists(some.tuples(some.sampled_from(Fate), some.text("15036812 -\nx", max_size=8)), max_size=5))
    def test_stretches_keep_their_length_and_their_fate(self, told: list[tuple[Fate, str]]) -> None:
        change = Change("body", tuple(Stretch(*one) for one in told))
        found = masked_all(change)
        assert [(one.fate, len(one.text)) for one in found.stretches] == [(fate, len(text)) for fate, text in told]
        for fates in ((Fate.KEPT, Fate.GONE), (Fate.KEPT, Fate.NEW)):
            chosen = [one.text for one in found.stretches if one.fate in fates]
            assert not holds_number(" ".join(chosen))


def test_the_rules_are_parted_in_numbers_and_contacts() -> None:
    assert {"privacy-cpr", "privacy-cpr-like"} == NUMBERS == {CPR, CPR_LIKE}
    assert {"privacy-mail", "privacy-phone", "privacy-address", "privacy-name"} == CONTACTS
    assert {MAIL, PHONE, ADDRESS, NAME} == CONTACTS


def test_a_finding_tells_its_place_and_not_what_it_found() -> None:
    finding = Finding(CPR, 3, 14, "1503685010")
    assert repr(finding) == "Finding(rule='privacy-cpr', start=3, end=14)"
    assert Finding(CPR, 3, 14).key == ""
