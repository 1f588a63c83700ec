"""The search index: pages, words and their forms, as one script that the browser loads when it is needed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...locale import catalogue
from ...model.artifact import Artifact
from ...model.digest_name import with_digest, without_digest
from ...model.language import Language, in_own_site
from ...model.search import THEME, FoundPage, Lexicon, SearchKind, Word
from ...model.settings import Settings
from ...model.texts.value import Value
from ...model.themes import Theme
from ...model.value_shapes import PATHS
from ...web.script_data import data_script
from .model import SearchSection

FOLDER = "search"
DATA = f"{FOLDER}/data.js"
"""The script with the search index, but for the digest in its name."""
ADDRESS = f"{FOLDER}/address.js"
"""The script that names it, so that no page has to: each would be another page when one story changes."""
_SOURCES = """\
/* The forms of words come from simplemma (MIT), whose lists are Michal Měchura's (ODbL 1.0), Wiktionary's (CC BY-SA)
   and others'. */
"""
MOST_LETTERS = 20_000
"""The most characters of a page's text that are searched: ten times an ordinary story."""


@dataclass(frozen=True)
class SearchContent:
    """What is searched: pages, those of themes among them; themes of handbook.yml that no story is about; words."""

    pages: tuple[FoundPage, ...]
    quiet: tuple[Theme, ...] = ()
    words: Lexicon = field(default_factory=dict)


def search_script(
    content: SearchContent, values: Iterable[Value], settings: Settings, kinds: Sequence[SearchKind]
) -> tuple[Artifact, Artifact]:
    """Return the script with the search index, and the script that names it. The texts in them are data, and are never
    executed. `kinds` are the kinds of pages, in the order of their ranks."""
    all_values, tell = list(values), catalogue(settings.language.value).tell
    themes = [page for page in content.pages if page.entry.kind == THEME]
    numbers = {id: at for at, page in enumerate(themes) for id in page.entry.themes}
    pages = [page for page in content.pages if page.entry.kind != THEME]
    classes: dict[str, int] = {}
    data = {
        "language": settings.language.value,
        "kinds": [[kind.id, tell(kind.label) if kind.label else ""] for kind in kinds],
        "values": [[value.id, value.heading, PATHS[value.mark]] for value in all_values],
        "pages": list(_pages(pages, [value.id for value in all_values], [kind.id for kind in kinds], numbers)),
        "themes": [*map(_theme, themes), *(_quiet(theme, numbers) for theme in content.quiet)],
        "synonyms": settings.of(SearchSection).synonyms,
        "words": list(_words(content.words, classes)),
        "classes": list(classes),
    }
    index = _SOURCES + data_script("search", data)
    path = with_digest(DATA, index)
    return Artifact(path, index), Artifact(ADDRESS, data_script("searchIn", path.removeprefix(f"{FOLDER}/")))


def data_paths(site: Path) -> tuple[str, ...]:
    """Return the paths in a finished site of the scripts with the search index: one in each language, or none."""
    folders = (site / FOLDER, *(site / language / FOLDER for language in Language))
    there = (path.relative_to(site).as_posix() for folder in folders for path in folder.glob("*.js"))
    return tuple(sorted(path for path in there if without_digest(in_own_site(path)) == DATA))


def _theme(page: FoundPage) -> list[Any]:
    """Return a theme with stories as its name, its address, its sentence, and the words that lead to it."""
    entry = page.entry
    return [entry.title, page.address, entry.lead, [*entry.more, *entry.same]]


def _quiet(theme: Theme, numbers: Mapping[str, int]) -> list[Any]:
    """Return a theme without stories, which has no address, with the numbers of the themes near it."""
    near = [numbers[id] for id in theme.near if id in numbers]
    return [theme.name, "", theme.about, list(theme.other_names), near]


def _pages(
    pages: Iterable[FoundPage], values: list[str], kinds: list[str], themes: Mapping[str, int]
) -> Iterator[list[Any]]:
    for page in pages:
        entry = page.entry
        own = [values.index(value) for value in entry.values if value in values]
        text = " ".join(entry.text[:MOST_LETTERS].split())
        looked_in = (" · ".join(texts) for texts in (entry.about, entry.more, entry.same))
        about = [themes[id] for id in entry.themes if id in themes]
        row = [page.address, kinds.index(entry.kind), entry.title, entry.lead, text, entry.workplace, own, *looked_in]
        yield [*row, about] if about else row


def _words(words: Lexicon, classes: dict[str, int]) -> Iterator[list[Any]]:
    """Yield each word with the number of its class, and the numbers of its parts. `classes` is filled in."""
    places = {name: at for at, name in enumerate(words)}
    for word in words.values():
        parts = [places[part] for part in word.parts if part in places]
        number = classes.setdefault(_class(word), len(classes))
        yield [word.name, number, parts] if parts else [word.name, number]


def _class(word: Word) -> str:
    """Return the inflection class of a word: `0et,3ørn` adds -et, and replaces the last three letters by -ørn."""
    return ",".join(_inflection(word.name, form) for form in word.forms if form != word.name)


def _inflection(name: str, form: str) -> str:
    shared = next((at for at, (letter, other) in enumerate(zip(name, form, strict=False)) if letter != other), None)
    shared = min(len(name), len(form)) if shared is None else shared
    return f"{len(name) - shared}{form[shared:]}"
