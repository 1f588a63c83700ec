"""Earlier texts of stories, read from git, and from what was kept here. Without a repository nothing fails."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from ..model.editorial.takedown import Lifetime, Span
from ..model.files import LARGEST_PICTURE, LARGEST_RECORDING, Picture, Recording
from ..model.language import language_mark
from ..model.settings import PATH as SETTINGS
from ..model.texts.consent import folded_reference
from ..model.texts.document import Document
from ..model.texts.nods import COMMIT
from ..model.texts.story import Story
from ..nods.correction import text_before
from ..nods.identities import Identities
from ..nods.passage import Text
from ..nods.passages import fingerprint, passages, signed
from ..parse.publication import edition_of, fields_of, read_story
from .git import MOST_COMMITS, GitError, Repository, Version
from .nodded_texts import NoddedTexts

STORIES = "stories/"
WITHDRAWN = "withdrawn"
_SAID = re.compile(rb"\bwithdrawn[\"']?[ \t]*:[ \t]*[^\s#]")


class History:
    """The history of the stories of a publication. Git runs only on demand."""

    def __init__(self, root: Path, path_in_git: Callable[[str], str] = str) -> None:
        """Look in the repository of `root`; `path_in_git` returns the path that a story has in it."""
        self._root, self._path_in_git = root, path_in_git

    @cached_property
    def _repository(self) -> Repository | None:
        try:
            return Repository(self._root)
        except GitError:
            return None

    def __call__(self, story: Story, wanted: Collection[str], identities: Identities) -> Mapping[str, Text]:
        """Return the earlier texts of a story that match the nods `wanted`, by nod, or the fingerprints, as far as git
        has them. A document's code is taken to have been what it is in `identities`: codes never change."""
        texts: dict[str, Text] = {}
        roles = [contributor.role for contributor in story.contributors]
        seen: set[str] = set()
        for name, text in self._earlier(story, wanted, roles, identities):
            if name not in seen:
                seen.add(name)
                nodded = {name, *(signed(name, role) for role in roles)}.intersection(wanted)
                texts |= {nod: text for nod in nodded if nod not in texts}
            if len(texts) == len(set(wanted)):
                break
        return texts

    def _earlier(
        self, story: Story, wanted: Collection[str], roles: Sequence[str], identities: Identities
    ) -> Iterator[tuple[str, Text]]:
        """Yield the earlier texts of a story by their fingerprints: those in git, and those kept here when they were
        nodded to."""
        for version in self._versions(story):
            yield from ((fingerprint(text), text) for text in self._texts(version, story, identities))
        yield from NoddedTexts(self._root).find(wanted, roles)

    def at(self, commit: str, story: Story, identities: Identities) -> Text | None:
        """Return the text of a story at a commit, or None if the commit does not contain it."""
        content = self._repository.read(commit, self._path_in_git(story.path)) if self._repository else None
        return self._text_at(commit, story, content, identities)

    def approved(self, stories: Iterable[Story], identities: Identities) -> Mapping[str, Mapping[str, Text | None]]:
        """Return the texts of stories, by path, at the commits that their nods from the forge name. A text is
        None if the commit holds no such story; commits that this clone does not have are left out."""
        nods = [(story, one.nod.commit) for story in stories for one in story.contributors if one.nod]
        wanted = {(self._path_in_git(story.path), commit): story for story, commit in nods if COMMIT.fullmatch(commit)}
        if not wanted or self._repository is None:
            return {}
        known = self._repository.known(commit for _, commit in wanted)
        there = {place: story for place, story in wanted.items() if place[1] in known}
        contents = self._repository.read_all([(commit, path) for path, commit in there])
        texts: dict[str, dict[str, Text | None]] = {}
        for (path, commit), story in there.items():
            if (commit, path) not in contents and path in self._repository.blobs(commit, [STORIES]):
                continue  # a clone that has the commit, and not every file of it
            text = self._text_at(commit, story, contents.get((commit, path)), identities)
            texts.setdefault(story.path, {})[commit] = text
        return texts

    def _text_at(self, commit: str, story: Story, content: bytes | None, identities: Identities) -> Text | None:
        """Return the text in the content of a story's file at a commit. Where the file had another name, it is found by
        the story's code."""
        own = Version(commit, self._path_in_git(story.path), content) if content is not None else None
        if own is None and story.code and self._repository is not None:
            with suppress(GitError):
                versions = self._repository.files(commit, [STORIES], lambda path: path.endswith(".md"))
                own = next(self._same(versions, story), None)
        return next(self._texts(own, story, identities), None) if own else None

    def lifetime(self, story: Story) -> Lifetime:
        """Return when and in which editions the story was published, as far as git knows."""
        if self._repository is None:
            return Lifetime()
        paths = list(
            dict.fromkeys((self._path_in_git(story.path), *(version.path for version in self._versions(story))))
        )
        own = self._repository.dated(paths)
        newest = self._repository.dated([*paths, SETTINGS])
        known = set(newest)
        # If the settings have changed so often that the story's own commits are not among the newest, those come first.
        commits = (*(dated for dated in own if dated not in known), *newest)
        contents = self._repository.read_all([(commit, path) for commit, _ in commits for path in (*paths, SETTINGS)])
        # Most commits contain the same text as another commit; each text is parsed once.
        is_published, edition = cache(_is_published), cache(edition_of)
        spans: list[Span] = []
        for commit, iso_date in commits:
            day = date.fromisoformat(iso_date)
            if spans and spans[-1].last is None:
                spans[-1] = replace(spans[-1], last=day)
            texts = (contents[commit, path] for path in paths if (commit, path) in contents)
            if any(is_published(text) for text in texts):
                spans.append(Span(edition(contents.get((commit, SETTINGS), b"")), day))
        written = sum(1 for commit, _ in own if any((commit, path) in contents for path in paths))
        is_cut = max(len(own), len(newest)) >= MOST_COMMITS
        return Lifetime(_joined(spans), written, tuple(paths), self._repository.is_shallow, is_cut)

    def _versions(self, story: Story) -> Iterator[Version]:
        """Yield the earlier versions of a story. Those under earlier file names are recognised by the story's code."""
        if self._repository is None:
            return
        now = self._path_in_git(story.path)
        yield from self._repository.versions(now)
        for gone in self._same((*self._present, *self._gone), story) if story.code else ():
            if gone.path != now:
                yield gone
                yield from self._repository.versions(gone.path)

    def _same(self, versions: Iterable[Version], story: Story) -> Iterator[Version]:
        """Yield the versions that are of a story, in its language: in another it has the same code."""
        mark = language_mark(self._path_in_git(story.path))
        yield from (one for one in versions if _has_code(one, story.code) and language_mark(one.path) is mark)

    @cached_property
    def _present(self) -> tuple[Version, ...]:
        """Return the stories of the newest commit, one of which may have been renamed since."""
        if self._repository is None:
            return ()
        with suppress(GitError):
            return tuple(self._repository.files("HEAD", [STORIES], lambda path: path.endswith(".md")))
        return ()

    @cached_property
    def _gone(self) -> tuple[Version, ...]:
        return tuple(self._repository.gone(STORIES)) if self._repository else ()

    def _texts(self, version: Version, story: Story, identities: Identities) -> Iterator[Text]:
        """Yield the text of a version, and the texts before each of its language corrections."""
        read = read_story(version.content, story.path)
        if read is not None:
            pictures = {path: Picture("", 0, 0, self._digest(version, path, LARGEST_PICTURE)) for path in read.pictures}
            recording = Recording("", 0, 0, self._digest(version, read.audio_path, LARGEST_RECORDING))
            then = replace(identities, pictures=pictures, recordings={read.audio_path: recording})
            text = passages(read, then)
            yield text
            for correction in read.corrections:
                old = text_before(text, correction)
                if old is not None:
                    yield old

    def _digest(self, version: Version, path: str, largest: int) -> str:
        """Return the digest of a file as it was beside a version; an empty string if there was none."""
        with suppress(GitError):
            return self._repository.digest(version.commit, path, largest) if self._repository and path else ""
        return ""


def withdrawn_before(root: Path, present: Collection[str]) -> Mapping[str, str]:
    """Return the consents that stories of earlier commits say are withdrawn: the path of the story by the reference,
    folded. `present` are the paths of the stories that are there."""
    try:
        repository = Repository(root)
        committed = repository.files("HEAD", [STORIES], lambda path: path.endswith(".md") and path not in present)
        versions = (*committed, *repository.gone(STORIES), *repository.marked(STORIES, WITHDRAWN))
    except GitError:
        return {}
    marked = (version for version in versions if _SAID.search(version.content))
    stories = (fields_of(version.content, version.path, Story) for version in marked)
    return {
        folded_reference(story.consent.reference): story.path
        for story in stories
        if story.consent and story.is_withdrawn
    }


def _has_code(version: Version, code: str) -> bool:
    return f"code: {code}\n".encode() in version.content.replace(b"\r\n", b"\n")


def earlier_documents(root: Path, models: Mapping[str, type[Document]]) -> Mapping[str, Document]:
    """Return the last version that git has of each file, by path, without its text. `models` are the kinds of the files
    that are asked for."""
    try:
        repository = Repository(root)
    except GitError:
        return {}
    last = {path: next(repository.versions(path), None) for path in models}
    return {path: fields_of(was.content, path, models[path]) for path, was in last.items() if was}


def _is_published(raw: bytes) -> bool:
    story = read_story(raw, f"{STORIES}story.md")
    return story is not None and story.is_published


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans, with adjacent ones in the same edition merged: an edit does not unpublish a story."""
    joined: list[Span] = []
    for span in spans:
        if joined and (joined[-1].edition, joined[-1].last) == (span.edition, span.first):
            joined[-1] = replace(joined[-1], last=span.last)
        else:
            joined.append(span)
    return tuple(joined)
