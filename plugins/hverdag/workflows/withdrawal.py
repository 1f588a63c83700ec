"""How a story is withdrawn: mark it, delete what is kept of it here, and find everything else that holds it."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from ..assemble.site import assemble_site
from ..model.addresses import PRINT, print_address, printed_address
from ..model.chapters import Site
from ..model.editorial.takedown import Copy, Takedown
from ..model.manifest import BESIDE, NAME, Manifest
from ..model.meeting import PAPERS
from ..model.texts.story import Story
from ..nods import rules
from ..parse.files import read_bytes, read_text
from ..parse.manifest import read_manifest
from ..parse.publication import read_story
from ..pipeline.consent_gate import allowed
from ..pipeline.read import ReadPublication
from ..pipeline.without_faulty import without_faulty
from ..publish.cache.store import cache_folder
from ..publish.cache.story_index import StoryIndex
from ..publish.release import releases_folder
from ..vcs.history import History
from .consent_lines import with_withdrawal
from .nod import RefusedError, find_story, write_story
from .nod_lines import WrittenOtherwiseError


@dataclass(frozen=True)
class Withdrawal:
    """A withdrawal before it is written: the story, the file as it is, and as it will be."""

    publication: ReadPublication
    story: Story
    before: bytes
    content: bytes

    @property
    def since(self) -> date | None:
        """The day the story was withdrawn, if it is already."""
        return self.story.consent.withdrawn if self.story.consent else None

    def write(self) -> None:
        """Write it into the story's file. Raises RefusedError where it cannot be, or is no longer the same."""
        write_story(self.publication.root, self.story, self.before, self.content)


def plan_withdrawal(publication: ReadPublication, name: str, day: date) -> Withdrawal:
    """Return the withdrawal of a story, by its file name, path or code. Whatever else is wrong in the story, it can be
    withdrawn. Raises RefusedError where there is no such story, or nothing can be added to its consent."""
    story = find_story(publication, name)
    raw, _ = read_bytes(publication.root, story.path)
    if story.consent and story.consent.withdrawn:
        return Withdrawal(publication, story, raw, raw)  # in whichever form that is written, there is nothing to write
    try:
        content = with_withdrawal(raw, story, day)
    except WrittenOtherwiseError:
        content = b""
    read = read_story(content, story.path)
    consent = read.consent if read else None
    # All else must stand as it stood: the text, and what nods, decision and consent say.
    same = read is not None and _rest(read) == _rest(story) and read.body.source == story.body.source
    if not same or consent is None or consent.withdrawn != day:
        raise RefusedError(rules.WITHDRAWN_OTHERWISE.at(story.at("consent")))
    return Withdrawal(publication, story, raw, content)


def _rest(story: Story) -> dict[str, object]:
    rest: dict[str, object] = story.model_dump(exclude={"path", "places", "faulty", "body", "consent"})
    consent = story.consent.model_dump(exclude={"withdrawn"}) if story.consent else {}
    return {**rest, **{name: told for name, told in consent.items() if told}}


def takedown(withdrawal: Withdrawal, today: date, manifests: Iterable[Path]) -> Takedown:
    """Delete the files that are kept of a withdrawn story, and return what else there is to go through. `manifests` are
    those of editions that lie elsewhere; those that lie here are found."""
    publication, story = withdrawal.publication, withdrawal.story
    memory = StoryIndex(cache_folder(), publication.settings.organisation)
    site = _as_it_was(publication, story, today)
    given = tuple(path.absolute() for path in manifests)
    found = {path: read_manifest(path) for path in dict.fromkeys((*_here(publication.root), *given))}
    lifetime = History(publication.root).lifetime(story)
    own = _own_pages(publication, {story.id, *(PurePosixPath(path).stem for path in lifetime.paths)})
    pages = _pages(publication)
    return Takedown(
        code=story.code,
        path=story.path,
        copies=tuple(_copies(found, story.code, own)),
        paper=tuple(_paper(site, story.code)),
        media=tuple(_own_media(publication, story, pages)),
        lifetime=lifetime,
        releases=tuple(_releases(found, story.code)),
        forgotten=memory.forget([story.code]),
        references=tuple(_references(publication, story, pages)),
        unread=tuple(path for path in given if found[path] is None),
    )


def _own_pages(publication: ReadPublication, ids: Collection[str]) -> re.Pattern[str]:
    """The addresses of a story's page and guides, in either edition, under every name it has had. They link to other
    stories, so a manifest alone does not tell them from pages that are shared."""
    folders, names = publication.settings.folders, "|".join(map(re.escape, sorted(ids)))
    place = f"{re.escape(folders.stories)}|{re.escape(folders.guides)}/[^/]+"
    return re.compile(f"(?:{place})/(?:{names})(?:/index)?\\.html")


def _pages(publication: ReadPublication) -> Mapping[str, str]:
    """The texts of the hand-written pages, with the letters of their addresses as they are read."""
    told = {one.path for one in publication.handbook.documents}
    paths = (
        path for path in sorted(publication.handbook.files - told) if path.startswith("docs/") and path.endswith(".md")
    )
    return {path: unquote(read_text(publication.root, path)[0] or "") for path in paths}


def _own_media(publication: ReadPublication, story: Story, pages: Mapping[str, str]) -> Iterator[str]:
    """The pictures and the recording that nothing else uses, unless that is withdrawn too."""
    used: set[str] = set()
    for one in publication.handbook.documents:
        if isinstance(one, Story):
            if one.path == story.path or (one.consent and one.consent.withdrawn):
                continue
            used.update((one.audio_path, *one.pictures))
        used.update(element.get(name).partition("#")[0] for element in one.body.elements() for name in ("src", "href"))
    for path in dict.fromkeys((story.audio_path, *story.pictures)):
        in_page = any(path.rpartition("/")[2] in text for text in pages.values())
        if path in publication.handbook.files and path not in used and not in_page:
            yield path


def _references(publication: ReadPublication, story: Story, pages: Mapping[str, str]) -> Iterator[str]:
    """The files that refer to a story: where its file is deleted, they are faulty."""
    for one in publication.handbook.documents:
        links = {element.get("href").partition("#")[0] for element in one.body.elements()}
        if one.path != story.path and story.path in links:
            yield one.path
    id, settings = re.escape(story.id), publication.handbook.settings
    asked = rf"\bstory\(\s*(?:id\s*=\s*)?([\"']){id}\1"
    folders = publication.settings.folders
    places = rf"{re.escape(folders.stories)}|{re.escape(folders.guides)}/[^/\s]+"
    linked = rf"(?<![\w-])(?:{id}\.md\b|(?:{places})/{id}(?:/|\.html)|{PRINT}/[^/\s]+/{id}-)"
    yield from (path for path, text in pages.items() if re.search(f"{asked}|{linked}", text))
    named = {
        "pamphlet": story.id in settings.pamphlet.stories,
        "selections": any(story.id in one.stories for one in settings.selections),
        "waivers": any(story.path == one.file for one in settings.waivers),
    }
    if any(named.values()):
        yield f"{settings.path} ({', '.join(name for name, holds in named.items() if holds)})"


def _as_it_was(publication: ReadPublication, story: Story, today: date) -> Site:
    """The chapters of the handbook with the story in it: what is printed of it depends on the others."""
    handbook = without_faulty(publication)
    shown = allowed(handbook, today, publication.settings.reach)
    stories = [one for one in shown.stories if one.path != story.path]
    kept = story.model_copy(update={"consent": None, "withheld": None})
    return assemble_site(replace(shown, stories=(*stories, kept)), today)


def _paper(site: Site, code: str) -> Iterator[str]:
    """What has been printed of the story, or could have been."""
    for printable in site.printed:
        if code in printable.story_codes:
            yield from (printed_address(printable, form, site.settings) for form in printable.forms)
    for guide in site.guides:
        if code in guide.story_codes:
            yield from (print_address(guide, ending) for ending in PAPERS)


def _here(root: Path) -> Iterator[Path]:
    """The manifests in the publication's folder: of its site, of its preview, and of what lies beside them
    or one folder down."""
    for pattern in (f"*{BESIDE}", f"*/{NAME}", f"*/*{BESIDE}"):
        yield from sorted(path for path in root.glob(pattern) if path.is_file())


def _copies(manifests: Mapping[Path, Manifest | None], code: str, own: re.Pattern[str]) -> Iterator[Copy]:
    seen: set[str] = set()
    for path, read in manifests.items():
        place = _described(path)
        files = read.files_with(code) if read else ()
        if read and files and (real := os.path.realpath(place)) not in seen:
            seen.add(real)
            alone = tuple(one for one in files if len(read.outputs[one]) == 1 or own.fullmatch(one))
            yield Copy(place, read.name, read.day, alone, len(files) - len(alone))


def _described(manifest: Path) -> Path:
    """What a manifest is of: the folder it lies in, the site or zip file it lies beside, or the zip file it is in."""
    if manifest.suffix.lower() == ".zip":
        return manifest
    site = _site(manifest)
    return site if manifest.name == NAME or site.is_dir() else site.with_name(f"{site.name}.zip")


def _site(manifest: Path) -> Path:
    """The site that a manifest lies in, or beside."""
    return manifest.parent if manifest.name == NAME else manifest.with_name(manifest.name.removesuffix(BESIDE))


def _releases(manifests: Iterable[Path], code: str) -> Iterator[Path]:
    """Earlier releases that are kept beside the sites, and hold the story."""
    sites = {os.path.realpath(site): site for site in map(_site, manifests)}
    kept = (release for site in sorted(sites.values()) for release in sorted(releases_folder(site).glob("release-*")))
    for real, release in {os.path.realpath(one): one for one in kept}.items():
        read = read_manifest(release / NAME)
        if real not in sites and read and read.files_with(code):
            yield release
