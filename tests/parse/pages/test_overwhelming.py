"""Pages that would keep Python-Markdown busy for ever, or break it."""

from pathlib import Path

import pytest

from hverdag.parse.files import MAX_BYTES
from tests.hostile_texts import HOSTILE
from tests.parse.pages.reading import PATH, reader

pytestmark = pytest.mark.slow

MORE = {
    "quotations": ">" * 10_000 + " x",
    "quotations over lines": "\n".join(">" * number + " x" for number in range(500)),
    "raw macros": "---\nrender_macros: true\n---\n" + "{% raw %}" * 20_000,
    "open macros": "---\nrender_macros: true\n---\n" + "{{" * 50_000,
    "stars": "*" * 100_000,
    "bad tags": "<b><i><p></b>" * 10_000,
    "open elements": "<div>" * 10_000,
    "ends": "</div>" * 10_000,
    "declarations": "<![CDATA[" * 5_000,
    "a strange declaration": "<![x[ a ]]> <! b",
    "instructions": "<?" * 10_000,
    "comments": "<!--" * 10_000,
    "an open comment": "<!-- " + "ord " * 40_000,
    "underlines": "a\n=\n" * 7_000,
    "abbreviations": "*[a]: b\n" * 3_000,
    "a wide table": "\n".join("|" * 500 for _ in range(200)),
    "boxes": "".join("    " * depth + "!!! note\n" for depth in range(150)),
    "definitions": "a\n:   b\n\n" * 5_000,
    "tags with Markdown": "<div markdown>\nx\n</div>\n\n" * 3_000,
    "scripts": "<script>x</script>\n\n" * 2_000,
    "attributes": "<p " + "a=b " * 40_000 + ">",
    "ticks": "".join("`" * number + " " for number in range(1, 500)),
    "lists in prose": "Tekst:\n- a b c\n- d e f\n\n" * 5_000,
    "addresses": "https://kl.dk " * 10_000,
    "nothing": "",
    "a line of dashes": "---",
    "fields without an end": "---\ntitle: x\n",
    "null": "a\x00b\ufffd\ufeff",
}


@pytest.mark.parametrize("name", [*HOSTILE, *MORE])
def test_no_page_is_too_much(tmp_path: Path, name: str) -> None:
    assert len(reader(tmp_path).problems((HOSTILE | MORE)[name], PATH)) <= 100


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_of_the_largest_size_is_too_much(tmp_path: Path, name: str) -> None:
    text = (HOSTILE[name] * 40)[:MAX_BYTES]
    assert len(reader(tmp_path).problems(text, PATH)) <= 100


@pytest.mark.parametrize("name", ["quotations", "nested lists", "brackets", "stars", "underlines", "open elements"])
def test_what_is_too_much_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    text = (HOSTILE | MORE)[name]
    (problem,) = reader(tmp_path).problems(f"# En side\n\n{text}", PATH)
    assert problem.rule in ("page-size", "page-nesting")
    assert problem.source.line in (1, 3)
