"""The commands, as people run them."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag import cli as commands
from hverdag.cli import cli
from tests.conftest import ROOT, TODAY, Publication
from tests.uptake import give_workplaces


def run(*words: str, given: str = "") -> Result:
    return CliRunner().invoke(cli, [*words], input=given, catch_exceptions=False)


def test_check_says_that_all_is_well(good: Publication) -> None:
    result = run("check", "-C", str(good.root), "--today", str(TODAY))
    assert result.exit_code == 0
    assert "0 fejl" in result.output


def test_check_exits_with_1_and_speaks_english_when_asked(faults: Publication) -> None:
    result = run("check", "-C", str(faults.root), "--lang", "en")
    assert result.exit_code == 1
    assert (
        'stories/noeglen.md:4:10: error story-values: "tilid" is not a value. Did you mean "tillid"?' in result.output
    )


def test_check_as_a_page_for_an_editor(good: Publication) -> None:
    good.change("stories/vinduet.md", "values: [mod]", "values: [tilid]")
    result = run("check", "-C", str(good.root), "--format", "html")
    assert "Vinduet, feltet Værdier, linje 4" in " ".join(result.output.split())
    assert "values: [tilid]" in result.output
    assert "Mente du »tillid«?" in result.output
    assert 'href="https://git.lilleby.example/edit/stories/vinduet.md"' in result.output


def test_check_as_json(faults: Publication) -> None:
    result = run("check", "-C", str(faults.root), "--format", "json")
    found = json.loads(result.output)
    assert {"path", "line", "column", "field", "level", "rule", "message", "remedy"} == set(found[0])


def test_a_quoted_line_is_data(good: Publication) -> None:
    good.change("stories/vinduet.md", "kind: opgave", "kind: <script>alert(1)</script>")
    result = run("check", "-C", str(good.root), "--format", "html")
    assert "<script>" not in result.output
    result = run("check", "-C", str(good.root), "--format", "github")
    assert all(line.startswith("::") for line in result.output.strip().split("\n"))


def test_build_tells_what_was_made_and_where(good: Publication) -> None:
    result = run("build", "-C", str(good.root), "--today", str(TODAY))
    assert result.exit_code == 0
    assert re.search(r"Bygget: 2 værdier, 2 fortællinger, 6 guider og \d+ sider", result.output)
    assert re.search(r"print/pjece-ark.pdf +4 sider  A4 +[0-9]+ kB", result.output)
    assert str(good.root / "site/index.html") in result.output


def test_build_with_an_error_says_that_nothing_was_done(faults: Publication) -> None:
    result = run("build", "-C", str(faults.root))
    assert result.exit_code == 1
    assert "Der er ikke bygget noget." in result.output
    assert not faults.site.exists()


def test_build_somewhere_else_and_as_a_preview(good: Publication, tmp_path: Path) -> None:
    assert run("build", "-C", str(good.root), "--site-dir", str(tmp_path / "ude")).exit_code == 0
    assert (tmp_path / "ude/index.html").is_file()
    assert run("build", "-C", str(good.root), "--preview").exit_code == 0
    assert (good.root / "site-preview/fortaellinger/kladden/index.html").is_file()


def test_a_foreign_folder_is_refused_with_words(good: Publication, tmp_path: Path) -> None:
    (tmp_path / "mit").mkdir()
    (tmp_path / "mit/vigtig.txt").touch()
    result = run("build", "-C", str(good.root), "--site-dir", str(tmp_path / "mit"))
    assert result.exit_code == 1
    assert "site-foreign" in result.output
    assert (tmp_path / "mit/vigtig.txt").exists()


def test_a_folder_that_is_no_publication_is_refused_with_words(tmp_path: Path) -> None:
    result = run("check", "-C", str(tmp_path))
    assert result.exit_code == 1
    assert "er ikke en håndbog" in result.output


def test_a_site_without_values_is_told_once_how_to_begin(good: Publication) -> None:
    """It was seven errors, and a word about rights."""
    shutil.rmtree(good.root / "values")
    result = run("check", "-C", str(good.root))
    assert result.exit_code != 0
    assert result.output.startswith("Der er ikke nogen håndbog i ")
    assert "new publication --into" in result.output
    assert result.output.count("\n") == 1


def test_a_mistyped_day_is_explained(good: Publication) -> None:
    result = run("check", "-C", str(good.root), "--today", "i går")
    assert result.exit_code == 2
    assert "2026-11-21" in result.output


def test_a_new_story_has_code_state_and_dates(good: Publication) -> None:
    result = run("new", "story", "-C", str(good.root), "--today", "2028-02-29", given='Ærlig: talt & "sagt"\n')
    assert result.exit_code == 0
    assert "F04" in result.output
    text = (good.root / "stories/aerlig-talt-sagt.md").read_text("utf-8")
    for line in ("state: draft", "origin: collected", "told: 2028-02-29", "review_by: 2029-02-28", "code: F04"):
        assert line in text
    problems = [problem for problem in good.problems() if "aerlig" in problem.source.path]
    assert [problem.rule for problem in problems] == ["told-date"]
    again = run("new", "story", "-C", str(good.root), "--title", "Ærlig talt sagt")
    assert again.exit_code == 0
    assert (good.root / "stories/aerlig-talt-sagt-2.md").is_file()


def test_a_new_story_asks_for_its_workplace_only_where_there_is_a_list(good: Publication) -> None:
    assert run("new", "story", "-C", str(good.root), "--title", "Uden").exit_code == 0
    give_workplaces(good)
    assert run("new", "story", "-C", str(good.root), "--title", "Med").exit_code == 0
    asked = ["workplace_id:" in (good.root / f"stories/{name}.md").read_text("utf-8") for name in ("uden", "med")]
    assert asked == [False, True]
    problems = [problem for problem in good.problems() if problem.source.path == "stories/med.md"]
    assert {problem.rule for problem in problems} <= {"told-date"}


def test_a_fault_of_our_own_is_told_in_danish_and_kept_for_engineers(
    good: Publication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("vores egen fejl")

    monkeypatch.setattr("hverdag.cli.check.check_site", broken)
    monkeypatch.setattr(sys, "argv", ["hverdag", "check"])
    monkeypatch.chdir(good.root)
    with pytest.raises(SystemExit) as left:
        commands.main()
    assert left.value.code == commands.CRASH
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    assert "Noget gik galt i Hverdag selv" in said.err
    (log,) = (good.root / ".hverdag").glob("crash-*.txt")
    assert "vores egen fejl" in log.read_text("utf-8")


@pytest.mark.slow
def test_the_scripts_pass_on_what_they_are_given(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "scripts/build", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Bygget: 7 værdier, 11 fortællinger" in done.stdout
    assert (tmp_path / "site/vaerdier/tillid/index.html").is_file()


def test_who_has_run_the_tests_has_nothing_to_set_up_for_a_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spec = importlib.util.spec_from_file_location("hverdag_setup", ROOT / "scripts/setup.py")
    assert spec is not None
    assert spec.loader is not None
    setup = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(setup)
    installed: list[str] = []
    monkeypatch.setattr(setup, "VENV", tmp_path)
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(setup, "_install", lambda lock: installed.append(lock.stem))
    for lock in ("test", "build", "test", "bench", "build"):
        setup.ready(lock)
    assert installed == ["test", "bench"]


def test_each_lock_holds_the_one_before_it() -> None:
    pins = [
        set(re.findall(r"^[\w.-]+==\S+", (ROOT / f"requirements/{lock}.txt").read_text("utf-8"), re.M))
        for lock in ("build", "test", "bench")
    ]
    assert pins[0] < pins[1] < pins[2]
