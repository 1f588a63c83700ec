"""Markdown to a sanitised tree: the one place where contributed text is converted."""

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..model.problem import Problem, Source
from ..model.texts.body import Body, Element, Node
from . import html

if TYPE_CHECKING:
    from .clean_html import Cleaner


class Converter:
    """Converts bodies with one reader of Markdown: making one takes longer than converting a story."""

    @cached_property
    def _cleaner(self) -> "Cleaner":
        # Imported here: where everything is known from before, no Markdown is read.
        from .clean_html import Cleaner  # noqa: PLC0415

        return Cleaner()

    def plain_html(self, text: str, first_line: int) -> str | None:
        """Return the clean HTML of a text for `convert`, or None if there is anything to report on it."""
        clean, problems = self._cleaner.clean_html(text, Source("", first_line))
        return None if problems else clean

    def convert(self, text: str, path: str, first_line: int, plain: str | None = None) -> tuple[Body, list[Problem]]:
        """Return a text as a clean body, and a Problem for each piece that was refused, which the body lacks, and for
        each that readers may see otherwise than it was meant.

        `plain` is the result of `plain_html` from another process, to save converting the text again.
        """
        source = Source(path, first_line)
        clean, problems = self._cleaner.clean_html(text, source) if plain is None else (plain, [])
        try:
            return Body(_tree(clean, path), first_line, text), problems
        except RecursionError:
            from .clean_html import far_too_deep  # noqa: PLC0415 as in _cleaner

            return Body(line=first_line, source=text), [far_too_deep(source)]


def _tree(clean: str, path: str) -> tuple[Node, ...]:
    """Return the tree of clean HTML. Raises RecursionError if it is nested too deeply."""
    nodes = _levelled(html.parse(clean))
    if "href=" in clean or "src=" in clean:
        nodes = tuple(_resolved(node, posixpath.dirname(path)) for node in nodes)
    return nodes


def _levelled(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return nodes whose headings have levels from 2 without gaps: the page's own title is level 1."""
    seen: list[int] = []
    levelled: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and len(node.tag) == 2 and node.tag[0] == "h" and node.tag[1].isdigit():
            level = int(node.tag[1])
            seen = [outer for outer in seen if outer < level] + [level]
            tag = f"h{min(len(seen) + 1, 6)}"
            levelled.append(Element(tag, node.attributes, node.children, node.line, node.column))
        else:
            levelled.append(node)
    return tuple(levelled)


def _resolved(node: Node, folder: str) -> Node:
    """Return a node whose relative links and pictures are paths from the publication's root."""
    if isinstance(node, str):
        return node
    attributes = tuple(
        (name, _path_from_root(text, folder) if name in ("href", "src") else text) for name, text in node.attributes
    )
    children = tuple(_resolved(child, folder) for child in node.children)
    return Element(node.tag, attributes, children, node.line, node.column)


def _path_from_root(link: str, folder: str) -> str:
    if not link or link[0] in "#/?" or ":" in link.partition("/")[0]:
        return link
    path, hash_sign, place = link.partition("#")
    return posixpath.normpath(posixpath.join(folder, unquote(path))) + hash_sign + place
