"""PDFs and small pictures of everything on paper. Each is cached under a digest of all its inputs, and compiled again
only when one of them changes.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import cache
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from ..model.artifact import Artifact, DerivedPdf, Paper, Progress, content_bytes
from ..model.message import message
from ..model.photo import CLEANING
from ..model.printable import Printed
from ..model.problem import Problem, Source
from . import fonts, row_headers
from .booklet import booklet
from .cache.store import CacheStore
from .cache.story_index import StoryIndex, recorder
from .culprits import refused_blocks
from .own_templates import parted_by_blame
from .standards import standards
from .typst_compiler import CompileError, RemarkError, TypstCompiler, is_big, problems_of, refusal
from .work import run_folder

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_THREADS = 4
TRIMMED = b"/TrimBox"
"""Stands in a PDF whose pages are to be cut."""


def pdfs(
    papers: Sequence[Paper],
    root: Path,
    cache: Path,
    progress: Progress = lambda *_: None,
    *,
    story_index: StoryIndex | None = None,
) -> tuple[list[Artifact], list[Problem]]:
    """Return the PDFs of a publication's papers, and the problems of those that cannot be printed.

    `root` is the publication's folder. A PDF in the cache is not compiled again. A paper with a problem has no PDF.
    `story_index` records which stories each cached file holds.
    """
    stores = {ending: CacheStore(cache / "paper", ending) for ending in ("pdf", "png")}
    recipes = {paper.path: _recipe(paper) for paper in papers}
    cached_paths = {path: stores[_ending(path)].find(recipe) for path, recipe in recipes.items()}
    story_codes = {paper.path: paper.story_codes for paper in papers}
    artifacts = {
        path: Artifact(path, cached_path, story_codes[path])
        for path, cached_path in cached_paths.items()
        if cached_path
    }
    if story_index:
        story_index.record_all((path, story_codes[name]) for name, path in cached_paths.items() if path)
    missing = [paper for paper in papers if paper.path not in artifacts]
    failed: list[tuple[Paper, CompileError]] = []
    for done, (paper, outcome) in enumerate(_compiled(missing, root, cache), 1):
        if isinstance(outcome, bytes):
            record = recorder(story_index, paper.story_codes)
            cached_path = stores[_ending(paper.path)].put(recipes[paper.path], outcome, record)
            artifacts[paper.path] = Artifact(paper.path, cached_path or outcome, paper.story_codes)
        else:
            failed.append((paper, outcome))
        progress(done, len(missing), message("Sheets"))
    problems = _problems(failed, root, cache)
    return [artifacts[paper.path] for paper in papers if paper.path in artifacts], problems


def _problems(failed: Sequence[tuple[Paper, CompileError]], root: Path, cache: Path) -> list[Problem]:
    """Return the problems of papers that could not be compiled."""
    problems, others = parted_by_blame(failed, root, cache)
    refused: list[tuple[Paper, str]] = []
    for paper, error in others:
        if detail := refusal(error):
            refused.append((paper, detail))
        else:
            problems += problems_of(error, paper)
    return [*problems, *_refused(refused, root, cache)]


def _refused(refused: Sequence[tuple[Paper, str]], root: Path, cache: Path) -> Iterator[Problem]:
    """Yield the problems of papers that were refused for their data, each at the block that is to blame."""
    if refused:
        with TypstCompiler(root, cache) as compiler:
            yield from refused_blocks(refused, lambda paper: _refusal_of(paper, compiler))


def _refusal_of(paper: Paper, compiler: TypstCompiler) -> str:
    try:
        compiler.compile(paper)
    except (typst.TypstError, RemarkError) as error:
        return refusal(error)
    return ""


def _compiled(papers: Sequence[Paper], root: Path, cache: Path) -> Iterator[tuple[Paper, bytes | CompileError]]:
    """Compile papers, and yield each with its PDF or its error as it is done. Books come last: for every paper that
    is compiled beside a book, Typst goes through hundreds of megabytes of memoised results, and both take three times
    as long.
    """
    if not papers:
        return
    with TypstCompiler(root, cache) as compiler:
        for books in (False, True):
            yield from _side_by_side([paper for paper in papers if is_big(paper) is books], compiler)


def _side_by_side(papers: Sequence[Paper], compiler: TypstCompiler) -> Iterator[tuple[Paper, bytes | CompileError]]:
    """Compile papers in threads. Only two per thread are submitted at a time, to limit memory."""
    threads = min(os.cpu_count() or 1, MOST_THREADS)
    remaining = iter(papers)
    with ThreadPoolExecutor(threads) as pool:
        waiting = {pool.submit(compiler.compile, paper): paper for paper in islice(remaining, 2 * threads)}
        while waiting:
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                paper = waiting.pop(future)
                for following in islice(remaining, 1):
                    waiting[pool.submit(compiler.compile, following)] = following
                yield paper, _outcome(future)


def _outcome(future: "Future[bytes]") -> bytes | CompileError:
    try:
        return future.result()
    except (typst.TypstError, RemarkError) as error:
        return error


def _recipe(paper: Paper) -> str:
    """Return a digest of all inputs of a PDF; the data holds the digest of each picture before it was cleaned. The
    inputs themselves, for thousands of papers at once, would take as much memory as a book."""
    standard = " ".join(standards(paper)) or "none"
    cleaning = f"{CLEANING} " if paper.pictures else ""
    whole = f"{_tools()} {standard} {cleaning}\0{paper.template.text}\0{paper.data}"
    return hashlib.sha256(whole.encode()).hexdigest()


@cache
def _tools() -> str:
    """Return the versions of what sets a paper and tags it."""
    return f"{version('typst')} {row_headers.VERSION} {fonts.PAPER_FACES} {version('manimgx-fonts')}"


def _ending(path: str) -> str:
    return path.rpartition(".")[2]


def reprints(
    wanted: Sequence[DerivedPdf],
    artifacts: Iterable[Artifact],
    facts: Iterable[Printed],
    cache: Path,
    progress: Progress = lambda *_: None,
    *,
    story_index: StoryIndex | None = None,
) -> tuple[list[Artifact], list[Problem]]:
    """Return what is made from the pages of finished PDFs: sheets to fold and small pictures, and their problems.

    `artifacts` are the finished PDFs and `facts` describes them; a wanted file of any other PDF is left out.
    """
    contents = {artifact.path: artifact.content for artifact in artifacts}
    facts_by_path = {fact.path: fact for fact in facts}
    with tempfile.TemporaryDirectory(prefix="pages-", dir=run_folder()) as folder:
        papers = [
            _reprint(pdf, contents[pdf.of], facts_by_path[pdf.of], Path(folder))
            for pdf in wanted
            if pdf.of in facts_by_path
        ]
        return pdfs(papers, Path(folder), cache, progress, story_index=story_index)


def _reprint(wanted: DerivedPdf, content: bytes | str | Path, facts: Printed, folder: Path) -> Paper:
    """Return a paper with the pages of a PDF placed on it. Typst cannot tag those pages, so the paper is untagged."""
    pdf = content_bytes(content)
    name = f"{hashlib.sha256(pdf).hexdigest()}.pdf"
    # A PDF in the cache is read where it is.
    path = content if isinstance(content, Path) else folder / name
    if path != content:
        path.write_bytes(pdf)
    size = {"width": facts.width, "height": facts.height}
    spoken = {"language": wanted.language, "region": wanted.region}
    data = {"title": wanted.title, "file": f"/{name}", **spoken, **size, "sheets": booklet(facts.pages)}
    pictures = ((str(path.absolute()), name),)
    return Paper(
        wanted.path,
        wanted.template,
        json.dumps(data),
        Source(wanted.of),
        pictures,
        tagged=False,
        story_codes=wanted.story_codes,
    )


def printed(artifacts: Iterable[Artifact], paths: Iterable[str]) -> tuple[Printed, ...]:
    """Return the pages, measures and size of each PDF, in the order of `paths`."""
    by_path: Mapping[str, Artifact] = {artifact.path: artifact for artifact in artifacts}
    return tuple(_facts(by_path[path].content, path) for path in paths if path in by_path)


def _trimmed(document: "PdfDocument") -> tuple[float, float]:
    """Return the size in points of what is left of the first page when it is cut. PDFium reads all of the page for
    that, pictures included."""
    first = document[0]
    left, bottom, right, top = first.get_trimbox()
    first.close()
    return right - left, top - bottom


def _facts(content: bytes | str | Path, path: str) -> Printed:
    # Imported here: most commands print nothing. PDFium is not thread-safe: call this in the main thread only.
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    pdf = content_bytes(content)
    with PdfDocument(pdf) as document:
        pages = len(document)
        points = _trimmed(document) if TRIMMED in pdf else document.get_page_size(0)
    width, height = (round(side / 72 * 25.4, 1) for side in points)
    return Printed(path, pages, width, height, len(pdf))
