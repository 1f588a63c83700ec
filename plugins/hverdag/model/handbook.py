"""The whole publication as it was read, which every later room works on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from .data_kind import DataKind, data_kind_of
from .declared import Placed
from .document_kind import DocumentKind
from .files import Entry, EntryKind, Picture, Recording
from .former import FormerAddress, by_key, former_ids, is_former
from .frame_choice import FrameChoice
from .language import Language, without_mark
from .problem import Parameter
from .settings import Settings
from .texts.answers import Requirements
from .texts.body import Body
from .texts.document import Document, HandWrittenPage
from .texts.method import Method
from .texts.nods import Standing, StandingAnswer, StandingNod, Standings
from .texts.story import SEEN, Origin, State, Story
from .texts.value import Value
from .themes import Theme, theme_key
from .themes import by_key as themes_by_key

_NOTHING = Requirements(**dict.fromkeys(Requirements.model_fields, False))
_ONLY_NODS = _NOTHING.model_copy(update={"nods": True})

D = TypeVar("D", bound=Document)
P = TypeVar("P", bound=Placed)


@dataclass(frozen=True)
class Handbook:
    """Settings, documents, data files and hand-written pages, and every entry of their folders. `kinds` and
    `data_kinds` are the kinds of documents and of data files that it was read with. `page_bodies` are the texts of the
    hand-written pages by path, as they are written. `formers` are the addresses that pages had before, and `renamed`
    maps the former paths of files, as far as they are known, to the paths they have now. `listed` are the paths of the
    style sheets, scripts and the like in docs/ that mkdocs.yml names, and `frame` is whose frame pages stand in.
    `marked` are the texts in other languages, which are no part of it: each file's language, by path.

    Faulty fields have been left out and reported as Problems; checks run on the others.
    """

    settings: Settings
    documents: tuple[Document, ...] = ()
    kinds: tuple[DocumentKind[Document], ...] = field(default=(), repr=False)
    data: tuple[Placed, ...] = ()
    data_kinds: tuple[DataKind[Placed], ...] = field(default=(), repr=False)
    pages: tuple[HandWrittenPage, ...] = ()
    page_bodies: Mapping[str, Body] = field(default_factory=dict, repr=False)
    entries: tuple[Entry, ...] = field(default=(), repr=False)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    recordings: Mapping[str, Recording] = field(default_factory=dict)
    standings: Mapping[str, Standings] = field(default_factory=dict)
    formers: tuple[FormerAddress, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    frame: FrameChoice = FrameChoice.OWN
    marked: Mapping[str, Language] = field(default_factory=dict)

    def of(self, model: type[D]) -> tuple[D, ...]:
        """Return the documents of one kind, in their order."""
        return tuple(document for document in self.documents if isinstance(document, model))

    def data_of(self, model: type[P]) -> tuple[P, ...]:
        """Return the data files of one kind, by path."""
        return tuple(placed for placed in self.data if isinstance(placed, model))

    @cached_property
    def declared(self) -> tuple[Placed, ...]:
        """Everything with declared fields but hand-written pages: the settings, the documents and the data files."""
        return (self.settings, *self.documents, *self.data)

    def with_documents(self, model: type[D], documents: Iterable[D]) -> "Handbook":
        """Return the handbook with its documents of one kind replaced."""
        others = [document for document in self.documents if not isinstance(document, model)]
        return replace(self, documents=(*others, *documents))

    def kind_of(self, path: str) -> DocumentKind[Document] | None:
        """Return the kind of a text, by its path; None for a hand-written page and for a file that is no text."""
        return kind_of(self.kinds, path)

    def data_kind_of(self, path: str) -> DataKind[Placed] | None:
        """Return the kind of a data file, by its path; None for any other file."""
        return data_kind_of(self.data_kinds, path)

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """The values, in order."""
        return self.of(Value)

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The stories, by path."""
        return self.of(Story)

    @cached_property
    def methods(self) -> tuple[Method, ...]:
        """The methods, in order."""
        return self.of(Method)

    @cached_property
    def value_by_id(self) -> Mapping[str, Value]:
        """Values by file name, in order."""
        return {value.id: value for value in self.values}

    @cached_property
    def story_by_id(self) -> Mapping[str, Story]:
        """Stories by file name."""
        return {story.id: story for story in self.stories}

    @cached_property
    def story_by_path(self) -> Mapping[str, Story]:
        """Stories by path, such as `stories/the-key.md`."""
        return {story.path: story for story in self.stories}

    @cached_property
    def published(self) -> tuple[Story, ...]:
        """The stories that readers may see."""
        return tuple(story for story in self.stories if story.is_published)

    def withdrawn(self, today: date) -> tuple[Story, ...]:
        """Return the stories that readers have seen and whose consent has ended."""
        return tuple(story for story in self.stories if story.state in SEEN and story.has_ended(today))

    def gone(self, today: date) -> tuple[str, ...]:
        """Return the codes that must not be published: of retired and declined stories, of stories whose consent has
        ended, and of those that handbook.yml lists as retired."""
        out = (State.RETIRED, State.DECLINED)
        codes = (story.code for story in self.stories if story.has_ended(today) or story.state in out)
        return (*self.settings.retired, *codes)

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of all regular files."""
        return frozenset(entry.path for entry in self.entries if entry.kind is EntryKind.FILE)

    @cached_property
    def page_paths(self) -> tuple[str, ...]:
        """The paths of the hand-written pages."""
        files = (entry for entry in self.entries if entry.kind is EntryKind.FILE and entry.suffix == ".md")
        return tuple(file.path for file in files if file.path.startswith("docs/") and self.kind_of(file.path) is None)

    @cached_property
    def former_addresses(self) -> Mapping[str, tuple[str, ...]]:
        """The addresses that pages had before, by what values/addresses.yml calls the page, the oldest first."""
        return by_key(self.formers)

    @cached_property
    def identities(self) -> Mapping[str, str]:
        """What a link leads to, whatever its file is called: for the path of a text, now or before, its code; for that
        of a hand-written page, the first path that it is known to have had."""
        found: dict[str, str] = {}
        for path in self.page_paths:
            names = [f"docs/{address.rstrip('/')}.md" for address in self.former_addresses.get(path, ())]
            found |= dict.fromkeys((*names, path), (*names, path)[0])
        for document in self.documents:
            kind = self.kind_of(document.path)
            if kind and document.code:
                folder = kind.folder_of(document.path)
                names = [f"{folder}{id}.md" for id in self.former_ids(document)]
                found |= dict.fromkeys((*names, document.path, without_mark(document.path)), document.code)
        return found

    @cached_property
    def retired_addresses(self) -> tuple[str, ...]:
        """The former addresses of texts that are deleted, and whose codes handbook.yml lists as retired."""
        codes = {document.code for document in self.documents}
        gone = (former for former in self.formers if former.key in self.settings.retired and former.key not in codes)
        return tuple(former.address for former in gone if is_former(former.address))

    def former_ids(self, document: Document) -> tuple[str, ...]:
        """Return the file names, without the ending, that a text has had before, the oldest first."""
        return former_ids(document, self.former_addresses)

    def new_name(self, path: str) -> dict[str, Parameter]:
        """Return the path that a missing file has now, as the parameter `suggestion`, if anyone knows."""
        now = self.renamed.get(path.partition("#")[0])
        return {"suggestion": now} if now else {}

    def new_id(self, kind: str, id: str) -> dict[str, Parameter]:
        """Return the file name, without the ending, that a missing text of a kind has now, as `suggestion`."""
        paths = (path for one in self.kinds if one.id == kind for path in one.paths_of(id))
        found = next(filter(None, map(self.new_name, paths)), {})
        return {"suggestion": str(found["suggestion"]).rpartition("/")[2].removesuffix(".md")} if found else {}

    def recording(self, story: Story) -> Recording | None:
        """Return the recording that a story names, or None if it is not beside the story."""
        return self.recordings.get(story.audio_path)

    def nods(self, story: Story) -> Standings:
        """Return the standings of the nods to a story; empty ones if it names no contributors."""
        return self.standings.get(story.path, Standings(""))

    def nods_that_are(self, standing: Standing) -> Iterator[tuple[Story, int, StandingNod]]:
        """Yield the nods of one standing to stories in review or published that nods are demanded of, each with its
        story and the contributor's number."""
        for story in self.stories:
            if story.state in (State.IN_REVIEW, State.PUBLISHED) and self.requirements(story).nods:
                nods = enumerate(self.nods(story).nods)
                yield from ((story, number, nod) for number, nod in nods if nod.standing is standing)

    def loose_answers(self, story: Story) -> tuple[StandingAnswer, ...]:
        """Return the answers to ask about again: those to an earlier text, of a story in review or published, and of a
        published story that was told by someone, also those that do not say which text they are to."""
        wanted: tuple[Standing, ...] = ()
        if story.state in (State.IN_REVIEW, State.PUBLISHED):
            wanted = (Standing.STALE,)
        if story.is_published and story.origin is Origin.COLLECTED and not story.is_faulty("origin"):
            wanted = (Standing.STALE, Standing.MISSING, Standing.OUTDATED)
        return tuple(answer for answer in self.nods(story).answers if answer.standing in wanted)

    def requirements(self, story: Story) -> Requirements:
        """Return the demands on a story before it is published: on a collected story, all demands of handbook.yml; on a
        made-up story, only the nods of the contributors it names."""
        asked = self.settings.demands
        if story.origin is Origin.COLLECTED and not story.is_faulty("origin"):
            return asked
        return _ONLY_NODS if asked.nods and story.contributors else _NOTHING

    @cached_property
    def theme_by_key(self) -> Mapping[str, Theme]:
        """The themes of handbook.yml, by everything that stories may write for them."""
        return themes_by_key(self.settings.themes)

    def themes_of(self, story: Story) -> tuple[Theme, ...]:
        """Return the themes of a story. One that handbook.yml does not have is a theme with a name alone."""
        found = {theme_key(text): text for text in reversed(story.themes) if theme_key(text)}
        known = self.theme_by_key
        themes = (known.get(key) or Theme.model_construct(id=key, name=found[key], about="") for key in reversed(found))
        return tuple({theme.id: theme for theme in themes}.values())

    def showing(self, story: Story) -> tuple[Value, ...]:
        """Return the values of a story, the chief one first."""
        return tuple(self.value_by_id[id] for id in story.values if id in self.value_by_id)


def kind_of(kinds: Iterable[DocumentKind[Document]], path: str) -> DocumentKind[Document] | None:
    """Return the kind of a text, by its path; None for a hand-written page, or a file that is no text."""
    kind = kind_around(kinds, path)
    return kind if kind and kind.has(path) else None


def kind_around(kinds: Iterable[DocumentKind[Document]], path: str) -> DocumentKind[Document] | None:
    """Return the kind whose folder a file lies in, whatever the file is; if folders are nested, the innermost."""
    around = [kind for kind in kinds if kind.folder_of(path)]
    return max(around, key=lambda kind: len(kind.folder_of(path)), default=None)
