"""Looks over the finished site before readers see it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model.problem import Problem, Rule
from . import pages

RULES: tuple[Rule, ...] = pages.RULES


def verify(folder: Path, sources: Mapping[str, str]) -> Iterator[Problem]:
    """Yield every problem in a staged site. `sources` names the file each page was made from, by its path in
    the site."""
    yield from pages.verify(folder, sources)
