"""How a person can be reached: e-mail addresses, telephone numbers and streets, each exactly as it stands."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag import privacy
from hverdag.model.language import Language
from hverdag.privacy import find
from hverdag.privacy.contacts import addresses, mails, phones
from hverdag.privacy.finding import ADDRESS, MAIL, NAME, PHONE, Finding
from hverdag.privacy.fold import Folded, fold

Detector = Callable[[Folded], Iterator[Finding]]

STREETS = "vej vejen gade gaden allé alléen alle stræde strædet boulevard vænge vænget kaj landevej"
PLACES = "plads pladsen torv torvet parken park haven have bakken bakke toften marken krogen vangen stien sti"
NO_STREETS = "Motorvej Hovedvej Genvej Omvej Udvej Halvvej Undervej Sidevej Cykelvej Parallelvej Afvejevej Kommunevej"
COUNTED = "år minutter timer dage uger km meter gange kroner kr af og til"


def found(detector: Detector, text: str) -> list[tuple[str, str, str]]:
    return [(one.rule, text[one.start : one.end], one.key) for one in detector(fold(text))]


class TestMails:
    """An e-mail address, also where its signs are spelt out."""

    @pytest.mark.parametrize(
        ("written", "key"),
        [
            ("inger@fjordby.example", "inger@fjordby.example"),
            ("Inger.Madsen@Fjordby.Example", "inger.madsen@fjordby.example"),
            ("i-m_1+x@a-b.cd.example", "i-m_1+x@a-b.cd.example"),
            ("æøå@søen.dk", "æøå@søen.dk"),
            ("i@f.dk", "i@f.dk"),
            ("inger(at)fjordby.example", "inger@fjordby.example"),
            ("inger (at) fjordby.example", "inger@fjordby.example"),
            ("inger ( AT ) fjordby.example", "inger@fjordby.example"),
            ("inger [at] fjordby.example", "inger@fjordby.example"),
            ("inger[ at ]fjordby.example", "inger@fjordby.example"),
            ("inger(snabel-a)fjordby.example", "inger@fjordby.example"),
            ("inger [snabela] fjordby.example", "inger@fjordby.example"),
            ("inger snabel-a fjordby.example", "inger@fjordby.example"),
            ("inger Snabela fjordby.example", "inger@fjordby.example"),
            ("inger@fjordby(dot)example", "inger@fjordby(dot)example"),
            ("inger@fjordby [dot] example", "inger@fjordby [dot] example"),
            ("inger@fjordby punktum example", "inger@fjordby punktum example"),
            ("inger@a.b2.c2.d2.e2.f2", "inger@a.b2.c2.d2.e2.f2"),
            ("inger@a1.b2.c3.dk", "inger@a1.b2.c3.dk"),
        ],
    )
    def test_it_is_found_as_it_is_written(self, written: str, key: str) -> None:
        assert found(mails, f"Skriv til {written}, eller ring") == [(MAIL, written, key)]
        assert found(mails, written) == [(MAIL, written, key)]

    @pytest.mark.parametrize(
        "text",
        [
            "@alle: husk mødet",
            "inger@fjordby",
            "inger@fjordby.e",
            "inger @ fjordby.example",
            "inger at fjordby.example",
            "inger(et)fjordby.example",
            "snabel-a",
            "Vi ses (at) 14",
            "inger snabel-afjordby.example",
            "a@.dk",
        ],
    )
    def test_what_is_none_is_passed_by(self, text: str) -> None:
        assert found(mails, text) == []

    def test_each_of_several_is_found(self) -> None:
        text = "inger@a.example; per (at) b.example\nanna@c.example."
        assert [key for _, _, key in found(mails, text)] == ["inger@a.example", "per@b.example", "anna@c.example"]

    def test_the_place_is_that_in_the_text_as_it_was_given(self) -> None:
        assert found(mails, "Til <b>inger</b>&#64;fjordby.example") == [
            (MAIL, "inger</b>&#64;fjordby.example", "inger@fjordby.example")
        ]

    @pytest.mark.parametrize("longest", [64])
    def test_a_name_is_no_longer_than_its_rules_allow(self, longest: int) -> None:
        assert len(found(mails, f"{'x' * longest}@a.example")) == 1
        assert found(mails, f"{'x' * (longest + 1)}@a.example") == []


class TestPhones:
    """Eight digits in the ways they are written, or a number with a country's code."""

    @pytest.mark.parametrize(
        ("written", "key"),
        [
            ("70 00 00 01", "70000001"),
            ("70-00-00-01", "70000001"),
            ("70.00.00.01", "70000001"),
            ("70/00/00/01", "70000001"),
            ("70000001", "70000001"),
            ("7000 0001", "70000001"),
            ("7000-0001", "70000001"),
            ("700 00 001", "70000001"),
            ("70 000 001", "70000001"),
            ("20000001", "20000001"),
            ("99999999", "99999999"),
            ("+45 70 00 00 01", "70000001"),
            ("+4570000001", "70000001"),
            ("+45-70000001", "70000001"),
            ("004570000001", "70000001"),
            ("(+45) 70000001", "70000001"),
            ("(+45) 70 00 00 01", "70000001"),
            ("(45) 70 00 00 01", "70000001"),
            ("45 70 00 00 01", "70000001"),
            ("7000 00 01", "70000001"),
            ("70 00 0001", "70000001"),
            ("70 0000 01", "70000001"),
            ("0045 7000 0001", "70000001"),
            ("+46 8 123 456 78", "46812345678"),
            ("+49 (30) 1234 5678", "493012345678"),
            ("+1 202 555 0100", "12025550100"),
            ("+298 30 00 01", "298300001"),
            ("+354-550-1234", "3545501234"),
        ],
    )
    def test_it_is_found_as_it_is_written(self, written: str, key: str) -> None:
        assert found(phones, f"Kom forbi, {written}, i dag") == [(PHONE, written, key)]
        assert found(phones, f"Nr. {written}.") == [(PHONE, written, key)]
        assert found(phones, written) == [(PHONE, written, key)]

    @pytest.mark.parametrize(
        "text",
        [
            "10 00 00 01",
            "10000001",
            "00 00 00 01",
            "70 00 00",
            "70 00 00 0",
            "7000000",
            "700000011",
            "70 00-00 01",
            "70 00.00 01",
            "70  00  00  01",
            "70:00:00:01",
            "7000/0001",
            "x70000001",
            "70000001x",
            "170000001",
            "1-70000001",
            "1.70000001",
            "1/70000001",
            "1,70000001",
            "1:70000001",
            "1 70000001",
            "70000001-1",
            "70000001.1",
            "70000001/1",
            "70000001,1",
            "70000001:1",
            "70000001 1",
            "+45",
            "+0 123 456 789",
            "+46 8",
            "70.000.000",
            "258fdb70000001a",
        ],
    )
    def test_what_is_none_is_passed_by(self, text: str) -> None:
        assert found(phones, text) == []
        assert found(phones, f"Der stod {text} på døren") == []

    @pytest.mark.parametrize(
        "day",
        ["20261122", "22112026", "30121999", "20001231", "20260101", "31012026", "20260931", "20191230", "30011900"],
    )
    def test_a_day_in_eight_digits_is_no_number(self, day: str) -> None:
        assert found(phones, f"Filen {day} er ny") == []
        assert len(found(phones, f"Filen +45 {day} er ny")) == 1

    @pytest.mark.parametrize(
        "digits", ["20261322", "20260022", "20261140", "22132026", "22002026", "40112026", "22112126", "21261122"]
    )
    def test_what_is_no_day_may_be_a_number(self, digits: str) -> None:
        assert found(phones, f"Filen {digits} er ny") == [(PHONE, digits, digits)]

    @pytest.mark.parametrize("years", ["2025 2026", "2025-2026", "20252026", "2019-1999"])
    def test_two_years_are_no_number(self, years: str) -> None:
        assert found(phones, f"I årene {years} var vi her") == []
        assert len(found(phones, f"I årene +45 {years} var vi her")) == 1

    @pytest.mark.parametrize("digits", ["2125-2026", "2025-2126", "20 25 20 26"])
    def test_what_is_not_two_years_may_be_a_number(self, digits: str) -> None:
        assert len(found(phones, f"I årene {digits} var vi her")) == 1

    @pytest.mark.parametrize("word", ["CVR", "EAN-nr.", "konto", "sag", "ordre", "version", "cpr"])
    def test_what_the_words_say_is_something_else_is_passed_by(self, word: str) -> None:
        assert found(phones, f"{word} 70000001") == []
        assert found(phones, f"{word} +45 70000001") == [(PHONE, "+45 70000001", "70000001")]

    @pytest.mark.parametrize("word", ["tlf.", "Tlf", "telefon", "TELEFON", "mobil", "ring på", "Ring"])
    def test_what_the_words_say_is_one_is_one(self, word: str) -> None:
        assert found(phones, f"Sagen: {word} 70000001") == [(PHONE, "70000001", "70000001")]

    @pytest.mark.parametrize(("gap", "count"), [(16, 1), (17, 0)])
    def test_the_word_is_at_most_twenty_letters_before_it(self, gap: int, count: int) -> None:
        assert len(found(phones, f"ring til sag{' ' * (gap - 8)}70000001")) == count

    def test_behind_a_day_or_an_order_a_number_is_found(self) -> None:
        text = "Den 20261122, i årene 2025-2026, ordre 70000001, men ring: 70000002"
        assert [key for _, _, key in found(phones, text)] == ["70000002"]

    def test_each_of_several_is_found_once(self) -> None:
        text = "70 00 00 01, 7000 0002 eller +45 70000003; 0045 70 00 00 04"
        assert [key for _, _, key in found(phones, text)] == ["70000001", "70000002", "70000003", "70000004"]

    def test_the_place_is_that_in_the_text_as_it_was_given(self) -> None:
        assert found(phones, "Nr. <b>70</b>&nbsp;00 00 01!") == [(PHONE, "70</b>&nbsp;00 00 01", "70000001")]

    @given(some.integers(20_000_000, 99_999_999), some.sampled_from([" ", "-", ".", "/"]))
    def test_any_number_with_the_countrys_code_is_found(self, number: int, sign: str) -> None:
        digits = str(number)
        paired = sign.join(digits[place : place + 2] for place in (0, 2, 4, 6))
        assert found(phones, f"Nr. +45 {paired} i dag") == [(PHONE, f"+45 {paired}", digits)]


class TestAddresses:
    """A street with a number; of names that may be something else, only with a floor or a town."""

    @pytest.mark.parametrize("street", STREETS.split())
    def test_every_kind_of_street_is_one(self, street: str) -> None:
        for name in (
            f"Rosen{street}",
            f"Niels Bohrs {street}",
            f"Niels Bohrs {street.capitalize()}",
            f"NIELS BOHRS {street.upper()}",
        ):
            assert found(addresses, f"Hun bor på {name} 12.") == [(ADDRESS, f"{name} 12", f"{name} 12".casefold())]
        assert found(addresses, f"Hun bor på {street} 12.") == []

    @pytest.mark.parametrize("place", PLACES.split())
    def test_other_names_are_one_only_with_a_floor_or_a_town(self, place: str) -> None:
        for name in (f"Sol{place}", f"Gamle {place}", f"Gamle {place.capitalize()}"):
            assert found(addresses, f"Hun bor på {name} 12.") == []
            for more in (", 2. sal", ", 8000 Fjordby", " st. th, 8000 Fjordby"):
                written = f"{name} 12{more}"
                assert found(addresses, f"Hun bor på {written}, nu") == [(ADDRESS, written, written.casefold())]

    @pytest.mark.parametrize("street", NO_STREETS.split())
    def test_a_road_where_nobody_lives_is_none(self, street: str) -> None:
        assert found(addresses, f"Ved {street} 3 holdt de") == []

    @pytest.mark.parametrize(
        "written",
        [
            "Rosenvej 1",
            "Rosenvej 123",
            "Rosenvej 4B",
            "Rosenvej 4 B",
            "Rosenvej, 4",
            "Rosenvej nr. 4",
            "Rosenvej, nr.4",
            "Rosenvej 4, 2. tv.",
            "Rosenvej 4, 2. sal",
            "Rosenvej 4, 2. sal tv.",
            "Rosenvej 4, st. th",
            "Rosenvej 4, kl. 3",
            "Rosenvej 4, 12. mf",
            "Rosenvej 4, 2. tv., 8000 Fjordby",
            "Rosenvej 4\n8000 Fjordby",
            "Rosenvej 4, \n8000 Fjordby",
            "Rosenvej 4B, 8000 Ålborg",
            "Ærøgade 4",
            "H.C. Andersens Boulevard 4",
            "Anker Anker Anker Vej 4",
            "Å-strandvej 4",
        ],
    )
    def test_it_is_found_as_it_is_written(self, written: str) -> None:
        key = " ".join(written.casefold().split())
        assert found(addresses, f"Vi mødtes i {written}; siden gik vi") == [(ADDRESS, written, key)]

    @pytest.mark.parametrize("word", COUNTED.split())
    def test_a_number_that_counts_something_is_no_house(self, word: str) -> None:
        assert found(addresses, f"Han gik på Rosenvej 12 {word} i går") == []
        assert len(found(addresses, f"Han gik på Rosenvej 12 {word}x i går")) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "Rosenvej",
            "Rosenvej er 4",
            "rosenvej 4",
            "Rosenvej 1234",
            "Rosenvej4",
            "Rovej 4",
            "Rosenvejs 4",
            "Stedet 4, 8000 Fjordby",
            "Hun bor på vej 4",
            "Solbakken 4, 800 Fjordby",
            "Solbakken 4, 8000 fjordby",
        ],
    )
    def test_what_is_none_is_passed_by(self, text: str) -> None:
        assert found(addresses, text) == []

    def test_each_of_several_is_found(self) -> None:
        text = "Rosenvej 4, Østergade 5B, 1. tv, men Solbakken 3 kender vi ikke"
        assert [key for _, _, key in found(addresses, text)] == ["rosenvej 4", "østergade 5b, 1. tv"]

    def test_the_place_is_that_in_the_text_as_it_was_given(self) -> None:
        assert found(addresses, "På <b>Rosenvej</b>&nbsp;4.") == [(ADDRESS, "Rosenvej</b>&nbsp;4", "rosenvej 4")]


def test_what_is_found_of_people_stands_in_reading_order_and_no_number_is_told_twice() -> None:
    text = "Inger Madsen, Rosenvej 4, tlf. 70 00 00 01, inger@fjordby.example, cpr 150368-5010, +45 1503 6850"
    told = [text[one.start : one.end] for one in find(text, people=True)]
    assert told == ["Inger Madsen", "Rosenvej 4", "70 00 00 01", "inger@fjordby.example", "150368-5010"]
    assert [text[one.start : one.end] for one in find(text)] == ["150368-5010"]


def test_what_lies_within_a_personal_number_is_no_telephone_number() -> None:
    assert [one.rule for one in find("+45 150368-5010 tlf. 20036850 10", people=True)] == ["privacy-cpr"]


def test_everything_that_the_room_offers_is_there() -> None:
    assert {"find", "masked", "covered", "RULES"} <= {*privacy.__all__}
    assert [name for name in privacy.__all__ if not hasattr(privacy, name)] == []


def of_people(text: str, language: Language) -> list[tuple[str, str]]:
    return [(one.rule, text[one.start : one.end]) for one in find(text, people=True, language=language)]


ENGLISH_ONES = [
    (PHONE, "+44 20 7946 0958"),
    (PHONE, "+44 (0)20 7946 0958"),
    (PHONE, "+442079460958"),
    (PHONE, "0044 20 7946 0958"),
    (PHONE, "07700 900123"),
    (PHONE, "07700900123"),
    (PHONE, "020 7946 0958"),
    (PHONE, "(020) 7946 0958"),
    (PHONE, "01632 960001"),
    (PHONE, "+45 70 00 00 01"),
    (PHONE, "+1 202 555 0100"),
    (ADDRESS, "12 High Street, London SW1A 1AA"),
    (ADDRESS, "12 High Street"),
    (ADDRESS, "Flat 3, 12B Old Mill Lane, Leeds LS1 4AP"),
    (ADDRESS, "7 Queen's Gardens"),
    (ADDRESS, "SW1A 1AA"),
    (NAME, "Margaret Hughes"),
    (MAIL, "ann@lilleby.example"),
]


@pytest.mark.parametrize(("rule", "written"), ENGLISH_ONES)
def test_an_english_edition_knows_how_people_are_reached_in_english(rule: str, written: str) -> None:
    assert of_people(f"She said {written} to me", Language.ENGLISH) == [(rule, written)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2026 High Street was closed",
        "01-02-2026 10",
        "order 01632 960001",
        "a 12 hour street",
        "at 14:30 on 29 November 2026",
        "0 to 100 000 000",
        "Rosenvej 4",
        "70 00 00 01",
        "High Street",
        "the 3 Wise Men",
    ],
)
def test_in_english_what_is_none_is_passed_by(text: str) -> None:
    assert of_people(f"It was {text} again", Language.ENGLISH) == []


@pytest.mark.parametrize("written", ["07700 900123", "12 High Street, London SW1A 1AA", "Gareth Whitfield"])
def test_a_danish_edition_knows_the_danish_ones(written: str) -> None:
    assert of_people(f"Så kom {written} til os", Language.DANISH) == []


@pytest.mark.parametrize("language", Language)
def test_a_danish_personal_number_is_found_in_any_language(language: Language) -> None:
    assert of_people("It was 150368-5010 again", language) == [("privacy-cpr", "150368-5010")]


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        (PHONE, "20 304050"),
        (PHONE, "20_30_40_50"),
        (PHONE, "2O3O4O5O"),
        (PHONE, "20 30\n40 50"),
        (ADDRESS, "LINDEVEJ 12"),
        (ADDRESS, "Strandpromenaden 4"),
        (ADDRESS, "Lindevej\n12"),
        (ADDRESS, "Ved Kanalen 11, 1. th"),
        (NAME, "Inger\nHansen"),
        (NAME, "Inger\n> Hansen"),
    ],
)
def test_other_spellings_and_line_breaks_within_a_paragraph(rule: str, written: str) -> None:
    assert of_people(f"Vi fandt {written}, og så.", Language.DANISH) == [(rule, written)]


def test_the_second_of_two_numbers_may_be_short() -> None:
    assert of_people("Ring 20 30 40 50/51", Language.DANISH) == [(PHONE, "20 30 40 50")]


@pytest.mark.parametrize(
    "text",
    ["24. december 2026 1500", "15 aug. 2026 0830", "# Hos Inger\nHun kom", "Inger\n\nHansen", "- Inger\n- Hansen"],
)
def test_what_ends_or_begins_with_a_line_is_not_joined_and_an_hour_is_no_number(text: str) -> None:
    assert of_people(text, Language.DANISH) == []
