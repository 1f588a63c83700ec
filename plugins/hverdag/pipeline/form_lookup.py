"""Looks the words of a site up in the dictionary: in another process, since it takes a second and 100 MB to read."""

from collections.abc import Callable, Collection, Iterable, Iterator, MutableMapping
from typing import Any

from ..check.rules.text_letter import texts
from ..language.dictionary import dictionary, edition
from ..language.lexicon import lexicon, look_up, standing
from ..model.declared import Placed
from ..model.language import Language
from ..model.search import Lexicon, Word
from ..model.text_digest import text_digest
from ..model.texts.document import Document
from ..model.texts.story import Story
from ..parse.other_process import OtherProcess
from .form_worker import as_json
from .plan import SitePlan

PROGRAM = "hverdag.pipeline.form_worker"


class FormLookup:
    """What the dictionary says of the words of one site. `known` is what earlier runs have looked up, and `keep` is
    called when that is all that the site asks for."""

    def __init__(
        self, language: Language, known: MutableMapping[str, Any], keep: Callable[[], None] = lambda: None
    ) -> None:
        self._language, self._known, self._keep = language, known, keep
        self._asked: dict[str, None] = {}
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
        """Return the words of some texts. These are remembered, and not those that were looked up for nothing."""
        forms = sorted(standing(texts))
        new = [form for form in forms if _key(form) not in self._known]
        if new:  # what else was asked for is in the sources of texts alone, and nobody waits for it
            self._ask(new)
            self._known.update({_key(form): words for form, words in self._answers(new).items()})
        self._other = None
        brought = [self._words(form) for form in forms]
        self._keep()
        return lexicon(brought)

    def _is_known(self, placed: Placed) -> bool:
        digest = text_digest(placed)
        return bool(digest) and f"{edition()}+{digest}" in self._known

    def _ask(self, forms: Collection[str]) -> None:
        new = sorted(form for form in forms if form not in self._asked and _key(form) not in self._known)
        self._asked |= dict.fromkeys(new)
        items = [(self._language.value, form) for form in new]
        if self._other and new:
            self._other.ask(items)
        elif new and not dictionary.cache_info().currsize:
            self._other = OtherProcess(PROGRAM, items, fewest=1)

    def _answers(self, forms: Collection[str]) -> dict[str, Any]:
        """Return what is found of some words that were asked for: here, where there is no other process."""
        found = zip(self._asked, self._other.results() if self._other else [None] * len(self._asked), strict=True)
        answers = {form: words for form, words in found if words is not None}
        missing = [form for form in forms if form not in answers]
        if missing:
            answers |= {form: as_json(words) for form, words in look_up(missing, self._language).items()}
        self._asked = {}
        return {form: answers[form] for form in forms}

    def _words(self, form: str) -> list[Word]:
        return [Word(name, tuple(forms), tuple(parts)) for name, forms, parts in self._known[_key(form)]]


def begin_lookup(plan: SitePlan, lookup: FormLookup) -> None:
    """Begin to look up the words that the search of a site will ask for, those of hand-written pages among them."""
    shown = plan.shown
    stories = (one.story for one in shown.stories)  # of one that is held back, no word is to be known
    others = (one for one in shown.handbook.documents if not isinstance(one, Story))
    lookup.begin((shown.settings, *others, *stories), (body.source for body in shown.handbook.page_bodies.values()))


def _texts(placed: Placed) -> Iterator[str]:
    """Yield the texts of a document, settings or a data file."""
    yield from (text for _, text in texts(placed))
    if isinstance(placed, Document):
        yield placed.body.source


def _key(form: str) -> str:
    return f"{edition()}-{form}"
