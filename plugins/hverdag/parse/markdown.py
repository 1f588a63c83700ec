"""Markdown to a sanitised tree: the one place where contributed text is converted.

The HTML is cleaned by nh3 with an allow-list of what our Markdown can make. Where cleaning would change
anything, the text is refused and the line shown: what was checked is what is published.
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

# An id in a text could stand in for one that the page's own script looks for: only footnotes have any.
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
    """Converts bodies with one Markdown instance: making one costs more than converting a story."""

    def __init__(self) -> None:
        # A footnote's way back is named by render, in the reader's language.
        settings = {"footnotes": {"BACKLINK_TITLE": ""}}
        self._markdown = markdown.Markdown(
            extensions=list(EXTENSIONS), extension_configs=settings, output_format="html"
        )

    def plain_html(self, text: str) -> str | None:
        """Return the HTML of a text that cleaning leaves as it is, for `convert`; None for any other text."""
        if exceeded(text, "", 1) or "&#" in text:
            return None
        try:
            raw = self._html(text)
        except RecursionError:
            return None
        return raw if _cleaner.clean(raw) == raw else None

    def _body(self, clean: str, text: str, path: str, first_line: int) -> Body:
        """Return the body of clean HTML. Raises RecursionError where it is too deep."""
        nodes = _levelled(html.parse(clean))
        if "href=" in clean or "src=" in clean:
            nodes = tuple(_homed(node, posixpath.dirname(path)) for node in nodes)
        return Body(nodes, first_line, text)

    def convert(self, text: str, path: str, first_line: int, plain: str | None = None) -> tuple[Body, list[Problem]]:
        """Convert and clean a body. With a Problem, the body is empty of what was refused.

        `plain` is what `plain_html` made of the text elsewhere, so that it need not be made again.
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
        # The file held none when it was read; only an entity can bring one in.
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
        """Find each refused piece by converting block by block; Python-Markdown knows no lines."""
        found = False
        for block in blocks(text):
            raw = self._html(block.text)
            lost = html.lost(raw, _cleaner.clean(raw))
            found = found or bool(lost)
            for what in lost:
                yield rules.UNSAFE.at(_place(block, what, path, first_line), what=what)
        if not found:
            yield rules.UNSAFE.at(Source(path, first_line), what="HTML")


def _place(block: Block, what: str, path: str, first_line: int) -> Source:
    """The line and column of a refused piece in its block; the block's first line where it cannot be seen."""
    for number, line in enumerate(block.text.split("\n")):
        column = line.casefold().find(what.casefold())
        if column >= 0:
            return Source(path, block.line + number + first_line, column + 1)
    return Source(path, block.line + first_line)


def _levelled(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Give headings levels from 2 without gaps: the page's own title is level 1."""
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


def _homed(node: Node, folder: str) -> Node:
    """Turn links and pictures beside the file into paths from the publication's root."""
    if isinstance(node, str):
        return node
    attributes = tuple(
        (name, _home(text, folder) if name in ("href", "src") else text) for name, text in node.attributes
    )
    return Element(node.tag, attributes, tuple(_homed(child, folder) for child in node.children))


def _home(link: str, folder: str) -> str:
    if not link or link[0] in "#/?" or ":" in link.partition("/")[0]:
        return link
    path, hash_sign, place = link.partition("#")
    return posixpath.normpath(posixpath.join(folder, path)) + hash_sign + place
