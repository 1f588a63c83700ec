"""Misspelt words: which form can stand for one word only."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.language.slips import doubled, is_tripled, near, spelt_in, swapped, undoubled
from hverdag.language.spelling import spelling

DANISH, ENGLISH = spelling("da").misspelt, spelling("en").misspelt

LETTERS = some.text("abeoåø", max_size=7)

CLEAR = """
    nøgeln nøglen   sammmen sammen   kommmer kommer   desvære desværre   interese interesse   aftaltte aftalte
    plejehjemet plejehjemmet   køkkennet køkkenet   eftermidag eftermiddag   lørdga lørdag   ansvarr ansvar
    kolega kollega   beslutnig beslutning   sygeplejesken sygeplejersken   medarbejdren medarbejderen   ikkke ikke
    hvrodan hvordan   alligvel alligevel   rigitg rigtig   mulgihed mulighed   tilbge tilbage
"""
SPELT_OUT = """
    paa på   laa lå   naar når   saa så   maaske måske   moede møde   foerste første   hjaelpe hjælpe
    aegteskab ægteskab   daarligt dårligt   boernene børnene   kraeft kræft   haand hånd   baenk bænk   maatte måtte
"""
IN_DOUBT = """
    hadde hade   hadde havde   hade havde   havde hade   havd hvad   havd havde   visste viste   visste vidste
    nogen nogle   nogle nogen   ligge lægge   ad af   hørre høre   hørre hører   svarre svare   svarre svarer
    hjælpre hjælper   hjælpre hjælpere   vendde vende   vendde vendte   lærre lære   medarbejdene medarbejderne
    medarbejdene medarbejdere   telefoen telefonen   telefoen telefon   sagd sagde   sagd sagt   hoppde hoppede
    borgeren borgerne   hopper hoppe   team tema   scroll skrol   jytte hytte   naar nar   laa la   koen køn
    nøglen nøgeln   på paa   nøgle nøglerne   x y   tre to   nøglen nøglen   sammmmen sammen   kommmor kommor
    kraeft kraft   haand hand   naevn navn   haeld held   svaert svaret   baenk bank   draebt drabet   taenke tanke
    maatte matte   haanden handen   koekken kokken   soester soster   baenke banke   loefte lofte   maaned maned
    kröne krone   träde trade
    ja\u00a0ja ja   i I   dont don't   wont won't
"""


def pairs(told: str) -> list[tuple[str, str]]:
    """Two words on each side of three spaces, in rows."""
    return [(one, other) for one, other in (pair.split(" ") for row in told.split("\n") for pair in parted(row))]


def parted(row: str) -> list[str]:
    return [pair.strip() for pair in row.split("   ") if pair.strip()]


@pytest.mark.parametrize(("form", "other"), pairs(CLEAR) + pairs(SPELT_OUT))
def test_a_form_that_is_no_word_and_can_be_one_is_misspelt(form: str, other: str) -> None:
    assert DANISH(form, other)
    assert not DANISH(other, form)


@pytest.mark.parametrize(("form", "other"), pairs(IN_DOUBT))
def test_a_form_that_may_be_meant_or_may_be_another_is_not(form: str, other: str) -> None:
    assert not DANISH(form, other)


@pytest.mark.parametrize(
    ("form", "other", "is_misspelt"),
    [
        ("Desvære", "Desværre", True),
        ("Boernene", "Børnene", True),
        ("desvære", "Desværre", False),
        ("Desvære", "desværre", False),
        ("Kirstn", "Kirsten", False),
        ("Marit", "Marie", False),
        ("Nøgln", "Nøglen", False),  # too short, where it could be a name
    ],
)
def test_a_word_with_a_capital_letter_may_be_a_name(form: str, other: str, is_misspelt: bool) -> None:
    assert DANISH(form, other) is is_misspelt


@pytest.mark.parametrize(
    ("form", "other", "is_misspelt"),
    [
        ("recieved", "received", True),
        ("definately", "definitely", True),
        ("hapened", "happened", True),
        ("nurce", "nurse", True),
        ("i", "I", True),
        ("didnt", "didn't", True),
        ("wont", "won't", False),
        ("its", "it's", False),
        ("wich", "which", False),
        ("form", "from", False),
        ("loosing", "losing", False),
    ],
)
def test_english_goes_by_the_same_rules(form: str, other: str, is_misspelt: bool) -> None:
    assert ENGLISH(form, other) is is_misspelt


@pytest.mark.parametrize("word", ["og", "at", "eller"])
def test_a_danish_word_that_is_never_meant_twice(word: str) -> None:
    assert DANISH(f"{word} {word}", word)


@pytest.mark.parametrize("word", ["ja", "nej", "meget", "ikke", "i", "den", "det", "der", "en", "til", "gik", "the"])
def test_a_danish_word_that_may_be_meant_twice(word: str) -> None:
    assert not DANISH(f"{word} {word}", word)


def test_english_has_its_own_words_that_are_never_meant_twice() -> None:
    assert ENGLISH("the the", "the")
    assert not any(ENGLISH(f"{word} {word}", word) for word in ("at", "had", "that", "very", "og"))


def test_a_word_of_any_length_is_answered() -> None:
    assert not DANISH("aa" * 20_000, "å" * 20_000)
    assert not DANISH("a" * 41, "a" * 40)
    assert not DANISH("aaaaaaaa", "åååå")


def test_slips_are_these() -> None:
    assert swapped("abc") == {"bac", "acb"}
    assert doubled("ab") == {"aab", "abb"}
    assert undoubled("aabb") == {"abb", "aab"}
    assert is_tripled("aaab", "aab")
    assert not is_tripled("aab", "ab")
    assert spelt_in("maae") == {"måe", "maæ"}
    assert spelt_in("aaaaaaaa") == frozenset()


@given(word=LETTERS)
def test_what_is_near_is_near_both_ways(word: str) -> None:
    assert word not in near(word)
    assert all(word in near(other) for other in near(word))
    assert swapped(word) | doubled(word) | undoubled(word) <= near(word)
