"""The words that no language correction touches stand here once more, so that none can be lost unseen."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.nods.correction import is_correction
from hverdag.nods.passages import Passage
from hverdag.nods.protected_words import NEGATIONS, NUMBERS, fixed_parts, turned

_TURN = """
    aldrig dårligt ej færrest foruden hverken ikke imod ingen ingenlunde ingensinde ingensteds ingenting intet knap
    mangler mindst mod modsat nej næppe sjælden sjældent sjældne skønt trods uden udover undtagen
    against although barely can't cannot couldn't despite didn't doesn't don't except hadn't hardly hasn't haven't
    isn't least neither never no nobody none nor not nothing nowhere rarely scarcely seldom shouldn't unless wasn't
    weren't without won't wouldn't
"""

_COUNT = """
    nul en én et ét to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten
    tyve tredive fyrre halvtreds tres halvfjerds firs halvfems hundrede hundreder tusind tusinde tusinder million
    millioner milliard milliarder halv halve halvanden halvandet første anden andet andre tredje fjerde femte sjette
    syvende ottende niende tiende ellevte tolvte begge dobbelt dusin par kvart
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion half first second third fourth fifth sixth seventh eighth ninth tenth both double dozen couple
    quarter once twice
"""
WORDS_THAT_TURN, WORDS_THAT_COUNT = _TURN.split(), _COUNT.split()

ALL = sorted({*WORDS_THAT_TURN, *WORDS_THAT_COUNT})

BEGINNINGS = ["u", "mis", "van", "ikke", "anti", "kontra", "de", "des", "dis", "il", "im", "in", "ir", "non", "un"]
ENDINGS = ["løs", "løse", "løst", "fri", "frit", "frie", "tom", "less", "free"]

WITHOUT_A_FIXED_PART = some.text("aoyk", max_size=8)
"""Nothing in the lists can be put together of these, and no number in Roman figures."""


def corrects(old: str, new: str) -> bool:
    """Whether one sentence is another put right, where a dictionary would have nothing against it."""
    return is_correction((Passage("body", old),), (Passage("body", new),), lambda *_: True)


def test_the_lists_hold_these_words_and_no_others() -> None:
    assert sorted(WORDS_THAT_TURN) == sorted(NEGATIONS)
    assert sorted({*WORDS_THAT_COUNT}) == sorted(NUMBERS)
    assert (len(NEGATIONS), len(NUMBERS), len(ALL)) == (65, 115, 180)


@pytest.mark.parametrize("word", ALL)
def test_a_word_of_the_lists_is_one_fixed_part(word: str) -> None:
    assert fixed_parts(word) == (word,)


@pytest.mark.parametrize("word", ALL)
def test_no_correction_puts_a_word_of_the_lists_in_or_takes_it_out(word: str) -> None:
    other = word[:-1] + ("k" if word[-1] != "k" else "b")
    assert not corrects(f"Hun sagde {word} igen", f"Hun sagde {other} igen")
    assert not corrects(f"Hun sagde {other} igen", f"Hun sagde {word} igen")
    assert not corrects(f"Hun sagde {word} igen", "Hun sagde igen")


def test_a_word_that_is_in_no_list_is_put_right() -> None:
    assert corrects("Hun sagde hestb igen", "Hun sagde hestk igen")


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_beginning_that_turns_a_word_is_a_fixed_part(beginning: str) -> None:
    assert fixed_parts(f"{beginning}kyk")[1:] == (beginning, "")
    assert fixed_parts(f"kyk{beginning}")[1:] == ("", "")


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_that_turns_a_word_is_a_fixed_part(ending: str) -> None:
    assert fixed_parts(f"kyk{ending}") == ("", "", ending)
    assert fixed_parts(f"{ending}kyk")[2] == ""


@pytest.mark.parametrize("part", [*BEGINNINGS, *ENDINGS])
def test_no_correction_puts_in_a_beginning_or_an_ending_that_turns(part: str) -> None:
    word = f"kykkykkyk{part}" if part in ENDINGS else f"{part}kykkykkyk"
    assert not corrects("Den kykkykkyk mand", f"Den {word} mand")
    assert not corrects(f"Den {word} mand", "Den kykkykkyk mand")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("treårig", ("tre", "", "")),
        ("tosset", ("to", "", "")),
        ("toer", ("to", "", "")),
        ("titimers", ("ti", "", "")),
        ("fireårig", ("fire", "", "")),
        ("tredivte", ("tre", "", "")),
        ("tredivemand", ("tredive", "", "")),
        ("halvtredsårs", ("halvtreds", "", "")),
        ("halvfjerdsårs", ("halvfjerds", "", "")),
        ("ingenstedsfra", ("ingensteds", "in", "")),
        ("seventeenth", ("seventeen", "", "")),
        ("ikkevold", ("ikke", "ikke", "")),
        ("unødvendig", ("", "un", "")),
        ("desorden", ("", "des", "")),
        ("uskyldsfri", ("", "u", "fri")),
        ("hjælpeløst", ("", "", "løst")),
        ("hjælpeløse", ("", "", "løse")),
        ("tonløs", ("to", "", "løs")),
        ("bænk", ("", "", "")),
        ("k", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_each_part_is_as_long_as_it_can_be(word: str, parts: tuple[str, ...]) -> None:
    assert fixed_parts(word) == parts


@pytest.mark.parametrize("figure", ["ii", "iv", "ix", "xvii", "xl", "lx", "cd", "dc", "cm", "mdclxvi"])
def test_a_number_in_roman_figures_is_one_fixed_part(figure: str) -> None:
    assert fixed_parts(figure) == (figure,)


@pytest.mark.parametrize("word", ["i", "v", "x", "m", "xvik", "kxvi", "kix", "civilt"])
def test_other_words_are_no_roman_figures(word: str) -> None:
    assert fixed_parts(word) != (word,)


@given(word=WITHOUT_A_FIXED_PART)
def test_a_word_with_no_such_part_has_none(word: str) -> None:
    assert fixed_parts(word) == ("", "", "")


@given(word=WITHOUT_A_FIXED_PART, number=some.sampled_from([word for word in ALL if len(word) > 1]))
def test_what_begins_with_a_number_or_a_negation_begins_with_a_fixed_part(word: str, number: str) -> None:
    first = fixed_parts(number + word)[0]
    assert first.startswith(number)
    assert first in ALL


@given(
    start=some.text(string.ascii_lowercase + "æøå", max_size=8),
    part=some.sampled_from(["u", "un", "in", "im"]),
    end=some.text(string.ascii_lowercase + "æøå", max_size=8),
)
def test_letters_that_turn_a_word_are_found_wherever_they_stand(start: str, part: str, end: str) -> None:
    assert turned(start + end, start + part + end)
    assert turned(start + part + end, start + end)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kendt", "kendt"),
        ("", ""),
        ("kendt", "akendt"),
        ("kendt", "irkendt"),
        ("kendt", "unukendt"),
        ("kendt", "ukendu"),
        ("kendt", "inkende"),
        ("kendt", "niekendt"),
    ],
)
def test_no_other_letters_turn_a_word(one: str, other: str) -> None:
    assert not turned(one, other)
    assert not turned(other, one)
