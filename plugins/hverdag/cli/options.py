"""What all commands share: their options, and how they end when nothing can be done."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from ..locale import LANGUAGES, Catalogue, catalogue
from ..model.problem import Problem
from ..pipeline.rule_registry import RULES
from ..privacy import masked
from ..vcs.git import Fault, GitError


class Day(click.ParamType[date]):
    """A date, as 2026-11-21."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:  # noqa: ARG002 click asks
        """Return the date, or say what a date looks like."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value}: 2026-11-21")


folder_option = click.option(
    "-C",
    "folder",
    default=".",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The publication's folder.",
)
language_option = click.option("--lang", "language", type=click.Choice(LANGUAGES), help="The language of the messages.")
today_option = click.option("--today", type=Day(), default=None, help="Build as if it were this day.")


def publication_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of every command that reads a publication."""
    return folder_option(language_option(today_option(command)))


def tell(told: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text; the digits of what may be a personal number are covered."""
    click.echo(masked(told), err=err, nl=nl)


def ask(asked: str, **extra: Any) -> str:
    """Ask for a text, and return the answer."""
    return str(click.prompt(masked(asked), **extra))


def stop(told: str) -> NoReturn:
    """Say why nothing can be done, and end."""
    tell(told, err=True)
    sys.exit(1)


def require_publication(folder: Path) -> None:
    """End where a folder is no publication."""
    if not (folder / "mkdocs.yml").is_file() or not (folder / "values").is_dir():
        words = catalogue("da")
        stop(
            words.say(
                "{folder} is not a publication: it must hold mkdocs.yml, values/ and stories/.", folder=folder.resolve()
            )
        )


def git_words(error: GitError, words: Catalogue) -> str:
    """Say why git has no answer."""
    say, given = words.say, error.given
    return {
        Fault.NO_GIT: say("Git is not installed here, so nobody knows what has changed."),
        Fault.NO_REPOSITORY: say("The folder is not kept by git, so nobody knows what has changed."),
        Fault.UNKNOWN: say(
            'Git knows nothing called "{given}". Write a branch, as origin/main, or a commit.', given=given
        ),
        Fault.UNRELATED: say('The work here has nothing in common with "{given}".', given=given),
        Fault.SHALLOW: say(
            'The clone here does not reach back to "{given}". Fetch the rest: git fetch --unshallow', given=given
        ),
    }[error.fault]


def confirmed(asked: str, words: Catalogue) -> bool:
    """Ask a question in the reader's own language; anything but a yes is a no."""
    try:
        given = ask(f"{asked} [{words.say('yes/no')}]", default="", show_default=False)
    except click.Abort:
        click.echo()
        return False
    return given.strip().casefold() in ("j", "ja", "y", "yes")


def refusal(problem: Problem, words: Catalogue) -> str:
    """Say why something was refused, and what to do."""
    return one_line(words.sentence(problem, RULES[problem.rule]))


def one_line(told: str) -> str:
    """Return a text as it may stand on one line: names of files and editions are others' words, and may hold what moves
    a cursor or turns a line around. Numbers are covered first; a sign in the midst of one would hide it."""
    return "".join(letter if letter.isprintable() else "·" for letter in masked(told))
