"""One folder and one line of FEATURES are enough for a feature; it is tried on a copy of the house."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from hverdag.features import registry
from tests import pdf
from tests.conftest import GOLDEN, PACKAGE, ROOT, Publication

TOY = Path(__file__).parent / "toy" / "tools"
HAMMER = """---
title: Hammeren
code: R01
stories: [doeren]
---

Den hænger ved døren til værkstedet.
"""
LOANS = """loans:
  - {tool: hammer, times: 3}
  - {tool: hammer, times: 4}
"""
WITHDRAWN = """consent:
  reference: SAM-2026-014
  channels: [intranet, print, outside]
  until: 2028-03-01
  withdrawn: 2026-11-01
"""
TODAY = "2026-11-21"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house with one folder and one line more."""
    plugins = tmp_path_factory.mktemp("house")
    package = plugins / "hverdag"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TOY, package / "features" / "tools")
    listed = package / "features" / "__init__.py"
    text = listed.read_text("utf-8")
    line = '    _feature("book"),\n'
    assert line in text
    listed.write_text(text.replace(line, f'{line}    _feature("tools"),\n'), encoding="utf-8")
    return plugins


class Workshop(Publication):
    """A publication with a tool, and commands that run in the copy of the house."""

    def __init__(self, root: Path, house: Path) -> None:
        super().__init__(root)
        self._house = house
        self.write("tools/hammer.md", HAMMER)
        self.write("values/loans.yml", LOANS)
        self.write("docs/alle.md", "---\nrender_macros: true\n---\n\n# Alle\n\n{{ tools() }}\n")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        kept = {**os.environ, "PYTHONPATH": str(self._house)}
        words = [sys.executable, "-m", "hverdag", *command, "-C", str(self.root), "--today", TODAY]
        return subprocess.run(words, capture_output=True, text=True, check=False, env=kept)


@pytest.fixture(scope="module")
def workshop(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The golden publication with a tool, built."""
    root = tmp_path_factory.mktemp("workshop") / "good"
    shutil.copytree(GOLDEN / "good", root)
    made = Workshop(root, house)
    done = made.run("build")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


def test_a_tool_has_a_page_an_address_and_a_short_one(workshop: Workshop) -> None:
    page = workshop.page("vaerktoejer/hammer/index.html")
    assert "<h1>Hammeren</h1>" in page
    assert "Den hænger ved døren" in page
    assert "fortaellinger/doeren/" in page
    assert "vaerktoejer/hammer/" in workshop.page("f/r01/index.html")
    assert re.search(r"assets/hverdag/tools\.[b-v]{10}\.css", page)


def test_its_page_counts_what_stands_in_a_data_file(workshop: Workshop) -> None:
    assert '<p class="toy-times">7</p>' in workshop.page("vaerktoejer/hammer/index.html")


def test_it_is_found(workshop: Workshop) -> None:
    data = workshop.page("search/data.js")
    assert "Hammeren" in data
    assert "vaerktoejer/hammer/" in data


def test_a_macro_a_slot_and_the_page_of_what_is_printed_show_it(workshop: Workshop) -> None:
    assert ">Hammeren</a>" in workshop.page("alle/index.html")
    assert 'class="toy-tools"' in workshop.page("fortaellinger/doeren/index.html")
    assert 'class="toy-tools"' not in workshop.page("fortaellinger/vinduet/index.html")


def test_its_list_is_printed(workshop: Workshop) -> None:
    said = "\n".join(pdf.pages(pdf.read(workshop.site / "print/vaerktoejer.pdf")))
    assert "Hammeren" in said
    assert "Døren" in said


@pytest.mark.slow
def test_editors_find_its_fields_its_rule_and_what_it_holds_about_people(house: Path, tmp_path: Path) -> None:
    """The golden publication has no reference; the repository's own has."""
    ours = shutil.ignore_patterns(".*", "plugins", "tests", "site", "private")
    shutil.copytree(ROOT, tmp_path / "own", ignore=ours)
    own = Workshop.__new__(Workshop)
    Publication.__init__(own, tmp_path / "own")
    own._house = house
    own.write("tools/hammer.md", HAMMER.replace("doeren", "noeglen"))
    done = own.run("build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Name of the tool" in own.page("redaktion/felter/index.html")
    assert "Tool that was lent" in own.page("redaktion/felter/index.html")
    assert 'id="regel-tool-story"' in own.page("redaktion/regler/index.html")
    protection = own.page("databeskyttelse/index.html")
    assert "Who has borrowed a tool" in protection
    assert "Until the tool is handed in" in protection


def test_a_fault_in_a_data_file_is_told_with_its_line_and_its_label(house: Path, tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / "good", tmp_path / "good")
    faulty = Workshop(tmp_path / "good", house)
    faulty.write(
        "values/loans.yml", LOANS.replace("times: 4", "times: mange").replace("tool: hammer, times: 3", "times: 3")
    )
    done = faulty.run("check", "--format", "json")
    assert done.returncode == 1, done.stderr
    own = [one for one in json.loads(done.stdout) if one["path"] == "values/loans.yml"]
    assert {(one["rule"], one["line"]) for one in own} == {("required-field", 2), ("field-integer", 3)}
    assert "Loans" in faulty.run("check", "--format", "html").stdout


def test_a_fault_in_a_tool_is_told_in_its_own_words(house: Path, tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / "good", tmp_path / "good")
    faulty = Workshop(tmp_path / "good", house)
    faulty.write("tools/hammer.md", HAMMER.replace("title: Hammeren\n", "").replace("doeren", "doren"))
    faulty.write("tools/saw.md", HAMMER)
    done = faulty.run("check", "--format", "json")
    assert done.returncode == 1, done.stderr
    found = {(one["rule"], one["path"], one["line"]) for one in json.loads(done.stdout)}
    assert ("required-field", "tools/hammer.md", 1) in found
    assert ("tool-story", "tools/hammer.md", 3) in found
    assert any(rule == "unique-code" and path == "tools/saw.md" for rule, path, _ in found)
    assert "Name of the tool" in faulty.run("check", "--format", "html").stdout


@pytest.mark.slow
def test_a_story_that_is_withdrawn_is_gone_from_all_of_it(house: Path, tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / "good", tmp_path / "good")
    gone = Workshop(tmp_path / "good", house)
    gone.change("stories/doeren.md", "code: F01\n", f"code: F01\n{WITHDRAWN}")
    done = gone.run("build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Døren" not in gone.page("vaerktoejer/hammer/index.html")
    assert "Døren" not in "\n".join(pdf.pages(pdf.read(gone.site / "print/vaerktoejer.pdf")))
    assert "toy-tools" not in gone.page("fortaellinger/doeren/index.html")
    told = gone.run("withdraw", "doeren", "--yes").stdout
    assert "vaerktoejer.pdf" in told
    assert "tools/hammer.md" in told


def test_a_view_that_names_a_story_that_is_out_stops_the_build(house: Path, tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    shutil.copytree(house, plugins)
    plan = plugins / "hverdag" / "features" / "tools" / "plan.py"
    kept = "story_codes=tuple(one.story.code for one in stories),\n            subject="
    assert kept in plan.read_text("utf-8")
    plan.write_text(plan.read_text("utf-8").replace(kept, 'story_codes=("F01",),\n            subject='), "utf-8")
    shutil.copytree(GOLDEN / "good", tmp_path / "good")
    leaking = Workshop(tmp_path / "good", plugins)
    leaking.change("stories/doeren.md", "code: F01\n", f"code: F01\n{WITHDRAWN}")
    done = leaking.run("build")
    assert done.returncode == 1
    assert "consent-view" in done.stdout
    assert "tools" in done.stdout
    assert not leaking.site.exists()


def test_what_concerns_one_workplace_is_in_no_site_and_no_zip_file(workshop: Workshop) -> None:
    assert (workshop.root / "private/built/hammer.txt").read_text("utf-8") == "Udlånt til Skovvej.\n"
    done = workshop.run("offline")
    assert done.returncode == 0, done.stdout + done.stderr
    [bundle] = workshop.root.glob("*.zip")
    with ZipFile(bundle) as held:
        assert not [name for name in held.namelist() if b"Skovvej" in held.read(name)]
    for path in workshop.site.rglob("*"):
        assert not path.is_file() or b"Skovvej" not in path.read_bytes()


def test_the_house_itself_knows_no_tools() -> None:
    assert "tools" not in {feature.id for feature in registry.registry().features}
