"""What a guide costs on paper, measured on one core: `python -m tests.bench_paper 500`, or `... weasyprint`.

Prints JSON. Guides are of two pages, each of another story, so that nothing is remembered from the one before.
"""

import io
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
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


def ours(number: int, folder: Path) -> dict[str, float]:
    """Set guides one after another with one compiler."""
    views, kit = guides(folder, number)
    data = [GuideOnPaper(kit.paper).data(view) for view in views[:number]]
    papers = [guide_paper(view, kit) for view in views[:number]]
    with TypstCompiler(folder, cache_folder()) as setter:
        first = setter.compile(papers[0])
        spent = [milliseconds(lambda paper=paper: setter.compile(paper)) for paper in papers[1:]]  # type: ignore[misc]
    words = [milliseconds(lambda held=held: word(held, lambda _: b"")) for held in data[:60]]  # type: ignore[misc]
    pages = len(pypdf.PdfReader(io.BytesIO(first)).pages)
    return {
        "ours": statistics.median(spent),
        "word": statistics.median(words[1:]),
        "pages": pages,
        "bytes": len(first),
    }


def theirs(folder: Path) -> dict[str, float]:
    """Set one of the same guides with WeasyPrint, as tagged PDF/UA-1 too."""
    import weasyprint  # noqa: PLC0415 its system libraries may be missing

    views, kit = guides(folder, 6)
    page = guide_page(views[0], kit)
    style = STYLE.replace("FONTS", fonts.paper_fonts(cache_folder()).as_uri())
    head = f'<html lang="da"><head><title>{page.title}</title><style>{style}</style></head>'
    html = f"{head}<body>{page.content}</body></html>"
    made: list[bytes] = []

    def work() -> None:
        made.append(weasyprint.HTML(string=html, base_url=str(folder)).write_pdf(pdf_variant="pdf/ua-1"))

    spent = [milliseconds(work) for _ in range(6)]
    pages = len(pypdf.PdfReader(io.BytesIO(made[0])).pages)
    return {"theirs": statistics.median(spent[1:]), "pages": pages, "bytes": len(made[0])}


def main() -> None:
    """Measure, and print."""
    with suppress(AttributeError):  # only Linux can hold a process to one core
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "publication"
        found = theirs(folder) if sys.argv[1] == "weasyprint" else ours(int(sys.argv[1]), folder)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
