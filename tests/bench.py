"""Timings as ratios, measured side by side in one run: our build against plain MkDocs with the same stories, and our
paper against WeasyPrint with the same guide.

Plain means Material for MkDocs with the same Markdown extensions and the same story files outside the nav, and no
plugin of ours. Each figure is the median of several runs, ours and plain in turn; only ratios are judged, since
machines differ. `scripts/bench --quick` measures less.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml

from hverdag.features.search.data import data_paths
from hverdag.parse.markdown import Converter

from .bench_build import Judge, builds, printed_by
from .bench_list import LARGEST_GROWTH, LONGEST_WAIT, waits
from .bench_preview import previews
from .bench_results import Results
from .bench_review import reviews
from .bench_search import LARGEST_STORY, searches, weight
from .bench_uptake import uptake
from .conftest import ROOT
from .hostile_texts import HOSTILE, NEWER

PLAIN_EXTENSIONS = ("tables", "footnotes", "sane_lists", "fenced_code")
"""What plain MkDocs reads the same stories with."""
LARGEST_GROWTH_OF_PAGE = 1.1
LONGEST_REFUSAL = 1.0
LONGEST_GUIDE = 20.0
LARGEST_RATIO_OF_PAPER = 1 / 25
LONGEST_WORD = 25.0
LARGEST_MEMORY_FOR_GUIDES = 300.0
LONGEST_SAMPLE = 5.0
LONGEST_BOOK = 10.0
LARGEST_MEMORY_FOR_PRINT = 1000.0

_PLAIN = """\
site_name: Plain
theme:
  name: material
  font: false
  language: da
plugins:
  - search:
      lang: da
nav:
  - Om: index.md
not_in_nav: |
  /fortaellinger/
markdown_extensions: [{extensions}]
"""


def synthetic(root: Path, number: int, printed: str = "") -> None:
    """Make a publication of `number` synthetic stories, the same every time, with the sample's seven values.

    Nothing is printed unless `printed` says what: plain MkDocs prints nothing.
    """
    root.mkdir(parents=True)
    for name in ("values", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for path in (root / "values").rglob("*.yml"):  # what is counted names the sample's own stories
        if path.name != "handbook.yml":
            path.unlink()
    for path in (root / "values").glob("*.md"):
        head, _, _ = path.read_text("utf-8").rpartition("\n---\n")
        path.write_text(f"{head}\n---\n\nEn værdi.\n", encoding="utf-8")
    settings = root / "values" / "handbook.yml"
    text, _, _ = settings.read_text("utf-8").partition("\npamphlet:")
    text = re.sub(r"^selections:\n(?:[ -].*\n)+", "", text, flags=re.MULTILINE)  # it names the sample's own stories
    settings.write_text(f"{text}\nprinted: [{printed}]\n", encoding="utf-8")
    (root / "docs" / "print-selv.md").write_text("# Print selv\n", encoding="utf-8")
    shutil.rmtree(root / "docs" / "metoder")  # guides are measured on their own: plain MkDocs has none
    page = root / "docs" / "index.md"
    page.write_text("---\nrender_macros: true\n---\n# Forside\n\n{{ value_tiles() }}\n", encoding="utf-8")
    (root / "docs" / "samtale.md").write_text("# Hold en samtale\n", encoding="utf-8")
    for path in (root / "docs").rglob("*.md"):
        text = re.sub(r"\[([^\]]*)\]\(metoder/[^)]*\)", r"\1", path.read_text("utf-8"))
        path.write_text(text, encoding="utf-8")
    (root / "stories").mkdir()
    # What a paragraph is cut through, such as emphasis, would be told of.
    bodies = (re.sub(r"[*_|>#\[\]]", "", _body(path)) for path in sorted((ROOT / "stories").glob("*.md")))
    words = [word for body in bodies for word in body.split()]
    # A number with a full stop would begin a list where a paragraph is cut before it, and the check refuses that.
    words = [word for word in words if not re.fullmatch(r"\d+\.", word)]
    for count in range(number):
        (root / "stories" / f"fortaelling-{count}.md").write_text(_story(count, words), encoding="utf-8")


def _body(path: Path) -> str:
    return path.read_text("utf-8").split("\n---\n", 1)[1]


@cache
def _themes() -> list[str]:
    """Return the names of the sample's themes."""
    settings = yaml.safe_load((ROOT / "values/handbook.yml").read_text("utf-8"))
    return [theme["name"] for theme in settings["themes"]]


def _story(count: int, words: Sequence[str]) -> str:
    chance = random.Random(count)  # noqa: S311 not a secret
    values = chance.sample(sorted(path.stem for path in (ROOT / "values").glob("*.md")), 2)
    start = chance.randrange(len(words) - 400)
    paragraphs = [" ".join(words[start + 50 * part : start + 50 * (part + 1)]) for part in range(7)]
    body = "\n\n".join(
        (*paragraphs[:3], "- et *punkt*\n- et **andet**\n- se [en anden](fortaelling-0.md)", *paragraphs[3:])
    )
    return f"""---
title: Fortælling {count}
summary: Nummer {count} er lavet for at måle, hvor lang tid det tager. Den er så lang, som de fleste er.
values: [{", ".join(values)}]
kind: {chance.choice(["opgave", "praestation", "samarbejde", "tradition"])}
workplace: Arbejdsplads {count % 40}
audience: [faggruppe {count % 6}]
themes: [{", ".join(_themes()[(count * step) % len(_themes())] for step in (1, 3, 7))}]
questions: [Hvad ville du gøre?, Hvornår så du det sidst?, Hvem kunne hjælpe?]
origin: illustrative
state: published
told: 2026-01-01
review_by: 2027-12-01
code: F{count + 100:04d}
---

{body}
"""


def plain(root: Path, publication: Path) -> None:
    """Make the same stories into a plain MkDocs project."""
    shutil.copytree(publication / "stories", root / "docs" / "fortaellinger")
    (root / "docs" / "index.md").write_text("# Forside\n", encoding="utf-8")
    settings = _PLAIN.format(extensions=", ".join(PLAIN_EXTENSIONS))
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")


def page_bytes(publication: Path, number: int) -> float:
    """How many bytes of pages and search index there are for each story."""
    site = publication / "site"
    files = [*site.rglob("*.html"), *(site / name for name in data_paths(site))]
    return sum(path.stat().st_size for path in files) / number


def refusals(judge: Judge) -> list[bool]:
    """How long hostile texts take to be refused, the slowest named."""
    converter = Converter()
    seconds = {}
    for name, text in (HOSTILE | NEWER).items():
        began = time.perf_counter()
        converter.convert(text, "stories/x.md", 1)
        seconds[name] = time.perf_counter() - began
    slowest = max(seconds, key=lambda name: seconds[name])
    return [judge(f"seconds to refuse the slowest of {len(seconds)} hostile texts ({slowest})", seconds[slowest], 2)]


def papers(number: int, judge: Judge) -> list[bool]:
    """What paper costs on one core and on two, and WeasyPrint on the same guide; in processes of their own, for their
    memory."""
    found, memory = measured("tests.bench_paper", str(number))
    print(f"  {number} guides of {found['pages']} pages: {found['ours']:.1f} ms each, {found['bytes'] / 1000:.0f} kB")
    verdicts = [
        judge("milliseconds a guide, on one core (median)", found["ours"], LONGEST_GUIDE),
        judge(f"MB for {number} guides", memory, LARGEST_MEMORY_FOR_GUIDES),
        judge("milliseconds a guide in Word (median)", found["word"], LONGEST_WORD),
    ]
    for cores in range(1, 1 + min(2, os.cpu_count() or 1)):
        theirs = run_weasyprint(cores)
        if theirs:
            if cores > 1:
                found, _ = measured("tests.bench_paper", str(number), str(cores))
            size = f"{theirs['pages']} pages, {theirs['bytes'] / 1000:.0f} kB"
            print(f"  on {cores} of the cores: {found['ours']:.1f} ms; WeasyPrint {theirs['theirs']:.0f} ms ({size})")
            ratio = found["ours"] / theirs["theirs"]
            verdicts.append(judge(f"time, ours over WeasyPrint's, cores: {cores}", ratio, LARGEST_RATIO_OF_PAPER))
    return verdicts


def prints(judge: Judge, *, quick: bool) -> list[bool]:
    """What the printed family costs, from nothing: the sample's, a book of 300 stories, and all of 1,000 stories."""
    sample, memory = measured("tests.bench_printed", "sample")
    print(f"  the sample's {sample['files']:.0f} printed files: {sample['seconds']:.2f} s, {memory:.0f} MB")
    verdicts = [judge("seconds for all that is printed of nine stories", sample["seconds"], LONGEST_SAMPLE)]
    book, memory = measured("tests.bench_printed", "book", "300")
    print(f"  a book of 300 stories: {book['pages']:.0f} pages, {book['seconds']:.2f} s, {memory:.0f} MB")
    verdicts.append(judge("seconds for a book of 300 stories", book["seconds"], LONGEST_BOOK))
    if not quick:
        whole, memory = measured("tests.bench_printed", "all", "1000")
        print(f"  all that is printed of 1,000 stories: {whole['pages']:.0f} pages, {whole['seconds']:.1f} s")
        verdicts.append(judge("MB for all that is printed of 1,000 stories", memory, LARGEST_MEMORY_FOR_PRINT))
    return verdicts


def measured(module: str, *given: str) -> tuple[dict[str, float], float]:
    """Run a measurement in a process of its own; return what it printed, and the most memory it had, in MB."""
    said, memory = printed_by([module, *given], ROOT)
    found: dict[str, float] = json.loads(said)
    return found, memory


def run_weasyprint(cores: int) -> dict[str, float] | None:
    """Time WeasyPrint in its own processes; where its system libraries are missing, say so."""
    command = [sys.executable, "-m", "tests.bench_paper", "weasyprint", str(cores)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        print("  WeasyPrint cannot run here: it needs Pango from the system (apt install libpango-1.0-0 ...)")
        return None
    found: dict[str, float] = json.loads(done.stdout)
    return found


def lists(home: Path, judge: Judge) -> list[bool]:
    """How soon a phone shows what was chosen in the list of stories; nothing where there is no Chromium."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser:
        print("  no Chromium here: the list of stories is not measured")
        return []
    (few, sooner), (many, arrival) = (waits(home / f"ours-{number}" / "site", browser) for number in (100, 1000))
    kilobytes = (home / "ours-1000/site/fortaellinger/index.html").stat().st_size / 1000
    print(
        f"  the list of 1,000 stories, {kilobytes:.0f} kB: {many:.2f} s from a click, {arrival:.2f} s from an address"
    )
    return [
        judge("of a second, from a click to the filtered list of 1,000", many / LONGEST_WAIT, 1.0),
        judge("of a second, from an address to the filtered list of 1,000", arrival / LONGEST_WAIT, 1.0),
        judge("time of a choice, N=1000 over N=100", many / few, LARGEST_GROWTH),
        judge("time of an address, N=1000 over N=100", arrival / sooner, LARGEST_GROWTH),
    ]


def main() -> int:
    """Measure everything, print it and what has become slower since the last time, and return 1 if a bound is
    broken."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--quick", action="store_true", help="one run of each, and nothing of 5,000 stories")
    quick = given.parse_args().quick
    rounds, results = 1 if quick else 3, Results(quick=quick)
    judge = results.judge
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        verdicts = refusals(judge) + papers(100 if quick else 500, judge) + prints(judge, quick=quick)
        verdicts += searches(home) + uptake(home, judge) + previews(home, synthetic, judge)
        verdicts += reviews(home, synthetic, judge, rounds)
        verdicts += builds(home, synthetic, plain, judge, rounds, quick=quick)
        verdicts += sizes(home, judge) + lists(home, judge)
    results.compare()
    return 0 if all(verdicts) else 1


def sizes(home: Path, judge: Judge) -> list[bool]:
    """How much each story adds to the pages and to what search looks in."""
    small, large = (page_bytes(home / f"ours-{number}", number) for number in (100, 1000))
    print(f"  bytes for each story: {small:.0f} at N=100, {large:.0f} at N=1000")
    return [
        judge("bytes for each story, N=1000 over N=100", large / small, LARGEST_GROWTH_OF_PAGE),
        judge("kB of search data for each story", weight(home / "ours-1000" / "site", 1000), LARGEST_STORY),
    ]


if __name__ == "__main__":
    sys.exit(main())
