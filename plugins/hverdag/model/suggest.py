"""The nearest word that exists, for "Did you mean ...?"."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from .problem import Parameter
from .slug import slug

AND = re.compile(r"\s+(?:og|and|samt|&|\+)\s+")
_COMMA = re.compile(r"[,;|\n]")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_SENTENCE_END = re.compile(r"[.?!](?:\s|$)")


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the most similar known word; an empty text if none is similar."""
    by_fold = {one.casefold(): one for one in reversed(list(known))}
    matches = difflib.get_close_matches(word.casefold(), list(by_fold), n=1, cutoff=cutoff)
    return by_fold[matches[0]] if matches else ""


def suggestion(word: str, known: Iterable[str]) -> dict[str, Parameter]:
    """Return the most similar known word as the parameter `suggestion`; an empty dictionary if none is similar."""
    near = nearest(word, known)
    return {"suggestion": near} if near else {}


def id_of(text: str, names: Mapping[str, Iterable[str]]) -> str:
    """Return the id that a text means: people know a value or a story by its name, its code or its file. `names` holds
    other names by id. The empty text is returned if none is meant."""
    wanted = slug(re.split(r"[\\/]", text)[-1].removesuffix(".md"))
    by_name = {slug(name): id for id, others in names.items() for name in (*others, id)}
    return by_name.get(wanted) or by_name.get(slug(nearest(wanted, by_name)), "")


def ids_of(text: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the ids that a text means, as `Tillid, Nærvær og Mod`; an empty list if any part of it means none."""
    ids: list[str] = []
    for part in parted(text):
        whole = id_of(part, names)
        several = [id_of(name, names) for name in AND.split(part)]
        ids += several if len(several) > 1 and all(several) else [whole]
    return list(dict.fromkeys(ids)) if all(ids) else []


def id_suggestion(text: str, names: Mapping[str, Iterable[str]]) -> dict[str, Parameter]:
    """Return the ids that a text means as the parameter `suggestion`; an empty dictionary if it means none."""
    ids = ids_of(text, names)
    return {"suggestion": ", ".join(ids)} if ids else {}


def choices(names: Sequence[str], most: int = 8) -> str:
    """Return names to choose among, as a remedy lists them: the first `most`, or a dash where there are none."""
    return ", ".join(names[:most]) + (" ..." if len(names) > most else "") or "-"


def parted(text: str) -> list[str]:
    """Return the items of a list that was written as a text: its sentences, or what stands between commas."""
    inside = text.strip().strip("[](){}").strip()
    cut = _SENTENCE.split(inside) if _SENTENCE_END.search(inside) else _COMMA.split(inside)
    items = (item.strip().strip("\"'»«").strip() for item in cut)
    return [item for item in items if item]


def path_suggestion(path_text: str, known: Iterable[str]) -> dict[str, Parameter]:
    """Return the known path in the same folder with the same ending and the most similar name, as `suggestion`."""
    wanted = PurePosixPath(path_text.partition("#")[0])
    beside = (PurePosixPath(path) for path in known)
    by_name = {path.stem: str(path) for path in beside if (path.parent, path.suffix) == (wanted.parent, wanted.suffix)}
    near = suggestion(wanted.stem, by_name)
    return {"suggestion": by_name[str(near["suggestion"])]} if near else {}
