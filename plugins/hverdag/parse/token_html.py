"""Tokens to HTML, with the place of each block, link and picture, and a Problem for each piece that is refused."""

from collections import Counter
from collections.abc import Iterator
from html import escape

from markdown_it.token import Token

from ..model.problem import Problem, Source
from . import rules
from .html import PLACE
from .raw_html import VOID, HtmlPiece, pieces, refused_scheme
from .reading import Reading, first_line

_KEPT = {"title", "style", "start"}
_INVISIBLE = frozenset({"alert_title_open", "alert_title_close"})


class HtmlWriter:
    """Writes the HTML of a text. `problems` are of what it refuses or leaves out, and `unbalanced` the places of tags
    without a partner."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._open: list[tuple[str, Source]] = []
        self._refused: Counter[str] = Counter()
        self._row = 0
        self.problems: list[Problem] = []
        self.unbalanced: list[Source] = []

    def html(self) -> str:
        """Return the HTML of the text."""
        parts = [part for token in self._without_titles() for part in self._block(token)]
        self.unbalanced += [source for _, source in self._open]
        return "".join(parts)

    def _without_titles(self) -> Iterator[Token]:
        """Yield the tokens without the titles of alerts, which each output writes in the reader's language."""
        is_title = False
        for token in self._reading.tokens:
            is_title = token.type == "alert_title_open" or (is_title and token.type != "alert_title_close")
            if not is_title and token.type not in _INVISIBLE:
                yield token

    def _block(self, token: Token) -> Iterator[str]:
        kind = token.type
        if kind == "inline":
            yield from self._inlines(token)
        elif kind == "html_block":
            yield from (self._raw(piece, self._reading.inside(token, piece.at)) for piece in pieces(token.content))
        elif kind in ("fence", "code_block"):
            yield f"<pre{self._place(token)}><code>{_escaped(token.content)}</code></pre>"
        elif kind in _NOTES:
            yield _note(token)
        elif not token.hidden:
            yield self._tag(token)

    def _tag(self, token: Token) -> str:
        if token.nesting == -1:
            return f"</{token.tag}>"
        attributes = "".join(f' {name}="{escape(str(text))}"' for name, text in token.attrItems() if name in _KEPT)
        if token.type == "alert_open":
            attributes = f' class="admonition {token.meta["kind"].lower()}"'
        box = ""
        if "checked" in token.meta:
            box = f'<input type="checkbox"{" checked=" + chr(34) * 2 if token.meta["checked"] else ""}> '
        # A line break, since the text of an item of a list would otherwise run into the block that follows it.
        return f"\n<{token.tag}{attributes}{self._place(token)}>{box}"

    def _place(self, token: Token) -> str:
        if token.type == "tr_open":
            self._row = first_line(token)
        if not token.map and token.tag not in ("td", "th"):
            return ""
        line = first_line(token) if token.map else self._row
        return f' {PLACE}="{line + self._reading.first_line}"'

    def _inlines(self, block: Token) -> Iterator[str]:
        opened = len(self._open)
        for token in block.children or ():
            yield self._inline(token, block)
        # A tag that is typed in a paragraph must end in it.
        self.unbalanced += [source for _, source in self._open[opened:]]
        del self._open[opened:]

    def _inline(self, token: Token, block: Token) -> str:
        kind = token.type
        if kind in ("image", "link_open"):
            return self._link(token, block)
        if kind == "html_inline":
            source = self._reading.inside(block, token.meta["at"])
            return "".join(self._raw(piece, source) for piece in pieces(token.content))
        if kind in _NOTES:
            return _note(token)
        if kind in _SIMPLE:
            return _SIMPLE[kind].format(_escaped(token.content))
        return f"</{token.tag}>" if token.nesting == -1 else f"<{token.tag}>"

    def _link(self, token: Token, block: Token) -> str:
        name = "src" if token.tag == "img" else "href"
        target = str(token.attrs.get(name, ""))
        if "typed" in token.meta:
            source = self._reading.piece(first_line(block), token.meta["typed"], block.map[1] if block.map else None)
        else:
            source = self._reading.inside(block, token.meta.get("at", 0))
        scheme = refused_scheme(target)
        if not target and token.tag == "a":
            self.problems.append(rules.EMPTY_LINK.at(source))
        if scheme:
            place = self._reading.piece(source.line - self._reading.first_line, scheme)
            self.problems.append(rules.UNSAFE.at(place, what=scheme))
            target = ""
        alt = f' alt="{escape(_plain(token.children or []))}"' if token.tag == "img" else ""
        title = f' title="{escape(str(token.attrs["title"]))}"' if "title" in token.attrs else ""
        return f'<{token.tag}{alt} {name}="{escape(target)}"{title} {PLACE}="{source.line}:{source.column}">'

    def _raw(self, piece: HtmlPiece, source: Source) -> str:
        if self._refused[piece.tag.removeprefix("/")] and piece.tag.startswith("/"):
            self._refused[piece.tag[1:]] -= 1
            return ""
        if piece.refused:
            self._refused[piece.tag] += piece.tag not in VOID
            self.problems.append(rules.UNSAFE.at(self._refused_place(piece.refused, source), what=piece.refused))
        elif piece.is_comment:
            self.problems.append(rules.EDITOR_COMMENT.at(source))
        elif piece.tag:
            self._balance(piece.tag, source)
        if piece.html and piece.tag in ("img", "a"):
            return f'{piece.html[:-1]} {PLACE}="{source.line}:{source.column}">'
        return piece.html

    def _refused_place(self, refused: str, source: Source) -> Source:
        line = source.line - self._reading.first_line
        found = self._reading.piece(line, refused, line + 5)
        return found if found > source else source

    def _balance(self, tag: str, source: Source) -> None:
        if not tag.startswith("/"):
            if tag not in VOID:
                self._open.append((tag, source))
        elif self._open and self._open[-1][0] == tag[1:]:
            self._open.pop()
        else:
            self.unbalanced.append(source)


_NOTES = {
    "footnote_ref": '<sup id="fnref{sub}:{number}"><a class="footnote-ref" href="#fn:{number}">{number}</a></sup>',
    "footnote_anchor": '&nbsp;<a class="footnote-backref" href="#fnref{sub}:{number}">↩</a>',
    "footnote_block_open": '\n<div class="footnote"><ol>',
    "footnote_block_close": "</ol></div>",
    "footnote_open": '<li id="fn:{number}">',
    "footnote_close": "</li>",
}
"""Notes as Python-Markdown writes them, but numbered in the order in which the text leads to them."""

_SIMPLE = {"text": "{}", "code_inline": "<code>{}</code>", "softbreak": "\n", "hardbreak": "<br>\n"}


def _note(token: Token) -> str:
    """Return the HTML of a note, or of what leads to it. From the second on, what leads to a note is numbered."""
    number = token.meta.get("subId", 0)
    return _NOTES[token.type].format(number=token.meta.get("id", 0) + 1, sub=number + 1 if number else "")


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\u00a0", "&nbsp;")


def _plain(tokens: list[Token]) -> str:
    """Return what a picture's text says, without marks."""
    return "".join(
        _plain(token.children) if token.children else " " if token.type == "softbreak" else token.content
        for token in tokens
        if token.type != "html_inline"
    )
