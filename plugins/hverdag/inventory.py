"""From a finished site to its manifest, in the site and beside it."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from .assemble.manifest import assemble_manifest
from .model.artifact import INDEX, Holds
from .model.edition import Edition
from .model.manifest import BESIDE, NAME
from .model.problem import Problem
from .parse.manifest import read_manifest
from .prepare import Prepared
from .publish.keep import cache_folder, keep
from .publish.memory import Memory
from .publish.release import STILL_UP
from .render.manifest import manifest_text
from .render.search import DATA


def inventory(prepared: Prepared, folder: Path, pages: Mapping[str, str]) -> None:
    """Write the manifest of a finished site into it. `pages` are the paths of its pages."""
    if prepared.site is None:
        return
    there = ((path, codes) for path, codes in _outputs(prepared, pages) if (folder / path).is_file())
    manifest = assemble_manifest(prepared.site, prepared.edition, prepared.preview, there)
    (folder / NAME).write_text(manifest_text(manifest), encoding="utf-8")


def _outputs(prepared: Prepared, pages: Mapping[str, str]) -> Iterator[tuple[str, Holds]]:
    assert prepared.fragments is not None and prepared.site is not None, "it is finished"  # noqa: S101
    for path in pages:
        yield path, prepared.fragments.holds(path.removesuffix(INDEX) if prepared.edition is Edition.ONLINE else path)
    yield from ((artifact.path, artifact.holds) for artifact in prepared.artifacts)
    yield DATA, tuple(chapter.story.code for chapter in prepared.site.stories)


def beside(made: Path) -> Path:
    """Return where the manifest of a site or an offline edition lies beside it."""
    return made.with_name(made.name.removesuffix(".zip") + BESIDE)


def lay_beside(folder: Path, made: Path) -> None:
    """Copy the manifest of a finished site beside what was made of it."""
    keep(beside(made), (folder / NAME).read_bytes())


def forget_gone(site: Path, folder: Path) -> bool:
    """Delete what is kept of stories that the site tells of, and the finished one in `folder` does not. Returns whether
    the site may be kept beside it: it holds nothing that was taken out."""
    last, new = read_manifest(site / NAME), read_manifest(folder / NAME)
    if last is None or new is None:
        return False
    gone = new.gone_since(last)
    # It may have had another name then.
    for organisation in {last.organisation, new.organisation}:
        Memory(cache_folder(), organisation).forget(gone)
    return not gone


def still_up(prepared: Prepared, site: Path, today: date) -> Iterator[Problem]:
    """Yield a problem for each story that a site tells of, and that nobody is to meet any more: where a build fails, it
    stays there."""
    last = read_manifest(site / NAME)
    gone = {code.casefold() for code in prepared.handbook.gone(today)}
    for story in prepared.handbook.stories:
        if last and story.code.casefold() in gone and story.code in last.codes:
            yield STILL_UP.at(story.at("consent"), given=site.name)
