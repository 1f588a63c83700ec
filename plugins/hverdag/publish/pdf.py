"""Paper with Typst: the only place that imports it. PDF/UA-1 is enforced while compiling.

Threads with a Compiler each: one Compiler refuses a second call while it is busy, and a process that is forked after
Typst has run hangs. A PDF is kept in the cache by everything it was made from, and made again only when that changes.
"""

import os
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import typst

from ..model.artifact import Artifact, Paper
from ..model.problem import Level, Problem, Rule, Source
from . import fonts
from .keep import Shelf

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


class RemarkError(RuntimeError):
    """Typst made the PDF, and warned of something in it."""

    def __init__(self, message: str, diagnostic: str) -> None:
        super().__init__(message)
        self.message, self.diagnostic = message, diagnostic


class Setter:
    """Sets papers in any thread, with a Compiler for each thread."""

    def __init__(self, root: Path, cache: Path) -> None:
        self._root = root
        folder = fonts.paper_fonts(cache)
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
        self._own = threading.local()

    def compile(self, paper: Paper) -> bytes:
        """Return the PDF of a paper. Raises typst.TypstError, and RemarkError for what Typst only warns of: it warns
        where it has left something out."""
        source = paper.template.text.encode()
        if not hasattr(self._own, "compiler"):
            self._own.compiler = typst.Compiler(
                source, root=self._root, font_paths=self._fonts, ignore_system_fonts=True
            )
        made, remarks = self._own.compiler.compile_with_warnings(
            input=source, format="pdf", sys_inputs={"data": paper.data}, pdf_standards=[STANDARD]
        )
        if remarks:
            raise RemarkError(remarks[0].message, remarks[0].diagnostic)
        assert isinstance(made, bytes), "one PDF, and no pages in files of their own"  # noqa: S101
        return made


def pdfs(
    papers: Sequence[Paper], root: Path, cache: Path, progress: Progress = lambda *_: None
) -> tuple[list[Artifact], list[Problem]]:
    """Return the PDFs of a publication's papers, and what cannot be printed. `root` is the publication's folder.

    What is in the cache already is not compiled. A paper with a problem has no PDF.
    """
    shelf = Shelf(cache / "paper", "pdf")
    recipes = {paper.path: _recipe(paper) for paper in papers}
    artifacts = {path: Artifact(path, held) for path, recipe in recipes.items() if (held := shelf.find(recipe))}
    missing = [paper for paper in papers if paper.path not in artifacts]
    problems: dict[str, Problem] = {}
    for done, (paper, made) in enumerate(_compiled(missing, root, cache), 1):
        if isinstance(made, Problem):
            problems[repr(made)] = made  # a story is on many papers, and its fault is told once
        else:
            artifacts[paper.path] = Artifact(paper.path, shelf.put(recipes[paper.path], made) or made)
        progress(done, len(missing))
    return [artifacts[paper.path] for paper in papers if paper.path in artifacts], list(problems.values())


def _compiled(papers: Sequence[Paper], root: Path, cache: Path) -> Iterator[tuple[Paper, bytes | Problem]]:
    """Compile papers side by side, and yield each as it is done. Only a few wait at a time, for the memory's sake."""
    if not papers:
        return
    setter = Setter(root, cache)
    threads = min(os.cpu_count() or 1, MOST_THREADS)
    left = iter(papers)
    with ThreadPoolExecutor(threads) as pool:
        waiting = {pool.submit(setter.compile, paper): paper for paper in islice(left, 2 * threads)}
        while waiting:
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                paper = waiting.pop(future)
                for following in islice(left, 1):
                    waiting[pool.submit(setter.compile, following)] = following
                yield paper, _made(future, paper)


def _made(future: "Future[bytes]", paper: Paper) -> bytes | Problem:
    try:
        return future.result()
    except (typst.TypstError, RemarkError) as error:
        return _problem(error, paper)


def _recipe(paper: Paper) -> str:
    """Everything a PDF is made from; the data holds a digest of each picture."""
    return f"{version('typst')} {STANDARD} {fonts.PAPER_FACES}\0{paper.template.text}\0{paper.data}"


def _problem(error: typst.TypstError | RemarkError, paper: Paper) -> Problem:
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
