"""Slips of the fingers: what may have been meant by a form that is no word, at one letter's distance."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøåé"
_SPELT_OUT = {"ae": "æ", "oe": "ø", "aa": "å"}
MOST_SPELT_OUT = 3


def swapped(form: str) -> frozenset[str]:
    """Return the forms with two neighbouring letters swapped: `nøglen` for `nøgeln`."""
    return frozenset(start + end[1] + end[0] + end[2:] for start, end in _parted(form) if len(end) > 1) - {form}


def doubled(form: str) -> frozenset[str]:
    """Return the forms with a letter written twice: `kollega` for `kolega`."""
    return frozenset(start + end[0] + end for start, end in _parted(form) if end)


def undoubled(form: str) -> frozenset[str]:
    """Return the forms with one letter where there were two of the same: `køkkenet` for `køkkennet`."""
    return frozenset(start + end[1:] for start, end in _parted(form) if end and end[:2] == end[0] * 2)


def is_tripled(form: str, other: str) -> bool:
    """Return True if a form has three of a letter where the other has two or one: `sammmen` for `sammen`."""
    return any(letter * 3 in form for letter in form) and other in undoubled(form)


def spelt_in(form: str) -> frozenset[str]:
    """Return the forms with one or more of `ae`, `oe` and `aa` as a Danish letter: `måske` for `maaske`. There are none
    where more than MOST_SPELT_OUT of a kind stand in it."""
    forms = {form}
    for letters, letter in _SPELT_OUT.items():
        for at in range(form.count(letters) - 1, -1, -1) if form.count(letters) <= MOST_SPELT_OUT else ():
            forms |= {_with_one(other, letters, letter, at) for other in forms}
    return frozenset(forms - {form})


def holds_spelt_out(form: str, other: str) -> bool:
    """Return True if a form has `ae`, `oe` or `aa` where the other has none, or the letters of a neighbour's language:
    they are meant as Danish letters."""
    return any(form.count(letters) > other.count(letters) for letters in (*_SPELT_OUT, "ä", "ö"))


def _with_one(form: str, letters: str, letter: str, number: int) -> str:
    """Return a form with one of the places where some letters stand exchanged, or the form if there are fewer."""
    parts = form.split(letters)
    if number + 1 >= len(parts):
        return form
    return letters.join(parts[: number + 1]) + letter + letters.join(parts[number + 1 :])


def near(form: str) -> frozenset[str]:
    """Return all forms with one letter put in, left out or exchanged, or two neighbouring letters swapped."""
    parted = _parted(form)
    without = {start + end[1:] for start, end in parted if end}
    more = {start + letter + end for start, end in parted for letter in _LETTERS}
    other = {start + letter + end[1:] for start, end in parted if end for letter in _LETTERS}
    return frozenset(without | more | other) - {form} | swapped(form)


def _parted(form: str) -> list[tuple[str, str]]:
    return [(form[:at], form[at:]) for at in range(len(form) + 1)]
