"""Many organisations on one program: each with a publication of its own, built with nothing kept from before.

`python -m tests.bench_many --count 20 --stories 30 --at-once 2` prints, for one publication, the time and the memory,
and how much longer all of them take than one alone.
"""

import argparse
import os
import random
import re
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from hverdag.model.new_publication import Beginning
from hverdag.starter import starter_words
from hverdag.workflows.publications.begin import begin_publication

from .bench import _body, _story
from .bench_build import Run, timed
from .conftest import ROOT

TODAY = date(2026, 11, 21)
VALUES = ("Tillid", "Åbenhed", "Fællesskab", "Faglighed", "Mod", "Nærvær", "Ordentlighed")


def generated(root: Path, number: int, stories: int) -> None:
    """Write the publication of one organisation: all that is to be filled in is filled in, and all is published."""
    begin_publication(root, Beginning("da", f"Organisation {number}", starter_words("da").served, VALUES), TODAY)
    for path in (*root.rglob("*.md"), *root.rglob("*.yml")):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"\[\[[^\[\]]+\]\]", f"Noget fra organisation {number}", text), "utf-8")
    settings = root / "values/handbook.yml"
    text = settings.read_text("utf-8").replace("illustrative: refuse", "illustrative: allow")
    settings.write_text(text, "utf-8")
    themes = re.findall(r"^    name: (.+)$", text.partition("\nthemes:")[2], re.MULTILINE)
    words = [word for path in sorted((ROOT / "stories").glob("*.md")) for word in re.findall(r"[\w,.]+", _body(path))]
    words = [word for word in words if not re.fullmatch(r"\d+\.", word)]
    random.Random(number).shuffle(words)  # noqa: S311 no sentence may be the sample's
    for path in (root / "stories").glob("*.md"):
        path.unlink()
    for count in range(stories):
        story = re.sub(r"^themes: .*$", f"themes: [{themes[count % len(themes)]}]", _story(count, words), flags=re.M)
        (root / f"stories/fortaelling-{count}.md").write_text(story, "utf-8")


def built(root: Path) -> Run:
    """Build a publication, and return what it cost."""
    return timed(["hverdag", "build", "--today", str(TODAY)], root)


def main() -> None:
    """Measure, and print."""
    given = argparse.ArgumentParser(description=__doc__)
    for name, usual in (("count", 20), ("stories", 30), ("at-once", 2)):
        given.add_argument(f"--{name}", type=int, default=usual)
    asked = given.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HVERDAG_CACHE"] = f"{folder}/cache"
        roots = [Path(folder) / f"organisation-{number}" for number in range(asked.count + 1)]
        for number, root in enumerate(roots):
            generated(root, number, asked.stories)
        alone = built(roots[0])
        began = time.perf_counter()
        with ThreadPoolExecutor(asked.at_once) as pool:
            runs = list(pool.map(built, roots[1:]))
        whole = time.perf_counter() - began
    memory = max(run.memory for run in runs)
    print(f"  one publication of {asked.stories} stories alone: {alone.seconds:.1f} s, {alone.memory:.0f} MB")
    print(f"  {asked.count} of them, {asked.at_once} at a time: {whole:.1f} s, {whole / asked.count:.1f} s each")
    print(f"  median {statistics.median(run.seconds for run in runs):.1f} s, at most {memory:.0f} MB each")
    print(f"  all over one alone: {whole / alone.seconds:.2f}")


if __name__ == "__main__":
    main()
