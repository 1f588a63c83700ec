"""Texts as they are pasted from Word, Google Docs, Notion, Obsidian, Outlook, Teams and phones, and what each gives.

In `corpus/`, `NN-name.md` is a text, `NN-name.html` the page in the normal form, and `NN-name.txt` its Problems: level,
line and rule. A text that is refused has no page. `--regenerate` writes what is found; then the diff is read.
"""

from pathlib import Path

import pytest

from hverdag.parse.markdown import Converter
from tests.normal_form import form_of

CORPUS = Path(__file__).parent / "corpus"
NAMES = sorted(path.stem for path in CORPUS.glob("*.md"))
CONVERTER = Converter()


def found(name: str) -> dict[str, str]:
    """The page and the Problems of a text, by the ending of the file that holds them; nothing has no file."""
    body, problems = CONVERTER.convert((CORPUS / f"{name}.md").read_text("utf-8"), "stories/x.md", 1)
    said = "".join(f"{one.level} {one.source.line} {one.rule}\n" for one in sorted(problems, key=lambda one: one.order))
    page = "" if any(one.is_error for one in problems) else f"{form_of(body)}\n"
    return {".html": page, ".txt": said}


def expected(name: str) -> dict[str, str]:
    """The same, as the files say."""
    files = {ending: (CORPUS / f"{name}{ending}") for ending in (".html", ".txt")}
    return {ending: path.read_text("utf-8") if path.is_file() else "" for ending, path in files.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_pasted_text_gives_its_page_or_its_problems(name: str, request: pytest.FixtureRequest) -> None:
    given = found(name)
    if request.config.getoption("--regenerate"):
        for ending, text in given.items():
            path = CORPUS / f"{name}{ending}"
            path.write_text(text, encoding="utf-8") if text else path.unlink(missing_ok=True)
    assert given == expected(name)


def test_there_are_enough_of_them() -> None:
    assert len(NAMES) >= 40
