"""Timings of what is counted: 1,000 workplaces with 20,000 receipts, and the files for the sample's business plans."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from .conftest import ROOT

LONGEST_COUNT = 1.0
MOST_MEMORY = 100.0
LONGEST_PLANS_COLD, LONGEST_PLANS_WARM = 30.0, 3.0

WORKPLACES, RECEIPTS = 1_000, 20_000

_COUNT = """
import resource, sys, time
from datetime import date
from pathlib import Path
from hverdag.pipeline.read import read_texts
from hverdag.features.uptake import counts_of
read_texts(Path(sys.argv[2]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.perf_counter()
handbook, faults = read_texts(Path(sys.argv[1]))
found = [count.find(handbook, date(2026, 11, 21)).number for count in counts_of(handbook).values()]
seconds = time.perf_counter() - began
assert faults == [] and max(found) == 20_000, (faults[:3], found)
print(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000)
"""


def crowded(root: Path) -> None:
    """Make a publication with many workplaces and receipts, and hardly anything else."""
    shutil.copytree(ROOT / "tests/golden/good", root)
    places = [
        f"  - {{id: sted-{at}, name: Sted {at}, department: f{at % 8}, staff: 10-19, code: A{at:04}}}"
        for at in range(WORKPLACES)
    ]
    departments = [f"  - {{id: f{at}, name: Forvaltning {at}}}" for at in range(8)]
    listed = "\n".join(("departments:", *departments, "workplaces:", *places, ""))
    (root / "values/workplaces.yml").write_text(listed, encoding="utf-8")
    (root / "values/receipts").mkdir()
    months: dict[str, list[str]] = {}
    for at in range(RECEIPTS):
        day = date(2024, 12, 2) + timedelta(days=at % 700)
        row = f"  - {{date: {day}, workplaces: [sted-{at % WORKPLACES}], tool: F01, people: {5 + at % 20}}}"
        months.setdefault(str(day)[:7], []).append(row)
    for month, rows in months.items():
        text = "\n".join(("receipts:", *rows, ""))
        (root / f"values/receipts/{month}.yml").write_text(text, encoding="utf-8")


def uptake(home: Path, judge: Callable[[str, float, float], bool]) -> list[bool]:
    """Read and count, and make the files of the sample's business plans twice."""
    crowded(home / "crowded")
    command = [sys.executable, "-c", _COUNT, str(home / "crowded"), str(ROOT / "tests/golden/good")]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    seconds, megabytes = map(float, said)
    times = []
    for _ in range(2):
        began = time.perf_counter()
        plans = [sys.executable, "-m", "hverdag", "plans", "-C", str(ROOT), "--output", str(home / "plans")]
        subprocess.run(plans, check=True, capture_output=True, cwd=ROOT)
        times.append(time.perf_counter() - began)
    print(f"  20,000 receipts read and counted: {seconds:.2f} s, {megabytes:.0f} MB more")
    print(f"  118 files for business plans: {times[0]:.1f} s cold, {times[1]:.1f} s warm")
    return [
        judge("of a second, 1,000 workplaces and 20,000 receipts", seconds / LONGEST_COUNT, 1.0),
        judge("of 100 MB more for them", megabytes / MOST_MEMORY, 1.0),
        judge("of 30 s, 118 files cold", times[0] / LONGEST_PLANS_COLD, 1.0),
        judge("of 3 s, 118 files warm", times[1] / LONGEST_PLANS_WARM, 1.0),
    ]
