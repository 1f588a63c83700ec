"""The text that contributors nod to, as passages, and its fingerprint.

The fingerprint depends on what readers see: re-wrapping, line endings and other ways to write the same Markdown do not
change it, and every visible change does.
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
"""Inline elements; all others separate passages."""

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Invisible characters: soft hyphen, zero width space, word joiner, byte order mark."""

_TAG = re.compile(r"<[^>]*>")
_PICTURE = re.compile(r'<img alt="([^"]*)" src="([^"]*)"[^>]*>')
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>')
_SHORT = 6
"""Number of hex digits shown of a picture's digest, to tell apart pictures with the same name."""


class Passage(NamedTuple):
    """A stretch of text without a block break. `place` is the name of a field, or the block tags before the text.

    `text` is escaped HTML with the tags of inline elements, such as `<em>`.
    """

    place: str
    text: str

    @property
    def plain(self) -> str:
        """Return the visible text, with the identity of pictures and the targets of links."""
        labelled = _PICTURE.sub(lambda match: f"[{match[1]} · {match[2][:_SHORT]}]", self.text)
        return unescape(_TAG.sub("", _LINK.sub(r"\2 (\1)", labelled))).strip()

    @property
    def typed(self) -> str:
        """Return the visible text with emphasis as in Markdown, such as `*so*`."""
        signs = (("em", "*"), ("strong", "**"), ("code", "`"))
        marked = self.text
        for tag, sign in signs:
            marked = marked.replace(f"<{tag}>", sign).replace(f"</{tag}>", sign)
        return Passage(self.place, marked).plain


Text = tuple[Passage, ...]
"""The whole text of a story that contributors nod to."""


@dataclass(frozen=True)
class Digests:
    """Maps the path of a picture to the digest of its bytes, or to the path itself if the digest is unknown."""

    pictures: Mapping[str, Picture]

    def __call__(self, path: str) -> str:
        """Return a picture's digest."""
        picture = self.pictures.get(path)
        return picture.digest if picture and picture.digest else path


def passages(story: Story, pictures: Mapping[str, Picture]) -> Text:
    """Return the text that contributors nod to: title, summary, values, picture, body and dilemma."""
    shown = Digests(pictures)
    text = [
        Passage("title", _plain(story.title)),
        Passage("summary", _plain(story.summary)),
        Passage(f"values {' '.join(story.values)}", ""),
    ]
    if story.image:
        text.append(Passage(f"image {shown(f'stories/{story.image}')}", _plain(story.image_alt)))
    text += _Walk(shown).passages(story.body.children)
    if story.dilemma:
        text.append(Passage("dilemma", _plain(story.dilemma.question)))
        text += [Passage("option", _plain(option)) for option in story.dilemma.options]
    return tuple(text)


def fingerprint(text: Text) -> str:
    """Return the fingerprint of a text: 128 bits of SHA-256 as 32 hex digits, enough that no one can forge a match."""
    serialized = json.dumps(text, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(serialized.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def signed(text: str, role: str) -> str:
    """Return the value stored in a nod: a digest of a text's fingerprint and the role, so that a nod copied to another
    contributor is invalid."""
    content = f"{text}\n{folded(role)}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def folded(role: str) -> str:
    """Return a role normalized for comparison, regardless of case and spacing."""
    return " ".join(unicodedata.normalize("NFC", role).casefold().split())


def _seen(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_UNSEEN)


def _plain(text: str) -> str:
    return escape(" ".join(_seen(text).split()), quote=False)


class _Walk:
    """Collects the passages of an element tree, in reading order."""

    def __init__(self, shown: Digests) -> None:
        self._shown = shown
        self._passages: list[Passage] = []
        self._place = ""
        self._text: list[str] = []
        self._verbatim = 0

    def passages(self, nodes: tuple[Node, ...]) -> list[Passage]:
        for node in nodes:
            self._node(node)
        self._break("")
        if self._place:
            self._passages.append(Passage(self._place, ""))
        return self._passages

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
        """End the current passage, if any, and record a block tag."""
        text = "".join(self._text)
        content = text.strip("\n") if self._verbatim else " ".join(text.split())
        if content.strip():
            self._passages.append(Passage(self._place, content))
            self._place = ""
        self._text = []
        self._place += mark

    def _opening(self, element: Element) -> str:
        """Return the opening tag of an element. Pictures have their digest as `src`, and footnotes have no target."""
        pairs = {name: text for name, text in element.attributes if name != "id"}
        if "footnote" in pairs.get("class", ""):
            pairs.pop("href", None)
        if element.tag == "img":
            pairs["src"] = self._shown(pairs.get("src", ""))
        written = "".join(f' {name}="{escape(_seen(text))}"' for name, text in pairs.items())
        return f"<{element.tag}{written}>"


def written(text: Text) -> Iterator[tuple[str, str]]:
    """Yield pairs of field and visible text, one for each passage; the field of the story itself is `body`."""
    for passage in text:
        field, _, more = passage.place.partition(" ")
        if field == "values":
            yield field, more.replace(" ", ", ")
        elif field == "image":
            yield field, f"{passage.plain} · {more[:_SHORT]}"
        elif passage.plain:
            yield (field if field.isalpha() else "body"), passage.plain
