"""The text that contributors nod to, as passages, and its fingerprint.

What readers see decides: re-wrapping, line endings and other ways to write the same Markdown change nothing, and
every visible change does.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import NamedTuple

from ..model.files import Picture
from ..model.texts.body import Element, Node
from ..model.texts.story import Story

INLINE = frozenset({"a", "br", "code", "em", "img", "strong", "sup"})
"""Elements that stand within a passage; all others part passages."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Letters that no reader sees: a soft hyphen, a joiner."""

_TAG = re.compile(r"<[^>]*>")
_PICTURE = re.compile(r'<img alt="([^"]*)" src="([^"]*)"[^>]*>')
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>')
_SHORT = 6
"""Digits of a picture's digest that tell it from another under the same name."""


class Passage(NamedTuple):
    """A stretch of text without a break, and what stands before it: the name of a field, or the tags of blocks.

    `text` is escaped as HTML is, and holds the tags of what stands within it, as `<em>`.
    """

    place: str
    text: str

    @property
    def plain(self) -> str:
        """What a reader sees of it; with a picture, which one it is, and with a link, where it leads."""
        told = _PICTURE.sub(lambda match: f"[{match[1]} · {match[2][:_SHORT]}]", self.text)
        return unescape(_TAG.sub("", _LINK.sub(r"\2 (\1)", told))).strip()

    @property
    def typed(self) -> str:
        """The same, with its emphasis as it is typed: `*so*`."""
        signs = (("em", "*"), ("strong", "**"), ("code", "`"))
        told = self.text
        for tag, sign in signs:
            told = told.replace(f"<{tag}>", sign).replace(f"</{tag}>", sign)
        return Passage(self.place, told).plain


Text = tuple[Passage, ...]
"""The whole text of a story that is nodded to."""


@dataclass(frozen=True)
class Digests:
    """Turns the path of a picture into what it shows: the digest of its bytes, or its path where it is not known."""

    pictures: Mapping[str, Picture]

    def __call__(self, path: str) -> str:
        """Return a picture's digest."""
        picture = self.pictures.get(path)
        return picture.digest if picture and picture.digest else path


def passages(story: Story, pictures: Mapping[str, Picture]) -> Text:
    """Return the text of a story that is nodded to: title, summary, values, picture, text and dilemma."""
    shown = Digests(pictures)
    found = [
        Passage("title", _plain(story.title)),
        Passage("summary", _plain(story.summary)),
        Passage(f"values {' '.join(story.values)}", ""),
    ]
    if story.image:
        found.append(Passage(f"image {shown(f'stories/{story.image}')}", _plain(story.image_alt)))
    found += _Walk(shown).passages(story.body.children)
    if story.dilemma:
        found.append(Passage("dilemma", _plain(story.dilemma.question)))
        found += [Passage("option", _plain(option)) for option in story.dilemma.options]
    return tuple(found)


def fingerprint(text: Text) -> str:
    """Return the fingerprint of a text: 32 hexadecimal digits, so many that no other text can be made to fit."""
    told = json.dumps(text, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def signed(text: str, role: str) -> str:
    """Return what a nod holds: the fingerprint of a text, bound to the role that nods, so that a nod copied to another
    contributor is none."""
    told = f"{text}\n{folded(role)}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def folded(role: str) -> str:
    """Return a role as it is compared: however it is spaced, and in small or capital letters."""
    return " ".join(unicodedata.normalize("NFC", role).casefold().split())


def _seen(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_UNSEEN)


def _plain(text: str) -> str:
    return escape(" ".join(_seen(text).split()), quote=False)


class _Walk:
    """Goes through a tree once, in reading order."""

    def __init__(self, shown: Digests) -> None:
        self._shown = shown
        self._found: list[Passage] = []
        self._place = ""
        self._text: list[str] = []
        self._verbatim = 0

    def passages(self, nodes: tuple[Node, ...]) -> list[Passage]:
        for node in nodes:
            self._node(node)
        self._break("")
        if self._place:
            self._found.append(Passage(self._place, ""))
        return self._found

    def _node(self, node: Node) -> None:
        if isinstance(node, str):
            self._text.append(escape(_seen(node), quote=False))
            return
        tag = node.tag
        if tag in INLINE:
            self._text.append(self._opening(node))
            self._children(node)
            if node.children:
                self._text.append(f"</{tag}>")
            return
        self._break(self._opening(node))
        self._verbatim += tag == "pre"
        self._children(node)
        self._break(f"</{tag}>")
        self._verbatim -= tag == "pre"

    def _children(self, node: Element) -> None:
        for child in node.children:
            self._node(child)

    def _break(self, mark: str) -> None:
        """End the passage, if there is one, and note a block that begins or ends here."""
        text = "".join(self._text)
        told = text.strip("\n") if self._verbatim else " ".join(text.split())
        if told.strip():
            self._found.append(Passage(self._place, told))
            self._place = ""
        self._text = []
        self._place += mark

    def _opening(self, element: Element) -> str:
        """An element's opening tag; a picture is named by what it shows, and a footnote by its number alone."""
        pairs = {name: text for name, text in element.attributes if name != "id"}
        if "footnote" in pairs.get("class", ""):
            pairs.pop("href", None)
        if element.tag == "img":
            pairs["src"] = self._shown(pairs.get("src", ""))
        written = "".join(f' {name}="{escape(_seen(text))}"' for name, text in pairs.items())
        return f"<{element.tag}{written}>"


def written(text: Text) -> Iterator[tuple[str, str]]:
    """Yield what a reader sees, passage by passage, and the field that it belongs to: `body` for the text itself."""
    for passage in text:
        field, _, more = passage.place.partition(" ")
        if field == "values":
            yield field, more.replace(" ", ", ")
        elif field == "image":
            yield field, f"{passage.plain} · {more[:_SHORT]}"
        elif passage.plain:
            yield (field if field.isalpha() else "body"), passage.plain
