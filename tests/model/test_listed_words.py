"""Lists and numbers as people write them."""

import pytest

from hverdag.model.listed_words import listed, number_in


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Tillid, Mod og Omsorg", ("Tillid", "Mod", "Omsorg")),
        ("Trust, Courage, and Warmth", ("Trust", "Courage", "Warmth")),
        ("Trust and Courage", ("Trust", "Courage")),
        ("Tillid og Mod samt Omsorg", ("Tillid", "Mod", "Omsorg")),
        ("Sjov og leg, Mod", ("Sjov og leg", "Mod")),
        ("Tillid; Mod og Omsorg", ("Tillid", "Mod og Omsorg")),
        ("Tillid, Mod, Tillid og Mod", ("Tillid", "Mod", "Tillid og Mod")),
        ("Godt naboskab", ("Godt naboskab",)),
        ("Ogsø, Andelsånd", ("Ogsø", "Andelsånd")),
        ("", ()),
    ],
)
def test_a_list_is_read_as_it_is_said(text: str, items: tuple[str, ...]) -> None:
    assert listed(text, 12) == items


def test_what_would_be_too_many_stays_whole() -> None:
    assert listed("a, b og c", 2) == ("a", "b og c")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        ("fem", 5),
        ("Eight", 8),
        ("otte værdier", 8),
        ("five values", 5),
        ("vi har tolv", 12),
        ("7 stk.", 7),
        ("Mod", None),
        ("fem, seks", None),
        ("Fem om dagen", None),
    ],
)
def test_a_number_is_read_in_figures_and_words(text: str, number: int | None) -> None:
    assert number_in(text) == number
