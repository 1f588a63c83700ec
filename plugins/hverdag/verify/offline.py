"""Checks that the offline edition can be unpacked on any computer: path lengths and file names."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model.problem import Level, Problem, Rule, Source
from ..model.slug import RESERVED

MOST_LETTERS = 119
"""Maximum length of a path in characters. Windows allows 259 in all, including the folder it is unpacked into."""

RULE = Rule(
    "offline-path",
    Level.ERROR,
    'In the offline edition, "{given}" cannot be unpacked on every computer.',
    "Give the file a shorter name, of small letters a to z, digits and hyphens.",
    """A file in the offline edition whose path has 120 letters or more, or a name that Windows refuses.

Most often a story and a method both have long file names: those of their guides are made of both.
""",
)

READ_ME = ("LÆS-MIG.txt", "READ-ME.txt")
"""Names of the readme in the zip file, by language."""

_PLAIN = re.compile(r"[A-Za-z0-9_.\-]+")


def verify(folder: Path, sources: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each file that cannot be unpacked everywhere, or would overwrite another."""
    seen = {name.casefold() for name in READ_ME}
    for path in sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()):
        plain = all(map(_is_plain, path.split("/")))
        if not plain or len(path) > MOST_LETTERS or path.casefold() in seen:
            yield RULE.at(Source(sources.get(path, path)), given=path)
        seen.add(path.casefold())


def _is_plain(name: str) -> bool:
    return bool(_PLAIN.fullmatch(name)) and not name.endswith(".") and not RESERVED.fullmatch(name)
