"""From the finished pages of a site to what search looks in: words are looked up, and synonyms set beside them."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from ..language.dictionary import edition
from ..language.lexicon import lexicon, read, standing, written
from ..language.synonyms import Synonyms
from ..model.artifact import Artifact
from ..model.search import FoundPage, Lexicon
from ..model.settings import Language
from ..publish.cache.store import CacheStore, cache_folder
from ..render.search import search_script
from .render import RenderedSite


def search_data(site: RenderedSite, pages: Sequence[FoundPage]) -> Artifact:
    """Return the script that search looks in, made of our own pages and those that a host has found besides."""
    settings = site.settings
    texts = [text for page in pages for text in page.entry.texts]
    words = _lexicon([*texts, *(word for group in settings.synonyms for word in group)], settings.language)
    synonyms = Synonyms(settings.synonyms, words)
    found = (synonyms.with_synonyms(page) for page in pages)
    return search_script(found, words, site.publication.handbook.values, settings)


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
