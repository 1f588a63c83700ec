"""Looks a hand-written page over: what could run in a reader's browser, and what a forge would show otherwise."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ...model.problem import Problem, Source
from ...model.texts.document import HandWrittenPage
from ..memory import Memory
from ..rules import pages as rules
from .allowed import RefusedPiece, refused
from .compare import Difference, differences
from .describe import described
from .here import KNOWN, common_reader, full_reader
from .limits import MOST_LEVELS, exceeded
from .masks import Line, neutral
from .remedy import remedy
from .site import read_site
from .source import PageSource, page_source
from .where import places
from .words import words

if TYPE_CHECKING:
    from markdown import Markdown

_MARKUP = re.compile(r"<[A-Za-z/!?][^>]*>?")
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 8
_MOST_LETTERS = 80
_MOST_PIECES = 50
"""How many refused things of a page are told; whoever mends fifty runs the check again."""
_MOST_KEPT = 200
"""How many pages are known as they were when they were last looked over: a preview looks at what was changed."""
_KEPT: dict[tuple[str, str, str], tuple[Problem, ...]] = {}
"""What is wrong with each page, by what mkdocs.yml decides, its path and its text: nothing else is asked."""


class PageReader:
    """Looks over the hand-written pages of one publication. `pages` are their paths, and `memory` knows which were
    looked over before."""

    def __init__(self, root: Path, pages: Collection[str], memory: Memory | None = None) -> None:
        self.site = read_site(root, pages)
        self._memory = memory or Memory()
        self._decided = repr(replace(self.site, problems=()))

    @cached_property
    def _full(self) -> "Markdown":
        return full_reader(self.site)

    @cached_property
    def _common(self) -> "Markdown":
        return common_reader(self.site)

    def problems(self, text: str, path: str) -> list[Problem]:
        """Return what is wrong with the text of a page, given what its file holds. What was looked over before is known
        as long as the process runs."""
        key = (self._decided, path, text)
        sound = self._memory.key(path, *key)
        if sound in self._memory.html:
            return []
        found = _KEPT.get(key)
        if found is None:
            found = tuple(self._problems(text, path))
            if len(_KEPT) >= _MOST_KEPT:
                _KEPT.clear()
            _KEPT[key] = found
        if not found:
            self._memory.html[sound] = ""
        return list(found)

    def _problems(self, text: str, path: str) -> list[Problem]:
        page = page_source(text, self.site.has_macros)
        heavy = exceeded(page.text, path, page.line)
        if heavy:
            return heavy
        loose = [rules.FIELDS.at(Source(path), given=page.loose_field)] if page.loose_field else []
        try:
            unsafe = list(self._unsafe(page, path))
            return [*loose, *unsafe, *(self._otherwise(page, path) if page.is_sound else ())]
        except RecursionError:
            return [*loose, rules.DEEP.at(Source(path, page.line), count="?", limit=MOST_LEVELS)]

    def refused_in(self, html: str, path: str) -> list[Problem]:
        """Return what a page's finished HTML may not hold, for what macros and plugins have added; its place is sought
        later. Requests to other computers are found in the finished site."""
        pieces = () if path in self.site.allowed else dict.fromkeys(refused(html))
        return [_refusal(piece, Source(path)) for piece in pieces if not piece.is_request]

    def _unsafe(self, page: PageSource, path: str) -> Iterator[Problem]:
        """Yield a problem for each place of what the page may not hold."""
        pieces = Counter(refused(_html(self._full, page.text))[:_MOST_PIECES])
        for piece, count in pieces.items():
            if piece.is_request or path not in self.site.allowed:
                for position in places(page.text, piece.sought, count) or [0]:
                    yield _refusal(piece, _source(page, path, position))

    def _otherwise(self, page: PageSource, path: str) -> Iterator[Problem]:
        """Yield a problem for each block that a forge shows otherwise."""
        from .forge import forge_html  # noqa: PLC0415 most pages are known as they are, and no Markdown is read

        lines = neutral(page.text, self.site.extensions)
        text = "\n".join(line for _, line in lines)
        here = _html(self._common, text)
        for found in differences(words(here), words(forge_html(text))) if here else ():
            if isinstance(found, Difference):
                yield self._otherwise_at(found, lines, _line_source(page, path, lines, found.word.line))
            elif KNOWN.issuperset(self.site.extensions):
                shown = frozenset(_WORD.findall(here))
                lost = [word for word in found.words if word.text not in shown]
                if lost:
                    given = " ".join(word.text for word in lost[:_MOST_WORDS])
                    yield rules.MISSING.at(_line_source(page, path, lines, lost[0].line), given=given)

    def _otherwise_at(self, found: Difference, lines: list[Line], source: Source) -> Problem:
        here, there = described(found)
        how = remedy(found, [line for _, line in lines], frozenset(self.site.extensions))
        return rules.OTHERWISE.at(source, here=here, there=there, remedy=how)


def markup_in_fields(page: HandWrittenPage) -> Iterator[Problem]:
    """Yield a problem for each field of a page that holds markup: the theme shows it as it is written."""
    for name in ("title", "description"):
        found = _MARKUP.search(str(getattr(page, name)))
        if found:
            yield rules.MARKUP.at(page.at(name), given=found[0][:_MOST_LETTERS])


def _html(reader: "Markdown", text: str) -> str:
    """Return the HTML of a text; nothing where an extension fails, which MkDocs tells of."""
    try:
        return str(reader.reset().convert(text))
    except RecursionError:
        raise
    except Exception:
        return ""


def _refusal(piece: RefusedPiece, source: Source) -> Problem:
    shown = piece.shown[:_MOST_LETTERS]
    return rules.REQUEST.at(source, given=shown) if piece.is_request else rules.UNSAFE.at(source, given=shown)


def _source(page: PageSource, path: str, position: int) -> Source:
    before = page.text[:position]
    return Source(path, page.line + before.count("\n"), position - before.rfind("\n"))


def _line_source(page: PageSource, path: str, lines: list[Line], number: int) -> Source:
    """Return the place of the first sign of a line of the text that was compared."""
    line, text = lines[min(number, len(lines) - 1)]
    written = page.text.split("\n")[line]
    return Source(path, page.line + line, len(written) - len(written.lstrip()) + 1 if text.strip() else 1)
