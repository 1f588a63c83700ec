"""Paper with Typst: the only place that imports it. PDF/UA-1 is enforced while compiling.

Threads with a Compiler each: one Compiler refuses a second call while it is busy, and a process that is forked after
Typst has run hangs. A PDF is kept in the cache by everything it was made from, and made again only when that changes.
"""

import hashlib
import os
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from importlib.metadata import version
from pathlib import Path

import typst

from ..model.artifact import Artifact, Paper
from ..model.problem import Level, Problem, Rule, Source
from . import fonts
from .keep import is_kept, keep, tidy

Progress = Callable[[int, int], None]
"""Called with the files made so far, and how many there are in all."""

REFUSED = Rule(
    "paper-text",
    Level.ERROR,
    "This cannot be printed: {detail}",
    "Write it in another way, or take it out.",
    """Something in a text that paper cannot hold.

The printed page must be readable by everyone, also with a screen reader. A letter that no font has, or a damaged
picture, would leave a hole in it.
""",
)
TEMPLATE = Rule(
    "paper-template",
    Level.ERROR,
    "The template for paper is broken: {detail}",
    "Show the message to whoever runs the handbook. The texts are not at fault.",
    """A fault in one of the templates that set paper, and not in any text.
""",
)
RULES = (REFUSED, TEMPLATE)

STANDARD = "ua-1"
MOST_THREADS = 4

_LINE = re.compile(r"__typst_py_bytes__\.typ:(\d+)")
# What Typst says when the data is at fault, and not the template.
_OF_TEXT = ("PDF/UA-1 error", "failed to decode", "failed to load", "file not found", "failed to parse image")


class Setter:
    """Sets papers in any thread, with a Compiler for each thread."""

    def __init__(self, root: Path, cache: Path) -> None:
        self._root = root
        folder = fonts.paper_fonts(cache)
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
        self._own = threading.local()

    def compile(self, paper: Paper) -> bytes:
        """Return the PDF of a paper. Raises typst.TypstError."""
        source = paper.template.text.encode()
        if not hasattr(self._own, "compiler"):
            self._own.compiler = typst.Compiler(
                source, root=self._root, font_paths=self._fonts, ignore_system_fonts=True
            )
        made: bytes = self._own.compiler.compile(
            input=source, format="pdf", sys_inputs={"data": paper.data}, pdf_standards=[STANDARD]
        )
        return made


def pdfs(
    papers: Sequence[Paper], root: Path, cache: Path, progress: Progress = lambda *_: None
) -> tuple[list[Artifact], list[Problem]]:
    """Return the PDFs of a publication's papers, and what cannot be printed. `root` is the publication's folder.

    What is in the cache already is not compiled. A paper with a problem has no PDF.
    """
    kept = {paper.path: cache / "paper" / f"{_key(paper)}.pdf" for paper in papers}
    missing = [paper for paper in papers if not is_kept(kept[paper.path])]
    artifacts: dict[str, Artifact] = {path: Artifact(path, held) for path, held in kept.items()}
    problems: dict[str, Problem] = {}
    for done, (paper, made) in enumerate(_compiled(missing, root, cache), 1):
        if isinstance(made, typst.TypstError):
            problem = _problem(made, paper)
            problems[repr(problem)] = problem  # a story is on many papers, and its fault is told once
            del artifacts[paper.path]
        elif not keep(kept[paper.path], made):
            artifacts[paper.path] = Artifact(paper.path, made)
        progress(done, len(missing))
    if missing:
        tidy(cache / "paper")
    return list(artifacts.values()), list(problems.values())


def _compiled(papers: Sequence[Paper], root: Path, cache: Path) -> Iterator[tuple[Paper, bytes | typst.TypstError]]:
    """Compile papers side by side, and yield each as it is done."""
    if not papers:
        return
    setter = Setter(root, cache)
    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_THREADS)) as pool:
        waiting = {pool.submit(setter.compile, paper): paper for paper in papers}
        for future in as_completed(waiting):
            paper = waiting.pop(future)
            error = future.exception()
            if error is None:
                yield paper, future.result()
            elif isinstance(error, typst.TypstError):
                yield paper, error
            else:
                raise error


def _key(paper: Paper) -> str:
    """A name for everything a PDF is made from; the data holds a digest of each picture."""
    recipe = f"{version('typst')} {STANDARD} {fonts.PAPER_FACES}\0{paper.template.text}\0{paper.data}"
    return hashlib.sha256(recipe.encode()).hexdigest()


def _problem(error: typst.TypstError, paper: Paper) -> Problem:
    detail = error.message.splitlines()[0]
    if detail.startswith(_OF_TEXT):
        return REFUSED.at(paper.source, detail=detail)
    name, line = _template_line(error.diagnostic, paper)
    return TEMPLATE.at(Source(name, line), detail=detail)


def _template_line(diagnostic: str, paper: Paper) -> tuple[str, int]:
    """Find the file and line of a fault: Typst was given the files as one."""
    found = _LINE.search(diagnostic)
    line = int(found[1]) if found else 1
    for name, text in paper.template.files:
        count = text.count("\n") + 1
        if line <= count:
            return name, line
        line -= count
    return paper.template.files[-1][0], 1
