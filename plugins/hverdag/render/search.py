"""What a reader's browser searches in: pages, words and their forms, as one script that is loaded when it is needed."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..locale import Catalogue, catalogue
from ..model.artifact import Artifact
from ..model.search import FoundPage, Lexicon, PageKind, Word
from ..model.settings import Settings
from ..model.texts.value import Value
from ..model.value_shapes import PATHS
from ..web.script_data import data_script

FOLDER = "search"
DATA = f"{FOLDER}/data.js"
_SOURCES = """\
/* The forms of words come from simplemma (MIT), whose lists are Michal Měchura's (ODbL 1.0), Wiktionary's (CC BY-SA)
   and others'. */
"""
MOST_LETTERS = 20_000
"""How much of a page's text is searched: ten times an ordinary story."""


def search_script(pages: Iterable[FoundPage], words: Lexicon, values: Iterable[Value], settings: Settings) -> Artifact:
    """Return the script that holds everything search knows. What is in it is text, and is never run."""
    held = list(values)
    classes: dict[str, int] = {}
    data = {
        "language": settings.language.value,
        "kinds": [[kind.value, name] for kind, name in _kinds(catalogue(settings.language.value))],
        "values": [[value.id, value.heading, PATHS[value.mark]] for value in held],
        "pages": list(_pages(pages, [value.id for value in held])),
        "synonyms": settings.synonyms,
        "words": list(_words(words, classes)),
        "classes": list(classes),
    }
    return Artifact(DATA, _SOURCES + data_script("search", data))


def _kinds(words: Catalogue) -> Iterator[tuple[PageKind, str]]:
    yield PageKind.STORY, words.say("Story")
    yield PageKind.VALUE, words.say("Value")
    yield PageKind.METHOD, words.say("Method")
    yield PageKind.PAGE, ""


def _pages(pages: Iterable[FoundPage], values: list[str]) -> Iterator[list[Any]]:
    kinds = list(PageKind)
    for page in pages:
        entry = page.entry
        own = [values.index(value) for value in entry.values if value in values]
        text = " ".join(entry.text[:MOST_LETTERS].split())
        looked_in = (" · ".join(texts) for texts in (entry.about, entry.more, entry.same))
        yield [page.address, kinds.index(entry.kind), entry.title, entry.lead, text, entry.workplace, own, *looked_in]


def _words(words: Lexicon, classes: dict[str, int]) -> Iterator[list[Any]]:
    """Yield each word with the number of its class, and the numbers of its parts. `classes` is filled in."""
    places = {name: at for at, name in enumerate(words)}
    for word in words.values():
        parts = [places[part] for part in word.parts if part in places]
        number = classes.setdefault(_class(word), len(classes))
        yield [word.name, number, parts] if parts else [word.name, number]


def _class(word: Word) -> str:
    """How a word is inflected, as words of its kind are: `0et,3ørn` takes -et, and loses three letters for -ørn."""
    return ",".join(_inflection(word.name, form) for form in word.forms if form != word.name)


def _inflection(name: str, form: str) -> str:
    shared = next((at for at, (one, other) in enumerate(zip(name, form, strict=False)) if one != other), None)
    shared = min(len(name), len(form)) if shared is None else shared
    return f"{len(name) - shared}{form[shared:]}"
