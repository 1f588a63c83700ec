"""Withdraws a story: marks it, deletes its cached files, and finds everything else that contains it."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from ..model.addresses import PRINT
from ..model.declared import fields
from ..model.editorial.takedown import Copy, Takedown
from ..model.manifest import BESIDE, NAME, Manifest
from ..model.shown import Shown
from ..model.texts.story import Story
from ..nods import rules
from ..parse.files import read_bytes, read_text
from ..parse.manifest import read_manifest
from ..parse.publication import read_story
from ..pipeline.consent_gate import allowed
from ..pipeline.plan import SitePlan, plan_site
from ..pipeline.read import ReadPublication
from ..pipeline.unlisted import files_with_words_of
from ..pipeline.without_faulty import without_faulty
from ..publish.cache.folder import cache_folder
from ..publish.cache.story_index import StoryIndex
from ..publish.release import releases_folder
from ..vcs.history import History
from ..vcs.nodded_texts import NoddedTexts
from .consent_lines import with_withdrawal
from .nod_lines import WrittenOtherwiseError
from .story_file import RefusedError, find_story, write_story


@dataclass(frozen=True)
class Withdrawal:
    """A withdrawal that is not written yet: the story, and its file before and after."""

    publication: ReadPublication
    story: Story
    before: bytes
    content: bytes

    @property
    def since(self) -> date | None:
        """Return the day the story was withdrawn, or None if it is not withdrawn yet."""
        return self.story.consent.withdrawn if self.story.consent else None

    def write(self) -> None:
        """Write the withdrawal to the story's file. Raises RefusedError if it cannot be written or has changed."""
        write_story(self.publication.root, self.story, self.before, self.content)


def plan_withdrawal(publication: ReadPublication, name: str, day: date) -> Withdrawal:
    """Plan the withdrawal of a story, by its file name, path or code. Other faults in the story do not prevent it.

    Raises RefusedError if there is no such story, or if nothing can be added to its consent."""
    story = find_story(publication, name)
    raw, _ = read_bytes(publication.root, story.path)
    if story.consent and story.consent.withdrawn:
        return Withdrawal(publication, story, raw, raw)  # already withdrawn: nothing to write
    try:
        content = with_withdrawal(raw, story, day)
    except WrittenOtherwiseError:
        content = b""
    read = read_story(content, story.path)
    consent = read.consent if read else None
    # Everything else must be unchanged: the text, the nods, the decision and the other fields of the consent.
    same = read is not None and _rest(read) == _rest(story) and read.body.source == story.body.source
    if not same or consent is None or consent.withdrawn != day:
        raise RefusedError(rules.WITHDRAWN_OTHERWISE.at(story.at("consent")))
    return Withdrawal(publication, story, raw, content)


def _rest(story: Story) -> dict[str, object]:
    rest: dict[str, object] = story.model_dump(
        exclude={"path", "places", "faulty", "body", "consent", "ended_elsewhere"}
    )
    consent = story.consent.model_dump(exclude={"withdrawn"}) if story.consent else {}
    return {**rest, **{name: content for name, content in consent.items() if content}}


def takedown(withdrawal: Withdrawal, today: date, manifests: Iterable[Path]) -> Takedown:
    """Delete the cached files of a withdrawn story, and return everything else that may contain it. `manifests` are the
    paths of manifests outside the publication's folder; those inside are found."""
    publication, story = withdrawal.publication, withdrawal.story
    memory = StoryIndex(cache_folder(), publication.settings.organisation)
    NoddedTexts(publication.root).forget({story.code}, {other.code for other in publication.handbook.stories})
    plan = _as_it_was(publication, story, today)
    elsewhere = tuple(path.absolute() for path in manifests)
    read_manifests = {path: read_manifest(path) for path in dict.fromkeys((*_here(publication.root), *elsewhere))}
    lifetime = History(publication.root).lifetime(story)
    own = _own_pages(publication, {story.id, *(PurePosixPath(path).stem for path in lifetime.paths)})
    pages = _pages(publication)
    copied = [f"docs/{path}" for path in files_with_words_of([story], publication.root / "docs")]
    return Takedown(
        code=story.code,
        path=story.path,
        copies=tuple(_copies(read_manifests, story.code, own)),
        paper=tuple(_paper(plan, story.code)),
        media=(*_own_media(publication, story, pages), *(path for path in copied if path not in pages)),
        lifetime=lifetime,
        releases=tuple(_releases(read_manifests, story.code)),
        forgotten=memory.forget([story.code]),
        references=tuple(dict.fromkeys((*_references(publication, story, pages), *filter(pages.get, copied)))),
        unread=tuple(path for path in elsewhere if read_manifests[path] is None),
    )


def _own_pages(publication: ReadPublication, ids: Collection[str]) -> re.Pattern[str]:
    """Return a pattern that matches the paths of a story's own page and guides, in either edition and under every name
    it has had. These pages mention other stories too, so a manifest alone cannot tell them from shared pages."""
    folders, names = publication.settings.address_folders, "|".join(map(re.escape, sorted(ids)))
    place = f"{re.escape(folders.stories)}|{re.escape(folders.guides)}/[^/]+"
    return re.compile(f"(?:{place})/(?:{names})(?:/index)?\\.html")


def _pages(publication: ReadPublication) -> Mapping[str, str]:
    """Return the texts of the hand-written pages by path, with percent-encoding decoded."""
    sources = {document.path for document in publication.handbook.documents}
    paths = (
        path
        for path in sorted(publication.handbook.files - sources)
        if path.startswith("docs/") and path.endswith(".md")
    )
    return {path: unquote(read_text(publication.root, path)[0] or "") for path in paths}


def _own_media(publication: ReadPublication, story: Story, pages: Mapping[str, str]) -> Iterator[str]:
    """Yield the pictures and the recording of a story that nothing else uses, except withdrawn stories."""
    used: set[str] = set()
    for document in publication.handbook.documents:
        if isinstance(document, Story):
            if document.path == story.path or (document.consent and document.consent.withdrawn):
                continue
            used.update((document.audio_path, *document.pictures))
        used.update(
            element.get(name).partition("#")[0] for element in document.body.elements() for name in ("src", "href")
        )
    for path in dict.fromkeys((story.audio_path, *story.pictures)):
        in_page = any(path.rpartition("/")[2] in text for text in pages.values())
        if path in publication.handbook.files and path not in used and not in_page:
            yield path


def _references(publication: ReadPublication, story: Story, pages: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths of files that refer to a story, and would be faulty without it."""
    for document in publication.handbook.documents:
        links = {element.get("href").partition("#")[0] for element in document.body.elements()}
        is_named = not isinstance(document, Story) and _names(
            document.model_dump(include=set(fields(type(document)))), story
        )
        if document.path != story.path and (is_named or story.path in links):
            yield document.path
    id, settings = re.escape(story.id), publication.handbook.settings
    asked = rf"\bstory\(\s*(?:id\s*=\s*)?([\"']){id}\1"
    folders = publication.settings.address_folders
    places = rf"{re.escape(folders.stories)}|{re.escape(folders.guides)}/[^/\s]+"
    linked = rf"(?<![\w-])(?:{id}\.md\b|(?:{places})/{id}(?:/|\.html)|{PRINT}/[^/\s]+/{id}-)"
    yield from (path for path, text in pages.items() if re.search(f"{asked}|{linked}", text))
    sections = settings.model_dump(include=set(fields(type(settings))))
    named = sorted(name for name, section in sections.items() if _names(section, story))
    if named:
        yield f"{settings.path} ({', '.join(named)})"


def _names(section: object, story: Story) -> bool:
    """Return True if a section of handbook.yml names the story: by its id in a list of stories, or by its path."""
    if isinstance(section, dict):
        return story.id in (section.get("stories") or ()) or any(_names(part, story) for part in section.values())
    if isinstance(section, (list, tuple)):
        return any(_names(part, story) for part in section)
    return section == story.path


def _as_it_was(publication: ReadPublication, story: Story, today: date) -> SitePlan:
    """Return the plan of the handbook with the story still in it, since its printed matter depends on other stories."""
    handbook = without_faulty(publication)
    shown = allowed(handbook, today, publication.settings.reach)
    stories = [other for other in shown.stories if other.path != story.path]
    restored = story.model_copy(update={"consent": None, "unavailable": None})
    return plan_site(Shown(shown.with_documents(Story, (*stories, restored)), today))


def _paper(plan: SitePlan, code: str) -> Iterator[str]:
    """Yield the paths of the PDFs that contain the story, guides last, as they are the most numerous."""
    telling = [(view, files) for view, files in plan.printed if code in view.story_codes]
    for _, files in sorted(telling, key=lambda pair: pair[0].printable is None):
        yield from files


def _here(root: Path) -> Iterator[Path]:
    """Yield the manifests in the publication's folder: inside the site and the preview, and beside sites and zip files
    there or one folder down."""
    for pattern in (f"*{BESIDE}", f"*/{NAME}", f"*/*{BESIDE}"):
        yield from sorted(path for path in root.glob(pattern) if path.is_file())


def _copies(manifests: Mapping[Path, Manifest | None], code: str, own: re.Pattern[str]) -> Iterator[Copy]:
    seen: set[str] = set()
    for path, read in manifests.items():
        place = _described(path)
        files = read.files_with(code) if read else ()
        if read and files and (real := os.path.realpath(place)) not in seen:
            seen.add(real)
            alone = tuple(file for file in files if len(read.outputs[file]) == 1 or own.fullmatch(file))
            yield Copy(place, read.name, read.day, alone, len(files) - len(alone))


def _described(manifest: Path) -> Path:
    """Return what a manifest describes: its folder, the site or zip file beside it, or the zip file it is in."""
    if manifest.suffix.lower() == ".zip":
        return manifest
    site = _site(manifest)
    return site if manifest.name == NAME or site.is_dir() else site.with_name(f"{site.name}.zip")


def _site(manifest: Path) -> Path:
    """Return the site folder that a manifest is in or beside."""
    return manifest.parent if manifest.name == NAME else manifest.with_name(manifest.name.removesuffix(BESIDE))


def _releases(manifests: Iterable[Path], code: str) -> Iterator[Path]:
    """Yield the earlier releases, stored beside the sites, that contain the story."""
    sites = {os.path.realpath(site): site for site in map(_site, manifests)}
    releases = (
        release for site in sorted(sites.values()) for release in sorted(releases_folder(site).glob("release-*"))
    )
    for real, release in {os.path.realpath(release): release for release in releases}.items():
        read = read_manifest(release / NAME)
        if real not in sites and read and read.files_with(code):
            yield release
