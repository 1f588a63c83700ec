"""Data for paper: JSON in which every text can be typeset, and the Typst files that typeset it."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from ..model.artifact import Template, texts_in
from ..model.own_look import NO_LOOK, OURS, PICTURES, OwnLook, own_path
from ..model.problem import Source
from .blocks import Block
from .runs import shown

OWN = Path(__file__).parent / "templates"

Folders = tuple[tuple[str, Path], ...]
"""Folders of Typst files, each with the name that starts its files' import paths: `guides` in `/guides/guide.typ`."""

Places = tuple[tuple[str, Source], ...]
"""The source of each text that may be too long for its space, by the name that the template uses for the text."""

T = TypeVar("T")

_IMPORT = re.compile(r'\b(?:import|include)\s*"([^"]*)"')


class ImportedPackageError(ValueError):
    """A template imports something other than a file of ours: Typst would download a package."""


@cache
def template(main: str, folders: Folders = (), look: OwnLook = NO_LOOK) -> Template:
    """Return a Typst file with all files that it imports, by names such as `house.typ` or `guides/guide.typ`. Those of
    an organisation's own look come before ours, which it may import as `/hverdag/house.typ`.

    Raises ImportedPackageError for an import of anything but a file, such as `@preview/...`.
    """
    texts: dict[str, str] = {}
    pending = [main]
    while pending:
        name = pending.pop()
        if name not in texts:
            texts[name] = look.text(name) or package_file(name, folders).read_text("utf-8")
            pending += (imported for _, imported in imports(name, texts[name]))
    files, own = tuple(sorted(texts.items())), tuple(sorted(texts.keys() & look.files.keys()))
    if not own:
        return Template(main, files)
    shown = ((own_path(name), look.files[name]) for name in look.named(*PICTURES))
    pictures = tuple((path, content) for path, content in shown if any(path in texts[name] for name in own))
    return Template(main, files, own, pictures, template(main, folders))


def imports(name: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the files that a Typst file imports: where in its text each stands, and its name."""
    for found in _IMPORT.finditer(text):
        imported = found[1]
        if not imported.startswith("/") or not imported.endswith(".typ") or ".." in imported:
            raise ImportedPackageError(f"{name}: {imported}")
        yield found.start(1), imported.removeprefix("/")


def package_file(name: str, folders: Folders) -> Path:
    """Return where one of our own files lies, by its name. Raises KeyError for a folder that is none of ours."""
    folder, slash, rest = name.removeprefix(f"{OURS}/").partition("/")
    return dict(folders)[folder] / rest if slash else OWN / folder


def written(data: Mapping[str, Any]) -> str:
    """Return data as JSON, with sorted keys so that equal data gives the same bytes."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def shown_all(data: T) -> T:
    """Return data with every string in it passed through `shown`."""
    return cast(T, _typeset(data))


def _typeset(data: Any) -> Any:
    if isinstance(data, str):
        return shown(data)
    if isinstance(data, Mapping):
        return {name: _typeset(item) for name, item in data.items()}
    return [_typeset(item) for item in data] if isinstance(data, list) else data


def pictures(data: Any) -> tuple[tuple[str, str], ...]:
    """Return the pictures in data, each by its path in the publication and its file name in the data."""
    return tuple(dict.fromkeys(_pictures(data)))


def block_sources(data: Any) -> tuple[tuple[Source | None, ...], ...]:
    """Return the source of each block of each text in data, text by text, as `texts_in` finds them."""
    return tuple(tuple(block.source if isinstance(block, Block) else None for block in text) for text in texts_in(data))


def _pictures(data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, Mapping):
        if data.get("t") == "img":
            yield data["path"], data["src"].removeprefix("/")
        for item in data.values():
            yield from _pictures(item)
    elif isinstance(data, list):
        for item in data:
            yield from _pictures(item)
