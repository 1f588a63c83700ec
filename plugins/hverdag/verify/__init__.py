"""Checks the finished site before it is published."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ..model.build_target import BuildTarget
from ..model.problem import Problem, Rule
from . import offline, pages, pictures

RULES: tuple[Rule, ...] = (*pages.RULES, pictures.RULE, offline.RULE)


def verify(  # noqa: PLR0917 called once, by the build
    folder: Path,
    sources: Mapping[str, str],
    edition: BuildTarget = BuildTarget.SERVER,
    lost: Collection[str] = (),
    notices: Collection[str] = (),
    retired: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield every problem in a staged site. `sources` maps each path in the site to the file it was made from. `lost`
    are addresses left out because consent has ended, and `notices` those of the pages that say so.
    `retired` are the addresses of notices for texts that were taken out of the handbook."""
    yield from pages.verify(folder, sources, lost, notices, retired)
    yield from pictures.verify(folder, sources)
    if edition is BuildTarget.USB:
        yield from offline.verify(folder, sources)
