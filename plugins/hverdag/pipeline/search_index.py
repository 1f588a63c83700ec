"""From the finished pages of a site to the data of the search, with the forms of each word and synonyms."""

from collections.abc import Sequence

from ..features.registry import registry
from ..features.search.data import SearchContent, search_script
from ..features.search.model import SearchSection
from ..language.synonyms import Synonyms
from ..model.artifact import Artifact
from ..model.search import THEME, FoundPage
from .on_request import Site


def search_data(site: Site, pages: Sequence[FoundPage]) -> tuple[Artifact, Artifact]:
    """Return the search data as a script, and the script that names it, from our own pages and the hand-written ones
    that the host has read. The words are kept for the next run, which asks of most of them again."""
    settings = site.settings
    groups = settings.of(SearchSection).synonyms
    told = {id for page in pages if page.entry.kind == THEME for id in page.entry.themes}
    quiet = [theme for theme in settings.themes if theme.id and theme.id not in told]
    texts = [text for page in pages for text in page.entry.texts]
    texts += [text for theme in quiet for text in (theme.name, theme.about, *theme.other_names)]
    words = site.lookup.lexicon([*texts, *(word for group in groups for word in group)])
    synonyms = Synonyms(groups, words)
    found = (synonyms.with_synonyms(page) for page in pages)
    kinds, values = registry().search_kinds, site.publication.handbook.values
    return search_script(SearchContent(tuple(found), tuple(quiet), words), values, settings, kinds)


def search_rows(site: Site, pages: Sequence[FoundPage]) -> Artifact:
    """Return what the search data say of some pages, but for what settings and the dictionary add."""
    kinds, values = registry().search_kinds, site.publication.handbook.values
    return search_script(SearchContent(tuple(pages)), values, site.settings, kinds)[0]
