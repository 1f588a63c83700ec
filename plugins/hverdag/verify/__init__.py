"""Looks over the finished site before readers see it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model.edition import Edition
from ..model.problem import Problem, Rule
from . import offline, pages

RULES: tuple[Rule, ...] = (*pages.RULES, offline.RULE)


def verify(folder: Path, sources: Mapping[str, str], edition: Edition = Edition.ONLINE) -> Iterator[Problem]:
    """Yield every problem in a staged site. `sources` names the file each page was made from, by its path in
    the site."""
    yield from pages.verify(folder, sources)
    if edition is Edition.OFFLINE:
        yield from offline.verify(folder, sources)
