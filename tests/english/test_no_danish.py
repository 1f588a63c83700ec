"""No Danish in a handbook in English: pages, search, scripts, paper, private files, messages, and the manual."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.locale import catalogue
from hverdag.pipeline.result import Built
from hverdag.pipeline.rule_registry import rules
from hverdag.reports.manual import manual
from tests.catalogue import needed
from tests.conftest import TODAY
from tests.english.danish import danish_in, danish_words, is_danish
from tests.english.texts import files_in, languages_in, texts_in
from tests.harbour import write_harbour

NAMES = frozenset({"hverdag", "Ballerup Kommune", "Odense Værkstederne", "MIT", "Datatilsynet", "virk.dk", "Björnsson"})
"""The program, where methods come from, an authority, a licence and a researcher: one name in all languages."""
OTHERS = ("assets/javascripts/", "assets/stylesheets/", "assets/hverdag/lunr")
"""What others have written, with their licences in it."""
MARK = "aftale-"
"""How an agreement is known again in a calendar that it is in already. Nobody reads it."""
FOLDERS = ("vaerdier", "fortaellinger", "guider", "metoder", "maal", "bidrag", "kort-samtale", "plakat", "pjece")


def left(folder: Path) -> Iterator[str]:
    """Yield what is Danish in the files of a folder, each with the file's path."""
    for name, content in files_in(folder):
        if not any(other in name for other in OTHERS):
            texts = (text for text in texts_in(name, content) if text != MARK)
            yield from (f"{name}: {found}" for found in danish_in(texts, NAMES))


def test_what_is_searched_for_is_found() -> None:
    assert {"og", "ikke", "fortælling", "værdi"} <= danish_words()
    assert not {"the", "at", "for", "story"} & danish_words()
    assert is_danish("Vi læser den højt, og så taler vi om den bagefter.")
    assert not is_danish("We read it aloud, and then we talk about it.")
    assert list(danish_in(["Bed nine, og så videre"]))
    assert not list(danish_in(["Bed nine, and so on"]))


def test_the_site_is_in_english(built_harbour: Built) -> None:
    assert list(left(built_harbour.path)) == []
    names = [name for name, _ in files_in(built_harbour.path)]
    assert [name for name in names for folder in FOLDERS if folder in name] == []
    assert "assets/hverdag/lunr.da" not in " ".join(names)


def test_files_for_one_workplace_or_leader_are_in_english(built_harbour: Built, harbour: Path) -> None:
    private = (harbour / "private/built").resolve()
    assert {path.suffix for path in private.rglob("*") if path.is_file()} >= {".csv", ".html"}
    assert list(left(private)) == []


@pytest.mark.parametrize("whom", ["colleagues", "outside"])
def test_an_offline_edition_is_in_english(whom: str, offline_harbour: Mapping[str, Path], tmp_path: Path) -> None:
    (tmp_path / "edition.zip").write_bytes(offline_harbour[whom].read_bytes())
    assert list(left(tmp_path)) == []


def test_every_file_says_that_it_is_in_english(built_harbour: Built) -> None:
    said = {language for name, content in files_in(built_harbour.path) for language in languages_in(name, content)}
    assert said == {"en-GB"}


def test_every_message_is_in_english() -> None:
    assert list(danish_in(sorted(needed()), NAMES)) == []


def test_every_example_of_a_rule_is_in_english() -> None:
    english = catalogue("en")
    examples = [(rule.id, manual(rule, english)) for rule in rules().values()]
    found = {id: list(danish_in((page.good, page.bad), NAMES)) for id, page in examples}
    assert {id: one for id, one in found.items() if one} == {}


def commands(group: click.Group = cli) -> Iterator[list[str]]:
    """Yield every command as it is called."""
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        inner = list(commands(command)) if isinstance(command, click.Group) else [[]]
        yield from ([name, *rest] for rest in inner)


@pytest.mark.parametrize("command", list(commands()), ids=" ".join)
def test_the_help_of_a_command_is_in_english(command: list[str]) -> None:
    told = CliRunner().invoke(cli, [*command, "--lang", "en", "--help"])
    assert told.exit_code == 0
    assert list(danish_in(told.output.split("\n\n"), NAMES)) == []


@pytest.mark.slow
def test_what_commands_say_and_write_is_in_english(tmp_path: Path) -> None:
    folder = write_harbour(tmp_path / "publication")
    outputs = [
        run(folder, "new", "story", "--title", "A door"),
        run(folder, "check", "--format", "html"),
        run(folder, "nod", "the-rota", "--as", "cleaner"),
        run(folder, "nod", "a-door", typed="n\n"),
        run(folder, "reply", "the-rota"),
        run(folder, "journal"),
        run(folder, "plans"),
        run(folder, "agreements"),
        run(folder, "rename", "leeks", "onions", typed="yes\n"),
        run(folder, "withdraw", "the-rota", typed="yes\n"),
        run(folder, "review", "--base", "main"),
        run(folder, "check"),
        run(folder, "offline", "--output", "edition.rar"),
    ]
    assert all(outputs)
    assert list(danish_in(outputs, NAMES)) == []
    assert list(left(folder)) == []


def run(folder: Path, *words: str, typed: str = "") -> str:
    """Run a command on a publication, and return what it says, without the path of the machine's own folder."""
    today = [] if words[0] == "serve" else ["--today", str(TODAY)]
    done = CliRunner().invoke(cli, [*words, "-C", str(folder), *today], input=typed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output.replace(str(folder), "")
