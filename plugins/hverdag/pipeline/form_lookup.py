"""Looks the words of a site up in the dictionary: in another process, since it takes a second and 100 MB to read."""

from collections.abc import Callable, Collection, Iterable, Iterator, MutableMapping
from typing import Any

from ..check.rules.text_letter import texts
from ..language.dictionary import dictionary, edition
from ..language.lexicon import lexicon, look_up, standing
from ..model.declared import Placed
from ..model.search import Lexicon, Word
from ..model.settings import Language
from ..model.text_digest import text_digest
from ..model.texts.document import Document
from ..parse.other_process import OtherProcess

PROGRAM = "hverdag.pipeline.form_worker"


class FormLookup:
    """What the dictionary says of the words of one site. `known` is what earlier runs have looked up, and `keep` is
    called when that is all that the site asks for."""

    def __init__(
        self, language: Language, known: MutableMapping[str, Any], keep: Callable[[], None] = lambda: None
    ) -> None:
        self._language, self._known, self._keep = language, known, keep
        self._new: list[str] = []
        self._other: OtherProcess | None = None

    def begin(self, placed: Iterable[Placed], texts: Iterable[str] = ()) -> None:
        """Begin to look up the words of what was read, and of other texts: `lexicon` will ask for most of them.
        Meanwhile, this process can do something else."""
        fresh = [one for one in placed if not self._is_known(one)]
        own = (text for one in fresh for text in _texts(one))
        self._ask(standing((*own, *texts)))
        for one in fresh:
            if digest := text_digest(one):
                self._known[f"{edition()}+{digest}"] = ""

    def go_on(self, texts: Iterable[str]) -> None:
        """Have the words of more texts looked up, which only pages have, if others are being looked up."""
        if self._other:
            self._ask(standing(texts))

    def lexicon(self, texts: Iterable[str]) -> Lexicon:
        """Return the words of some texts."""
        forms = sorted(standing(texts))
        self._ask(forms)
        self._take()
        brought = [self._words(form) for form in forms]
        self._keep()
        return lexicon(brought)

    def _is_known(self, placed: Placed) -> bool:
        digest = text_digest(placed)
        return bool(digest) and f"{edition()}+{digest}" in self._known

    def _ask(self, forms: Collection[str]) -> None:
        asked = frozenset(self._new)
        new = sorted(form for form in forms if form not in asked and _key(form) not in self._known)
        self._new += new
        items = [(self._language.value, form) for form in new]
        if self._other and new:
            self._other.ask(items)
        elif new and not dictionary.cache_info().currsize:
            self._other = OtherProcess(PROGRAM, items, fewest=1)

    def _take(self) -> None:
        """Note what was found of the words that were asked for; here, where there is no other process."""
        found = self._other.results() if self._other else [None] * len(self._new)
        self._known.update(
            {_key(form): words for form, words in zip(self._new, found, strict=True) if words is not None}
        )
        missing = [form for form, words in zip(self._new, found, strict=True) if words is None]
        for form, words in look_up(missing, self._language).items() if missing else ():
            self._known[_key(form)] = as_json(words)
        self._new, self._other = [], None

    def _words(self, form: str) -> list[Word]:
        return [Word(name, tuple(forms), tuple(parts)) for name, forms, parts in self._known[_key(form)]]


def _texts(placed: Placed) -> Iterator[str]:
    """Yield the texts of a document, settings or a data file."""
    yield from (text for _, text in texts(placed))
    if isinstance(placed, Document):
        yield placed.body.source


def _key(form: str) -> str:
    return f"{edition()}-{form}"


def as_json(words: Iterable[Word]) -> list[Any]:
    """Return words as JSON has them."""
    return [[word.name, word.forms, word.parts] for word in words]
