"""The language of the messages: the one asked for, or the publication's own, or else that of whoever calls."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..locale import Catalogue, catalogue
from ..model.language import language_named
from ..model.settings import PATH as SETTINGS
from ..parse.publication import language_of
from .around import publication_around

USUAL = "da"
"""The language of a publication that names none, and where nobody has asked for any."""
OTHERS = "en"
"""The language for whoever has a locale in none of ours."""
_READ_DANISH = frozenset({"da", "nb", "nn", "no", "fo", "kl"})
_NO_LOCALE = frozenset({"", "c", "posix"})


def words_for(folder: Path, language: str | None = None) -> Catalogue:
    """Return the words of the messages on the publication in a folder."""
    known = language_named(language or "") or language_named(language_of(folder))
    if known:
        return catalogue(known)
    return catalogue(USUAL if (folder / SETTINGS).is_file() else usual_language())


def usual_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language to speak where no handbook says: that of the locale, by the variables that programs read it
    from. Danish is for whoever reads it, and where there is no locale; all others read English."""
    said = next(filter(None, (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    plain = said.partition(".")[0].partition("@")[0].casefold()
    if plain in _NO_LOCALE:
        return USUAL
    wanted = environment.get("LANGUAGE", "").partition(":")[0].casefold() or plain
    return USUAL if wanted.replace("-", "_").partition("_")[0] in _READ_DANISH else OTHERS


def words_of_call(arguments: Sequence[str]) -> Catalogue:
    """Return the words of the messages of a command that never came to read its options, from what it was called with.
    It reads the publication's settings only if they can be read."""
    asked = _given("--lang", arguments) or _given("--language", arguments)
    try:
        return words_for(publication_around(Path(_given("-C", arguments) or ".")), asked or None)
    except OSError:
        return catalogue(language_named(asked) or usual_language())


def _given(option: str, arguments: Sequence[str]) -> str:
    """Return what is given for an option, as `-C DIR`, `-CDIR` or `--lang=en`; an empty string if it is not."""
    for at, word in enumerate(arguments):
        if word == option:
            return next(iter(arguments[at + 1 : at + 2]), "")
        if word.startswith(f"{option}=") or (len(option) == 2 and word.startswith(option)):
            return word.removeprefix(option).removeprefix("=")
    return ""
