"""The files of a site that need not be looked over: nothing in them has changed since they were found clean."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class KnownFiles:
    """The paths of such files, which are in the site and not in its folder; `places` returns the ids of one of them.
    `linked` are the files that links are found to lead to, with the places there: as long as a file has them, it may
    change."""

    paths: frozenset[str] = frozenset()
    places: Callable[[str], frozenset[str]] = lambda _: frozenset()
    linked: dict[str, set[str]] = field(default_factory=dict)
