"""Data for paper: JSON in which every text can be set, and the Typst files that set it."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ..model.artifact import Template
from ..model.problem import Source
from .text_tree import shown

Data = dict[str, Any]

Places = tuple[tuple[str, Source], ...]
"""Where each text is written that may turn out too long for its room, by the name that the template knows it by."""


@cache
def template(*names: str) -> Template:
    """Return Typst files of this room as one template."""
    folder = files("hverdag.render") / "paper"
    return Template(tuple((name, (folder / name).read_text("utf-8")) for name in names))


def written(data: Data) -> str:
    """Return data as JSON, the same for the same data."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def shown_all(given: Any) -> Any:
    """Return data with every text in it as it can be set."""
    if isinstance(given, str):
        return shown(given)
    if isinstance(given, Mapping):
        return {name: shown_all(held) for name, held in given.items()}
    return [shown_all(held) for held in given] if isinstance(given, list) else given


def pictures(given: Any) -> tuple[tuple[str, str], ...]:
    """Return the pictures in data: the path of each, and the name that the data knows it by."""
    return tuple(dict.fromkeys(_pictures(given)))


def _pictures(given: Any) -> Iterator[tuple[str, str]]:
    if isinstance(given, Mapping):
        if given.get("t") == "img":
            yield given["path"], given["src"].removeprefix("/")
        for held in given.values():
            yield from _pictures(held)
    elif isinstance(given, list):
        for held in given:
            yield from _pictures(held)
