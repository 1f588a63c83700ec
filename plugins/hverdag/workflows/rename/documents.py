"""Mends the links to a renamed file in stories, values, methods and handbook.yml, and its name in their fields."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from ...model.declared import Place, Placed
from ...model.handbook import Handbook
from ...model.problem import Source
from ...model.references import references
from ...model.settings import PATH as SETTINGS
from ...model.texts.body import Element, Node
from ...model.texts.document import Document
from ...model.texts.locate import source_of
from ...parse.files import read_bytes
from ...parse.publication import fields_of, read_document
from ...pipeline import rename_rules as rules
from ..story_file import RefusedError
from .renaming import GOAL, PAGE, Renaming
from .spans import LinkSpan, applied, meaningful, scalar

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


class Mend(NamedTuple):
    """A file that is mended: its path, its content before and after, and the number of places."""

    path: str
    before: bytes
    after: bytes
    places: int


def mend_documents(root: Path, handbook: Handbook, renaming: Renaming) -> Iterator[Mend]:
    """Yield each document that names what gets another name, mended. Raises RefusedError for a place that cannot be
    mended."""
    for document in handbook.documents:
        names = _names(document, renaming)
        links = any(_path(element) == renaming.was for element in document.body.elements())
        if names or links:
            raw, _ = read_bytes(root, document.path)
            text = raw.decode("utf-8")
            spans = [_scalar(text, document, place, *pair) for place, pair in names.items()]
            if links:
                spans += _links(text, document, renaming)
            after = applied(text, spans).encode("utf-8")
            _verify(document, after, names, renaming)
            yield Mend(document.path, raw, after, len(spans))


def mend_settings(root: Path, handbook: Handbook, renaming: Renaming) -> Iterator[Mend]:
    """Yield handbook.yml, mended, if it names what gets another name."""
    settings = handbook.settings
    names = dict(_names(settings, renaming))
    if renaming.kind == GOAL:
        ids = {
            (field, number, "id"): one.id
            for field, listed in settings.direction_lists
            for number, one in enumerate(listed)
        }
        names |= {place: (id, renaming.now) for place, id in ids.items() if id == renaming.was}
    if names:
        raw, _ = read_bytes(root, SETTINGS)
        text = raw.decode("utf-8")
        after = applied(text, [_scalar(text, settings, place, *pair) for place, pair in names.items()]).encode("utf-8")
        if _fields(fields_of(after, SETTINGS, type(settings)), {}) != _fields(settings, names):
            raise RefusedError(rules.LINK.at(settings.at(*next(iter(names)))))
        yield Mend(SETTINGS, raw, after, len(names))


def _names(model: Placed, renaming: Renaming) -> Mapping[Place, tuple[str, str]]:
    """Return the fields that name what gets another name, each with the text as it is and as it must be."""
    pairs = {renaming.kind: (renaming.id_was, renaming.id_now)}
    if renaming.kind != GOAL:
        pairs["file"] = (renaming.was, renaming.now)
    if renaming.kind == PAGE:
        pairs[PAGE] = (renaming.was.removeprefix("docs/"), renaming.now.removeprefix("docs/"))
    found = (one for one in references(model) if one.kind in pairs and one.given == pairs[one.kind][0])
    return {one.place: pairs[one.kind] for one in found}


def _scalar(text: str, model: Placed, place: Place, was: str, now: str) -> LinkSpan:
    source = model.at(*place)
    span = scalar(text, source.line, source.column, was, now)
    if span is None:
        raise RefusedError(rules.LINK.at(source))
    return span


def _links(text: str, document: Document, renaming: Renaming) -> list[LinkSpan]:
    """Return the links to a file in the text of a document."""
    fences = list(_FENCE.finditer(text))
    start = fences[1].end() if len(fences) > 1 else 0
    name = renaming.now.rpartition("/")[2]
    spans = [LinkSpan(*found.span(), name) for found in _written(renaming.was).finditer(text, start)]

    def meaning(changed: str) -> Any:
        read = read_document(changed.encode("utf-8"), document.path, type(document))
        return read and (_same(read.body.children, renaming), _fields(read, {}))

    return meaningful(text, spans, meaning)


def _written(path: str) -> re.Pattern[str]:
    """Return a pattern for the name of a file in a link: each letter may be written as it is or as a number."""
    letters = []
    for letter in path.rpartition("/")[2]:
        coded = quote(letter, safe="")
        numbers = coded if coded.startswith("%") else f"%{ord(letter):02X}"
        letters.append(f"(?:{re.escape(letter)}|(?i:{re.escape(numbers)}))")
    return re.compile(rf"(?<![\w%-]){''.join(letters)}(?![\w-])")


def _same(nodes: tuple[Node, ...], renaming: Renaming) -> tuple[Node, ...]:
    """Return a text in which links to the file under its old name lead to the new one."""
    return tuple(node if isinstance(node, str) else _relabelled(node, renaming) for node in nodes)


def _relabelled(element: Element, renaming: Renaming) -> Element:
    attributes = element.attributes
    if _path(element) == renaming.was:
        moved = renaming.now + element.get("href").removeprefix(renaming.was)
        attributes = tuple((name, moved if name == "href" else text) for name, text in attributes)
    return Element(element.tag, attributes, _same(element.children, renaming))


def _path(element: Element) -> str:
    return element.get("href").partition("#")[0] if element.tag == "a" else ""


def _verify(document: Document, after: bytes, names: Mapping[Place, tuple[str, str]], renaming: Renaming) -> None:
    """Raise RefusedError if a place was not mended, or if anything else has changed."""
    read = read_document(after, document.path, type(document))
    if read is None or _fields(read, {}) != _fields(document, names):
        place = next(iter(names), ())
        raise RefusedError(rules.LINK.at(document.at(*place) if place else Source(document.path)))
    left = next((one for one in read.body.elements() if _path(one) == renaming.was), None)
    if left or read.body.children != _same(document.body.children, renaming):
        raise RefusedError(rules.LINK.at(source_of(document, left or Element("p"))))


def _fields(model: Placed, names: Mapping[Place, tuple[str, str]]) -> Any:
    """Return the fields of a model as plain data, with new names in some places."""
    plain = model.model_dump(exclude={"path", "places", "faulty", "body"})
    return _renamed(plain, names, ())


def _renamed(content: Any, names: Mapping[Place, tuple[str, str]], place: Place) -> Any:
    if place in names:
        return names[place][1]
    if isinstance(content, dict):
        return {name: _renamed(part, names, (*place, name)) for name, part in content.items()}
    if isinstance(content, (tuple, list)):
        return tuple(_renamed(part, names, (*place, number)) for number, part in enumerate(content))
    return content
