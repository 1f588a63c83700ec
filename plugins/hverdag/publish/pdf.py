"""PDFs and small pictures of everything on paper. Each is kept in the cache by everything it was made from, and made
again only when that changes.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from importlib.metadata import version
from itertools import islice
from pathlib import Path

import typst

from ..model.artifact import Artifact, DerivedPdf, Paper, Progress
from ..model.photo import CLEANING
from ..model.printable import Printed
from ..model.problem import Problem, Source
from ..model.settings import PATH
from . import fonts
from .booklet import booklet
from .cache.store import CacheStore
from .cache.story_index import StoryIndex
from .typst_compiler import STANDARD, RemarkError, TypstCompiler, is_big, problems_of

MOST_THREADS = 4


def pdfs(
    papers: Sequence[Paper],
    root: Path,
    cache: Path,
    progress: Progress = lambda *_: None,
    *,
    story_index: StoryIndex | None = None,
) -> tuple[list[Artifact], list[Problem]]:
    """Return the PDFs of a publication's papers, and what cannot be printed. `root` is the publication's folder.

    What is in the cache already is not compiled. A paper with a problem has no PDF. `story_index` notes which stories
    each file holds.
    """
    shelves = {ending: CacheStore(cache / "paper", ending) for ending in ("pdf", "png")}
    recipes = {paper.path: _recipe(paper) for paper in papers}
    found = {path: shelves[_ending(path)].find(recipe) for path, recipe in recipes.items()}
    story_codes = {paper.path: paper.story_codes for paper in papers}
    artifacts = {path: Artifact(path, held, story_codes[path]) for path, held in found.items() if held}
    missing = [paper for paper in papers if paper.path not in artifacts]
    met: list[Problem] = []
    for done, (paper, made) in enumerate(_compiled(missing, root, cache), 1):
        if isinstance(made, bytes):
            kept = shelves[_ending(paper.path)].put(recipes[paper.path], made)
            content = story_index.kept(kept, made, paper.story_codes) if story_index else kept or made
            artifacts[paper.path] = Artifact(paper.path, content, paper.story_codes)
        else:
            met += made
        progress(done, len(missing))
    return [artifacts[paper.path] for paper in papers if paper.path in artifacts], _told_once(met)


def _compiled(papers: Sequence[Paper], root: Path, cache: Path) -> Iterator[tuple[Paper, bytes | list[Problem]]]:
    """Compile papers, and yield each as it is done. Books come after all else: with every paper that is set beside
    them, Typst looks through the hundreds of megabytes that it remembers of a book, and both take three times as long.
    """
    if not papers:
        return
    with TypstCompiler(root, cache) as setter:
        for books in (False, True):
            yield from _side_by_side([paper for paper in papers if is_big(paper) is books], setter)


def _side_by_side(papers: Sequence[Paper], setter: TypstCompiler) -> Iterator[tuple[Paper, bytes | list[Problem]]]:
    """Compile papers in threads. Only a few wait at a time, for the story_index's sake."""
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


def _made(future: "Future[bytes]", paper: Paper) -> bytes | list[Problem]:
    try:
        return future.result()
    except (typst.TypstError, RemarkError) as error:
        return problems_of(error, paper)


def _recipe(paper: Paper) -> str:
    """A digest of everything a PDF is made from; the data holds one of each picture, before it was cleaned. The whole
    of it, for thousands of papers at once, would take as much story_index as a book."""
    standard = STANDARD if paper.tagged else "none"
    cleaning = f"{CLEANING} " if paper.pictures else ""
    whole = f"{version('typst')} {standard} {cleaning}{fonts.PAPER_FACES}\0{paper.template.text}\0{paper.data}"
    return hashlib.sha256(whole.encode()).hexdigest()


def _told_once(met: Iterable[Problem]) -> list[Problem]:
    """A text is on many papers, and its fault is told once: where it is the worst, and where it is known which text it
    is. A book or a pamphlet of many texts does not know."""
    worst: dict[str, Problem] = {}
    for problem in met:
        over = problem.parameters.get("millimetres")
        key = repr(problem if over is None else (problem.rule, problem.source))
        if key not in worst or (over is not None and _over(problem) > _over(worst[key])):
            worst[key] = problem
    known = {problem.parameters.get("detail") for problem in worst.values() if problem.source.path != PATH}
    return [one for one in worst.values() if one.source.path != PATH or one.parameters.get("detail") not in known]


def _over(problem: Problem) -> int:
    return int(str(problem.parameters["millimetres"]))


def _ending(path: str) -> str:
    return path.rpartition(".")[2]


def reprints(
    wanted: Sequence[DerivedPdf],
    made: Iterable[Artifact],
    facts: Iterable[Printed],
    cache: Path,
    progress: Progress = lambda *_: None,
    *,
    story_index: StoryIndex | None = None,
) -> tuple[list[Artifact], list[Problem]]:
    """Return what is made from the pages of PDFs that were made before: sheets to fold, and small pictures. `facts`
    tell what each of those PDFs is; what is of another is left out."""
    by_path = {artifact.path: artifact.content for artifact in made}
    known = {one.path: one for one in facts}
    with tempfile.TemporaryDirectory(prefix="hverdag-pages-") as folder:
        papers = [_reprint(one, by_path[one.of], known[one.of], Path(folder)) for one in wanted if one.of in known]
        return pdfs(papers, Path(folder), cache, progress, story_index=story_index)


def _reprint(wanted: DerivedPdf, content: bytes | str | Path, facts: Printed, folder: Path) -> Paper:
    """A paper that the pages of a PDF are placed on. Typst cannot tag those, so neither is this."""
    held = _held(content)
    name = f"{hashlib.sha256(held).hexdigest()}.pdf"
    # What lies in the cache can be read where it is.
    path = content if isinstance(content, Path) else folder / name
    if path != content:
        path.write_bytes(held)
    size = {"width": facts.width, "height": facts.height}
    data = {"title": wanted.title, "file": f"/{name}", **size, "sheets": booklet(facts.pages)}
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
    """Return what each PDF is, in the order that is asked for."""
    by_path: Mapping[str, Artifact] = {artifact.path: artifact for artifact in artifacts}
    return tuple(_facts(by_path[path].content, path) for path in paths if path in by_path)


def _held(content: bytes | str | Path) -> bytes:
    held = content.read_bytes() if isinstance(content, Path) else content
    assert isinstance(held, bytes), "a PDF"  # noqa: S101
    return held


def _facts(content: bytes | str | Path, path: str) -> Printed:
    # Imported here: most commands print nothing. PDFium does one thing at a time: this is for no thread but the first.
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    held = _held(content)
    with PdfDocument(held) as document:
        pages = len(document)
        first = document[0]
        left, bottom, right, top = first.get_trimbox()
        first.close()
    width, height = (round(points / 72 * 25.4, 1) for points in (right - left, top - bottom))
    return Printed(path, pages, width, height, len(held))
