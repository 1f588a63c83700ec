"""Paper with Typst: the only place that imports it. PDF/UA-1 is enforced while compiling.

Threads with a Compiler each: one Compiler refuses a second call while it is busy, and a process that is forked after
Typst has run hangs. A PDF is kept in the cache by everything it was made from, and made again only when that changes.
"""

import hashlib
import os
import re
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from importlib.metadata import version
from itertools import count, islice
from pathlib import Path
from typing import Literal

import typst

from ..model.artifact import Artifact, Paper, Progress
from ..model.problem import Level, Problem, Rule, Source
from . import fonts
from .keep import Shelf, keep

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

STANDARD: Literal["ua-1"] = "ua-1"
MOST_THREADS = 4

MAIN = "main"
_LINE = re.compile(rf"{MAIN}-\d+\.typ:(\d+)")
# What Typst says when the data is at fault, and not the template.
_OF_TEXT = ("PDF/UA-1 error", "failed to decode", "failed to load", "file not found", "failed to parse image")


class RemarkError(RuntimeError):
    """Typst made the PDF, and warned of something in it."""

    def __init__(self, message: str, diagnostic: str) -> None:
        super().__init__(message)
        self.message, self.diagnostic = message, diagnostic


class Setter:
    """Sets papers in any thread, with Compilers of its own for each thread.

    Typst reads from a folder made for it, and from nothing else: the templates, a file of data for each thread, and
    the pictures. Data in a file, and not in `sys.inputs` itself, saves a fifth of the time: Typst builds its library
    anew whenever those change.
    """

    def __init__(self, root: Path, cache: Path) -> None:
        self._root = root
        self._home = tempfile.TemporaryDirectory(prefix="hverdag-paper-")
        folder = fonts.paper_fonts(cache)
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
        self._own = threading.local()
        self._numbers = count()

    def __enter__(self) -> "Setter":
        return self

    def __exit__(self, *error: object) -> None:
        self._home.cleanup()

    def compile(self, paper: Paper) -> bytes:
        """Return the PDF of a paper. Raises typst.TypstError, and RemarkError for what Typst only warns of: it warns
        where it has left something out."""
        home = Path(self._home.name)
        if not hasattr(self._own, "compilers"):
            self._own.compilers, self._own.data = {}, f"data-{next(self._numbers)}.json"
        for path, name in paper.pictures:
            self._bring(path, home / name)
        (home / self._own.data).write_text(paper.data, encoding="utf-8")
        made, remarks = self._compiler(paper).compile_with_warnings(format="pdf", pdf_standards=[STANDARD])
        if remarks:
            raise RemarkError(remarks[0].message, remarks[0].diagnostic)
        assert isinstance(made, bytes), "one PDF, and no pages in files of their own"  # noqa: S101
        return made

    def _compiler(self, paper: Paper) -> typst.Compiler:
        """This thread's compiler of a template."""
        text = paper.template.text
        if text not in self._own.compilers:
            main = Path(self._home.name) / f"{MAIN}-{next(self._numbers)}.typ"
            main.write_text(text, encoding="utf-8")
            self._own.compilers[text] = typst.Compiler(
                main,
                root=Path(self._home.name),
                font_paths=self._fonts,
                ignore_system_fonts=True,
                sys_inputs={"data": f"/{self._own.data}"},
            )
        compiler: typst.Compiler = self._own.compilers[text]
        return compiler

    def _bring(self, path: str, to: Path) -> None:
        """Bring a picture to where Typst may read it, if it is still the one that was checked: its name is its
        digest. One that is not is missed by Typst, and told as the text's."""
        if to.exists():
            return
        with suppress(OSError):
            content = (self._root / path).read_bytes()
            if hashlib.sha256(content).hexdigest() == to.stem:
                keep(to, content)


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
    threads = min(os.cpu_count() or 1, MOST_THREADS)
    left = iter(papers)
    with Setter(root, cache) as setter, ThreadPoolExecutor(threads) as pool:
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
