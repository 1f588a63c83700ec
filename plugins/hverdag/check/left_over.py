"""Finds what the sample handbook has left in the handbook of another organisation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ..model.declared import Place, Placed
from ..model.handbook import Handbook
from ..model.problem import Source
from ..model.settings import Settings
from ..model.texts.body import Body
from ..model.texts.document import Document
from ..model.texts.method import Method
from .sample import SampleWords, addresses_in, digest, fact_keys, is_large, sample_words, settings_of
from .sentences import Sentence, blocks, folded, sentences, texts_in


@dataclass(frozen=True)
class LeftOver:
    """Words of the sample in a place. `is_whole_text` is True if the text they stand in holds nothing else."""

    text: str
    source: Source
    is_whole_text: bool = False


def left_over(handbook: Handbook) -> Iterator[LeftOver]:
    """Yield what is left of the sample; nothing if the handbook is the sample, or does not say whose it is."""
    whose = folded(handbook.settings.organisation)
    words = sample_words()
    if not whose or whose == words.organisation or handbook.settings.is_faulty("organisation"):
        return
    finder = _Finder(handbook, words)
    yield from finder.in_settings(handbook.settings)
    for document in handbook.documents:
        yield from finder.in_document(document)
    yield from finder.in_pages()


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
        for place, text in settings_of(settings):
            found = next(chain(self.words.in_setting(place, text), self._short_in(text)), None)
            if found:
                yield LeftOver(found.text, settings.at(*place))
        for place, text in addresses_in(settings):
            if any(self._names_in(text)) and self._has_come_from_it:
                yield LeftOver(text, settings.at(*place))
        for number, fact in enumerate(settings.facts):
            if fact_keys(fact) & self.words.facts and (is_large(fact) or self._has_come_from_it):
                yield LeftOver(f"{fact.name}: {fact.text}", settings.at("facts", number, "text"))

    def in_document(self, document: Document) -> Iterator[LeftOver]:
        """Yield what is left in a contributed text; one finding if all of it is."""
        fields = list(self._in_fields(document, texts_in(document)))
        places = [*fields, *self._in_body(document.path, document.body)]
        if len(places) > 1 and self._is_whole(document):
            yield LeftOver(document.heading, document.at(), is_whole_text=True)
        else:
            yield from places

    def in_pages(self) -> Iterator[LeftOver]:
        pages = {page.path: page for page in self.handbook.pages}
        for path, body in self.handbook.page_bodies.items():
            page = pages.get(path)
            yield from self._in_fields(page, texts_in(page)) if page else ()
            yield from self._in_body(path, body)

    def _in_fields(self, placed: Placed, fields: Iterable[tuple[Place, str]]) -> Iterator[LeftOver]:
        for place, text in fields:
            found = next(chain(self.words.in_sentences(text), self._short_in(text)), None)
            if found:
                yield LeftOver(found.text, placed.at(*place))

    def _in_body(self, path: str, body: Body) -> Iterator[LeftOver]:
        for block in blocks(body):
            found = next(chain(self.words.in_block(block), self._short_in(block.text)), None)
            if found:
                yield LeftOver(found.text, Source(path, *block.place(found.start)))

    def _short_in(self, text: str) -> Iterator[Sentence]:
        """Yield where a text has the name of the sample's organisation, or one of its telephone numbers."""
        yield from self._names_in(text)
        if any(self.words.phones_in(text)) and self._has_come_from_it:
            yield from self.words.phones_in(text)

    def _names_in(self, text: str) -> Iterator[Sentence]:
        return iter(()) if self._is_namesake else self.words.names_in(text)

    def _is_whole(self, document: Document) -> bool:
        telling = [one for block in blocks(document.body) for one in sentences(block.text) if one.is_telling]
        return all(digest(one.folded) in self.words.own for one in telling)
