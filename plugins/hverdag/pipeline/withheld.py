"""The stories that may not be met in a site, and the pages and files that hold words of them all the same.

The consent gate empties such a story before anything is laid out, but a hand-written page may have its words by another
road: a plugin that fetches the file, a macro of the publication's own, or somebody's hand.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

from ..model.artifact import Artifact
from ..model.once import once_for_each
from ..model.problem import Problem, Rule, Source
from ..model.texts.document import Document
from ..model.texts.story import SEEN, Story
from ..parse.files import file_lines, rough_text
from ..privacy.scan.scan_site import Origins
from ..verify import site_texts
from ..verify.letters import letters_of, without_tags
from ..verify.withheld import WithheldPassage, WithheldTexts
from .consent_rule import COPIED, PASSAGE, SHARED
from .plain_site import MKDOCS
from .render import RenderedSite

WINDOW, SENTENCE = 8, 6
"""How many words in a row are recognised, and how many make a whole sentence that is recognised by itself."""

QUESTION_WINDOW = 12
"""How many words of a question: many stories ask the same, and so do pages about meetings."""

SHARED_WINDOW = 16
"""How many words a text that is shown may have in common with a story that was taken back, and nobody is told."""

OWN_SENTENCE = 7
"""How many words of a whole sentence a value or handbook.yml may have in common with a story that was withdrawn."""

FIELDS_WINDOW = 16
"""How many words of a story's fields, as they are written in the file: their names are the same in every story, and in
the guide that editors read."""

_NO_TEXT = frozenset({"path", "places", "faulty", "body", "title", "values", "kind", "audience", "themes", "response"})
"""Fields that are no text of the story's own. A title is in every link to it, and a date alone must
make no error of one; management's response is shown for a story that was declined, too."""

_OWN_WORDS = ("summary", "because", "image_alt")
"""Fields of which a whole sentence is enough. What editors note is alike in many stories."""

_SENTENCE = re.compile(r"(?<=[.!?…:;])\s+|\n+")
_WORD = re.compile(r"[^\W_]+")
_SAMPLE = re.compile(
    r"^(?: {4}|\t)---\n(?:(?: {4}|\t).*\n|[ \t]*\n)*|^(?P<fence>```+|~~~+)[^\n]*\n---\n[\s\S]*?^(?P=fence)",
    re.MULTILINE,
)
_FIELD = re.compile(r"([a-z_]+):")


def words_kept(site: RenderedSite, folder: Path, sources: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each page or file of a finished site that holds words of a story which may not be met there.
    `sources` maps each page to the file that it was made from."""
    withheld = withheld_texts(site)
    if not withheld:
        return
    root = site.publication.root
    origins = Origins(folder, root, sources, site.artifacts)
    ours = {artifact.path for artifact in site.artifacts if _is_made(artifact, root)}
    paths = [path for path in site_texts.paths(folder) if path not in ours]
    # What is made of many texts comes last: it is told only where nothing else is.
    paths.sort(key=lambda path: (path not in sources, origins.of(path) == path))
    told: set[tuple[str, str]] = set()
    for path, row in site_texts.letters(folder, paths):
        origin = origins.of(path)
        for passage in withheld.found_in(row):
            if origin == path and any(owner == passage.owner for owner, _ in told):
                continue
            source = _place(root, origin, passage)
            if (passage.owner, source.path) not in told:
                told.add((passage.owner, source.path))
                yield PASSAGE.at(source, given=passage.owner)


def words_shared(site: RenderedSite) -> Iterator[Problem]:
    """Yield a problem for each text that is shown and tells what a story did whose consent has ended: an error where it
    was withdrawn. They are excused in the finished site."""
    shown, handbook = site.plan.shown, site.publication.handbook
    taken = [story for story in handbook.stories if story.is_withdrawn or story.ended_elsewhere]
    ended = [story for story in handbook.withdrawn(shown.today) if story not in taken]
    documents = [(document, _texts_of(document)) for document in _shown_documents(site)]
    stories = [(story.path, texts) for story, texts in documents if isinstance(story, Story)]
    others = [(document.path, texts) for document, texts in documents if not isinstance(document, Story)]
    others.append((shown.settings.path, _strings(shown.settings.model_dump())))
    for rule, owners, fewest, shared in (
        (SHARED, ended, 0, [*stories, *others]),
        (COPIED, taken, 0, stories),
        (COPIED, taken, OWN_SENTENCE, others),
    ):
        yield from _told(rule, _told_by(owners, fewest), shared, site.publication.root)


def _told_by(stories: Iterable[Story], fewest: int) -> WithheldTexts:
    texts = WithheldTexts()
    for story in stories:
        texts.add(story.path, _SENTENCE.split(story.body.text), SHARED_WINDOW, fewest)
    return texts


def _told(
    rule: Rule, withheld: WithheldTexts, texts: Iterable[tuple[str, Iterable[str]]], root: Path
) -> Iterator[Problem]:
    for path, words in texts if withheld else ():
        for passage in withheld.found_in(letters_of("\n".join(words))):
            yield rule.at(_place(root, path, passage), given=passage.owner)


@once_for_each
def withheld_texts(site: RenderedSite) -> WithheldTexts:
    """Return the texts of the stories that are not shown, without what also stands in a text that is."""
    shown = {shown.story.path for shown in site.plan.shown.stories}
    withheld = WithheldTexts()
    for story in site.publication.handbook.stories:
        if story.path not in shown:
            _add(withheld, story, site.publication.root)
    if withheld:
        unseen = {story.path for story in site.publication.handbook.stories if story.state not in SEEN}
        withheld.excuse(_shown_texts(site))
        withheld.excuse(_samples(site), unseen)
    return withheld


def _samples(site: RenderedSite) -> Iterator[str]:
    """Yield the samples of a story's file on hand-written pages, for editors to copy: a draft may begin as one."""
    for path in site.publication.handbook.page_paths:
        for match in _SAMPLE.finditer(rough_text(site.publication.root, path)):
            yield match[0]


def _add(withheld: WithheldTexts, story: Story, root: Path) -> None:
    body = story.body
    withheld.add(story.path, _SENTENCE.split(body.text), WINDOW, SENTENCE)
    if letters_of(body.source) != letters_of(body.text):
        withheld.add(story.path, (body.source,), WINDOW)
    for name in type(story).model_fields:
        if name not in _NO_TEXT:
            for text in _strings(getattr(story, name)):
                window = QUESTION_WINDOW if name == "questions" else WINDOW
                withheld.add(story.path, _SENTENCE.split(text), window, SENTENCE if name in _OWN_WORDS else 0)
    withheld.add(story.path, _field_lines(file_lines(root, story.path)[: body.line - 1]), FIELDS_WINDOW)


def _field_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a story's fields as they are written, without those of management's response."""
    name = ""
    for line in lines:
        begins = _FIELD.match(line)
        name = begins[1] if begins else name
        if name != "response":
            yield line


def _shown_texts(site: RenderedSite) -> Iterator[str]:
    """Yield every text that may be shown: those of the settings, and of the documents that are in the site."""
    yield from _strings(site.plan.shown.settings.model_dump())
    for document in _shown_documents(site):
        yield from _texts_of(document)


def _shown_documents(site: RenderedSite) -> Iterator[Document]:
    yield from (shown.story for shown in site.plan.shown.stories)
    yield from (document for document in site.plan.shown.handbook.documents if not isinstance(document, Story))


def _texts_of(document: Document) -> Iterator[str]:
    yield document.body.text
    yield document.body.source
    for name in type(document).model_fields:
        if name not in ("places", "faulty", "body"):
            yield from _strings(getattr(document, name))


def _strings(given: Any) -> Iterator[str]:
    """Yield every text in a field, however deep it lies."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, Mapping):
        yield from (text for inner in given.values() for text in _strings(inner))
    elif isinstance(given, list | tuple):
        yield from (text for inner in given for text in _strings(inner))
    elif hasattr(given, "model_dump"):
        yield from _strings(given.model_dump())


def _is_made(artifact: Artifact, root: Path) -> bool:
    """Return True if a file was made of what the consent gate has let through: it need not be opened."""
    return isinstance(artifact.content, Path) and not artifact.content.is_relative_to(root)


def _place(root: Path, origin: str, passage: WithheldPassage) -> Source:
    """Return where the words of a passage are written, or fetched from: in the page's own file, or for every page in
    mkdocs.yml; else the page."""
    for path in (origin, MKDOCS):
        lines = file_lines(root, path)
        for read in (lines, list(map(without_tags, lines))):
            rows = list(map(letters_of, read))
            found = "".join(rows).find(passage.letters)
            if found >= 0:
                ends = list(accumulate(map(len, rows)))
                number = bisect_right(ends, found)
                return Source(path, number + 1, _column(lines[number], found - ends[number] + len(rows[number])))
    story = passage.owner.rpartition("/")[2].removesuffix(".md")
    naming = (number for number, line in enumerate(file_lines(root, origin), 1) if story in line)
    return Source(origin, next(naming, 1))


def _column(line: str, before: int) -> int:
    """Return the column of the letter of a line that so many others stand before."""
    for word in _WORD.finditer(line):
        if before < len(word[0]):
            return word.start() + before + 1
        before -= len(word[0])
    return 1
