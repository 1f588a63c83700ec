"""HTML as a row of words, each with the blocks it stands in, so that two readings of a page can be compared."""

import re
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser

_WORD = re.compile(r"[^\W_]+")
_BLOCKS = {
    "blockquote": "quote",
    "ul": "list",
    "ol": "numbers",
    "li": "item",
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "pre": "code",
    "dt": "term",
    "dd": "term",
    **{f"h{level}": f"heading {level}" for level in range(1, 7)},
}
_INLINE = {"a": "link", "del": "struck", "s": "struck", "strike": "struck", "code": "snippet"}
_APART = frozenset(
    "address,article,aside,center,details,div,dl,fieldset,figcaption,figure,footer,header,hr,main,nav,p,"  # noqa: SIM905
    "section,summary,tbody,tfoot,thead".split(",")
)
_VOID = frozenset("area,base,br,col,embed,hr,img,input,link,meta,source,track,wbr".split(","))  # noqa: SIM905
_UNREAD = frozenset({"script", "style", "template", "svg", "math"})
_NOTES = ("footnote", "footnotes")
_UNSAID = ("footnote-ref", "footnote-backref", "markdown-alert-title", "task-list-indicator", "filename")
LINE = "data-hverdag-line"
"""The attribute that tells the line of an element; a comment that begins with it tells the same of raw HTML."""
_MOST_LEVELS = 200
"""Levels that are told apart; deeper ones count as their outermost."""


@dataclass(eq=False, slots=True)
class Part:
    """A block or a piece of a line that words stand in: its kind, its number where it is an item of a numbered list,
    and how many items it has where it is a list."""

    kind: str
    number: int = 0
    items: int = 0

    @property
    def look(self) -> tuple[str, int]:
        """What readers see of it: two readings agree where this is the same."""
        return self.kind, self.number


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word, the parts it stands in from the outermost, the piece of running text it belongs to, and its line."""

    text: str
    parts: tuple[Part, ...]
    block: int
    line: int


@dataclass(slots=True)
class _Open:
    tag: str
    part: Part | None
    is_unsaid: bool
    is_notes: bool


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[PageWord] = []
        self.notes: list[PageWord] = []
        self._open: list[_Open] = []
        self._block = 0
        self._line = 0
        self._is_raw = False
        self._parts: tuple[Part, ...] | None = ()
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        is_unsaid = tag in _UNREAD or any(name in classes for name in _UNSAID)
        if tag != "span" or is_unsaid:  # one of the colours in code ends no word
            self._end_text()
        if LINE in given:
            self._line, self._is_raw = int(given[LINE] or 0), False
        if tag in _BLOCKS or tag in _APART:
            self._block += 1
        if tag == "img":
            self._add(given.get("alt") or "", (*self._path(), Part("picture")))
        elif tag == "input" and given.get("type") == "checkbox":
            self._is_a_task()
        self._line += (self.get_starttag_text() or "").count("\n")
        if tag not in _VOID and len(self._open) < _MOST_LEVELS:
            part = self._part(tag, given, classes)
            is_notes = any(name in classes for name in _NOTES) and tag in ("div", "section")
            self._open.append(_Open(tag, part, is_unsaid, is_notes))
            self._parts = None

    def _part(self, tag: str, given: dict[str, str | None], classes: list[str]) -> Part | None:
        if "markdown-alert" in classes:
            return Part("alert")
        kind = _BLOCKS.get(tag) or _INLINE.get(tag)
        inside = [one.part for one in self._open if one.part]
        if kind is None or (kind == "snippet" and inside and inside[-1].kind == "code"):
            return None
        if kind == "link" and not given.get("href"):
            return None
        part = Part(kind)
        if kind == "numbers":
            start = given.get("start") or "1"
            part.number = int(start) if start.isdecimal() and len(start) < 10 else 1
        if kind == "item" and inside and inside[-1].kind in ("list", "numbers"):
            inside[-1].items += 1
            if inside[-1].kind == "numbers":
                part.number = inside[-1].number + inside[-1].items - 1
        return part

    def handle_endtag(self, tag: str) -> None:
        if tag != "span" or (self._open and self._open[-1].is_unsaid):
            self._end_text()
        if tag in _BLOCKS or tag in _APART:
            self._block += 1
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                self._parts = None
                return

    def handle_comment(self, data: str) -> None:
        self._end_text()
        if data.startswith(LINE):
            self._line, self._is_raw = int(data.removeprefix(LINE)), True
        self._line += data.count("\n")

    def handle_data(self, data: str) -> None:
        self._text += data

    def close(self) -> None:
        super().close()
        self._end_text()

    def _end_text(self) -> None:
        """Note the words of the text that ends here."""
        data, self._text = self._text, ""
        if not data.strip() and not self._is_raw and "pre" not in (one.tag for one in self._open):
            return  # only the way the forge writes its HTML
        if not any(one.is_unsaid for one in self._open):
            self._add(data, self._path())
        else:
            self._line += data.count("\n")

    def _path(self) -> tuple[Part, ...]:
        if self._parts is None:
            begins = max((depth for depth, one in enumerate(self._open) if one.is_notes), default=-1)
            parts = [one.part for one in self._open[begins + 1 :] if one.part]
            if begins >= 0:
                parts = parts[1:]
                for note in parts[:1]:
                    note.kind, note.number = "note", 0
            self._parts = tuple(parts)
        return self._parts

    def _add(self, text: str, parts: tuple[Part, ...]) -> None:
        into = self.notes if any(one.is_notes for one in self._open) else self.words
        end = 0
        for found in _WORD.finditer(text):
            self._line += text[end : found.start()].count("\n")
            end = found.start()
            into.append(PageWord(found[0], parts, self._block, self._line))
        self._line += text[end:].count("\n")

    def _is_a_task(self) -> None:
        for one in reversed(self._open):
            if one.part and one.part.kind == "item":
                one.part.kind = "task"
                return


def words(html: str) -> list[PageWord]:
    """Return the words of a page in reading order; footnotes come last, in an order that both readings share."""
    reader = _Reader()
    with suppress(AssertionError):  # the standard library's way to say that a declaration is none
        reader.feed(html)
        reader.close()
    notes: dict[Part | None, list[PageWord]] = {}
    for word in reader.notes:
        notes.setdefault(word.parts[0] if word.parts else None, []).append(word)
    ordered = sorted(notes.values(), key=lambda note: [word.text for word in note])
    return [*reader.words, *(word for note in ordered for word in note)]
