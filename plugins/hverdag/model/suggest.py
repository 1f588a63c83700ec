"""The nearest word that exists, for "Did you mean ...?"."""

import difflib
from collections.abc import Iterable
from pathlib import PurePosixPath

from .problem import Parameter


def suggestion(word: str, known: Iterable[str]) -> dict[str, Parameter]:
    """Return the most similar known word as the parameter `suggestion`; an empty dictionary if none is similar."""
    matches = difflib.get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    return {"suggestion": matches[0]} if matches else {}


def path_suggestion(path_text: str, known: Iterable[str]) -> dict[str, Parameter]:
    """Return the known path in the same folder with the same ending and the most similar name, as `suggestion`."""
    wanted = PurePosixPath(path_text.partition("#")[0])
    beside = (PurePosixPath(path) for path in known)
    by_name = {path.stem: str(path) for path in beside if (path.parent, path.suffix) == (wanted.parent, wanted.suffix)}
    near = suggestion(wanted.stem, by_name)
    return {"suggestion": by_name[str(near["suggestion"])]} if near else {}
