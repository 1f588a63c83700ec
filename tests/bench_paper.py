"""What a guide costs on paper: `python -m tests.bench_paper 500`, or `... weasyprint`, on one core. With `2` after it,
on two: we have two threads, as in a build, and WeasyPrint has two processes.

Prints JSON. Guides are of two pages, each of another story. The method's page is remembered from the one before, as in
a build.
"""

import io
import json
import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pypdf

from hverdag.features.guides.paper import GuideOnPaper, guide_paper
from hverdag.features.guides.plan import GuideView
from hverdag.features.guides.web import guide_page
from hverdag.features.guides.word import word
from hverdag.features.kit import Kit
from hverdag.publish import fonts
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.typst_compiler import TypstCompiler

from .bench import synthetic
from .conftest import ROOT, planned, read
from .guide_papers import guide_kit, guide_views

# What Typst is given in paper/templates/ and features/guides/: the same faces and sizes, running head and foot, lines,
# and room to write.
STYLE = """
@page { size: A4; margin: 15mm 13mm 14mm; font: 9pt HSans;
@bottom-left { content: "1. udgave, november 2026 · Fjordby Kommune" }
@bottom-right { content: "Side " counter(page) " af " counter(pages) }
@top-left { content: string(title) } @top-right { content: "Hverdag i Fjordby" } }
@page :first { @top-left { content: none } @top-right { content: none } }
@font-face { font-family: HSerif; src: url("FONTS/SourceSerifPro-Regular.ttf") }
@font-face { font-family: HSerif; font-weight: 600; src: url("FONTS/SourceSerifPro-Semibold.ttf") }
@font-face { font-family: HSerif; font-style: italic; src: url("FONTS/SourceSerifPro-It.ttf") }
@font-face { font-family: HSans; src: url("FONTS/SourceSansPro-Regular.ttf") }
@font-face { font-family: HSans; font-weight: 600; src: url("FONTS/SourceSansPro-Semibold.ttf") }
body { font: 11pt/1.3 HSerif; hyphens: auto; margin: 0 } .hv-actions, .hv-plan-form, .hv-screen { display: none }
h1 { font-size: 20pt; string-set: title content() } h2 { font-size: 13pt } h3 { font-size: 11.5pt }
h1, h2, h3, strong, th { font-weight: 600 } .hv-tip strong, thead th, .hv-plan-facts dt { font: 600 9pt HSans }
dl, dd, dt { margin: 0; font: 9pt HSans } .hv-plan-facts div { display: flex; gap: 4mm }
table { width: 100%; border-collapse: collapse; font: 9.5pt/1.2 HSerif }
td, th { text-align: left; vertical-align: top; border-bottom: .5pt solid #555; padding: 1.5mm 1.2mm }
td:first-child { font: 9pt HSans; width: 17mm } .hv-step__name { width: 20mm }
.hv-step__guide { width: 100mm; hyphens: none }
tr, .hv-agreed, .hv-sheet__part { break-inside: avoid } .hv-agreement td { height: 8mm }
p { margin: 0 0 .6em } ol, ul { margin: 0 0 .5em; padding-left: 5mm } .hv-say { list-style: none; font-style: italic }
.hv-mark { width: 1.15em; height: 1.15em; fill: none; stroke: #000; stroke-width: 1.9 }
.hv-chips { list-style: none; padding: 0; display: flex; gap: 4mm; font: 9pt HSans }
.hv-sheet { break-before: page } .hv-sheet__lead { font-style: italic }
[data-sheet] .hv-dilemma__question, [data-sheet] .hv-options { display: none }
"""


def guides(folder: Path, number: int) -> tuple[list[GuideView], Kit]:
    """A publication of so many stories, with the short talk for each, and what they are rendered with."""
    synthetic(folder, number)
    (folder / "docs" / "metoder").mkdir()
    method = (ROOT / "docs/metoder/kort-samtale.md").read_text("utf-8")
    (folder / "docs/metoder/kort-samtale.md").write_text(method, encoding="utf-8")
    plan = planned(read(folder))
    return list(guide_views(plan).values()), guide_kit(plan)


def milliseconds(work: Callable[[], Any]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def ours(number: int, folder: Path, cores: int) -> dict[str, float]:
    """Set guides with one compiler, one after another or in two threads."""
    views, kit = guides(folder, number)
    data = [GuideOnPaper(kit.paper).data(view) for view in views[:number]]
    papers = [guide_paper(view, kit) for view in views[:number]]
    with TypstCompiler(folder, cache_folder()) as setter:
        first = setter.compile(papers[0])
        if cores == 1:
            each = statistics.median(milliseconds(lambda paper=paper: setter.compile(paper)) for paper in papers[1:])  # type: ignore[misc]
        else:
            with ThreadPoolExecutor(cores) as pool:
                each = milliseconds(lambda: list(pool.map(setter.compile, papers[1:]))) / (number - 1)
    words = [milliseconds(lambda held=held: word(held, lambda _: b"")) for held in data[:60]]  # type: ignore[misc]
    pages = len(pypdf.PdfReader(io.BytesIO(first)).pages)
    return {"ours": each, "word": statistics.median(words[1:]), "pages": pages, "bytes": len(first)}


def theirs(folder: Path, cores: int) -> dict[str, float]:
    """Set one of the same guides with WeasyPrint, as tagged PDF/UA-1 too, in as many processes as there are cores."""
    views, kit = guides(folder, 6)
    page = guide_page(views[0], kit)
    style = STYLE.replace("FONTS", fonts.paper_fonts(cache_folder()).as_uri())
    head = f'<html lang="da"><head><title>{page.title}</title><style>{style}</style></head>'
    html = f"{head}<body>{page.content}</body></html>"
    spawn = multiprocessing.get_context("spawn")
    ready, results = spawn.Barrier(cores), spawn.SimpleQueue()
    work = [spawn.Process(target=weasyprint_work, args=(html, str(folder), ready, results)) for _ in range(cores)]
    for process in work:
        process.start()
    for process in work:
        process.join()
        if process.exitcode:
            raise RuntimeError("WeasyPrint failed")
    spent, pages, size = max(results.get() for _ in work)
    return {"theirs": spent / cores, "pages": pages, "bytes": size}


def weasyprint_work(html: str, folder: str, ready: Any, results: Any) -> None:
    """Set a guide once, and five times more when the other processes have done so too. Put the median of the five, and
    the pages and bytes of the PDF."""
    import weasyprint  # noqa: PLC0415 its system libraries may be missing

    def work() -> bytes:
        made: bytes = weasyprint.HTML(string=html, base_url=folder).write_pdf(pdf_variant="pdf/ua-1")
        return made

    pdf = work()
    ready.wait(120)
    spent = statistics.median(milliseconds(work) for _ in range(5))
    results.put((spent, len(pypdf.PdfReader(io.BytesIO(pdf)).pages), len(pdf)))


def main() -> None:
    """Measure, and print."""
    what, cores = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with suppress(AttributeError):  # only Linux can hold a process to its cores
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "publication"
        found = theirs(folder, cores) if what == "weasyprint" else ours(int(what), folder, cores)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
