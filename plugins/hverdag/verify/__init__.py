"""Checks the finished site before it is published."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from ..model.build_target import BuildTarget
from ..model.frame_choice import FrameChoice
from ..model.problem import Problem, Rule
from . import active_files, active_office, link_rules, offline, page_code, pages, pictures
from .link_finding import LinkFinding
from .page_code import SiteCode

__all__ = ["RULES", "LinkFinding", "SiteCode", "documents", "links", "loads_by_itself", "outside_in_tags", "verify"]

RULES: tuple[Rule, ...] = (*link_rules.RULES, pictures.RULE, *page_code.RULES, active_files.RULE, offline.RULE)

links = pages.verify
outside_in_tags = pages.outside_in_tags
loads_by_itself = active_office.loads_by_itself
documents = active_files.verify


def verify(
    folder: Path,
    sources: Mapping[str, str],
    edition: BuildTarget = BuildTarget.SERVER,
    allowed: Collection[str] = (),
    *,
    has_server: bool = False,
    code: SiteCode | None = None,
    frame: FrameChoice = FrameChoice.OWN,
) -> Iterator[Problem]:
    """Yield every problem in the files of a staged site; those of its links are found by `links`. `sources` maps each
    path in the site to the file it was made from, and `allowed` are the files of pages that may have scripts;
    `has_server` is True if the site has rules for a server, which lets none of these run. `code` is what
    `links` has noted of its pages, and `frame` whose frame they stand in."""
    yield from (code or SiteCode.in_folder(folder)).problems(sources, allowed, has_server=has_server, frame=frame)
    yield from pictures.verify(folder, sources)
    if edition is BuildTarget.USB:
        yield from offline.verify(folder, sources)
