"""Compiling papers with Typst, which only publish/ imports. PDF/UA-1 is enforced by the compiler.

Each thread has its own Compiler: a Compiler refuses a second call while it is busy, and a process that is forked after
Typst has run hangs, so there are no worker processes.
"""

import hashlib
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import typst

from ..model.artifact import Paper, content_bytes
from ..model.problem import Level, Problem, Rule, Source
from ..paper.letters import without_missing_signs
from . import fonts
from .pictures import Pictures
from .row_headers import with_row_headers
from .standards import standards
from .template_place import place_in_template
from .weighted_semaphore import WeightedSemaphore
from .work import run_folder

REFUSED = Rule(
    "paper-text",
    Level.ERROR,
    "This cannot be printed: {detail}",
    "Write it in another way, or take it out.",
    """Something in a text that cannot be printed.

The printed page must be readable by everyone, including with a screen reader. A letter that no font has, or a
damaged picture, would leave a hole in it.
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
ROOM = Rule(
    "paper-room",
    Level.ERROR,
    "The text does not fit where it is printed ({paper}): it is {millimetres} mm too long.",
    "Make it shorter.",
    """A text that is too long for its place on a card or a poster, even in the smallest letters that can be read.

Cards and posters have one size. A text that went on outside them would be cut away.
""",
)
RULES = (REFUSED, ROOM, TEMPLATE)

BIG = 100_000
"""Characters of data: a paper with more is a book, and takes hundreds of megabytes of memory."""

MOST_AT_ONCE = 1_000_000
"""Characters of data in the books that are compiled at the same time; each takes about half a kilobyte of memory."""

REMEMBERED = 10
"""Compilations after which Typst evicts the memoised results of a paper that no later one has used."""

# How Typst's message begins when the data is at fault, and not the template.
_DATA_ERRORS = ("PDF/UA-1 error", "failed to decode", "failed to load", "file not found", "failed to parse image")
# How our own templates' message begins when texts are too long; each text's name and millimetres follow.
_TOO_LONG = "panicked with: no room:"
_EXCESS = re.compile(r" ([\w.-]+)=(\d+)")
_PICTURE = ".png"
_PAGES = ".pdf"
PICTURE_DOTS = 100
"""Pixels per inch of small pictures; their size is set in their templates."""


def is_big(paper: Paper) -> bool:
    """Return True if a paper is a book, by the size of its data."""
    return len(paper.data) > BIG


class RemarkError(RuntimeError):
    """Typst compiled the paper, but with a warning."""

    def __init__(self, message: str, diagnostic: str) -> None:
        super().__init__(message)
        self.message, self.diagnostic = message, diagnostic


CompileError = typst.TypstError | RemarkError
"""What a paper that cannot be compiled raises."""


class TypstCompiler:
    """Compiles papers in any thread, with a Compiler for each thread and template.

    Typst reads from a temporary folder only, which holds the templates, a data file for each thread, and the pictures.
    Data in a file instead of in `sys.inputs` saves a fifth of the time: Typst rebuilds its library whenever those
    change.
    """

    def __init__(self, root: Path, cache: Path) -> None:
        self._root = root
        self._clean, self._copy_lock = Pictures(cache), threading.Lock()
        self._home = tempfile.TemporaryDirectory(prefix="paper-", dir=run_folder())
        folder = fonts.paper_fonts(cache)
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
        self._thread = threading.local()
        self._numbers = count()
        self._memory = WeightedSemaphore(MOST_AT_ONCE)

    def __enter__(self) -> "TypstCompiler":
        return self

    def __exit__(self, *error: object) -> None:
        self._home.cleanup()

    def compile(self, paper: Paper) -> bytes:
        """Return the PDF of a paper, or its picture if its path ends with .png.

        Raises typst.TypstError, and RemarkError for a warning: Typst warns when it has left something out.
        """
        home = Path(self._home.name)
        if not hasattr(self._thread, "compilers"):
            self._thread.compilers, self._thread.data = {}, f"data-{next(self._numbers)}.json"
        for path, name in paper.pictures:
            self._copy_picture(path, home / name)
        # Here and not before: Word files, which show every sign, are made of the same data.
        (home / self._thread.data).write_text(without_missing_signs(paper.data), encoding="utf-8")
        if not is_big(paper):
            output, warnings = self._compile(paper)
        else:
            with self._memory.of(len(paper.data)):
                try:
                    output, warnings = self._compile(paper)
                finally:
                    self._forget()
        if warnings:
            raise RemarkError(warnings[0].message, warnings[0].diagnostic)
        return output

    def _compile(self, paper: Paper) -> tuple[bytes, list[typst.TypstWarning]]:
        compiler = self._compiler(paper)
        if paper.path.endswith(_PICTURE):
            output, warnings = compiler.compile_with_warnings(format="png", ppi=PICTURE_DOTS)
        else:
            output, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=[*standards(paper)] or None, pdf_tags=paper.tagged
            )
        assert isinstance(output, bytes), "one file, and no pages in files of their own"  # noqa: S101
        return with_row_headers(output), warnings

    def _forget(self) -> None:
        """Make Typst evict a book's memoised results, by compiling empty files: no other paper uses them, and they
        would stay in memory until ten other papers are compiled, which may be ten books."""
        empty = self._write_file(f"empty-{next(self._numbers)}.typ", "")
        compiler = typst.Compiler(empty, root=empty.parent, font_paths=self._fonts, ignore_system_fonts=True)
        for _ in range(REMEMBERED + 1):
            compiler.compile(format="pdf")

    def _copy_template(self, name: str, content: bytes) -> None:
        """Write a template, or a picture of it, to the temporary folder, unless it is there: all threads share it."""
        path = Path(self._home.name) / name
        with self._copy_lock:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)

    def _write_file(self, name: str, text: str) -> Path:
        path = Path(self._home.name) / name
        path.write_text(text, encoding="utf-8")
        return path

    def _compiler(self, paper: Paper) -> typst.Compiler:
        """Return this thread's Compiler for the paper's template."""
        text = paper.template.text
        if text not in self._thread.compilers:
            for name, content in paper.template.contents:
                self._copy_template(name, content)
            main = Path(self._home.name) / paper.template.main
            self._thread.compilers[text] = typst.Compiler(
                main,
                root=Path(self._home.name),
                font_paths=self._fonts,
                ignore_system_fonts=True,
                sys_inputs={"data": f"/{self._thread.data}"},
            )
        compiler: typst.Compiler = self._thread.compilers[text]
        return compiler

    def _copy_picture(self, path: str, to: Path) -> None:
        """Copy a picture, cleaned, to the temporary folder, if its digest still is its name there.

        A picture that has changed since it was checked is not copied: Typst then reports a missing file, which becomes
        a problem of the text. Cleaned, because Typst embeds a JPEG unchanged, with its metadata.
        """
        content = b""
        with self._copy_lock:
            if not to.exists():
                with suppress(FileNotFoundError, PermissionError):
                    content = (self._root / path).read_bytes()
            if hashlib.sha256(content).hexdigest() == to.stem:
                clean = content if to.suffix == _PAGES else self._clean.clean(content)
                if clean is not None:
                    to.write_bytes(content_bytes(clean))


def refusal(error: CompileError) -> str:
    """Return why a paper was refused for its data; an empty text if the fault is another."""
    detail = _detail(error)
    return detail if detail.startswith(_DATA_ERRORS) else ""


def _detail(error: CompileError) -> str:
    return error.message.splitlines()[0]


def problems_of(error: CompileError, paper: Paper) -> list[Problem]:
    """Return the problems of a paper that could not be compiled, but for one that was refused for its data: in its
    texts that are too long, or in its template."""
    detail = _detail(error)
    if detail.startswith(_TOO_LONG):
        return list(_too_long(detail, paper))
    name, line = place_in_template(error.diagnostic, paper.template)
    return [TEMPLATE.at(Source(name, line), detail=detail)]


def _too_long(detail: str, paper: Paper) -> Iterator[Problem]:
    """Yield a problem for each text that a template had no room for, from their names and millimetres in its
    message."""
    places = dict(paper.places)
    for name, millimetres in _EXCESS.findall(detail):
        source = places.get(name, paper.source)
        yield ROOM.at(source, paper=paper.path.rpartition("/")[2], millimetres=int(millimetres))
