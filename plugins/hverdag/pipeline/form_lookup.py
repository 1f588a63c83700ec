"""Looks the words of a site up in the dictionary: in another process, since it takes a second and 100 MB to read."""

from collections.abc import Callable, Iterable, MutableMapping
from typing import Any

from ..language.dictionary import dictionary, edition
from ..language.lexicon import lexicon, look_up, standing
from ..model.search import Lexicon, Word
from ..model.settings import Language
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

    def begin(self, texts: Iterable[str]) -> None:
        """Begin to look up the words of some texts, which are most of those that `lexicon` will ask for: meanwhile,
        this process can do something else."""
        self._new = sorted(form for form in standing(texts) if _key(form) not in self._known)
        is_read = dictionary.cache_info().currsize > 0
        if self._new and not is_read:
            self._other = OtherProcess(PROGRAM, [(self._language.value, form) for form in self._new], fewest=1)

    def lexicon(self, texts: Iterable[str]) -> Lexicon:
        """Return the words of some texts."""
        if self._other:
            found = zip(self._new, self._other.results(), strict=True)
            self._known.update({_key(form): words for form, words in found if words is not None})
            self._other = None
        forms = sorted(standing(texts))
        missing = [form for form in forms if _key(form) not in self._known]
        for form, words in look_up(missing, self._language).items() if missing else ():
            self._known[_key(form)] = as_json(words)
        brought = [self._words(form) for form in forms]
        self._keep()
        return lexicon(brought)

    def _words(self, form: str) -> list[Word]:
        return [Word(name, tuple(forms), tuple(parts)) for name, forms, parts in self._known[_key(form)]]


def _key(form: str) -> str:
    return f"{edition()}-{form}"


def as_json(words: Iterable[Word]) -> list[Any]:
    """Return words as JSON has them."""
    return [[word.name, word.forms, word.parts] for word in words]
