"""The history of a number on paper: PDF/UA-1 with the same words as on the page."""

from pathlib import Path

import pytest

from hverdag.locale import catalogue
from hverdag.model.artifact import Paper, Template
from hverdag.model.problem import Source
from hverdag.paper.data import template, written
from hverdag.paper.history import history_data
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from tests import pdf
from tests.history_cases import CASES, figure

WORDS = catalogue("da")
SOURCE = (
    '#import "/page.typ": *\n#import "/history.typ": history\n#show: house\n'
    "#heading(level: 1, data.title)\n#for one in data.all { history(one) }"
)
FILES = {**dict(template("page.typ").files), **dict(template("history.typ").files), "bare.typ": SOURCE}


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    base = {"labels": {"page": "Side", "of": "af"}, "title": "Prøve", "running": "", "handbook": "", "imprint": ""}
    frame = {**base, "organisation": "", "language": "da", "region": "DK"}
    data = written({**frame, "all": [history_data(WORDS, one) for one in CASES.values()]})
    paper = Paper("x.pdf", Template("bare.typ", tuple(FILES.items())), data, Source("x"))
    made, problems = pdfs([paper], tmp_path_factory.mktemp("history"), cache_folder())
    assert problems == []
    content = made[0].content
    assert not isinstance(content, str)
    return "\n".join(pdf.pages(pdf.read(content.read_bytes() if isinstance(content, Path) else content)))


def test_every_kind_of_history_is_set_under_pdf_ua(text: str) -> None:
    assert text.count("Mål: ") == sum(one.aim is not None for one in CASES.values())
    assert "Senest 31. december 2027" in text
    assert "sep. 2026" in text


def test_the_words_are_those_of_the_page() -> None:
    data = history_data(WORDS, CASES["on the way"])
    assert data and data["alt"] == (
        "Arbejdspladser. Linjen går fra 0 i september 2026 til 12 i december 2026. "
        "Målet er 30 senest 31. december 2027."
    )


def test_a_figure_without_a_history_has_no_chart() -> None:
    assert history_data(WORDS, figure(())) is None
