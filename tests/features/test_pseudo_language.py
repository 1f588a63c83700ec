"""Nothing that readers meet is written in the code: in a language where every message is marked, all words are."""

import json
import re
from collections.abc import Iterator
from gettext import NullTranslations
from html.parser import HTMLParser
from typing import Any

import pytest

from hverdag.locale import Catalogue
from hverdag.model.artifact import Paper
from hverdag.model.shown import Shown
from hverdag.pipeline.outputs import Outputs, render_views
from hverdag.pipeline.plan import plan_site
from hverdag.web import kit
from tests.conftest import ROOT, TODAY, read

OPEN, CLOSE = "⟦", "⟧"
_MARKED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHOWN = {"title", "alt", "aria-label", "placeholder"}
"""Attributes that readers see or hear."""
NOT_WORDS = {"hverdag", "word", "pdf", "mp4"}
"""What is the same in every language."""


class _Pseudo(NullTranslations):
    """Marks every message, and keeps its parameters."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class _Text(HTMLParser):
    """Gathers what readers see and hear of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        self.texts += [value for name, value in attrs if value and name in _SHOWN]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


@pytest.fixture(scope="module")
def outputs() -> Iterator[Outputs]:
    """The repository's own publication, in a language where every message is marked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kit, "catalogue", lambda _: Catalogue("da", _Pseudo()))
        yield render_views(plan_site(Shown(read(ROOT), TODAY)), {}, "da")


@pytest.fixture(scope="module")
def written() -> frozenset[str]:
    """Every word of the publication's own files: what somebody has written is in no catalogue."""
    paths = [path for folder in ("values", "stories", "docs") for path in (ROOT / folder).rglob("*.*")]
    texts = (path.read_text("utf-8") for path in paths if path.suffix in (".md", ".yml"))
    short = "jan feb mar apr maj jun jul aug sep okt nov dec"
    days = f"{short} januar februar marts april maj juni juli august september oktober november december"
    return frozenset(_words(" ".join((*texts, days)))) | NOT_WORDS


def test_every_word_of_a_page_is_a_message_or_the_publications_own(outputs: Outputs, written: frozenset[str]) -> None:
    assert len(outputs.pages) > 50
    unmarked: dict[str, set[str]] = {}
    for page in outputs.pages:
        parser = _Text()
        parser.feed(page.content)
        parser.close()
        left = _unmarked(" ".join((*parser.texts, page.title, page.description))) - written
        if left:
            unmarked[page.address] = left
    assert unmarked == {}


def test_every_label_on_paper_is_a_message(outputs: Outputs, written: frozenset[str]) -> None:
    labels = [label for paper in outputs.papers for label in _labels(paper)]
    assert len(labels) > 50
    assert {label for label in labels if _unmarked(label) - written} == set()


def _labels(paper: Paper) -> Iterator[str]:
    data: Any = json.loads(paper.data)
    yield from (str(label) for label in data.get("labels", {}).values())


def _unmarked(text: str) -> set[str]:
    """The words outside of messages; a message may stand inside another."""
    before = None
    while before != text:
        before, text = text, _MARKED.sub(" ", text)
    return set(_words(text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
