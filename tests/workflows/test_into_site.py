"""A handbook is brought into a site that exists: new files, a few lines, and nothing taken away."""

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.pipeline.read import read_and_check
from tests.conftest import TODAY
from tests.host.site_frame.conftest import EXISTING
from tests.host.test_plain_build import files

GIVEN = ("--language", "da", "--organisation", "Lilleby Kommune", "--values", "Tillid, Mod")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    shutil.copytree(EXISTING, folder)
    return folder


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["new", "publication", *words])


def test_new_files_and_a_few_lines_are_all_that_is_written(site: Path) -> None:
    before = files(site)
    (site / ".gitignore").write_text("*.log\n/site\n", "utf-8")
    done = run("--into", str(site), *GIVEN)
    assert done.exit_code == 0, done.output
    after = files(site)
    assert {path for path in before if after[path] != before[path]} == {"mkdocs.yml"}
    lines = before["mkdocs.yml"].decode().splitlines()
    added = [line for line in after["mkdocs.yml"].decode().splitlines() if line not in lines]
    assert added == [
        "  - hverdag:",
        "      frame: site",
        "  - Værdier: values/",
        "  - Fortællinger: stories/",
        '  - "Hold en samtale": guides/',
    ]
    assert all(line in done.output for line in added)
    ignored = (site / ".gitignore").read_text("utf-8").splitlines()
    assert ignored[:2] == ["*.log", "/site"]
    assert ignored.count("/site") == 1
    new = {path for path in after if path not in before and not path.startswith(("site-preview", ".", "docs/metoder"))}
    assert {path for path in new if not path.startswith("stories/")} == {
        "docs/tilgaengelighed.md",
        "values/handbook.yml",
        "values/tillid.md",
        "values/mod.md",
    }


def test_its_preview_is_the_site_with_our_pages_and_no_error_but_what_is_to_be_filled_in(site: Path) -> None:
    done = run("--into", str(site), *GIVEN)
    assert "site-preview/index.html" in done.output
    page = (site / "site-preview/vaerdier/tillid/index.html").read_text("utf-8")
    assert "md-tabs" in page
    assert "hv-site" in page
    rules = {problem.rule for problem in read_and_check(site, TODAY).errors}
    assert rules <= {"starter-text"}
    settings = yaml.safe_load((site / "values/handbook.yml").read_text("utf-8"))
    assert not {"footer", "telling"} & settings.keys()


def test_a_statement_that_the_site_has_is_kept(site: Path) -> None:
    (site / "docs/tilgaengelighed.md").write_text("# Vores egen\n", "utf-8")
    assert run("--into", str(site), *GIVEN).exit_code == 0
    assert (site / "docs/tilgaengelighed.md").read_text("utf-8") == "# Vores egen\n"


def test_an_upgrade_adds_none_of_the_pages_that_were_left_out(site: Path) -> None:
    assert run("--into", str(site), *GIVEN).exit_code == 0
    before = files(site)
    done = CliRunner().invoke(cli, ["upgrade", "-C", str(site), "--yes"])
    assert done.exit_code == 0, done.output
    assert files(site) == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda site: (site / "mkdocs.yml").unlink(), "mkdocs.yml mangler"),
        (lambda site: (site / "mkdocs.yml").write_text("site_name: A\ntheme: readthedocs\n"), "»readthedocs«"),
        (lambda site: (site / "mkdocs.yml").write_text("site_name: A\n"), "»mkdocs«"),
        (lambda site: (site / "values").mkdir(), ""),
        (
            lambda site: (site / "docs/metoder").mkdir() or (site / "docs/metoder/dilemma.md").write_text("# D"),
            "dilemma",
        ),
        (
            lambda site: (site / "mkdocs.yml").write_text("site_name: A\ntheme: material\nINHERIT: a.yml\n"),
            "  - hverdag:",
        ),
        (lambda site: _add(site, "\ndocs_dir: sider\n"), "docs/"),
    ],
)
def test_what_is_in_the_way_is_told_and_nothing_is_written(site: Path, change: object, told: str) -> None:
    change(site)  # type: ignore[operator]
    before = files(site)
    done = run("--into", str(site), *GIVEN)
    assert (done.exit_code == 0) == (not told), done.output
    assert told in done.output
    if told:
        assert "ikke skrevet noget" in done.output
        assert files(site) == before


def _add(site: Path, text: str) -> None:
    path = site / "mkdocs.yml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize("folders", [(), ("{site}", "--into", "{site}")])
def test_one_folder_is_to_be_named(site: Path, folders: tuple[str, ...]) -> None:
    done = run(*(one.format(site=site) for one in folders), *GIVEN)
    assert done.exit_code != 0
    assert "Nævn én mappe" in done.output


def test_a_second_time_it_says_what_is_there(site: Path) -> None:
    assert run("--into", str(site), *GIVEN).exit_code == 0
    before = files(site)
    done = run("--into", str(site), *GIVEN)
    assert done.exit_code != 0
    assert "findes i forvejen" in done.output
    assert files(site) == before
