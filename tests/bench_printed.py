"""What the printed family costs from nothing, with the threads that a build has:

`python -m tests.bench_printed sample`, `... book 300`, or `... all 1000`. Prints JSON.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from hverdag.model.artifact import DerivedPdf, Paper
from hverdag.publish import fonts
from hverdag.publish.pdf import pdfs, printed, reprints

from .bench import synthetic
from .conftest import ROOT, planned, read
from .pdf import outputs


def measure(folder: Path, cache: Path) -> dict[str, float]:
    """Print everything of a publication. Reading it is not counted; it is no dearer than without paper."""
    fonts.paper_fonts(cache)
    plan = planned(read(folder))
    began = time.perf_counter()
    wanted, faults = outputs(plan)
    made, problems = pdfs([one for one in wanted if isinstance(one, Paper)], folder, cache)
    known = printed(made, [one.path for one in made])
    again, more = reprints([one for one in wanted if isinstance(one, DerivedPdf)], made, known, cache)
    seconds = time.perf_counter() - began
    assert [*faults, *problems, *more] == []
    papers = [one for one in wanted if isinstance(one, Paper | DerivedPdf)]
    facts = printed([*made, *again], (one.path for one in papers if one.path.endswith(".pdf")))
    return {"seconds": seconds, "files": len(facts), "pages": sum(one.pages for one in facts)}


def main() -> None:
    """Measure, and print."""
    what = sys.argv[1]
    with tempfile.TemporaryDirectory() as home:
        folder = ROOT
        if what != "sample":
            folder = Path(home) / "publication"
            synthetic(folder, int(sys.argv[2]), "book" if what == "book" else "pamphlet, book, posters, cards")
        found = measure(folder, Path(home) / "cache")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
