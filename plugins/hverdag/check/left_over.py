"""Finds what the sample handbook has left in the handbook of another organisation."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from itertools import chain

from ..model.declared import Place, Placed
from ..model.handbook import Handbook
from ..model.problem import Source
from ..model.references import references
from ..model.settings import Settings
from ..model.texts.body import Body
from ..model.texts.document import Document
from ..model.texts.method import Method
from ..model.texts.story import Story
from .sample import (
    SampleWords,
    addresses_in,
    answer_keys,
    digest,
    edition_key,
    fact_keys,
    goal_keys,
    is_large,
    sample_words,
    selection_key,
    settings_of,
)
from .sentences import Sentence, blocks, folded, sentences, texts_in


class Left(Enum):
    """What is left of the sample, since each is mended in its own way."""

    WORDS = auto()
    WHOLE_TEXT = auto()
    NAMED = auto()
    SETTING = auto()
    FACT = auto()
    GOAL = auto()
    GOAL_NUMBER = auto()
    STATEMENT = auto()
    STRATEGY = auto()
    EDITION = auto()
    SELECTION = auto()
    ANSWER = auto()


@dataclass(frozen=True)
class LeftOver:
    """Words of the sample in a place, and how many sentences of the same block or field are the sample's."""

    text: str
    source: Source
    left: Left = Left.WORDS
    count: int = 1


def left_over(handbook: Handbook) -> Iterator[LeftOver]:
    """Yield what is left of the sample; nothing if the handbook is the sample, or does not say whose it is."""
    if not folded(handbook.settings.organisation) or is_the_sample(handbook):
        return
    if handbook.settings.is_faulty("organisation"):
        return
    finder = _Finder(handbook, sample_words())
    yield from finder.in_settings(handbook.settings)
    yield from finder.named_in(handbook.settings)
    for document in handbook.documents:
        yield from finder.in_document(document)
    yield from finder.in_pages()


def is_the_sample(handbook: Handbook) -> bool:
    """Return True if a handbook says that it is that of the sample's organisation, however the name is typed."""
    return folded(handbook.settings.organisation) == sample_words().organisation


def is_anothers(document: Document, handbook: Handbook) -> bool:
    """Return True if any field of an earlier text is the sample's and the handbook is not, so that this organisation
    cannot have published it: nobody has its address or its code."""
    if is_the_sample(handbook) or isinstance(document, Method):
        return False
    return any(any(sample_words().in_sentences(text)) for _, text in texts_in(document))


@dataclass(frozen=True)
class _Finder:
    handbook: Handbook
    words: SampleWords

    @cached_property
    def _is_namesake(self) -> bool:
        """True if the organisation has the sample's name itself, which then says nothing."""
        return any(self.words.names_in(self.handbook.settings.organisation))

    @cached_property
    def _has_come_from_it(self) -> bool:
        """True if anything in the handbook came with the sample. Only then is a short text the same for that."""
        settings = self.handbook.settings
        of_settings = (text for _, text in chain.from_iterable(map(texts_in, (*settings.kinds, *settings.criteria))))
        methods = (document.body for document in self.handbook.documents if isinstance(document, Method))
        bodies = chain(methods, self.handbook.page_bodies.values())
        return self.words.keeps(chain(of_settings, (block.text for body in bodies for block in blocks(body))))

    def in_settings(self, settings: Settings) -> Iterator[LeftOver]:
        told: set[Place] = set()
        for place, text in settings_of(settings):
            if _item(place) in told:
                continue
            found = (*self.words.in_setting(place, text), *self._short_in(text))
            told |= {_item(place)} - {()} if found else set()
            yield from _as_one(text, found, settings.at(*place), self._left_in(place, text))
        for place, text in addresses_in(settings):
            if any(self._names_in(text)) and self._has_come_from_it:
                yield LeftOver(text, settings.at(*place), Left.SETTING)
        for number, fact in enumerate(settings.facts):
            if fact_keys(fact) & self.words.facts and (is_large(fact) or self._has_come_from_it):
                yield LeftOver(f"{fact.name}: {fact.text}", settings.at("facts", number, "text"), Left.FACT)
        if self._has_come_from_it:
            yield from self._claims_in(settings, told)

    def _left_in(self, place: Place, text: str) -> Left:
        if place[0] == "goals":
            return Left.STATEMENT if "statements" in place else Left.GOAL
        if place[0] == "strategy":
            return Left.STRATEGY
        return Left.WORDS if any(self.words.in_sentences(text)) else Left.SETTING

    def _claims_in(self, settings: Settings, told: Collection[Place]) -> Iterator[LeftOver]:
        """Yield what the sample says of itself in numbers: its edition, its selections, when its goals are due, and
        what is said of them. `told` are the statements whose words are."""
        if edition_key(settings.edition) in self.words.short:
            yield LeftOver(settings.edition, settings.at("edition"), Left.EDITION)
        for number, one in enumerate(settings.selections):
            if selection_key(one) in self.words.short:
                text = f"{one.group}, {one.nodded}/{one.of}, {one.date}"
                yield LeftOver(text, settings.at("selections", number), Left.SELECTION)
        for number, goal in enumerate(settings.goals):
            for place, text, key in goal_keys(goal):
                if key in self.words.short and ("goals", number, *place) not in told:
                    left = Left.STATEMENT if place[0] == "statements" else Left.GOAL_NUMBER
                    yield LeftOver(text, settings.at("goals", number, *place), left)

    def named_in(self, settings: Settings) -> Iterator[LeftOver]:
        """Yield the lists of stories in the settings, but for selections, that name stories of the sample."""
        whole = {document.id for document in self.handbook.stories if self._is_left_whole(document)}
        lists: dict[Place, list[str]] = {}
        for one in references(settings):
            if one.kind == "story" and one.given in whole and one.place[0] != "selections":
                lists.setdefault(one.place[:-1], []).append(one.given)
        for place, names in lists.items():
            yield LeftOver(", ".join(names), settings.at(*place), Left.NAMED)

    def in_document(self, document: Document) -> Iterator[LeftOver]:
        """Yield what is left in a contributed text; one finding if all of it is."""
        if self._is_left_whole(document):
            yield LeftOver(document.heading, document.at(), Left.WHOLE_TEXT)
        else:
            yield from self._places_in(document)

    def in_pages(self) -> Iterator[LeftOver]:
        pages = {page.path: page for page in self.handbook.pages}
        for path, body in self.handbook.page_bodies.items():
            page = pages.get(path)
            yield from self._in_fields(page, texts_in(page)) if page else ()
            yield from self._in_body(path, body)

    def _places_in(self, document: Document) -> Iterator[LeftOver]:
        yield from self._in_fields(document, texts_in(document))
        if isinstance(document, Story) and self._has_come_from_it:
            for place, text, key in answer_keys(document):
                if key in self.words.short:
                    yield LeftOver(text, document.at(*place), Left.ANSWER)
        yield from self._in_body(document.path, document.body)

    def _in_fields(self, placed: Placed, fields: Iterable[tuple[Place, str]]) -> Iterator[LeftOver]:
        for place, text in fields:
            yield from _as_one(text, (*self.words.in_sentences(text), *self._short_in(text)), placed.at(*place))

    def _in_body(self, path: str, body: Body) -> Iterator[LeftOver]:
        for block in blocks(body):
            found = (*self.words.in_block(block), *self._short_in(block.text))
            first = min((one.start for one in found), default=0)
            yield from _as_one(block.text, found, Source(path, *block.place(first)))

    def _short_in(self, text: str) -> Iterator[Sentence]:
        """Yield where a text has the name of the sample's organisation, or one of its telephone numbers."""
        yield from self._names_in(text)
        if any(self.words.phones_in(text)) and self._has_come_from_it:
            yield from self.words.phones_in(text)

    def _names_in(self, text: str) -> Iterator[Sentence]:
        return iter(()) if self._is_namesake else self.words.names_in(text)

    def _is_left_whole(self, document: Document) -> bool:
        telling = (one for block in blocks(document.body) for one in sentences(block.text) if one.is_telling)
        is_known = (digest(one.folded) in self.words.own for one in telling)
        return next(is_known, False) and all(is_known) and len(list(self._places_in(document))) > 1


def _item(place: Place) -> Place:
    """Return the point of the strategy or the statement that a setting belongs to, which goes as a whole; an empty
    place for all others."""
    if "statements" in place:
        return place[: place.index("statements") + 2]
    return place[:2] if place[0] == "strategy" else ()


def _as_one(text: str, found: tuple[Sentence, ...], source: Source, left: Left = Left.WORDS) -> Iterator[LeftOver]:
    """Yield the first of what was found in a text, with how many of its sentences must go: all are mended at once."""
    if found:
        starts = [one.start for one in sentences(text)] if len(found) > 1 else []
        count = len({bisect_right(starts, one.start) for one in found})
        yield LeftOver(min(found, key=lambda one: one.start).text, source, left, count)
