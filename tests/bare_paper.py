"""A text alone on paper: as small as a paper can be."""

from pathlib import Path
from typing import Any

import pypdf

from hverdag.locale import catalogue
from hverdag.model.artifact import Paper, Template
from hverdag.model.problem import Source
from hverdag.model.texts.body import Body
from hverdag.paper.data import template, written
from hverdag.paper.text_tree import PaperText
from hverdag.parse.markdown import Converter
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from tests import pdf

TEXT = PaperText(lambda target: target if ":" in target else "", {}, tell=catalogue("da").tell)
BARE = Template(
    "bare.typ",
    (
        *template("page.typ").files,
        (
            "bare.typ",
            '#import "/house.typ": *\n#import "/page.typ": *\n#show: house\n'
            "#heading(level: 1, data.title)\n#text-of(data.tree)",
        ),
    ),
)


def bare_paper(tree: list[Any], title: str = "Prøve") -> Paper:
    """A paper with a text and nothing else."""
    base = {"labels": {"page": "Side", "of": "af"}, "title": title, "running": "", "handbook": "", "imprint": ""}
    held = {**base, "organisation": "", "language": "da", "region": "DK", "tree": tree}
    return Paper("x.pdf", BARE, written(held), Source("stories/x.md", 7))


def bare(tree: list[Any], tmp_path: Path, title: str = "Prøve") -> tuple[list[str], list[Any]]:
    """Set a text alone, and return the words of each page, and the problems."""
    made, problems = pdfs([bare_paper(tree, title)], tmp_path, cache_folder())
    found = [pdf.pages(pdf.read(artifact.content)) for artifact in made]  # type: ignore[arg-type]
    return (found[0] if found else []), problems


def body_of(text: str) -> Body:
    """A text as it is read, whatever is noted of it."""
    body, problems = Converter().convert(text, "stories/x.md", 7)
    assert not [problem for problem in problems if problem.is_error]
    return body


def set_text(text: str, tmp_path: Path, title: str = "Prøve") -> pypdf.PdfReader:
    """Set a text alone, and return its PDF."""
    made, problems = pdfs([bare_paper(TEXT.tree(body_of(text)), title)], tmp_path, cache_folder())
    assert problems == []
    return pdf.read(made[0].content)  # type: ignore[arg-type]
