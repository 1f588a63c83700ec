"""Commands where there is no handbook, or one around: which language they speak, and what they find."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hverdag.cli import cli
from hverdag.cli.spoken import usual_language
from hverdag.model.language import language_named
from tests.conftest import TODAY, Publication


def run(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(cli, [*words], catch_exceptions=False, env=environment)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "da"),
        ({"LANG": "C.UTF-8"}, "da"),
        ({"LC_ALL": "POSIX", "LANG": "en_GB.UTF-8"}, "da"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "nb_NO.UTF-8"}, "da"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "de_DE@euro"}, "en"),
        ({"LC_ALL": "en_GB", "LANG": "da_DK"}, "en"),
        ({"LANGUAGE": "da:en", "LANG": "en_GB.UTF-8"}, "da"),
    ],
)
def test_the_locale_decides_where_no_handbook_says(environment: dict[str, str], language: str) -> None:
    assert usual_language(environment) == language


def test_a_folder_that_is_no_handbook_is_told_in_the_callers_language(tmp_path: Path) -> None:
    assert "er ikke en håndbog" in run("check", "-C", str(tmp_path)).output
    assert "is not a publication" in run("check", "-C", str(tmp_path), LANG="en_GB.UTF-8").output
    assert "is not a publication" in run("check", "-C", str(tmp_path), "--lang", "engelsk").output
    assert "er ikke en håndbog" in run("nod", "x", "-C", str(tmp_path), "--lang", "Danish", LANG="en_GB").output


def test_a_handbook_speaks_its_own_language_whatever_the_locale(good: Publication) -> None:
    assert "0 fejl" in run("check", "-C", str(good.root), "--today", str(TODAY), LANG="en_GB.UTF-8").output


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(("da", "da"), ("Dansk", "da"), ("danish", "da"), ("da-DK", "da"), ("DK", "da")),
        *(("en", "en"), ("English", "en"), ("engelsk", "en"), ("en_GB.UTF-8", "en"), (" en-US ", "en")),
        *(("deutsch", ""), ("spanish", ""), ("", ""), ("d a", "")),
    ],
)
def test_a_language_has_names_in_both(text: str, language: str) -> None:
    assert language_named(text) == language


def test_a_language_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    result = run("new", "publication", str(tmp_path / "h"), "--language", "deutsch")
    assert result.exit_code == 2
    assert "da (dansk, Danish), en (engelsk, English)" in result.output


@pytest.mark.parametrize("inside", ["stories", "docs/metoder", "values"])
def test_the_handbook_around_a_folder_is_found(good: Publication, inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.root / inside)
    assert run("check", "--today", str(TODAY)).exit_code == 0
    assert run("new", "story", "--title", "Fra en mappe").exit_code == 0
    assert (good.root / "stories/fra-en-mappe.md").is_file()
    assert run("check", "-C", str(good.root / inside), "--today", str(TODAY)).exit_code == 0


def test_a_broken_handbook_is_not_taken_for_the_one_around_it(good: Publication, tmp_path: Path) -> None:
    (good.root / "stories/anden").mkdir()
    (good.root / "stories/anden/mkdocs.yml").touch()
    assert "ikke nogen håndbog" in run("check", "-C", str(good.root / "stories/anden")).output


@pytest.mark.parametrize(
    ("words", "meant"),
    [(("bulid",), "build"), (("chekc",), "check"), (("new", "publicaton"), "publication"), (("Serve",), "serve")],
)
def test_a_mistyped_command_is_told_with_the_nearest(
    words: tuple[str, ...], meant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert result.exit_code == 2
    assert f"Mente du »{meant}«?" in result.output
    assert f'Did you mean "{meant}"?' in run(*words, LANG="en_GB.UTF-8").output


def test_a_mistyped_command_in_a_handbook_is_told_in_its_language(
    good: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good.root / "stories")
    assert "Mente du »build«?" in run("bulid", LANG="en_GB.UTF-8").output
    assert 'Did you mean "build"?' in run("bulid", "--lang", "English").output


def test_a_command_like_no_other_is_told_with_all_of_them() -> None:
    assert "agreements, answers, build" in run("qqqq").output
    assert "010203" not in run("010203-1232").output
