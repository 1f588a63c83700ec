"""Setting paper with Typst: the only place that imports it. PDF/UA-1 is enforced while compiling.

Threads with a Compiler each: one Compiler refuses a second call while it is busy, and a process that is forked after
Typst has run hangs.
"""

import hashlib
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Literal

import typst

from ..model.artifact import Paper
from ..model.problem import Level, Problem, Rule, Source
from . import fonts
from .cache.store import keep
from .pictures import Pictures
from .weighted_semaphore import WeightedSemaphore

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
"""Letters of data: a paper with more is a book, and takes memory by the hundreds of megabytes."""

MOST_AT_ONCE = 1_000_000
"""Letters of data in the books that are set side by side; each letter takes half a kilobyte while it is set."""

REMEMBERED = 10
"""Typst remembers all that it worked out for a paper until so many others are set, in case they have it in common."""

STANDARD: Literal["ua-1"] = "ua-1"
MAIN = "main"
_LINE = re.compile(rf"{MAIN}-\d+\.typ:(\d+)")
# What Typst says when the data is at fault, and not the template.
_OF_TEXT = ("PDF/UA-1 error", "failed to decode", "failed to load", "file not found", "failed to parse image")
# What our own templates say before they give up, and each text's name and millimetres after it.
_TOO_LONG = "panicked with: no room:"
_OVER = re.compile(r" ([\w.-]+)=(\d+)")
_PICTURE = ".png"
_PAGES = ".pdf"
PICTURE_DOTS = 100
"""Dots an inch in small pictures; their templates say how large they are."""


def is_big(paper: Paper) -> bool:
    """Whether a paper is a book."""
    return len(paper.data) > BIG


class RemarkError(RuntimeError):
    """Typst made the PDF, and warned of something in it."""

    def __init__(self, message: str, diagnostic: str) -> None:
        super().__init__(message)
        self.message, self.diagnostic = message, diagnostic


class TypstCompiler:
    """Sets papers in any thread, with Compilers of its own for each thread.

    Typst reads from a folder made for it, and from nothing else: the templates, a file of data for each thread, and
    the pictures. Data in a file, and not in `sys.inputs` itself, saves a fifth of the time: Typst builds its library
    anew whenever those change.
    """

    def __init__(self, root: Path, cache: Path) -> None:
        self._root = root
        self._clean, self._bringing = Pictures(cache), threading.Lock()
        self._home = tempfile.TemporaryDirectory(prefix="hverdag-paper-")
        folder = fonts.paper_fonts(cache)
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
        self._own = threading.local()
        self._numbers = count()
        self._share = WeightedSemaphore(MOST_AT_ONCE)

    def __enter__(self) -> "TypstCompiler":
        return self

    def __exit__(self, *error: object) -> None:
        self._home.cleanup()

    def compile(self, paper: Paper) -> bytes:
        """Return the PDF of a paper, or the small picture that its name asks for.

        Raises typst.TypstError, and RemarkError for what Typst only warns of: it warns where it has left something out.
        """
        home = Path(self._home.name)
        if not hasattr(self._own, "compilers"):
            self._own.compilers, self._own.data = {}, f"data-{next(self._numbers)}.json"
        for path, name in paper.pictures:
            self._bring(path, home / name)
        (home / self._own.data).write_text(paper.data, encoding="utf-8")
        if not is_big(paper):
            made, remarks = self._set(paper)
        else:
            with self._share.of(len(paper.data)):
                try:
                    made, remarks = self._set(paper)
                finally:
                    self._forget()
        if remarks:
            raise RemarkError(remarks[0].message, remarks[0].diagnostic)
        return made

    def _set(self, paper: Paper) -> tuple[bytes, list[typst.TypstWarning]]:
        compiler = self._compiler(paper)
        if paper.path.endswith(_PICTURE):
            made, remarks = compiler.compile_with_warnings(format="png", ppi=PICTURE_DOTS)
        else:
            standard = STANDARD if paper.tagged else None
            made, remarks = compiler.compile_with_warnings(format="pdf", pdf_standards=standard, pdf_tags=paper.tagged)
        assert isinstance(made, bytes), "one file, and no pages in files of their own"  # noqa: S101
        return made, remarks

    def _forget(self) -> None:
        """Make Typst forget a book: it has nothing in common with other papers, and it would be kept until ten of them
        are set, which may be ten books."""
        empty = self._home_file(f"empty-{next(self._numbers)}.typ", "")
        compiler = typst.Compiler(empty, root=empty.parent, font_paths=self._fonts, ignore_system_fonts=True)
        for _ in range(REMEMBERED + 1):
            compiler.compile(format="pdf")

    def _home_file(self, name: str, text: str) -> Path:
        path = Path(self._home.name) / name
        path.write_text(text, encoding="utf-8")
        return path

    def _compiler(self, paper: Paper) -> typst.Compiler:
        """This thread's compiler of a template."""
        text = paper.template.text
        if text not in self._own.compilers:
            main = self._home_file(f"{MAIN}-{next(self._numbers)}.typ", text)
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
        """Bring a picture, cleaned, to where Typst may read it, if it is still what was checked: its name is its
        digest. One that is not is missed by Typst, and told as the text's.

        Typst sets a JPEG as it is, and with it all that a camera has written into it.
        """
        with self._bringing, suppress(OSError):
            content = b"" if to.exists() else (self._root / path).read_bytes()
            if hashlib.sha256(content).hexdigest() == to.stem:
                clean = content if to.suffix == _PAGES else self._clean.clean(content)
                if clean is not None:
                    keep(to, clean.read_bytes() if isinstance(clean, Path) else clean)


def problems_of(error: typst.TypstError | RemarkError, paper: Paper) -> list[Problem]:
    """Return what is wrong with a paper that could not be set: in its texts, or in its template."""
    detail = error.message.splitlines()[0]
    if detail.startswith(_TOO_LONG):
        return list(_too_long(detail, paper))
    if detail.startswith(_OF_TEXT):
        return [REFUSED.at(paper.source, detail=detail)]
    name, line = _template_line(error.diagnostic, paper)
    return [TEMPLATE.at(Source(name, line), detail=detail)]


def _too_long(detail: str, paper: Paper) -> Iterator[Problem]:
    """What a template says of all the texts that it had no room for: their names, and the millimetres."""
    places = dict(paper.places)
    for name, millimetres in _OVER.findall(detail):
        source = places.get(name, paper.source)
        yield ROOM.at(source, paper=paper.path.rpartition("/")[2], millimetres=int(millimetres))


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
