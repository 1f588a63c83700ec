"""Language corrections, unit by unit: what a text is made of, what may become what, and how the old text is kept."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.texts.nods import Was
from hverdag.nods.correction import before, distance, is_correction, obstacles, record
from hverdag.nods.passage import Passage
from hverdag.nods.passages import fingerprint

QUOTES = ['"', "'", "“", "”", "„", "»", "«", "›", "‹", "‘", "’", "‚"]


def text(*passages: str) -> tuple[Passage, ...]:
    return tuple(Passage("<p>", passage) for passage in passages)


def is_misspelt(*_: str) -> bool:
    """A dictionary to which the old form is never a word, and the new one always."""
    return True


def is_spelt(*_: str) -> bool:
    """A dictionary that finds nothing to put right."""
    return False


def corrects(old: str, new: str) -> bool:
    return is_correction(text(old), text(new), is_misspelt)


def units(told: str) -> list[str]:
    """What a text is parted into, each with what stands before it: a record against nothing story_codes all of it."""
    found = record(text(told), text(""))
    assert [one.word for one in found] == list(range(len(found)))
    return [one.text for one in found]


# What a text is made of.


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Hun kom, igen", ["Hun", " kom", ", igen"]),
        ("Hun kom igen.", ["Hun", " kom", " igen", "."]),
        ("Se <em>nu</em>", ["Se", " <em>", "nu", "</em>"]),
        ('<a href="x 5">her</a>', ['<a href="x 5">', "her", "</a>"]),
        ("a &amp; b &lt; c &gt; d", ["a", " &amp;", " b", " &lt;", " c", " &gt;", " d"]),
        ("&nbsp;", ["&", "nbsp", ";"]),
        ("kl. 7.30 og 7:30", ["kl", ". 7.30", " og", " 7:30"]),
        ("5,5 1/2 1.000.000", ["5,5", " 1/2", " 1.000.000"]),
        ("9-10 9−10 9–10", ["9-10", " 9−10", " 9–10"]),
        ("-5 −5 –5", ["-5", " −5", " –5"]),
        ("x-5 og 9 -5", ["x", "-5", " og", " 9", " -5"]),
        ("5. Nu 5, og", ["5", ". Nu", " 5", ", og"]),
        ("12345", ["12345"]),
        ("tre5 5tre", ["tre", "5", " 5", "tre"]),
        ("rock'n'roll d’or", ["rock'n'roll", " d’or"]),
        ("'ja' drenges'", ["'", "ja", "'", " drenges", "'"]),
        ("– Ja", ["–", " Ja"]),
        ("Nu – ja", ["Nu", " –", " ja"]),
        ("- − – —", ["-", " −", " –", " —"]),
        ("SFO-leder", ["SFO", "-leder"]),
        ("SFO‐leder", ["SFO", "‐leder"]),
        ("5 % + ? = £", ["5", " %", " +", " ?", " =", " £"]),
        ("og/eller", ["og", "/", "eller"]),
        ("m² 2² 10₀ ½ ¼", ["m", "²", " 2", "²", " 10", "₀", " ½", " ¼"]),
        ("x¹ x³ x⁰ x⁹ x₉ x¾", ["x", "¹", " x", "³", " x", "⁰", " x", "⁹", " x", "₉", " x", "¾"]),
        ("en_to", ["en", "_", "to"]),
        ("(x) [y] {z}", ["(x", ") [y", "] {z", "}"]),
        ("a; b: c! d… e· f• g\\ h", ["a", "; b", ": c", "! d", "… e", "· f", "• g", "\\ h"]),
        ("æøå ÆØÅ é", ["æøå", " ÆØÅ", " é"]),
        ("»Ja«", ["»", "Ja", "«"]),
        ("  Hun", ["  Hun"]),
        ("...", ["..."]),
        ("", []),
    ],
)
def test_a_text_is_made_of_words_numbers_tags_and_signs(told: str, found: list[str]) -> None:
    assert units(told) == found


@given(told=some.text("aå5 .,:-–<>&'»½?\n", max_size=20))
def test_nothing_of_a_text_is_lost_between_its_units(told: str) -> None:
    assert "".join(units(told)) == told


# What may become what.


@pytest.mark.parametrize(("one", "other"), list(product(QUOTES, QUOTES)))
def test_quotation_marks_take_the_place_of_one_another(one: str, other: str) -> None:
    assert corrects(f"Hun sagde {one} ja {one} til", f"Hun sagde {other} ja {other} til")


@pytest.mark.parametrize("sign", [*"xXæÅ5%+?/=_&", "<em>", "´", "`", "*"])
@pytest.mark.parametrize("quote", QUOTES)
def test_nothing_else_takes_the_place_of_a_quotation_mark(quote: str, sign: str) -> None:
    assert not corrects(f"Hun sagde {quote} til", f"Hun sagde {sign} til")
    assert not corrects(f"Hun sagde {sign} til", f"Hun sagde {quote} til")


@pytest.mark.parametrize("sign", [".", ",", ";", ":", "!", "…", "(", ")", "[", "]", "{", "}", "·", "•", "\\"])
def test_a_sign_between_words_is_free(sign: str) -> None:
    assert corrects("Hun kom hjem", f"Hun{sign} kom hjem")
    assert corrects(f"Hun{sign} kom hjem", "Hun kom hjem")
    assert corrects("Hun kom hjem", f"Hun kom hjem{sign}")


@pytest.mark.parametrize("sign", ["?", "%", "+", "=", "/", "–", "—", "§", "&amp;"])
def test_a_sign_that_says_something_is_not(sign: str) -> None:
    assert not corrects("Hun kom hjem", f"Hun {sign} kom hjem")
    assert not corrects(f"Hun {sign} kom hjem", "Hun kom hjem")
    assert not corrects(f"Hun {sign} kom hjem", "Hun * kom hjem")
    assert corrects(f"Hun {sign} kom hjem", f"Hun {sign} kom, hjem")


@pytest.mark.parametrize(
    ("old", "new", "corrected"),
    [
        ("hun kom", "Hun kom", True),
        ("HUN kom", "hun kom", True),
        ("straße her", "strasse her", True),
        ("cafe\u0301 her", "café her", False),  # an accent of its own is a sign of its own
        ("rock'n'roll", "rock’n’roll", True),
        ("rock'n'roll", "Rock’N’roll", True),
        ("hat her", "hak her", False),
        ("hest her", "hesk her", True),
        ("hest her", "hekk her", False),
        ("hest her", "hes her", False),
        ("hes her", "hest her", False),
        ("skolekok her", "skolekot her", True),
        ("skoleko her", "skolekot her", True),
        ("skolekk her", "skolebb her", False),
        ("skolekk her", "skolebbs her", False),
        ("skolebkk her", "skolebss her", True),
        ("skolebkk her", "skolabss her", False),
        ("paa her", "på her", True),
        ("aeg her", "æg her", True),
        ("oel her", "øl her", True),
        ("nøgeln her", "nøglen her", True),
        ("Hest her", "Hesk her", False),
        ("Hest her", "hesk her", False),
        ("hest her", "Hesk her", False),
        ("treårik her", "treårig her", True),
        ("treårik her", "toårig her", False),
        ("toårik her", "triårik her", False),
        ("brugervenlig her", "brugeruvenlig her", False),
        ("7 her", "7 her", True),
        ("7 her", "8 her", False),
        ("7 her", "syv her", False),
        ("syv her", "7 her", False),
        ("7 her", "h her", False),
    ],
)
def test_a_word_becomes_another_only_where_it_is_nearly_the_same(old: str, new: str, corrected: bool) -> None:
    assert corrects(old, new) is corrected


def test_a_dictionary_decides_and_is_asked_of_small_letters_in_their_order() -> None:
    asked: list[tuple[str, str]] = []

    def misspelt(one: str, other: str) -> bool:
        asked.append((one, other))
        return True

    assert is_correction(text("den nøgeln’s laa"), text("den nøglen's lå"), misspelt)
    assert asked == [("nøgeln's", "nøglen's"), ("laa", "lå")]


def test_what_is_a_word_already_becomes_no_other() -> None:
    assert not is_correction(text("nøgeln her"), text("nøglen her"), is_spelt)
    assert not is_correction(text("paa her"), text("på her"), is_spelt)
    assert is_correction(text("nøglen, her"), text("Nøglen her!"), is_spelt)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("10 000 kr", "10, 000 kr"),
        ("10, 000 kr", "10 000 kr"),
        ("1.5 7", "1.5, 7"),
        ("7 1.5", "7. 1.5"),
        ("0 ,5 mg", "0 5 mg"),
        ("5 7 8", "5 7; 8"),
        ("Fra 5 -5 grader", "Fra 5, -5 grader"),
    ],
)
def test_what_stands_between_two_numbers_stays(old: str, new: str) -> None:
    assert not corrects(old, new)


def test_what_stands_beside_one_number_is_free() -> None:
    assert corrects("Der var 10 kr her", "Der var, 10, kr her.")
    assert corrects("7 dage", "7, dage")
    assert corrects("dag 7", "dag: 7")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hæng ham ikke, vent", "Hæng ham, ikke vent"),
        ("Hæng ham ikke; vent", "Hæng ham ikke, vent"),
        ("Ikke nu", "Ikke, nu"),
        ("Hæng ham ikke", "Hæng ham, ikke"),
        ("Hæng ham; Ikke vent", "Hæng ham ikke vent"),
        ("Hæng ham,: ikke vent", "Hæng ham, ikke vent"),
        ("Hæng ham ikke. Vent", "Hæng ham. Ikke vent"),
        ("Hæng ham ikke! Vent", "Hæng ham! Ikke vent"),
        ("Hæng ham ikke … vent", "Hæng ham … ikke vent"),
    ],
)
def test_a_comma_beside_a_word_that_turns_stays(old: str, new: str) -> None:
    assert not corrects(old, new)


def test_a_full_stop_may_come_after_the_last_word() -> None:
    assert corrects("Det gjorde hun ikke", "Det gjorde hun ikke.")


def test_commas_elsewhere_are_free_and_their_order_too() -> None:
    assert corrects("Hæng ham ikke vent nu", "Hæng ham ikke vent, nu")
    assert corrects("Hæng ham,; ikke nu", "Hæng ham;, ikke nu")


# What stands in the way.


def test_what_stands_in_the_way_is_told_word_by_word() -> None:
    old, new = text("hun gik syv gange", "den kom"), text("han gik otte gange", "Den, kom")
    assert list(obstacles(old, new, is_misspelt)) == [("hun", "han"), ("syv", "otte")]


def test_passages_that_are_the_same_or_corrected_stand_in_no_way() -> None:
    old, new = text("hun gik", "den kom", "syv"), text("hun gik", "Den kom.", "otte")
    assert list(obstacles(old, new, is_misspelt)) == [("syv", "otte")]
    assert list(obstacles(old, old, is_misspelt)) == []
    assert list(obstacles((), (), is_misspelt)) == []


def test_a_passage_with_more_or_fewer_words_stands_in_the_way_as_it_is_typed() -> None:
    old, new = text("hun <em>kom</em>"), text("hun <em>kom</em> &amp; gik")
    assert list(obstacles(old, new, is_misspelt)) == [("hun *kom*", "hun *kom* & gik")]


def test_code_stands_in_the_way_whatever_is_changed_in_it() -> None:
    old, new = text("se <code>x</code> her"), text("se <code>x</code>, her")
    assert list(obstacles(old, new, is_misspelt)) == [("se `x` her", "se `x`, her")]


def test_a_sign_that_must_stay_stands_in_the_way_with_its_whole_passage() -> None:
    old, new = text("<em>ikke</em> nu", "10 000"), text("<em>ikke</em> nu", "10, 000")
    assert list(obstacles(old, new, is_misspelt)) == [("10 000", "10, 000")]


def test_a_word_in_the_way_is_told_and_not_the_signs_as_well() -> None:
    assert list(obstacles(text("hun 10 000"), text("han 10, 000"), is_misspelt)) == [("hun", "han")]


@pytest.mark.parametrize(
    "new",
    [
        (Passage("<h2>", "Hun kom"),),
        (Passage("<p>", "Hun kom"), Passage("<p>", "")),
        (),
    ],
)
def test_another_structure_stands_in_the_way_and_nothing_more_is_told(new: tuple[Passage, ...]) -> None:
    assert list(obstacles(text("Hun gik"), new, is_misspelt)) == [("", "")]
    assert not is_correction(text("Hun gik"), new, is_misspelt)


# How far two words are from one another.


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("", "", 0),
        ("", "a", 1),
        ("", "ab", 2),
        ("", "abc", 3),
        ("", "abcd", 3),
        ("nøglen", "nøglen", 0),
        ("nøgeln", "nøglen", 1),
        ("nøgle", "nøglen", 1),
        ("nøglen", "nøgle", 1),
        ("nøglen", "øglen", 1),
        ("nøglen", "nøklen", 1),
        ("ab", "ba", 1),
        ("aab", "aba", 1),
        ("abcd", "badc", 2),
        ("abc", "ca", 3),
        ("abcd", "acdb", 2),
        ("abc", "cba", 2),
        ("abcde", "abc", 2),
        ("abc", "abcde", 2),
        ("kitten", "sitting", 3),
        ("abcd", "wxyz", 3),
        ("abcdef", "uvwxyz", 3),
        ("abcdef", "abc", 3),
    ],
)
def test_a_letter_put_in_taken_out_exchanged_or_swapped_is_one(one: str, other: str, far: int) -> None:
    assert distance(one, other) == far
    assert distance(other, one) == far


def told_plainly(one: str, other: str) -> int:
    """The same, as it is told in words: slow, and plain."""

    @cache
    def rest(i: int, j: int) -> int:
        if i == 0 or j == 0:
            return i + j
        found = min(rest(i - 1, j) + 1, rest(i, j - 1) + 1, rest(i - 1, j - 1) + (one[i - 1] != other[j - 1]))
        is_swapped = i > 1 and j > 1 and (one[i - 1], one[i - 2]) == (other[j - 2], other[j - 1])
        return min(found, rest(i - 2, j - 2) + 1) if is_swapped else found

    return min(rest(len(one), len(other)), 3)


@given(one=some.text("abå", max_size=7), other=some.text("abå", max_size=7))
def test_the_distance_is_the_one_that_is_told_plainly(one: str, other: str) -> None:
    assert distance(one, other) == told_plainly(one, other)


# How the old text is kept, and found again.


def test_a_record_holds_the_words_that_were_corrected_by_their_number() -> None:
    old = text("hun sagde at nøgeln laa her", "Den kom")
    new = text("Hun sagde, at nøglen lå her.", "den kom")
    assert record(old, new) == (
        Was(word=0, text="hun"),
        Was(word=2, text=" at"),
        Was(word=3, text=" nøgeln"),
        Was(word=4, text=" laa"),
        Was(word=6, text=" "),
        Was(word=7, text="Den"),
    )


def test_nothing_is_recorded_where_nothing_changed() -> None:
    assert record(text("Hun kom.", ""), text("Hun kom.", "")) == ()


def test_the_text_before_is_found_again() -> None:
    old = (Passage("title", "hun kom"), Passage("<p>", "laa her?"), Passage("</p>", ""))
    new = (Passage("title", "Hun kom."), Passage("<p>", "lå, her?"), Passage("</p>", ""))
    was = record(old, new)
    assert was == (Was(word=0, text="hun"), Was(word=2, text=" "), Was(word=3, text="laa"), Was(word=4, text=" her"))
    assert before(new, was, fingerprint(old)) == old


def test_a_record_that_leads_elsewhere_leads_nowhere() -> None:
    old, new = text("hun kom"), text("Hun kom.")
    was = record(old, new)
    assert before(new, was, fingerprint(new)) is None
    assert before(new, was[:1], fingerprint(old)) is None
    assert before(new, (), fingerprint(old)) is None
    assert before(new, (), fingerprint(new)) == new
    assert before(new, (*was, Was(word=99, text="x")), fingerprint(old)) == old


def test_spaces_that_were_there_are_there_again() -> None:
    old = text("\u00a0hun kom\u00a0", " i kode \n", "X er her X")
    new = text("\u00a0Hun kom.\u00a0", " i kode \n", "X er, her X")
    was = record(old, new)
    assert was == (
        Was(word=0, text="\u00a0hun"),
        Was(word=2, text="\u00a0"),
        Was(word=8, text=" her"),
    )
    assert before(new, was, fingerprint(old)) == old


WORDS = some.sampled_from(["hun", "Hun", "nøglen", "nøgeln", "7", "7.30", "%", "<em>", "</em>", "»", "ikke"])
GAPS = some.sampled_from([" ", ", ", ". ", ": ", " (", ") "])
ENDS = some.sampled_from(["", ".", "!", "…", ")"])


@some.composite
def pairs(draw: some.DrawFn) -> tuple[list[str], list[str]]:
    """Passages of two texts, with as many words in the one as in the other."""
    lengths = draw(some.lists(some.integers(1, 5), min_size=1, max_size=4))
    found: tuple[list[str], list[str]] = ([], [])
    for passages in found:
        for length in lengths:
            told = "".join(draw(WORDS) + draw(GAPS) for _ in range(length - 1))
            passages.append(told + draw(WORDS) + draw(ENDS))
    return found


@given(both=pairs())
def test_any_text_is_found_again_from_another_with_as_many_words(both: tuple[list[str], list[str]]) -> None:
    old, new = text(*both[0]), text(*both[1])
    was = record(old, new)
    assert bool(was) is (old != new)
    assert before(new, was, fingerprint(old)) == old


PUT_RIGHT = some.sampled_from(
    [("hun", "Hun"), ("nøgeln", "nøglen"), ("paa", "på"), ("»", "“"), ("%", "%"), ("x7", "X7")]
)
CORRECTED = some.lists(some.tuples(PUT_RIGHT, GAPS, GAPS), min_size=1, max_size=6)


@given(units=CORRECTED)
def test_words_put_right_and_free_signs_are_a_correction(units: list[tuple[tuple[str, str], str, str]]) -> None:
    assert corrects("".join(one[0] + gap for one, gap, _ in units), "".join(one[1] + gap for one, _, gap in units))


@given(
    units=CORRECTED,
    more=some.sampled_from(["7", "7.30", "%", "<em>", "»", "?", "ikke", "hun", "&amp;"]),
    at=some.integers(0, 6),
    is_new=some.booleans(),
)
def test_one_unit_more_or_less_is_none(
    units: list[tuple[tuple[str, str], str, str]], more: str, at: int, is_new: bool
) -> None:
    both = [one[0] + gap for one, gap, _ in units], [one[1] + gap for one, _, gap in units]
    both[is_new].insert(at, f"{more} ")
    assert not corrects(*map("".join, both))
