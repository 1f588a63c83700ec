"""The language of the messages: the one asked for, or the publication's own."""

from collections.abc import Sequence
from pathlib import Path

from ..locale import LANGUAGES, Catalogue, catalogue
from ..parse.publication import language_of

USUAL = "da"
"""The language where nobody has asked for one and there is no publication that has one."""


def words_for(folder: Path, language: str | None = None) -> Catalogue:
    """Return the words of the messages on the publication in a folder."""
    known = language or language_of(folder)
    return catalogue(known if known in LANGUAGES else USUAL)


def words_of_call(arguments: Sequence[str]) -> Catalogue:
    """Return the words of the messages of a command that never came to read its options, from what it was called with.
    It reads the publication's settings only if they can be read."""
    try:
        return words_for(Path(_given("-C", arguments) or "."), _given("--lang", arguments) or None)
    except OSError:
        return catalogue(USUAL)


def _given(option: str, arguments: Sequence[str]) -> str:
    """Return what is given for an option, as `-C DIR`, `-CDIR` or `--lang=en`; an empty string if it is not."""
    for at, word in enumerate(arguments):
        if word == option:
            return next(iter(arguments[at + 1 : at + 2]), "")
        if word.startswith(f"{option}=") or (len(option) == 2 and word.startswith(option)):
            return word.removeprefix(option).removeprefix("=")
    return ""
