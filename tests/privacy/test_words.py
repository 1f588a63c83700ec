"""What the words near a number say that it is."""

import pytest

from hverdag.privacy.words import MONEY, Company, company, is_postcode

NUMBER = "1503685010"
PERSON = """
cpr | CPR | cprnr. | c.p.r. | personnummer | personnummeret | personnr. | person-nr. | personid | person-id
person-nummer | født | Født den | fødselsdag | føds. | f. d. | f.d. | f. d | personal number | social security no.
born | BORN:
"""
BUSINESS = """
ordren | Sag | sagen | sager | sags | sagsnr. | sags-nr. | sagsid | journal | journalnr. | j.nr. | j. nr. | jnr.
jnummer
konto | kontonr. | reg.nr. | reg. nr. | regnr. | registreringsnr. | varen | kunden | bestilling | kvittering | betaling
giro | medlemsnr. | tlf. | telefon | fax | mobil | serien | licens | løbenr. | stelnr. | stel-nr. | bilaget
rekvisition | invoice | order | case | account | fik | lokalnr. | lokalt nr. | referencen | ref. | fakturaen
"""
ITS_OWN = """
EAN | ean-nr. | GLN | ISBN | isbn: | ISSN | CVR | p-nr. | p-nummer | pnummer | produktionsenhed | IBAN | doi:
unix
"""
LISTED = """
KLE | kle nr. | kle-nr. | emne | emne nr. | emnenr. | tilbud | tilbuds nr. | tilbuddet | tilbudsnr. | tilbudnummer
udgave | udgaven | version | versionen | version nr. | version: | KLE:
"""
NUMBERED = """
faktura | Faktura: | fakturanr. | faktura nr. | faktura-nr. | fakturanummer | ordre | ordre: | ordrenr. | ordre nr
bilag | bilags | bilagsnr. | varenr. | vare-nr. | vare-nummer | varenummer
"""
NOTHING = """
| bornholmsk | sagde | ocean | regnede | sagn | besag | faxe | reference | refleks | caset | præfik | dkonto
cvrx | pænt | kleine | emner | tilbuddene | subversion | varer | Emne: | jn | fd | f.dag
"""


def words(told: str) -> list[str]:
    return [word.strip() for word in told.strip("\n").replace("\n", "|").split("|")]


def before(told: str, between: str = " ") -> Company:
    return company(f"{told}{between}{NUMBER}", len(told) + len(between), len(told) + len(between) + len(NUMBER))


def after(told: str) -> Company:
    return company(f"{NUMBER}{told}", 0, len(NUMBER))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((word, Company.PERSON) for word in words(PERSON)),
        *((word, Company.BUSINESS) for word in words(BUSINESS)),
        *((word, Company.ITS_OWN) for word in words(ITS_OWN)),
        *((word, Company.ITS_OWN) for word in words(LISTED)),
        *((word, Company.NUMBERED) for word in words(NUMBERED)),
        *((word, Company.NONE) for word in words(NOTHING)),
    ],
)
def test_a_word_before_a_number_tells_what_it_is(word: str, kind: Company) -> None:
    assert before(word) is kind
    assert before(f"Der stod {word}") is kind


def test_each_kind_bears_its_own_name() -> None:
    names = ["person", "business", "its own", "numbered", "none"]
    assert [kind.value for kind in Company] == names == [kind.name.lower().replace("_", " ") for kind in Company]


def test_the_nearest_word_decides() -> None:
    assert before("cpr og sag") is Company.BUSINESS
    assert before("sag og cpr") is Company.PERSON
    assert before("sag om CVR") is Company.ITS_OWN


@pytest.mark.parametrize("between", ["", " ", ": ", ":", " er "])
def test_a_word_need_not_stand_right_before_it(between: str) -> None:
    assert before("cpr", between) is Company.PERSON


@pytest.mark.parametrize(
    ("between", "kind"),
    [("", Company.NUMBERED), (" ", Company.NUMBERED), (":", Company.NUMBERED), (": ", Company.NUMBERED)],
)
def test_what_says_that_it_is_a_matters_stands_right_before_it(between: str, kind: Company) -> None:
    assert before("ordre", between) is kind


@pytest.mark.parametrize("between", ["  ", " - ", ", ", "\n", " er "])
def test_farther_off_it_only_says_what_is_near(between: str) -> None:
    assert before("ordre", between) is Company.BUSINESS
    assert before("version", between) is Company.NONE


def test_the_head_of_a_letter_is_no_subject() -> None:
    assert before("emne") is Company.ITS_OWN
    assert before("Emne:") is Company.NONE


@pytest.mark.parametrize(("gap", "kind"), [(37, Company.PERSON), (38, Company.NONE)])
def test_forty_letters_before_it_are_looked_in(gap: int, kind: Company) -> None:
    assert before("cpr", " " * gap) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("cpr 123456 ", Company.NONE),
        ("cpr 12345 ", Company.PERSON),
        ("cpr\n\n", Company.NONE),
        ("cpr\n", Company.PERSON),
        ("cpr || ", Company.NONE),
        ("cpr | ", Company.PERSON),
        ("123456 cpr ", Company.PERSON),
    ],
)
def test_behind_another_number_or_a_break_a_word_speaks_of_something_else(text: str, kind: Company) -> None:
    assert before(text, "") is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (" (cpr)", Company.PERSON),
        (" CPR", Company.PERSON),
        (" er hendes født", Company.PERSON),
        (" ordre", Company.NONE),
        (" CVR", Company.NONE),
        (". Cpr", Company.NONE),
        ("; cpr", Company.NONE),
        (" | cpr", Company.NONE),
        ("\ncpr", Company.NONE),
        (" 123456 cpr", Company.NONE),
        (" 12345 cpr", Company.PERSON),
    ],
)
def test_a_word_after_it_says_only_that_it_is_a_persons(text: str, kind: Company) -> None:
    assert after(text) is kind


@pytest.mark.parametrize(("gap", "kind"), [(21, Company.PERSON), (22, Company.NONE)])
def test_twenty_four_letters_after_it_are_looked_in(gap: int, kind: Company) -> None:
    assert after(f"{' ' * gap}cpr") is kind


def test_a_word_before_it_comes_before_one_after_it() -> None:
    text = f"sag {NUMBER} cpr"
    assert company(text, 4, 14) is Company.BUSINESS


@pytest.mark.parametrize("sum_", [" kr", "kr.", " kroner", " KR", " dkk", "DKK."])
def test_money_is_known(sum_: str) -> None:
    assert MONEY.match(f"5010{sum_}", 4)


@pytest.mark.parametrize("sum_", [" krone", "  kr", " krav", " euro", " kronerne"])
def test_what_is_no_money_is_not(sum_: str) -> None:
    assert not MONEY.match(f"5010{sum_}", 4)


@pytest.mark.parametrize(
    ("text", "year", "parting", "is_one"),
    [
        ("2500 Valby", "68", " ", True),
        ("5000 Odense C", "68", " - ", True),
        ("3000 Odense", "68", " ", False),
        ("2500 Valbyskolen", "68", " ", False),
        ("2500 valby", "2026", " ", False),
        ("2500Valby", "68", " ", False),
        ("2500\nValby", "68", " ", False),
        ("2500 Lilleby", "68", " ", False),
        ("2500 Lilleby", "1968", " ", False),
        ("2500 Lilleby", "1968", "\n", True),
        ("2500 Lilleby", "68", "\n", False),
        ("2500 Lilleby", "2026", " ", True),
    ],
)
def test_a_postcode_is_known_by_its_town(text: str, year: str, parting: str, is_one: bool) -> None:
    assert is_postcode(text[:4], text, 4, year, parting) is is_one
