"""What a command loads: no more than it needs, since loading takes longer than most of what commands do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import TODAY, Publication

_RUN = """
import json, sys
from hverdag.cli import cli
try:
    cli(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""

NOT_FOR_A_CHECK = (
    "babel", "docx", "mkdocs", "mkdocs_macros", "material", "pypdfium2", "segno", "tinytag",
    "hverdag.host", "hverdag.docx", "hverdag.pipeline.build", "hverdag.pipeline.render", "hverdag.pipeline.plan",
    "hverdag.pipeline.outputs", "hverdag.pipeline.gates", "hverdag.verify.extract", "hverdag.privacy.scan.scan_site",
    "hverdag.web.kit", "hverdag.publish.pdf",
)  # fmt: skip
"""What a check that finds nothing changed does without: all that makes a site, sets paper or looks pages over."""

RENDERING = {"plan", "web", "paper", "paper_data", "render", "word_file"}
"""The modules of a feature that lay out and render."""


def loaded(cache: Path, *words: str) -> set[str]:
    """Run a command in a process of its own, and return the modules that it has loaded."""
    environment = {**os.environ, "HVERDAG_CACHE": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words], capture_output=True, text=True, check=True, env=environment
    )
    return set(json.loads(done.stderr.strip().splitlines()[-1]))


@pytest.mark.slow
def test_a_check_that_finds_nothing_changed_loads_nothing_that_makes_a_site(good: Publication, tmp_path: Path) -> None:
    words = ("check", "-C", str(good.root), "--today", str(TODAY))
    assert "hverdag.pipeline.render" in loaded(tmp_path, *words)
    found = loaded(tmp_path, *words)
    roots = {".".join(name.split(".")[:depth]) for name in found for depth in (1, 2, 3, 4)}
    assert roots & set(NOT_FOR_A_CHECK) == set()
    rendering = {name for name in found if name.startswith("hverdag.features.") and name.split(".")[-1] in RENDERING}
    assert rendering == set()


def test_the_version_loads_no_other_room(tmp_path: Path) -> None:
    found = loaded(tmp_path, "--version")
    assert {name.split(".")[1] for name in found if name.startswith("hverdag.")} == {"cli"}
