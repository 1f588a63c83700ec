"""From the finished pages of a site to the data of the search, with the forms of each word and synonyms."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from ..features.registry import registry
from ..features.search.data import search_script
from ..features.search.model import SearchSection
from ..language.dictionary import edition
from ..language.lexicon import lexicon, read, standing, written
from ..language.synonyms import Synonyms
from ..model.artifact import Artifact
from ..model.search import FoundPage, Lexicon
from ..model.settings import Language
from ..publish.cache.folder import cache_folder
from ..publish.cache.store import CacheStore
from .render import RenderedSite


def search_data(site: RenderedSite, pages: Sequence[FoundPage]) -> tuple[Artifact, Artifact]:
    """Return the search data as a script, and the script that names it, from our own pages and the hand-written ones
    that the host has read."""
    settings = site.settings
    groups = settings.of(SearchSection).synonyms
    texts = [text for page in pages for text in page.entry.texts]
    words = _lexicon([*texts, *(word for group in groups for word in group)], settings.language)
    synonyms = Synonyms(groups, words)
    found = (synonyms.with_synonyms(page) for page in pages)
    return search_script(found, words, site.publication.handbook.values, settings, registry().search_kinds)


def _lexicon(texts: Iterable[str], language: Language) -> Lexicon:
    """Return the words of some texts. Looking them up takes a second or two, and most builds ask of the same words."""
    stood = standing(texts)
    shelf = CacheStore(cache_folder() / "words", "json")
    recipe = " ".join((edition(), language.value, *sorted(stood)))
    kept = shelf.find(recipe)
    if kept:
        # What someone else has written there is as good as nothing.
        with suppress(OSError, ValueError, TypeError, RecursionError):
            return read(kept.read_text("utf-8"))
    words = lexicon(stood, language)
    shelf.put(recipe, written(words).encode())
    return words
