"""The text of a story as HTML for the web."""

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from ..locale import catalogue
from ..model.message import Words, message
from ..model.texts.anchors import heading_anchor
from ..model.texts.body import HEADINGS, Body, Element, Node
from ..model.texts.marks import DONE, alert_title, task, task_box, text_side
from .captions import Captions

_VOID = frozenset({"br", "hr", "img"})


@dataclass
class WebText:
    """Turns one page's bodies into HTML; ids stay unique on the page.

    `link` turns the path of a file into a link from the page, and returns any other address unchanged.
    `way_back` is the accessible name of the arrow back from a footnote, and `table` that of a table's frame.
    `deeper` is the number of levels that headings are moved down, and `prefix` is put before every id, for texts that a
    script later combines on one page. `tell` says a message in the reader's language.
    """

    link: Callable[[str], str]
    way_back: str
    table: str
    anchors: set[str] = field(default_factory=set)
    deeper: int = 0
    prefix: str = ""
    tell: Callable[[Words], str] = catalogue("en").tell
    _captions: Captions = field(default_factory=Captions)
    _is_head: bool = False

    def html(self, body: Body) -> Markup:
        """Return a body as HTML."""
        return Markup("".join(self._node(node) for node in body.children))  # noqa: S704 built from escaped parts

    def _node(self, node: Node) -> str:
        if isinstance(node, str):
            return str(escape(node))
        if node.tag == "input":
            return self._box(node)
        attributes = "".join(f' {name}="{escape(text)}"' for name, text in self._attributes(node).items())
        if node.tag in _VOID:
            return f"<{node.tag}{attributes}>"
        if node.tag in HEADINGS:
            self._captions.heading = Body((node,)).text
        if node.tag == "table":
            return self._table(node, attributes)
        self._is_head = node.tag == "thead" or (self._is_head and node.tag != "tbody")
        title = alert_title(node)
        head = f'<p class="admonition-title">{escape(self.tell(title))}</p>' if title else ""
        inner = head + "".join(self._node(child) for child in node.children)
        tag = f"h{min(int(node.tag[1]) + self.deeper, 6)}" if node.tag in HEADINGS else node.tag
        return f"<{tag}{attributes}>{inner}</{tag}>"

    def _table(self, node: Element, attributes: str) -> str:
        """Return a table in a frame that can be scrolled, named after the heading that it stands under."""
        self._is_head = False
        name, label = escape(self._captions.next(self.table)), escape(self.table)
        inner = "".join(self._node(child) for child in node.children)
        return (
            f'<div class="table-frame" tabindex="0" role="group" aria-label="{label}">'
            f'<table{attributes}><caption class="hv-aside">{name}</caption>{inner}</table></div>'
        )

    def _box(self, node: Element) -> str:
        """Return the box of a task, which says aloud whether the task is done."""
        box = task_box(node)
        words = escape(self.tell(message("done") if box == DONE else message("not done")))
        return f'<span class="hv-box" role="img" aria-label="{words}">{box}</span>'

    def _attributes(self, node: Element) -> dict[str, str]:
        attributes = dict(node.attributes)
        # Where a server allows no style but that of style sheets, browsers leave style attributes out.
        side = text_side(attributes.pop("style", ""))
        if side:
            attributes["class"] = f"hv-{side}"
        if alert_title(node):
            attributes["role"] = "note"
        if node.tag == "th":
            attributes["scope"] = "col" if self._is_head else "row"
        if node.tag == "li" and task(node.children)[0]:
            attributes["class"] = "hv-task"
        if node.tag in HEADINGS:
            attributes["id"] = heading_anchor(node, self.anchors, self.prefix)
        elif "id" in attributes:
            attributes["id"] = self.prefix + attributes["id"]
            self.anchors.add(attributes["id"])
        if node.tag == "a" and "href" in attributes:
            is_fragment = attributes["href"].startswith("#")
            attributes["href"] = (
                f"#{self.prefix}{attributes['href'][1:]}" if is_fragment else self.link(attributes["href"])
            )
        if node.tag == "img":
            attributes |= {"src": self.link(attributes.get("src", "")), "loading": "lazy"}
        if attributes.get("class") == "footnote-backref":
            attributes.pop("title", None)
            attributes["aria-label"] = self.way_back
        return attributes
