"""What texts hold besides words, in Word: every tag of the tree, read back from the file."""

import io
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from hverdag.features.guides.word import word
from tests.bare_paper import TEXT, body_of
from tests.word_guides import made


def opened(text: str) -> Document:
    """The Word file of a guide for a story with a text."""
    return docx.Document(io.BytesIO(word(made(TEXT.tree(body_of(text))), lambda _: b"")))  # type: ignore[arg-type]


def lines(text: str) -> list[Any]:
    """The paragraphs of the text itself."""
    paragraphs = opened(text).paragraphs
    last = max(at for at, line in enumerate(paragraphs) if line.text == "Om en nøgle.")
    return [line for line in paragraphs[last + 2 : -1] if line.text.strip()]


def formats(text: str, words: str) -> list[tuple[str, str | None]]:
    """The formats of a run, in the order in which Word wants them."""
    (run,) = [run for line in lines(text) for run in line.runs if run.text == words]
    return [(child.tag.partition("}")[2], child.get(qn("w:val"))) for child in run._r.rPr]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hun ~~her~~ gik", [("strike", None)]),
        ("Hun <u>her</u> gik", [("u", "single")]),
        ("Hun <sub>her</sub> gik", [("vertAlign", "subscript")]),
        ("Hun <sup>her</sup> gik", [("vertAlign", "superscript")]),
        ("Hun <kbd>her</kbd> gik", [("bdr", "single")]),
        ("Hun <mark>her</mark> gik", [("highlight", "yellow")]),
        ("Hun <small>her</small> gik", [("sz", "18"), ("szCs", "18")]),
        ("Hun <sup><sub>her</sub></sup> gik", [("vertAlign", "subscript")]),
        (
            "Hun ~~<u>***<mark><small>her</small></mark>***</u>~~ gik",
            [
                *(("b", None), ("bCs", None), ("i", None), ("iCs", None), ("strike", None)),
                *(("sz", "18"), ("szCs", "18"), ("highlight", "yellow"), ("u", "single")),
            ],
        ),
    ],
)
def test_marks_in_a_line_look_as_they_should(text: str, found: list[tuple[str, str | None]]) -> None:
    assert formats(text, "her") == found
    assert lines(text)[0].text == "Hun her gik"


def test_tasks_have_boxes_where_bullets_are() -> None:
    found = lines("- [x] Ring\n- [ ] Skriv\n- andet\n  - [ ] inde i\n\n1. [x] Først\n")
    assert [line.text.strip() for line in found] == ["☑\tRing", "☐\tSkriv", "andet", "☐\tinde i", "☑ Først"]
    numbers = [line._p.pPr.numPr.numId.val if line._p.pPr.numPr is not None else None for line in found]
    assert numbers[:2] == [0, 0]
    assert numbers[2] is None, "the bullet of its style"
    assert numbers[3] == 0
    assert numbers[4]
    left = [line.paragraph_format.left_indent for line in found]
    assert left[0] == left[1] > 0
    assert left[3] > left[0]
    assert found[0].paragraph_format.first_line_indent == -left[0]


@pytest.mark.parametrize(("kind", "title"), [("NOTE", "Bemærk"), ("CAUTION", "Pas på")])
def test_an_alert_is_a_frame_that_begins_with_its_title(kind: str, title: str) -> None:
    tables = opened(f"> [!{kind}]\n> Ring først.\n>\n> - [ ] til Hanne\n").tables
    (cell,) = [table.rows[0].cells[0] for table in tables if "Ring først." in table.rows[0].cells[0].text]
    assert [line.text for line in cell.paragraphs] == [title, "Ring først.", "☐\ttil Hanne"]
    assert cell.paragraphs[0].runs[0].bold


def test_what_can_be_folded_away_is_in_full() -> None:
    found = lines("<details>\n<summary>Vis <em>mere</em></summary>\n\nDet var skjult.\n\n</details>\n")
    assert [line.text for line in found] == ["Vis mere", "Det var skjult."]
    assert all(run.bold for run in found[0].runs)


def test_emoji_are_as_typed() -> None:
    assert lines("Hun 👍🏽 1️⃣ ❤️ 👩‍👩‍👧‍👦 🫩 smilede")[0].text == "Hun 👍🏽 1️⃣ ❤️ 👩‍👩‍👧‍👦 🫩 smilede"
