"""With what settings are looked over, and those of macros: what mkdocs.yml may set of them, and the pages that ask for
some where it has none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ..features.registry import registry
from ..model.handbook import Handbook
from ..model.message import message
from ..model.problem import Problem
from ..web import page_rules
from .choice import says_site
from .config_file import with_plugin
from .setting_faults import refused, setting_source

_CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|^(?: {4}|\t)[^\n]*|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_ASKED = re.compile(r"\{\{-?\s*(?P<name>\w+)[^}\n]{0,60}\}\}")

Given = dict[str, Any]
"""The settings as mkdocs.yml has them, with what it inherits."""


@dataclass(frozen=True)
class Found:
    """What the settings of a site are looked over with: MkDocs' configuration, the settings as mkdocs.yml has them, and
    the publication."""

    config: MkDocsConfig
    given: Given
    root: Path
    handbook: Handbook

    @property
    def is_in_site(self) -> bool:
        """Whether mkdocs.yml has the pages stand in the frame of the site, or says nothing of it."""
        return says_site(self.config)


def _macros(found: Found) -> Iterator[Problem]:
    if _options(found.given, "macros").get("render_by_default") is True:
        detail = message("with render_by_default: true, macros would run on every page, whoever wrote it.")
        advice = message("Write false, and render_macros: true in the fields of each page that needs it.")
        yield refused(found.root, detail, advice, "plugins", "macros", "render_by_default")


def _asked(found: Found) -> Iterator[Problem]:
    """Yield one problem where pages ask for something by name, and nothing here reads that."""
    if "macros" in found.config.plugins:
        return
    asks = {page.path for page in found.handbook.pages if page.render_macros}
    for path, body in sorted(found.handbook.page_bodies.items()):
        text = body.source if path in asks else _CODE.sub("", body.source)
        names = registry().macros
        asked = next((one[0] for one in _ASKED.finditer(text) if path in asks or one["name"] in names), "")
        if asked:
            detail = message('{path} uses "{given}", but the plugin macros is missing.', path=path, given=asked)
            source = setting_source(found.root, "plugins")
            yield page_rules.CONFIG.at(source, detail=detail, **with_plugin(found.root, "macros"))
            return


def _options(given: Given, plugin: str) -> Given:
    plugins = given.get("plugins")
    named = plugins.items() if isinstance(plugins, dict) else ()
    listed = plugins if isinstance(plugins, list) else ()
    pairs = [*named, *(pair for one in listed if isinstance(one, dict) for pair in one.items())]
    return next((options for name, options in pairs if name == plugin and isinstance(options, dict)), {})


MACROS = (_macros, _asked)
