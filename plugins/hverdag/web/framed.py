"""A finished page and the frame that it is set into: together they decide every byte of its file.

A frame is drawn once for many pages, with slots in the place of what differs between them. A slot is a name between two
private letters, which no frame holds.
"""

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

from ..model.artifact import WebPage

OPEN, CLOSE = "\ue010", "\ue011"
TITLE, DESCRIPTION, ADDRESS, EDIT, CONTENT = "title", "description", "address", "edit", "content"


class FramedPage(NamedTuple):
    """The frame of a page, and what a host has added: the label that mkdocs.yml has for it, the title that other pages'
    frames show, its address on the web, and its edit link in HTML."""

    frame: str
    label: str = ""
    shown: str = ""
    address: str = ""
    edit: str = ""

    def texts(self, page: WebPage) -> dict[str, str]:
        """Return what stands in each slot for a page."""
        return page_texts(page, self.label, self.address, self.edit)


def page_texts(page: WebPage, label: str, address: str, edit: str) -> dict[str, str]:
    """Return what stands in each slot of a frame: MkDocs' templates do not escape."""
    return {
        TITLE: escape(label or page.title),
        DESCRIPTION: escape(page.description),
        ADDRESS: address,
        EDIT: edit,
        CONTENT: page.content,
    }


def shape(texts: Mapping[str, str]) -> str:
    """Return which optional parts of a frame a page has. Pages with the same parts share a frame."""
    return "".join("-x"[bool(text)] for text in texts.values())


def set_into(frame: str, texts: Mapping[str, str]) -> str:
    """Return a frame with texts in its slots."""
    first, *rest = frame.split(OPEN)
    parts = (part.partition(CLOSE) for part in rest)
    # Plain strings: all of it is HTML, and Markup would escape what is joined to it.
    return first + "".join(str(texts[name]) + after for name, _, after in parts)
