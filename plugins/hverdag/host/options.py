"""The options of our plugin in mkdocs.yml, and the JSON schema of them that editors of YAML read."""

import json
import sys
from typing import Any, TypeVar

from mkdocs.config import config_options as c
from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.plugins import BasePlugin

from ..model.frame_choice import FrameChoice

NAME = "hverdag"
LEFT_TO_MKDOCS = "enabled"
"""MkDocs itself leaves out a plugin with `enabled: false`, unless the plugin says that it will see to that."""

Plugin = TypeVar("Plugin", bound="BasePlugin[Any]")
Option = TypeVar("Option", bound=BaseConfigOption[Any])


def _told(option: Option, words: str) -> Option:
    """Give an option what editors show beside it."""
    option.told = words  # type: ignore[attr-defined]
    return option


class AllowedPage(Config):  # type: ignore[no-untyped-call]
    """A page that may hold code. parse/pages/site.py reads it, and tells each fault with its line."""

    page = _told(c.Type(str), "The path of the page in docs/.")
    by = _told(c.Type(str), "Who answers for it: a place of work, never a person's name.")


class _Pages(c.Type[list[Any]]):
    """A list that is read before anything is built; here it need only be a list."""

    of = AllowedPage


class HverdagConfig(Config):  # type: ignore[no-untyped-call]
    """Everything is set in values/handbook.yml but for what engineers answer for."""

    enabled = _told(
        c.Type(bool, default=True), "false builds the site as if the plugin were not there. `hverdag build` needs it."
    )
    frame = _told(
        c.Optional(c.Choice(tuple(FrameChoice))),
        "What stands around every page: own is the handbook's own frame, site, the usual, is the theme's.",
    )
    pages_allowed = _told(_Pages(list, default=[]), "The pages that may hold code, each with who answers for it.")


OPTIONS = tuple(name for name, _ in HverdagConfig._schema)


def options_seen_to(plugin: type[Plugin]) -> type[Plugin]:
    """Tell MkDocs which options a plugin of ours sees to itself: all but `enabled`."""
    plugin.config_scheme = tuple(pair for pair in HverdagConfig._schema if pair[0] != LEFT_TO_MKDOCS)
    return plugin


def schema() -> dict[str, Any]:
    """Return the JSON schema of a mkdocs.yml with the plugin in it. Everything else in the file may be as it is."""
    ours = {NAME: {"anyOf": [{"type": "null"}, _object(HverdagConfig)]}}
    one = {"anyOf": [{"type": "string"}, {"type": "object", "properties": ours}]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "mkdocs.yml of a site with the plugin hverdag",
        "type": "object",
        "properties": {
            "plugins": {
                "anyOf": [{"type": "array", "items": one}, {"type": "object", "properties": ours}, {"type": "string"}]
            }
        },
    }


def schema_text() -> str:
    """Return the schema as it is shipped in hverdag.schema.json."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _object(kind: type[Config]) -> dict[str, Any]:
    properties = {name: _schema_of(option) for name, option in kind._schema}
    required = [name for name, option in kind._schema if _is_required(option)]
    more = {"required": required} if required else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}


def _is_required(option: BaseConfigOption[Any]) -> bool:
    return not isinstance(option, c.Optional) and option.default is None


def _schema_of(option: BaseConfigOption[Any]) -> dict[str, Any]:
    told = {"description": vars(option)["told"]}
    if isinstance(option, c.Optional):
        option = option.option
    if isinstance(option, c.Choice):
        return {"enum": [str(choice) for choice in option.choices], **told}
    if isinstance(option, _Pages):
        return {"type": "array", "items": _object(option.of), **told}
    assert isinstance(option, c.Type), "a new kind of option has a line here"  # noqa: S101
    default = {} if _is_required(option) else {"default": option.default}
    return {"type": {bool: "boolean", str: "string"}[option._type], **default, **told}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
