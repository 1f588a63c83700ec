"""The text of a story as HTML for the web."""

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from ..model.body import Body, Element, Node
from ..model.slug import slug

_VOID = frozenset({"br", "hr", "img"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass
class WebText:
    """Turns one page's bodies into HTML; ids stay unique on the page.

    `link` turns the path of a file into a link from the page, and returns an address that is not a file as it is.
    `way_back` is the accessible name of the arrow back from a footnote, and `table` that of a table's frame.
    """

    link: Callable[[str], str]
    way_back: str
    table: str
    anchors: set[str] = field(default_factory=set)

    def html(self, body: Body) -> Markup:
        """Return a body as HTML."""
        return Markup("".join(self._node(node) for node in body.children))  # noqa: S704 built from escaped parts

    def _node(self, node: Node) -> str:
        if isinstance(node, str):
            return str(escape(node))
        attributes = "".join(f' {name}="{escape(text)}"' for name, text in self._attributes(node).items())
        if node.tag in _VOID:
            return f"<{node.tag}{attributes}>"
        inner = "".join(self._node(child) for child in node.children)
        plain = f"<{node.tag}{attributes}>{inner}</{node.tag}>"
        if node.tag == "table":
            label = escape(self.table)
            return f'<div class="table-frame" tabindex="0" role="group" aria-label="{label}">{plain}</div>'
        return plain

    def _attributes(self, node: Element) -> dict[str, str]:
        found = dict(node.attributes)
        if node.tag in _HEADINGS:
            found["id"] = self._anchor(slug("".join(Body((node,)).text)) or "afsnit")
        elif "id" in found:
            self.anchors.add(found["id"])
        if node.tag == "a" and "href" in found:
            found["href"] = self.link(found["href"])
        if node.tag == "img":
            found |= {"src": self.link(found.get("src", "")), "loading": "lazy"}
        if found.get("class") == "footnote-backref":
            found.pop("title", None)
            found["aria-label"] = self.way_back
        return found

    def _anchor(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self.anchors:
            name, number = f"{wanted}-{number}", number + 1
        self.anchors.add(name)
        return name
