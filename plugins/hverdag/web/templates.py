"""The templates of pages and reports, in one language; everything inserted into them is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup, escape

from ..locale import Catalogue, alphabetical
from ..model.own_look import OwnLook
from ..model.value_shapes import PATHS
from .own_look import take_over

OWN = Path(__file__).parent / "templates"

GAP = "\ue010"
"""Marks the places in a card or a chip that differ from page to page; no text may contain this private character."""

Folders = tuple[tuple[str, Path], ...]
"""Folders of templates, each with the name that starts its templates' names: `stories` in `stories/story.html`."""


@cache
def environment(words: Catalogue, folders: Folders = (), own: Path = OWN) -> Environment:
    """Return the environment with the templates in `own` and those of each folder.

    It is cached, because compiling templates takes longer than rendering them, and a preview builds many times.
    """
    return _environment(words, folders, own)


def environment_with(look: OwnLook, words: Catalogue, folders: Folders) -> Environment:
    """Return an environment with the templates of an organisation's own look before those of the toolkit and of each
    folder. It is of one site: a template that fails there is left out of it."""
    templates = _environment(words, folders, OWN)
    take_over(templates, look)
    return templates


def _environment(words: Catalogue, folders: Folders, own: Path) -> Environment:
    features: Mapping[str, Any] = {name: FileSystemLoader(folder) for name, folder in folders}
    templates = Environment(
        loader=ChoiceLoader([PrefixLoader(features), FileSystemLoader(own)]),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    templates.install_gettext_translations(words.translations, newstyle=False)  # type: ignore[attr-defined]
    # Set directly: the extension's own `_` looks up the translations at every call.
    templates.globals["_"] = words.say
    templates.globals |= {
        "mark_paths": PATHS,
        "day": words.day,
        "count": words.count,
        "duration": words.duration,
        "language": words.language,
        "gap": GAP,
    }
    templates.filters["code"] = _with_code
    templates.filters["alphabetical"] = lambda texts: sorted(texts, key=alphabetical)
    return templates


def _with_code(text: str) -> Markup:
    """Return a text as HTML, with the parts between backticks as code."""
    parts = (
        escape(part) if at % 2 == 0 else Markup("<code>{}</code>").format(part)
        for at, part in enumerate(text.split("`"))
    )
    return Markup().join(parts)
