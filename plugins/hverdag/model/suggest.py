"""The nearest word that exists, for "Did you mean ...?"."""

import difflib
from collections.abc import Iterable
from pathlib import PurePosixPath

from .problem import Parameter


def suggestion(given: str, known: Iterable[str]) -> dict[str, Parameter]:
    """Return the nearest known word as the parameter `suggestion`, or nothing where none is alike."""
    near = difflib.get_close_matches(given.casefold(), list(known), n=1, cutoff=0.6)
    return {"suggestion": near[0]} if near else {}


def path_suggestion(given: str, known: Iterable[str]) -> dict[str, Parameter]:
    """Return the known path in the same folder, of the same type, whose name is nearest."""
    wanted = PurePosixPath(given.partition("#")[0])
    beside = (PurePosixPath(path) for path in known)
    by_name = {path.stem: str(path) for path in beside if (path.parent, path.suffix) == (wanted.parent, wanted.suffix)}
    near = suggestion(wanted.stem, by_name)
    return {"suggestion": by_name[str(near["suggestion"])]} if near else {}
