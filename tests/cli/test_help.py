"""The help of commands is in the language of the handbook, or of whoever calls."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from tests.conftest import Publication

DANISH = (
    (("nod",), "Den medvirkendes rolle"),
    (("new", "story"), "Fortællingens titel"),
    (("new",), "Begynd på noget nyt"),
)


def helped(*words: str, folder: Path | None = None, locale: str = "") -> str:
    where = ["-C", str(folder)] if folder else []
    result = CliRunner().invoke(cli, [*words, *where, "--help"], env={"LANG": locale})
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(("words", "said"), DANISH)
def test_it_is_in_the_language_of_the_handbook(
    words: tuple[str, ...], said: str, good: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good.root)
    told = helped(*words, locale="en_GB.UTF-8")
    assert said in told
    assert "Vis denne hjælp." in told
    assert "Options:" not in told
    good.in_english()
    assert "Show this message and exit." in helped(*words)


def test_another_handbook_may_be_named(good: Publication) -> None:
    good.in_english()
    assert "Find every problem" in helped("check", folder=good.root)


@pytest.mark.parametrize(
    ("locale", "said"), [("da_DK.UTF-8", "Kommandoer:"), ("", "Kommandoer:"), ("en_GB", "Commands:")]
)
def test_outside_a_handbook_the_locale_decides(
    locale: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = helped(locale=locale)
    assert said in told
    assert ("Vis en forhåndsvisning" in told) == (said == "Kommandoer:")


def test_a_command_itself_stays_as_it_is(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good.root)
    helped("nod")
    command = cli.get_command(click.Context(cli), "nod")
    assert command
    assert str(command.help).startswith("Show a story")
