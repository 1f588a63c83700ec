"""What readers' scripts compute, without a browser: Node runs every *.test.js here."""

import os
import re
import subprocess
from importlib.resources import files
from pathlib import Path

from hverdag.features.search import FEATURE
from tests.required import program

HERE = Path(__file__).parent


def counted(said: str, what: str) -> int:
    """Read a number off the end of what Node says: `# pass 12`, or with another sign before it."""
    found = re.search(rf"^\S+ {what} (\d+)$", said, re.M)
    assert found, said
    return int(found[1])


def test_scripts_compute_what_readers_count_on() -> None:
    tests = sorted(HERE.glob("*.test.js"))
    assert tests, f"no *.test.js in {HERE}"
    lunr = os.pathsep.join(str(files(one.package).joinpath(one.path)) for one in FEATURE.assets.borrowed)
    done = subprocess.run(
        [program("node"), "--test", *map(str, tests)],
        env={**os.environ, "HVERDAG_LUNR": lunr, "FORCE_COLOR": "0"},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    # Node passes a file without tests as if it were one, and names it then.
    assert [path.name for path in tests if str(path) in said] == [], said
    assert counted(said, "pass") >= len(tests), said
    assert counted(said, "skipped") == counted(said, "todo") == 0, said
