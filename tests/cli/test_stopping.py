"""Ctrl+C, at any moment: one line, nothing left behind, and the site of yesterday."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hverdag.cli import STOPPED
from tests.conftest import Publication

MOMENTS = (250, 700, 1000, 1300)
"""The numbers of modules that a build has imported when it is stopped: moments that no clock decides. Before the first
of them it is Python that starts, and the last are MkDocs'."""


def stopped_after(lines: int, publication: Publication, temporary: Path) -> tuple[int, str, bool]:
    """Build a publication, and stop it when it has imported so many modules. Returns its exit code, what it said, and
    whether it was stopped before it was done."""
    command = [sys.executable, "-v", "-m", "hverdag", "build", "-C", str(publication.root), "--today", "2026-11-21"]
    own = {**os.environ, "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        said, seen, was_sent = [], 0, False
        for line in running.stderr:
            said.append(line)
            seen += line.startswith("import ") and " # <" in line
            if seen >= lines and not was_sent:
                running.send_signal(signal.SIGINT)
                was_sent = True
    told = "".join(line for line in said if line.startswith(("Stoppet", "Traceback", "KeyboardInterrupt")))
    return running.returncode, told, was_sent


def left_in(publication: Publication, temporary: Path) -> list[Path]:
    """Return what a stopped build has left: temporary files, and pages beside the site."""
    beside = [path for path in (publication.root / ".site").glob("staging-*") if path.is_dir()]
    return [*beside, *(path for path in temporary.rglob("*") if path.is_file() and path.suffix != ".lock")]


@pytest.mark.slow
def test_a_build_can_be_stopped_at_any_moment(good: Publication, tmp_path: Path) -> None:
    assert good.build().built
    before = (good.site / "index.html").read_text("utf-8")
    good.change("stories/vinduet.md", "title: Vinduet", "title: Ruden")
    temporary = Path(tempfile.mkdtemp(dir=tmp_path))
    ends = []
    for moment in MOMENTS:
        code, told, was_sent = stopped_after(moment, good, temporary)
        assert was_sent, f"no build imports {moment} modules any longer"
        assert left_in(good, temporary) == []
        assert (good.site / "index.html").read_text("utf-8") == before
        ends.append((code, told))
    assert set(ends) == {(STOPPED, "Stoppet. Det, der var undervejs, er slettet.\n")}
