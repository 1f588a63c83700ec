"""From the finished pages of a site to the data of the search, with the forms of each word and synonyms."""

from collections.abc import Iterable, Sequence
from contextlib import suppress

from ..features.registry import registry
from ..features.search.data import SearchContent, search_script
from ..features.search.model import SearchSection
from ..language.dictionary import edition
from ..language.lexicon import lexicon, read, standing, written
from ..language.synonyms import Synonyms
from ..model.artifact import Artifact
from ..model.search import THEME, FoundPage, Lexicon
from ..model.settings import Language
from ..publish.cache.folder import cache_folder
from ..publish.cache.store import CacheStore
from .on_request import Site


def search_data(site: Site, pages: Sequence[FoundPage]) -> tuple[Artifact, Artifact]:
    """Return the search data as a script, and the script that names it, from our own pages and the hand-written ones
    that the host has read."""
    settings = site.settings
    groups = settings.of(SearchSection).synonyms
    told = {id for page in pages if page.entry.kind == THEME for id in page.entry.themes}
    quiet = [theme for theme in settings.themes if theme.id and theme.id not in told]
    texts = [text for page in pages for text in page.entry.texts]
    texts += [text for theme in quiet for text in (theme.name, theme.about, *theme.other_names)]
    words = _lexicon([*texts, *(word for group in groups for word in group)], settings.language)
    synonyms = Synonyms(groups, words)
    found = (synonyms.with_synonyms(page) for page in pages)
    kinds, values = registry().search_kinds, site.publication.handbook.values
    return search_script(SearchContent(tuple(found), tuple(quiet), words), values, settings, kinds)


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
