"""Reads a .po file. Babel, which also compiles it, needs ten times as long: more than all else of a short command."""

import json
import re
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

_ENTRY = re.compile(
    r'^msgid "(?P<message>.+)"\n'
    r'(?:msgid_plural ".*"\nmsgstr\[0\] "(?P<one>.*)"\nmsgstr\[1\] "(?P<many>.*)"|msgstr "(?P<words>.*)")$',
    re.MULTILINE,
)
_CONTINUED = '"\n"'
"""A text that goes on on the next line."""


class Translations(NullTranslations):
    """The words of one language by the English ones: those for one, and those for more or none."""

    def __init__(self, words: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self._words = words

    def gettext(self, message: str) -> str:
        """Return a message in the language; in English if it has no words for it."""
        return self._words.get(message, (message,))[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return a message that depends on a number."""
        return self._words.get(msgid1, (msgid1, msgid2))[n != 1]


def read_po(path: Path) -> Translations:
    """Return the words in a .po file of a language that, like English, has one form for 1 and one for all else."""
    text = path.read_text("utf-8").replace(_CONTINUED, "")
    entries = _ENTRY.finditer(text)
    return Translations({_unescaped(one["message"]): _forms(one) for one in entries})


def _forms(entry: re.Match[str]) -> tuple[str, str]:
    one, many = (entry["words"], entry["words"]) if entry["words"] is not None else (entry["one"], entry["many"])
    return _unescaped(one), _unescaped(many)


def _unescaped(text: str) -> str:
    """Return a text without the marks that .po files have in common with JSON."""
    return str(json.loads(f'"{text}"')) if "\\" in text else text
