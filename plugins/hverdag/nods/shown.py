"""The text that is nodded to, as people are shown it: with its marks and numbers, and without a tag or a digest."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from string import ascii_uppercase
from typing import NamedTuple

from .passage import Passage, Text

ALERTS = ("note", "tip", "important", "warning", "caution")
"""The kinds of boxes beside the text; each is also the field of the box's first line."""

BOXES = ("☐", "☑")
"""The boxes of tasks: to be done, and done."""

RECORDING = "♪"
"""Stands for a recording: its name is not nodded to."""

_SIGNS = {"em": "*", "strong": "**", "code": "`", "s": "~~", "del": "~~"}
_TAGS = re.compile(r"<(?P<end>/?)(?P<tag>\w+)(?P<attributes>[^>]*)>")
_SIGNED = re.compile(rf"</?({'|'.join(_SIGNS)})>")
_PICTURE = re.compile(r"<img([^>]*)>")
_FOOTNOTE = re.compile(r'<sup><a[^>]* href="#fn:(\d+)"[^>]*>[^<]*</a></sup>')
_LINK = re.compile(r"<a([^>]*)>(.*?)</a>", re.DOTALL)
_BOX = re.compile(r"<input([^>]*)> ?")
_ATTRIBUTE = re.compile(r' (\w+)="([^"]*)"')
_REST = re.compile(r"<(?!/?(?:kbd|mark|small|sub|sup|u)\b)[^>]*>")
"""Tags that are not shown; those named have no sign in Markdown, and are shown as they are typed."""


class Line(NamedTuple):
    """A line as people are shown it: a paragraph, an item, a row of a table. `field` is a field of the story, `body`
    for its text, `option`, or a kind of box; `media` are the digests of what it shows."""

    field: str
    text: str
    media: tuple[str, ...] = ()


def typed(text: str) -> str:
    """Return the text of a passage with emphasis as in Markdown, such as `*so*`, pictures as `[what they show]`, and
    the targets of links."""
    text = _FOOTNOTE.sub(r"[\1]", text.replace("<br>", "\n"))
    text = _BOX.sub(lambda box: f"{BOXES[' checked=' in box[1]]} ", text)
    text = _PICTURE.sub(lambda picture: f"[{_attributes(picture[1]).get('alt', '')}]", text)
    text = _LINK.sub(_led, text)
    text = _SIGNED.sub(lambda tag: _SIGNS[tag[1]], text)
    return unescape(_REST.sub("", text)).strip()


def _led(link: re.Match[str]) -> str:
    attributes, words = _attributes(link[1]), link[2]
    target, title = attributes.get("href", ""), attributes.get("title", "")
    if target in ("", "#fnref") or words in (target, target.removeprefix("mailto:")):
        return words
    return f'{words} ({target} "{title}")' if title else f"{words} ({target})"


def _attributes(written: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(written))


def written(text: Text, names: Mapping[str, str]) -> Iterator[Line]:
    """Yield the lines of a text. `names` are the names of the values by their codes."""
    body, numbers = _Body(), {"option": 0, "questions": 0}
    values = [passage.place.partition(" ")[2] for passage in text if passage.place.startswith("values ")]
    shows_values = bool(values)
    for passage in text:
        field, _, media = passage.place.partition(" ")
        if not field.isalpha():
            yield from body.lines(passage)
        elif field == "values":
            if shows_values:
                yield Line(field, ", ".join(names.get(value, value) for value in values))
            shows_values = False
        elif media:
            yield Line(field, RECORDING if field == "audio" else typed(passage.text), (media,))
        elif field in numbers:
            # As readers see them: answers to a dilemma have letters.
            mark = ascii_uppercase[numbers[field] % 26] if field == "option" else numbers[field] + 1
            numbers[field] += 1
            yield Line(field, f"{mark}. {typed(passage.text)}")
        elif passage.text:
            yield Line(field, typed(passage.text))


@dataclass
class _Open:
    """An open block: the marks before its first line and before the others, and the field of its first line."""

    tag: str
    first: str = ""
    later: str = ""
    field: str = ""
    is_begun: bool = False


class _Body:
    """Renders the passages of a body as lines."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._cells: list[str] = []
        self._media: tuple[str, ...] = ()

    def lines(self, passage: Passage) -> Iterator[Line]:
        """Yield the lines that a passage completes."""
        for tag in _TAGS.finditer(passage.place):
            yield from self._closed(tag["tag"]) if tag["end"] else self._opened(tag["tag"], _attributes(tag[3]))
        if not passage.text:
            return
        text = typed(passage.text)
        media = tuple(_attributes(picture[1]).get("src", "") for picture in _PICTURE.finditer(passage.text))
        if self._cells:
            self._cells[-1] = " ".join(filter(None, (self._cells[-1], text)))
            self._media += media
        elif text in BOXES and self._open and self._open[-1].tag == "li":
            self._open[-1].first = f"{text} "  # its words are in the paragraph that follows
        else:
            yield self._line(text, media)

    def _opened(self, tag: str, attributes: Mapping[str, str]) -> Iterator[Line]:
        if tag == "hr":
            yield self._line("―――")
        if tag in ("td", "th"):
            self._cells.append("")
        self._open.append(_block(tag, attributes))

    def _closed(self, tag: str) -> Iterator[Line]:
        if tag == "li" and self._open and not self._open[-1].is_begun:
            yield self._line("")
        if tag == "tr" and self._cells:
            cells, media = self._cells, self._media
            self._cells, self._media = [], ()
            yield self._line(" | ".join(cells), media)
        if self._open:
            self._open.pop()

    def _line(self, text: str, media: tuple[str, ...] = ()) -> Line:
        """Return a line with the marks of the blocks that it is in."""
        marks = [block.later if block.is_begun else block.first for block in self._open]
        if text[:1] in BOXES and "• " in marks:
            marks.remove("• ")  # a task has its box in place of the bullet
        fields = [block.field for block in self._open if block.field and not block.is_begun]
        for block in self._open:
            block.is_begun = True
        return Line((fields or ["body"])[-1], f"{''.join(marks)}{text}".rstrip(), media)


def _block(tag: str, attributes: Mapping[str, str]) -> _Open:
    if tag == "li":
        mark = f"{attributes['value']}. " if "value" in attributes else "• "
        return _Open(tag, mark, " " * len(mark))
    if tag == "div":
        kind = next((kind for kind in ALERTS if kind in attributes.get("class", "").split()), "")
        return _Open(tag, "> ", "> ", kind) if kind else _Open(tag)
    if tag == "blockquote":
        return _Open(tag, "> ", "> ")
    if tag == "summary":
        return _Open(tag, "▸ ")
    return _Open(tag, f"{'#' * int(tag[1])} ") if re.fullmatch(r"h[1-6]", tag) else _Open(tag)
