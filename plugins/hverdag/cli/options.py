"""What all commands share: their options, output, questions and error exits."""

import sys
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from ..locale import LANGUAGES, Catalogue
from ..model.language import language_named
from ..model.problem import Problem
from ..pipeline.rule_registry import rules
from ..privacy import masked
from ..publish.own_folder import ForeignPrivateError
from ..vcs.git import Fault, GitError
from .around import is_publication, publication_around
from .command_line import command_line
from .spoken import words_for


class Day(click.ParamType[date]):
    """A date, as 2026-11-21."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:  # noqa: ARG002 click asks
        """Return the date, or fail with an example of one."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value}: 2026-11-21")


class LanguageName(click.ParamType[str]):
    """A language by its code or its name in Danish or English."""

    name = "|".join(LANGUAGES)

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Return the code, or fail with those that there are."""
        known = language_named(str(value))
        return known or self.fail(f"{value}: da (dansk, Danish), en (engelsk, English)", param, ctx)


def _around(_: click.Context, __: click.Parameter, folder: Path) -> Path:
    return publication_around(folder)


any_folder = click.Path(exists=True, file_okay=False, path_type=Path)
folder_option = click.option(
    "-C",
    "folder",
    default=".",
    metavar="DIR",
    type=any_folder,
    callback=_around,
    help="The publication's folder, or a folder in it.",
)
language_option = click.option("--lang", "language", type=LanguageName(), help="The language of the messages.")
today_option = click.option("--today", type=Day(), default=None, help="Act as if it were this day.")

proposal_option = click.option(
    "--proposal",
    "is_proposal",
    is_flag=True,
    envvar="HVERDAG_PROPOSAL",
    help="Refuse what would run code that the handbook does not have.",
)


def publication_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command with the options of every command that reads a publication. It says so if something else lies
    where private/ should, in the language of the command's other messages."""

    @wraps(command)
    def careful(*args: Any, **given: Any) -> Any:
        try:
            return command(*args, **given)
        except ForeignPrivateError as error:
            stop(refusal(error.problem, words_for(given["folder"], given.get("language"))))

    return folder_option(language_option(today_option(careful)))


def called_with(folder: Path, language: str | None) -> tuple[str, ...]:
    """Return the options of a publication that a command was called with, to call it in the same way once more."""
    return (*(("-C", str(folder)) if folder != Path() else ()), *(("--lang", language) if language else ()))


def tell(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text, with possible personal numbers masked."""
    click.echo(masked(text), err=err, nl=nl)


def ask(question: str, **extra: Any) -> str:
    """Ask a question, with possible personal numbers masked, and return the answer."""
    return str(click.prompt(masked(question), prompt_suffix=" " if question.endswith("?") else ": ", **extra))


def stop(text: str) -> NoReturn:
    """Print an error, and exit with code 1."""
    tell(text, err=True)
    sys.exit(1)


def require_publication(folder: Path, language: str | None = None) -> None:
    """Exit with an error if a folder is no publication, or not yet."""
    if (folder / "mkdocs.yml").is_file() and not (folder / "values").is_dir():
        stop(
            words_for(folder, language).say(
                "There is no handbook in {folder} yet. This writes one there, and takes nothing away: {command}",
                folder=folder.resolve(),
                command=command_line("new", "publication", "--into", str(folder)),
            )
        )
    if not is_publication(folder):
        stop(
            words_for(folder, language).say(
                "{folder} is not a publication: it must hold mkdocs.yml, values/ and stories/.", folder=folder.resolve()
            )
        )


def git_words(error: GitError, words: Catalogue) -> str:
    """Return the sentence that says why git failed."""
    say, revision = words.say, error.given
    return {
        Fault.NO_GIT: say("Git is not installed here, so nobody knows what has changed."),
        Fault.NO_REPOSITORY: say("The folder is not kept by git, so nobody knows what has changed."),
        Fault.UNKNOWN: say(
            'Git knows nothing called "{given}". Write a branch, such as origin/main, or a commit.', given=revision
        ),
        Fault.UNRELATED: say('The work here has nothing in common with "{given}".', given=revision),
        Fault.SHALLOW: say(
            'The clone here does not reach back to "{given}". Fetch the rest: git fetch --unshallow', given=revision
        ),
    }[error.fault]


def confirmed(question: str, words: Catalogue) -> bool:
    """Return True if the answer to a yes/no question is yes, in Danish or English."""
    return is_yes(answered(f"{question} [{words.say('yes/no')}]"))


def answered(question: str) -> str:
    """Return the answer to a question; an empty string if there is none."""
    try:
        return ask(question, default="", show_default=False).strip()
    except click.Abort:
        click.echo()
        return ""


def is_at_terminal() -> bool:
    """Return True if whoever called the command can answer questions."""
    return sys.stdin.isatty()


def is_yes(answer: str) -> bool:
    """Return True if an answer is yes, in Danish or English."""
    return answer.casefold() in ("j", "ja", "y", "yes")


def require_yes(question: str, words: Catalogue, *, yes: bool) -> None:
    """Ask before anything is written, unless the command was given `--yes`; exit with code 1 if the answer is no."""
    if not yes and not confirmed(question, words):
        stop_unchanged(words)


def stop_unchanged(words: Catalogue) -> NoReturn:
    """Say that nothing was changed, and exit with code 1."""
    tell(words.say("Nothing was changed."))
    sys.exit(1)


def refusal(problem: Problem, words: Catalogue) -> str:
    """Return a problem and its remedy on one line."""
    return one_line(words.sentence(problem, rules()[problem.rule]))


def one_line(text: str) -> str:
    """Return a text on one line, with personal numbers masked and then every unprintable character replaced by `·`.

    Names of files and editions are untrusted, and may contain control characters. Masking comes first: a replaced
    character inside a number would hide it from the detector.
    """
    return "".join(letter if letter.isprintable() else "·" for letter in masked(text))
