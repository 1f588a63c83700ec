"""What texts hold besides words, on paper: every tag of the tree, read back from the PDF."""

from pathlib import Path
from typing import Any

import pypdf
import pytest

from hverdag.model.texts.body import Body, Element
from hverdag.paper.runs import shown
from tests import pdf
from tests.bare_paper import TEXT, bare, set_text


def lines(reader: pypdf.PdfReader) -> list[str]:
    """The lines of a paper, without its title and its foot."""
    return [line.strip() for page in pdf.pages(reader) for line in page.split("\n") if line.strip()][1:-1]


def structure(reader: pypdf.PdfReader) -> list[Any]:
    """Every element of a PDF's structure."""
    root: Any = reader.trailer["/Root"]
    pending, found = [root["/StructTreeRoot"]], []
    while pending:
        node = pending.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            pending += node
        elif isinstance(node, dict) and "/K" in node:
            found.append(node)
            pending.append(node["/K"])
    return found


def told(reader: pypdf.PdfReader, name: str) -> list[str]:
    """What the structure says of an attribute."""
    held = []
    for node in structure(reader):
        attributes = node.get("/A", [])
        attributes = attributes.get_object() if hasattr(attributes, "get_object") else attributes
        sets = attributes if isinstance(attributes, list) else [attributes]
        held += [str(one.get_object()[name]) for one in sets if name in one.get_object()]
    return held


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hun sagde ~~nej~~ ja.", "Hun sagde nej ja."),
        ("Det er <u>vigtigt</u>.", "Det er vigtigt."),
        ("H<sub>2</sub>O og m<sup>2</sup>", "H2O og m2"),
        ("Tryk <kbd>Ctrl</kbd> + <kbd>S</kbd>.", "Tryk Ctrl + S."),
        ("Her er <mark>det hele</mark>.", "Her er det hele."),
        ("<small>Med småt</small> og <b>fed</b>, <i>skrå</i>.", "Med småt og fed, skrå."),
        ("Tom: <mark></mark><kbd></kbd><s></s><u></u><sub></sub><small></small>.", "Tom: ."),
        ("- <mark>Ring</mark> ~~først~~", "• Ring først"),
    ],
)
def test_marks_in_a_line_keep_its_words(text: str, words: str, tmp_path: Path) -> None:
    (line,) = lines(set_text(text, tmp_path))
    assert pdf.squeezed(line) == pdf.squeezed(words)


def test_a_line_begins_with_its_first_letter(tmp_path: Path) -> None:
    text = "".join(page for page in pdf.pages(set_text("Den ene linje\\\nog den anden", tmp_path)))
    assert [line for line in text.split("\n") if "anden" in line] == ["og den anden"]


def test_what_is_struck_and_underlined_is_told_aloud(tmp_path: Path) -> None:
    reader = set_text("~~nej~~ og <u>ja</u>", tmp_path)
    assert sorted(told(reader, "/TextDecorationType")) == ["/LineThrough", "/Underline"]


def test_small_letters_are_smaller(tmp_path: Path) -> None:
    (page,) = set_text("Stort\n\n<small>småt</small>", tmp_path).pages
    sizes = {text.strip(): size for size, text in pdf.sizes(page)}
    assert sizes["småt"] < sizes["Stort"]


def test_tasks_have_boxes_where_bullets_are(tmp_path: Path) -> None:
    text = "- [x] Ring til Hanne\n- [ ] Skriv det ned\n- ingen opgave\n  - [ ] inde i\n\n1. [x] Først\n2. [ ] Så\n"
    assert lines(set_text(text, tmp_path)) == [
        "☑ Ring til Hanne",
        "☐ Skriv det ned",
        "• ingen opgave",
        "☐ inde i",
        "1. ☑ Først",
        "2. ☐ Så",
    ]


def test_a_task_of_several_paragraphs_has_one_box(tmp_path: Path) -> None:
    text = "- [ ] Ring\n\n  Til Hanne.\n\n  ```\n  kode\n  ```\n\n- [x] Skriv\n"
    assert lines(set_text(text, tmp_path)) == ["☐ Ring", "Til Hanne.", "kode", "☑ Skriv"]


@pytest.mark.parametrize(
    ("kind", "title"),
    [("NOTE", "Bemærk"), ("TIP", "Tip"), ("IMPORTANT", "Vigtigt"), ("WARNING", "Advarsel"), ("CAUTION", "Pas på")],
)
def test_an_alert_begins_with_its_title(kind: str, title: str, tmp_path: Path) -> None:
    reader = set_text(f"> [!{kind}]\n> Ring først.\n>\n> - en\n> - to\n", tmp_path)
    assert lines(reader) == [title, "Ring først.", "• en", "• to"]


def test_what_can_be_folded_away_is_in_full(tmp_path: Path) -> None:
    text = "<details>\n<summary>Vis <em>mere</em></summary>\n\nDet var **skjult**.\n\n- punkt\n\n</details>\n\nEfter.\n"
    assert lines(set_text(text, tmp_path)) == ["Vis mere", "Det var skjult.", "• punkt", "Efter."]


def test_loose_words_in_what_can_be_folded_away_are_a_paragraph(tmp_path: Path) -> None:
    inner = (
        "\n",
        Element("summary", (), ("Mere",)),
        "\nløse ",
        Element("em", (), ("ord",)),
        Element("p", (), ("p",)),
        "\n",
    )
    tree = TEXT.tree(Body((Element("details", (), inner),)))
    assert [node["t"] for node in tree if isinstance(node, dict)] == ["strong-line", "p", "p"]
    found, problems = bare(tree, tmp_path)
    assert problems == []
    assert "løse ord" in found[0]


@pytest.mark.parametrize(
    "head", ["[KL](https://kl.dk)", "Tal[^1]", "Navn 😀", "<kbd>Esc</kbd> `kode`", "<mark>m</mark>"]
)
def test_a_heading_row_that_is_repeated_may_hold_anything(head: str, tmp_path: Path) -> None:
    rows = "\n".join(f"| række {number} | x |" for number in range(90))
    note = "\n\n[^1]: En note.\n" if "[^1]" in head else ""
    reader = set_text(f"| {head} | Antal |\n|---|---|\n{rows}{note}", tmp_path)
    found = pdf.pages(reader)
    assert len(found) > 1
    is_linked = "https" in head
    assert ["Antal" in page for page in found] == [not at or not is_linked for at in range(len(found))]
    assert sum("/Annots" in page for page in reader.pages) == is_linked


def test_lists_quotations_and_code_in_each_other_are_as_deep_as_typed(tmp_path: Path) -> None:
    text = "1. et\n   - to\n\n     > tre\n     >\n     > 1. fire\n\n     ```\n     fem\n       seks\n     ```\n2. syv\n"
    found = lines(set_text(text, tmp_path))
    assert [pdf.squeezed(line) for line in found] == ["1et", "to", "tre", "1fire", "fem", "seks", "2syv"]


def test_a_break_in_an_endless_word_parts_no_sign() -> None:
    for sign in ("👍🏽", "1️⃣", "å", "👩‍👧"):
        assert sign in shown("x" * 19 + sign + "x" * 40)
