"""Markdown to a sanitised tree: the one place where contributed text is converted.

The HTML is cleaned by nh3 with an allow-list of what our Markdown can produce. If cleaning would change anything, the
text is refused and the line shown, so that the text that was checked is the text that is published.
"""

import posixpath
import re
from collections.abc import Iterator
from html import unescape

import markdown
import nh3

from ..model.problem import Problem, Source
from ..model.texts.body import Body, Element, Node
from . import html, rules
from .characters import CONTROLS
from .limits import MAX_NESTING, Block, blocks, exceeded

EXTENSIONS = ("tables", "footnotes", "def_list", "admonition", "sane_lists", "fenced_code")

TAGS = frozenset(
    [
        "a",
        "blockquote",
        "br",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
ATTRIBUTES = {
    "a": {"href", "title", "id"},
    "img": {"alt", "src", "title"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"style"},
    "th": {"style"},
}
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "code": set[str](),
    "p": {"admonition-title"},
    "div": {"footnote", "admonition", "note", "warning", "tip", "info", "danger", "important", "hint"},
}
SCHEMES = {"http", "https", "mailto", "tel"}

# Fenced code names its programming language in a class; no output of ours uses it.
_LANGUAGE = re.compile(r'<code class="language-[\w+#.-]*">')

# An id in a text could shadow one that the page's own script looks for: only those of footnotes are allowed.
_FOOTNOTE = re.compile(r"fn(ref\d*)?:[\w-]{1,40}")

_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
    url_schemes=SCHEMES,
    link_rel=None,
    strip_comments=True,
    attribute_filter=lambda _, name, text: text if name != "id" or _FOOTNOTE.fullmatch(text) else None,
    filter_style_properties={"text-align"},
)


class Converter:
    """Converts bodies with one Markdown instance: creating one takes longer than converting a story."""

    def __init__(self) -> None:
        # The link back from a footnote gets its name in web/html_text.py, in the reader's language.
        settings = {"footnotes": {"BACKLINK_TITLE": ""}}
        self._markdown = markdown.Markdown(
            extensions=list(EXTENSIONS), extension_configs=settings, output_format="html"
        )

    def plain_html(self, text: str) -> str | None:
        """Return the HTML of a text for `convert`, or None if cleaning would change it or a limit is exceeded."""
        if exceeded(text, "", 1) or "&#" in text:
            return None
        try:
            raw = self._html(text)
        except RecursionError:
            return None
        return raw if _cleaner.clean(raw) == raw else None

    def _body(self, clean: str, text: str, path: str, first_line: int) -> Body:
        """Return the body of clean HTML. Raises RecursionError if it is nested too deeply."""
        nodes = _levelled(html.parse(clean))
        if "href=" in clean or "src=" in clean:
            nodes = tuple(_resolved(node, posixpath.dirname(path)) for node in nodes)
        return Body(nodes, first_line, text)

    def convert(self, text: str, path: str, first_line: int, plain: str | None = None) -> tuple[Body, list[Problem]]:
        """Return a text as a clean body, and a Problem for each piece that was refused, which the body lacks.

        `plain` is the result of `plain_html` from another process, to save converting the text again.
        """
        problems = exceeded(text, path, first_line) if plain is None else []
        if problems:
            return Body(line=first_line, source=text), problems
        try:
            raw = self._html(text) if plain is None else plain
            clean = _cleaner.clean(raw) if plain is None else plain
            body = self._body(clean, text, path, first_line)
        except RecursionError:
            problem = rules.NESTING.at(Source(path, first_line), depth="?", limit=MAX_NESTING)
            return Body(line=first_line, source=text), [problem]
        # A file has no control characters after it is read; only an entity can add one.
        hidden = CONTROLS.intersection(unescape(clean)) if "&#" in text else frozenset()
        if hidden:
            problems = [rules.CHARACTER.at(Source(path, first_line), code=f"U+{ord(min(hidden)):04X}")]
        elif clean != raw and html.events(raw) != html.events(clean):
            problems = list(self._locate(text, path, first_line))
        return body, problems

    def _html(self, text: str) -> str:
        self._markdown.reset()
        return _LANGUAGE.sub("<code>", self._markdown.convert(text))

    def _locate(self, text: str, path: str, first_line: int) -> Iterator[Problem]:
        """Yield a problem for each refused piece, by converting block by block: Python-Markdown keeps no line
        numbers."""
        has_found = False
        for block in blocks(text):
            raw = self._html(block.text)
            pieces = html.lost(raw, _cleaner.clean(raw))
            has_found = has_found or bool(pieces)
            for piece in pieces:
                yield rules.UNSAFE.at(_source(block, piece, path, first_line), what=piece)
        if not has_found:
            yield rules.UNSAFE.at(Source(path, first_line), what="HTML")


def _source(block: Block, piece: str, path: str, first_line: int) -> Source:
    """Return the line and column of a refused piece in its block; the block's first line if it is not found."""
    for number, line in enumerate(block.text.split("\n")):
        column = line.casefold().find(piece.casefold())
        if column >= 0:
            return Source(path, block.line + number + first_line, column + 1)
    return Source(path, block.line + first_line)


def _levelled(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return nodes whose headings have levels from 2 without gaps: the page's own title is level 1."""
    seen: list[int] = []
    levelled: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and len(node.tag) == 2 and node.tag[0] == "h" and node.tag[1].isdigit():
            level = int(node.tag[1])
            seen = [outer for outer in seen if outer < level] + [level]
            levelled.append(Element(f"h{min(len(seen) + 1, 6)}", node.attributes, node.children))
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
    return Element(node.tag, attributes, tuple(_resolved(child, folder) for child in node.children))


def _path_from_root(link: str, folder: str) -> str:
    if not link or link[0] in "#/?" or ":" in link.partition("/")[0]:
        return link
    path, hash_sign, place = link.partition("#")
    return posixpath.normpath(posixpath.join(folder, path)) + hash_sign + place
