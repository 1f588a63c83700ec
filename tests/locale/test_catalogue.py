"""Danish is whole: every message has words, and the words have the same parameters."""

import re
from datetime import date

import pytest

from hverdag.locale import HERE, alphabetical, catalogue
from tests.catalogue import known, needed

_PARAMETER = re.compile(r"%\(\w+\)s|(?<!\{)\{\w+\}(?!\})")
KNOWN = known()
_TYPED = ("#1d6f74", "{text}", "fact(", 'tegnet "', '--values "', '--contact "', '--served "')
"""What people type with straight quotation marks."""


def test_no_message_is_without_danish_and_none_is_left_over() -> None:
    assert needed() - set(KNOWN) == set()
    assert set(KNOWN) - needed() == set()


@pytest.mark.parametrize("message", sorted(KNOWN))
def test_the_danish_has_the_same_parameters(message: str) -> None:
    danish = KNOWN[message]
    for words in (danish,) if isinstance(danish, str) else danish[1:]:
        assert words.strip()
        assert sorted(_PARAMETER.findall(words)) == sorted(_PARAMETER.findall(message))
        assert " man " not in f" {words.casefold()} "
        assert '"' not in words or any(one in words for one in _TYPED)


def test_days_and_numbers_are_written_as_danes_write_them() -> None:
    danish = catalogue("da")
    assert danish.day(date(2026, 11, 1)) == "1. november 2026"
    assert danish.number(1234.56) == "1234,6"
    assert danish.count("{number} error", "{number} errors", 1) == "1 fejl"


def test_danish_letters_come_last() -> None:
    assert sorted(["Åby", "Ærø", "Zoo", "Øst", "anden", "Biblioteket"], key=alphabetical) == [
        "anden", "Biblioteket", "Zoo", "Ærø", "Øst", "Åby",
    ]  # fmt: skip


def test_an_unknown_language_falls_back_on_english() -> None:
    assert catalogue("tlh").say("Values") == "Values"


def test_every_entry_of_the_file_is_whole_and_stands_alone() -> None:
    """Two who write at once leave half entries behind that gettext reads in its own way."""
    entries = (HERE / "da/hverdag.po").read_text("utf-8").split("\n\n")
    names = [name for entry in entries for name in re.findall(r"^msgid (.*)$", entry, re.MULTILINE)]
    assert len(names) == len(set(names)) == len(entries)
    for entry in entries:
        forms = ["msgstr[0]", "msgstr[1]"] if "\nmsgid_plural " in entry else ["msgstr"]
        assert re.findall(r"^msgstr\S*", entry, re.MULTILINE) == forms, entry
