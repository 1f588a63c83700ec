"""From a finished site to its manifest, in the site and beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from ..features.search.data import data_paths
from ..model.artifact import INDEX, StoryCodes
from ..model.build_target import BuildTarget
from ..model.manifest import BESIDE, NAME, Manifest
from ..model.problem import Problem, Rule, Source
from ..model.text_digest import text_digest
from ..nods.identities import Identities
from ..nods.passages import fingerprint, passages
from ..parse.manifest import read_manifest
from ..publish.cache.folder import cache_folder
from ..publish.cache.memo import Memo
from ..publish.cache.story_index import StoryIndex
from ..publish.release import STILL_UP
from ..publish.work import replacing
from ..reports.manifest import manifest_text
from ..vcs.commits import commit_of
from .plan import SitePlan
from .program import program
from .read import ReadPublication
from .render import RenderedSite, codes_of
from .result import HostResult
from .stand_ins import made_up_codes


def write_manifest(site: RenderedSite, folder: Path, result: HostResult) -> None:
    """Write the manifest of a site that a host has made into it."""
    known, outputs = result.known.paths, _outputs(site, result.sources, folder)
    there = ((path, codes) for path, codes in outputs if path in known or (folder / path).is_file())
    manifest = manifest_of(site.plan, site.target, site.preview, there, _fingerprints(site))
    manifest = replace(manifest, commit=_commit(site.publication))
    (folder / NAME).write_text(manifest_text(manifest), encoding="utf-8")


def _outputs(site: RenderedSite, pages: Mapping[str, str], folder: Path) -> Iterator[tuple[str, StoryCodes]]:
    for path in pages:
        address = path.removesuffix(INDEX) if site.target is BuildTarget.SERVER else path
        yield path, site.macros.story_codes(address)
    yield from ((artifact.path, artifact.story_codes) for artifact in site.artifacts)
    yield from ((path, codes_of(site.plan)) for path in data_paths(folder))


def manifest_of(
    plan: SitePlan,
    target: BuildTarget,
    preview: bool,
    outputs: Iterable[tuple[str, StoryCodes]],
    prints: Mapping[str, str],
) -> Manifest:
    """Return the manifest of an edition. `outputs` are its files, by path, with the codes of the stories each tells of;
    files that tell of no story are left out. `prints` are the fingerprints of stories, by their codes."""
    settings = plan.settings
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


def _fingerprints(site: RenderedSite) -> Mapping[str, str]:
    """Return the fingerprint of each shown story, by its code: from an earlier run, where nothing that decides has
    changed."""
    shown = site.plan.shown
    identities = Identities.of(shown.handbook)
    known = Memo(cache_folder(), site.publication.known_as, "fingerprints")
    decides = sha256(f"{program()}{identities!r}".encode("utf-8", "surrogatepass")).hexdigest()
    prints = {}
    for story in (one.story for one in shown.stories):
        key = f"{decides}-{text_digest(story)}" if program() and text_digest(story) else ""
        prints[story.code] = known[key] if key in known else fingerprint(passages(story, identities))
        if key:
            known[key] = prints[story.code]
    known.save(StoryIndex(cache_folder(), site.settings.organisation), ())
    return prints


def beside(made: Path) -> Path:
    """Return where the manifest of a site or an offline edition lies beside it."""
    return made.parent / f"{made.name.removesuffix('.zip')}{BESIDE}"


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


def live(site: Path) -> Manifest | None:
    """Return the manifest of a site that is live, from the site or from beside it; None if there is none."""
    return read_manifest(site / NAME) or (read_manifest(beside(site)) if site.is_dir() else None)


def still_up(
    publication: ReadPublication, made: Path, codes: frozenset[str], rule: Rule = STILL_UP
) -> Iterator[Problem]:
    """Yield a problem of a rule for each of the stories with some codes: a site or an offline edition that could not be
    made anew tells of it. One that was deleted is told at what was made."""
    stories = {story.code: story for story in publication.handbook.stories}
    for code in sorted(codes):
        source = stories[code].at("consent") if code in stories else Source(made.name)
        yield rule.at(source, given=made.name)


def _commit(publication: ReadPublication) -> str:
    """Return the commit that a publication is as in; an empty string if there is none."""
    return publication.commit or commit_of(publication.root, _made_of(publication))


def _made_of(publication: ReadPublication) -> Iterator[str]:
    """Yield the paths of what a site is made of: all entries of its folders, in every language, mkdocs.yml, scripts
    beside it, and a theme of its own."""
    root = publication.root
    yield from publication.handbook.files
    yield from publication.handbook.marked
    for pattern in ("mkdocs*.yml", "*.py", "theme/**/*"):
        yield from (path.relative_to(root).as_posix() for path in root.glob(pattern) if path.is_file())
