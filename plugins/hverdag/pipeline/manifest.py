"""From a finished site to its manifest, in the site and beside it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from ..features.search.data import DATA
from ..model.artifact import INDEX, StoryCodes
from ..model.build_target import BuildTarget
from ..model.manifest import BESIDE, NAME, Manifest
from ..model.problem import Problem
from ..nods.identities import Identities
from ..nods.passages import fingerprint, passages
from ..parse.manifest import read_manifest
from ..publish.cache.folder import cache_folder
from ..publish.cache.story_index import StoryIndex
from ..publish.release import STILL_UP
from ..publish.work import replacing
from ..reports.manifest import manifest_text
from .plan import SitePlan
from .read import ReadPublication
from .render import RenderedSite
from .stand_ins import made_up_codes


def write_manifest(site: RenderedSite, folder: Path, pages: Mapping[str, str]) -> None:
    """Write the manifest of a finished site into it. `pages` are the paths of its pages."""
    there = ((path, codes) for path, codes in _outputs(site, pages) if (folder / path).is_file())
    manifest = manifest_of(site.plan, site.target, site.preview, there)
    (folder / NAME).write_text(manifest_text(manifest), encoding="utf-8")


def _outputs(site: RenderedSite, pages: Mapping[str, str]) -> Iterator[tuple[str, StoryCodes]]:
    for path in pages:
        address = path.removesuffix(INDEX) if site.target is BuildTarget.SERVER else path
        yield path, site.macros.story_codes(address)
    yield from ((artifact.path, artifact.story_codes) for artifact in site.artifacts)
    yield DATA, tuple(shown.story.code for shown in site.plan.shown.stories)


def manifest_of(
    plan: SitePlan, target: BuildTarget, preview: bool, outputs: Iterable[tuple[str, StoryCodes]]
) -> Manifest:
    """Return the manifest of an edition. `outputs` are its files, by path, with the codes of the stories each tells of;
    files that tell of no story are left out."""
    identities, settings = Identities.of(plan.shown.handbook), plan.settings
    prints: Mapping[str, str] = {
        shown.story.code: fingerprint(passages(shown.story, identities)) for shown in plan.shown.stories
    }
    return Manifest(
        settings.title,
        settings.organisation,
        settings.edition,
        target,
        settings.reach,
        plan.shown.today,
        {path: {code: prints[code] for code in codes if code in prints} for path, codes in outputs if codes},
        preview,
    )


def beside(made: Path) -> Path:
    """Return where the manifest of a site or an offline edition lies beside it."""
    return made.with_name(made.name.removesuffix(".zip") + BESIDE)


def lay_beside(folder: Path, made: Path) -> None:
    """Copy the manifest of a finished site beside what was made of it. Raises OSError if that is not possible."""
    with replacing(beside(made), 0o644) as copy:
        copy.write_bytes((folder / NAME).read_bytes())


def forget_gone(site: Path, folder: Path) -> bool:
    """Delete what is kept of stories that the site tells of, and the finished one in `folder` does not. Returns whether
    the site may be kept beside it: it holds nothing that was taken out."""
    last, new = read_manifest(site / NAME), read_manifest(folder / NAME)
    if last is None or new is None:
        return False
    gone = new.gone_since(last)
    # It may have had another name then.
    for organisation in {last.organisation, new.organisation}:
        StoryIndex(cache_folder(), organisation).forget(gone)
    return not gone


def forget_made_up(site: RenderedSite) -> None:
    """Delete what the cache holds under a code that stands in for a faulty one: no withdrawal would find it."""
    codes = made_up_codes(site.plan.shown.handbook, site.publication.handbook)
    StoryIndex(cache_folder(), site.settings.organisation).forget(codes)


def still_up(publication: ReadPublication, site: Path, today: date) -> Iterator[Problem]:
    """Yield a problem for each story that a site tells of, and that nobody is to meet any more: where a build fails, it
    stays there."""
    last = read_manifest(site / NAME)
    gone = {code.casefold() for code in publication.handbook.gone(today)}
    for story in publication.handbook.stories:
        if last and story.code.casefold() in gone and story.code in last.codes:
            yield STILL_UP.at(story.at("consent"), given=site.name)
