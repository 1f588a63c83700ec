"""The model of handbook.yml: the settings that features share, and the section of each feature."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, cast

from pydantic import create_model

from ..model.declared import declared
from ..model.document_kind import DocumentKind
from ..model.folders import Folders
from ..model.settings import Settings
from .feature import Feature


def settings_model(features: Iterable[Feature]) -> type[Settings]:
    """Return the model of handbook.yml: `printed` chooses among print groups, `folders` names a folder
    for each kind of document, and every feature's section is a field."""
    listed = tuple(features)
    sections = [feature.settings for feature in listed if feature.settings]
    own: Any = {"printed": _printed(listed), **_folders(kind for feature in listed for kind in feature.documents)}
    # pydantic collects fields from the last base to the first: the shared ones come first, then those of features.
    bases: Any = (*reversed(sections), Settings)
    return cast("type[Settings]", create_model("Settings", __base__=bases, __module__=__name__, **own))


def _printed(features: Iterable[Feature]) -> tuple[Any, Any]:
    """Return the field `printed`, the choice of print groups; by default all of them."""
    ids = [feature.print_group.id for feature in features if feature.print_group]
    groups: Any = StrEnum("PrintChoice", {id.upper(): id for id in ids})  # type: ignore[misc]
    info = Settings.model_fields["printed"]
    return tuple[groups, ...], declared(info.title or "", info.description or "", default=tuple(groups))


def _folders(kinds: Iterable[DocumentKind[Any]]) -> dict[str, tuple[Any, Any]]:
    """Return the field `folders`, if a feature has a kind of document that Folders does not name."""
    about = "The folder of its pages."
    named = [kind.settings_name for kind in kinds if kind.settings_name not in Folders.model_fields]
    if not named:
        return {}
    fields: dict[str, Any] = {name: (str, declared(name, about)) for name in named}
    folders = create_model("Folders", __base__=Folders, **fields)
    info = Settings.model_fields["folders"]
    return {"folders": (folders, declared(info.title or "", info.description or "", default=folders()))}
