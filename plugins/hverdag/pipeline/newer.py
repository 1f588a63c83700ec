"""A publication that was written for a newer version of the program than the one that reads it."""

import re

from .. import __version__
from ..model.problem import Level, Problem, Rule
from ..model.settings import Settings

NEWER = Rule(
    "publication-newer",
    Level.ERROR,
    "The handbook was written for version {given} of the program, and this is version {own}.",
    "Update the program: pip install --upgrade -r requirements.txt",
    """A handbook that `hverdag upgrade` of a newer program has been over.

An older program does not know everything that may be in it, so it reads none of it. The field `written_for`
in `values/handbook.yml` tells which version the files were written for.
""",
)
_VERSION = re.compile(r"\d+(?:\.\d+)*")


def newer_than_program(settings: Settings) -> Problem | None:
    """Return the problem of a publication that was written for a newer program; None if it was not."""
    given = settings.written_for
    if not _VERSION.fullmatch(given) or version_parts(given) <= version_parts(__version__):
        return None
    return NEWER.at(settings.at("written_for"), given=given, own=__version__)


def version_parts(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, so that 0.10 comes after 0.9; zeros at the end say nothing."""
    numbers = [int(number) for number in re.findall(r"\d+", version)]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
