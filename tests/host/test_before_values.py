"""A site that has no values yet is told one thing: how to begin."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Publication

from .test_plain_build import mkdocs

SETTINGS = """\
site_name: Intranet
theme:
  name: material
plugins:
  - search
  - macros:
      render_by_default: false
  - hverdag
"""


@pytest.fixture
def before(tmp_path: Path) -> Publication:
    """A site of somebody's, with the plugin and nothing of ours."""
    site = Publication(tmp_path / "intranet")
    site.write("mkdocs.yml", SETTINGS)
    for name in ("index", "ferie", "loen"):
        site.write(f"docs/{name}.md", f"# Side {name}\n\nSe [forsiden](index.md).\n")
    return site


@pytest.mark.parametrize("command", ["check", "build"])
def test_our_commands_say_how_to_begin(before: Publication, command: str) -> None:
    words = [sys.executable, "-m", "hverdag", command]
    done = subprocess.run(words, cwd=before.root, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout + done.stderr == done.stderr
    assert done.stderr.count("\n") == 1
    begin = done.stderr.strip().rpartition(": ")[2]
    assert begin == "hverdag new publication --into ."
    given = ("--language", "da", "--organisation", "Lilleby Kommune", "--values", "Tillid, Mod")
    words = [sys.executable, "-m", *begin.split(), *given]
    done = subprocess.run(words, cwd=before.root, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (before.root / "values/tillid.md").is_file()


def test_so_does_mkdocs(before: Publication) -> None:
    told = mkdocs(before, "build", "-q", code=1)
    assert "values/handbook.yml:1:1: fejl settings-file" in told
    assert "1 fejl, 0 andre beskeder" in told
    assert not (before.root / "site").exists()


def test_stories_that_wait_for_values_are_one_error(good: Publication) -> None:
    for name in ("mod", "tillid"):
        (good.root / f"values/{name}.md").unlink()
    errors = good.build().errors
    assert [problem.rule for problem in errors].count("story-values") == 1
    shutil.rmtree(good.root / "values")
    errors = good.build().errors
    assert [problem.rule for problem in errors].count("story-values") == 1
    assert [problem.rule for problem in errors].count("settings-file") == 1
