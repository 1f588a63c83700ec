"""What has changed between two texts, stretch by stretch."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.locale import catalogue
from hverdag.model.editorial.change import LONGEST_TOLD, MOST_TOLD, Change, Fate, Stretch, excerpt
from hverdag.nods.difference import MOST_LINES, MOST_WORDS, differences, stretches
from hverdag.nods.shown import Line


def danish(found: list[Change]) -> str:
    return catalogue("da").tell(excerpt(found))


def kept(text: str) -> Stretch:
    return Stretch(Fate.KEPT, text)


def gone(text: str) -> Stretch:
    return Stretch(Fate.GONE, text)


def new(text: str) -> Stretch:
    return Stretch(Fate.NEW, text)


def change(*found: Stretch, field: str = "body") -> Change:
    return Change(field, found)


def body(*texts: str) -> list[Line]:
    return [Line("body", text) for text in texts]


def test_the_limits_are_these() -> None:
    assert (MOST_WORDS, MOST_LINES, MOST_TOLD, LONGEST_TOLD) == (1500, 1000, 3, 60)
    assert list(Fate) == ["kept", "gone", "new"]


# Words.


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("hun kom hjem", "hun kom hjem", [kept("hun kom hjem")]),
        ("hun kom hjem", "hun gik hjem", [kept("hun"), gone("kom"), new("gik"), kept("hjem")]),
        ("hun kom", "hun kom ikke", [kept("hun kom"), new("ikke")]),
        ("hun kom ikke", "hun kom", [kept("hun kom"), gone("ikke")]),
        ("", "hun kom", [new("hun kom")]),
        ("hun kom", "", [gone("hun kom")]),
        ("", "", []),
        ("  hun \t kom ", "hun kom", [kept("hun kom")]),
        ("en to\ntre", "en to\ntre", [kept("en to\ntre")]),
        ("en\nto", "en to", [kept("en"), gone("\n"), kept("to")]),
        ("en to", "en\n\nto", [kept("en"), new("\n \n"), kept("to")]),
        ("en\nto\ntre", "en\nfire\ntre", [kept("en \n"), gone("to"), new("fire"), kept("\n tre")]),
        ("x en\n", "en\n", [gone("x"), kept("en \n")]),
        ("\nen", "\nto", [kept("\n"), gone("en"), new("to")]),
    ],
)
def test_words_are_kept_gone_or_new(before: str, after: str, found: list[Stretch]) -> None:
    assert list(stretches(before, after)) == found


def test_a_passage_of_many_words_is_compared_word_by_word_up_to_a_limit() -> None:
    long = "ord " * (MOST_WORDS - 1)
    assert [stretch.fate for stretch in stretches(f"{long}hjem", f"{long}ud")] == [Fate.KEPT, Fate.GONE, Fate.NEW]
    assert list(stretches(f"{long}hjem nu", f"{long}ud")) == [gone(f"{long}hjem nu"), new(f"{long}ud")]
    assert list(stretches(f"{long}hjem", f"{long}ud nu")) == [gone(f"{long}hjem"), new(f"{long}ud nu")]


TEXTS = some.lists(some.sampled_from(["hun", "kom", "ikke", "hjem", "\n"]), max_size=12).map(" ".join)


@given(before=TEXTS, after=TEXTS)
def test_stretches_hold_all_words_of_both_texts_in_their_order(before: str, after: str) -> None:
    found = list(stretches(before, after))
    for text, other in ((before, Fate.NEW), (after, Fate.GONE)):
        held = " ".join(stretch.text.replace("\n", " \n ") for stretch in found if stretch.fate is not other)
        assert [word for word in held.split(" ") if word] == [word for word in text.split(" ") if word]
    assert [stretch for stretch in found if not stretch.text] == []
    assert bool(found) is bool(before.split(" ") != [""] or after.split(" ") != [""])
    assert [one.fate for one in found] != [Fate.KEPT] or before.split() == after.split()


def test_a_change_tells_the_words_of_one_fate() -> None:
    found = change(kept("hun"), gone("kom"), new("gik"), kept("hjem"), gone("nu"))
    assert [found.of(fate) for fate in Fate] == ["hun … hjem", "kom … nu", "gik"]
    assert change().of(Fate.NEW) == ""


# Passages.


def test_what_is_the_same_in_both_is_left_out() -> None:
    text = [Line("title", "Cyklen"), *body("en", "to")]
    assert differences(text, text) == ()
    assert differences([], []) == ()


def test_passages_that_changed_are_told_in_their_order() -> None:
    old = [Line("title", "Cyklen"), *body("en to", "tre", "fire fem"), Line("option", "Ja")]
    now = [Line("title", "Cykler"), *body("en x", "tre", "fire y"), Line("option", "Ja")]
    assert differences(iter(old), iter(now)) == (
        change(gone("Cyklen"), new("Cykler"), field="title"),
        change(kept("en"), gone("to"), new("x")),
        change(kept("fire"), gone("fem"), new("y")),
    )


def test_passages_that_came_or_went_are_told_whole() -> None:
    assert differences(body("en", "to"), body("en")) == (change(gone("to")),)
    assert differences(body("en"), body("en", "to")) == (change(new("to")),)
    assert differences([], [Line("title", "x"), *body("en", "to")]) == (
        change(new("x"), field="title"),
        change(new("en\nto")),
    )


def test_passages_are_paired_within_their_field_as_they_come() -> None:
    old = [Line("summary", "a b"), *body("en to", "tre fire")]
    now = [*body("en x", "tre y"), Line("summary", "a c"), Line("option", "Ja")]
    assert differences(old, now) == (
        change(kept("a"), gone("b"), new("c"), field="summary"),
        change(kept("en"), gone("to"), new("x")),
        change(kept("tre"), gone("fire"), new("y")),
        change(new("Ja"), field="option"),
    )


def test_passages_that_are_not_as_many_are_compared_as_one_text() -> None:
    assert differences(body("en to tre"), body("en to", "tre fire")) == (
        change(kept("en to"), new("\n"), kept("tre"), new("fire")),
    )


def test_a_passage_moved_is_told_in_a_short_text_and_not_in_a_very_long_one() -> None:
    half = MOST_LINES // 2
    old = body(*(f"p{number}" for number in range(half)))
    moved = [old[-1], *old[:-1]]
    last = old[-1].text
    assert differences(old, moved) == (change(new(last)), change(gone(last)))
    assert differences([*old, Line("body", "x")], [*moved, Line("body", "x")]) == ()
    more = [*old, Line("title", "a"), Line("option", "Ja")], [*moved, Line("title", "b"), Line("body", "y")]
    assert differences(*more) == (
        change(gone("a"), new("b"), field="title"),
        change(gone("Ja"), field="option"),
        change(new("y")),
    )


def test_a_passage_that_comes_again_and_again_is_seen_to_be_the_same() -> None:
    assert differences(body("en", *["x"] * 300), body("to", *["x"] * 300)) == (change(gone("en"), new("to")),)


# On one line.


@pytest.mark.parametrize(
    ("found", "line"),
    [
        ([change(kept("hun"), gone("lå"), new("ligger"), kept("her"))], "»lå« → »ligger«"),
        ([change(kept("hun"), gone("lå"))], "»lå« → –"),
        ([change(new("lå"), kept("her"))], "– → »lå«"),
        ([change(gone("lå"), kept("her"), new("nu"))], "»lå« → –; – → »nu«"),
        ([change(gone("lå"), new("stod"), new("nu"))], "»lå« → »stod«; – → »nu«"),
        ([change(gone("en"), gone("to"))], "»to« → –"),
        ([change(gone("en")), change(new("to"))], "»en« → –; – → »to«"),
        ([change(gone("en"), new("to")), change(gone("tre"), new("x"), field="title")], "»en« → »to«; »tre« → »x«"),
        ([change(kept("hun"))], "…"),
        ([], "…"),
        ([change(gone(" en\n\nto "), new("\n"))], "»en to« → –"),
    ],
)
def test_an_excerpt_tells_what_became_of_what(found: list[Change], line: str) -> None:
    assert danish(found) == line


def test_an_excerpt_tells_three_changes_and_says_where_there_are_more() -> None:
    found = [change(gone(str(number)), new("x")) for number in range(4)]
    three = "»0« → »x«; »1« → »x«; »2« → »x«"
    assert danish(found[:3]) == three
    assert danish(found) == f"{three}; …"


def test_an_excerpt_tells_long_words_from_their_beginning() -> None:
    full = "a" * LONGEST_TOLD
    assert danish([change(gone(full), new(f"{full}b"))]) == f"»{full}« → »{full} …«"
    assert danish([change(new(f"{full[:-1]} b"))]) == f"– → »{full[:-1]} …«"
