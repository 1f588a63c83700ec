"""Everything that is derived from the list of features."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

from ..model.addresses import PRINT, SHORT, page_address
from ..model.data_kind import DataKind, data_kind_of
from ..model.declared import Declared, Placed, fields
from ..model.document_kind import DocumentKind
from ..model.folders import Folders
from ..model.former import Move, address_key, is_former
from ..model.handbook import Handbook, kind_of
from ..model.language import Language
from ..model.search import PAGE, SearchKind
from ..model.settings import Settings
from ..model.texts.document import Document, HandWrittenPage
from ..model.texts.story import State, Story
from .claim import Claim, Named
from .feature import Feature
from .kit import Macro
from .settings_model import settings_model

HOME = Path(__file__).parent
"""Each feature has a folder of its name in it."""

OWN_FOLDERS = (PRINT, SHORT, "assets", "search", "problemer", "private")
"""Folders of the site that no feature may use as its own."""

HANDBOOK_TITLE = "The handbook, in values/handbook.yml"
PAGE_TITLE = "A hand-written page, in docs/"


class FeatureError(TypeError):
    """Two features declare the same name, or one fills a slot that no feature opens. Raised when the registry is
    made."""


class Registry:
    """All features, and everything that is derived from their list. Raises FeatureError if two of them collide."""

    def __init__(self, features: Iterable[Feature]) -> None:
        self.features = tuple(features)
        self._refuse_collisions()

    def _refuse_collisions(self) -> None:
        """Raise FeatureError for the first name that two features declare or that is reserved, and for an unknown
        slot."""
        declared_by: dict[tuple[str, str], Feature | None] = {("address", folder): None for folder in OWN_FOLDERS}
        for feature in self.features:
            _refuse_incomplete(feature)
            for thing, name in _names(feature):
                other = declared_by.setdefault((thing, name), feature)
                if other is not feature:
                    first = f"feature {other.id}" if other else "the house"
                    raise FeatureError(f'{first} and feature {feature.id} both declare the {thing} "{name}"')
        opened = {name for feature in self.features for name in feature.opens}
        for feature in self.features:
            unknown = [slot.place for slot in feature.slots if slot.place not in opened]
            if unknown:
                raise FeatureError(f'feature {feature.id} fills the slot "{unknown[0]}", which no feature opens')

    @cached_property
    def kinds(self) -> tuple[DocumentKind[Document], ...]:
        """The kinds of documents."""
        return tuple(kind for feature in self.features for kind in feature.documents)

    @cached_property
    def data_kinds(self) -> tuple[DataKind[Placed], ...]:
        """The kinds of data files."""
        return tuple(kind for feature in self.features for kind in feature.data)

    def kind_of(self, path: str) -> DocumentKind[Document] | None:
        """Return the kind of a text, by its path."""
        return kind_of(self.kinds, path)

    @cached_property
    def settings_model(self) -> type[Settings]:
        """The model of handbook.yml: the settings that features share, and each feature's section."""
        return settings_model(self.features)

    @cached_property
    def tables(self) -> Mapping[str, tuple[str, type[Declared]]]:
        """The fields that editors may write, as title and model by id, for the reference and for labels in reports."""
        documents = {kind.id: (kind.title, kind.model) for kind in sorted(self.kinds, key=_in_reference)}
        data: dict[str, tuple[str, type[Declared]]] = {kind.id: (kind.title, kind.model) for kind in self.data_kinds}
        others: dict[str, tuple[str, type[Declared]]] = {
            "handbook": (HANDBOOK_TITLE, self.settings_model),
            "page": (PAGE_TITLE, HandWrittenPage),
        }
        return {**documents, **others, **data}

    def declared_in(self, path: str) -> type[Declared]:
        """Return the model of a file of the publication, by its path."""
        kind = self.kind_of(path) or data_kind_of(self.data_kinds, path)
        return kind.model if kind else HandWrittenPage if path.startswith("docs/") else self.settings_model

    @cached_property
    def macros(self) -> Mapping[str, tuple[Feature, Macro]]:
        """The macros for hand-written pages, by name, each with its feature."""
        return {macro.name: (feature, macro) for feature in self.features for macro in feature.macros}

    @cached_property
    def search_kinds(self) -> tuple[SearchKind, ...]:
        """The kinds of pages in search results, in the order of their ranks; other pages come last."""
        kinds = [feature.search_kind for feature in self.features if feature.search_kind]
        return (*sorted(kinds, key=lambda kind: kind.order), SearchKind(PAGE, 99))

    @cached_property
    def style_sheets(self) -> tuple[str, ...]:
        """The style sheets that every page loads, by name."""
        return tuple(sorted(name for feature in self.features for name in feature.assets.styles))

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """The scripts that every page loads, by name."""
        return tuple(sorted(name for feature in self.features for name in feature.assets.scripts))

    @cached_property
    def reserved_ids(self) -> frozenset[str]:
        """The ids that templates use; a heading in a text gets another."""
        own = ("about", "content", "hv-doors", "hv-query", "hv-search-said", "hv-search-try", "hv-search-themes")
        return frozenset((*own, *(name for feature in self.features for name in feature.reserved_ids)))

    @cached_property
    def template_folders(self) -> tuple[tuple[str, Path], ...]:
        """The folder of each feature, by the name that its templates begin with."""
        return tuple((feature.id, HOME / feature.id) for feature in self.features)

    def claims(self, handbook: Handbook) -> Iterator[Claim]:
        """Yield every address that a document or a feature claims."""
        for feature in self.features:
            for kind in feature.documents:
                for document in handbook.of(kind.model):
                    yield Claim(document.path, kind.address(document, handbook.settings))
            if feature.claims:
                yield from feature.claims(handbook)

    def named(self, handbook: Handbook) -> Iterator[Named]:
        """Yield everything that values/addresses.yml can name: documents, hand-written pages, and what features add."""
        for feature in self.features:
            for kind in feature.documents:
                for document in handbook.of(kind.model):
                    address = kind.address(document, handbook.settings)
                    yield Named(address_key(document), document.path, address)
            if feature.named:
                yield from feature.named(handbook)
        yield from (Named(path, path, page_address(path)) for path in handbook.page_paths)

    def moves(self, handbook: Handbook) -> Iterator[Move]:
        """Yield every former address that leads on to a page or a file, whether this edition has it or not."""
        if not handbook.formers:
            return
        named = {one.key: one for one in reversed(list(self.named(handbook)))}
        for former in handbook.formers:
            if former.key in named and is_former(former.address):
                yield Move(former.address, named[former.key].target, named[former.key].address)
        for feature in self.features:
            if feature.moves:
                yield from feature.moves(handbook)

    def retired(self, handbook: Handbook) -> Iterator[tuple[str, str]]:
        """Yield the path and the address of each retired story: a notice is there. If consent has ended, another
        notice is."""
        kind = next((kind for kind in self.kinds if kind.model is Story), None)
        for story in handbook.stories if kind else ():
            if kind and story.state is State.RETIRED and not story.unavailable:
                yield story.path, kind.address(story, handbook.settings)

    def own_addresses(self, handbook: Handbook) -> tuple[str, ...]:
        """Return the addresses that are generated, without their last slash: lists of documents, pages of features, and
        the folders of printed files and short addresses. A kind of document that a publication does not use takes none,
        so that a new feature breaks no publication."""
        settings = handbook.settings
        used = (kind for kind in self.kinds if kind.settings_name in Folders.model_fields or handbook.of(kind.model))
        lists = (kind.address_home(settings) for kind in used if not kind.is_in_docs)
        return (PRINT, SHORT, *lists, *self.pages(settings))

    def pages(self, settings: Settings) -> tuple[str, ...]:
        """Return the addresses of the features' own pages, without their last slash."""
        return tuple(page.rstrip("/") for feature in self.features if feature.pages for page in feature.pages(settings))


def _in_reference(kind: DocumentKind[Document]) -> int:
    """Return the sort key of a kind in the reference: stories come first, since most editors write those."""
    return kind.id != "story"


def _refuse_incomplete(feature: Feature) -> None:
    """Raise FeatureError for a declaration that a feature lacks."""
    if not isinstance(feature.holds_about_people, tuple):
        raise FeatureError(f"feature {feature.id} does not say what it holds about people")
    for kind in feature.documents:
        missing = [language.value for language in Language if language.value not in kind.address_folder]
        if missing:
            raise FeatureError(f'feature {feature.id} has no address folder for "{kind.id}" in {", ".join(missing)}')


def _names(feature: Feature) -> Iterator[tuple[str, str]]:
    """Yield every name that only one feature may declare, as the kind of thing and the name."""
    yield "feature id", feature.id
    for kind in feature.documents:
        yield "document", kind.id
        yield from (("source folder", folder) for folder in kind.folders)
        yield "code prefix", kind.code_letters
        yield "address folder setting", kind.settings_name
        yield from (("address", folder) for folder in dict.fromkeys(kind.address_folder.values()))
    for data in feature.data:
        yield "data", data.id
        yield "data file", data.path
    usual = [Settings.model_construct(language=language, folders=Folders()) for language in Language]
    pages = {page.rstrip("/") for settings in usual if feature.pages for page in feature.pages(settings)}
    yield from (("address", page) for page in sorted(pages))
    yield from (("section of handbook.yml", name) for name in _section(feature.settings))
    yield from (("rule", rule.id) for rule in (*feature.rules, *feature.command_rules))
    yield from (("macro", macro.name) for macro in feature.macros)
    yield from (("asset", name) for name in feature.assets.names)
    yield from (("slot", name) for name in feature.opens)
    if feature.print_group:
        yield "print group", feature.print_group.id
    if feature.search_kind:
        yield "kind of search result", feature.search_kind.id


def _section(model: type[Declared] | None) -> Iterator[str]:
    yield from fields(model) if model else ()


@cache
def registry() -> Registry:
    """Return the registry of all features. It is made on the first call."""
    from . import FEATURES  # noqa: PLC0415 the list imports every feature, and they import this room

    return Registry(FEATURES)
