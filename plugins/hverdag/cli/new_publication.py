"""Beginning a publication of one's own."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ..check.rules.starter_text import RULE as STARTER_TEXT
from ..locale import LANGUAGES, Catalogue, catalogue
from ..model.handbook import Handbook
from ..model.new_publication import Beginning, refusals
from ..model.problem import Problem
from ..model.settings import PATH as SETTINGS
from ..pipeline import build as pipeline
from ..pipeline.result import Report
from ..pipeline.show import show
from ..pipeline.today import today_of
from ..privacy import holds_number
from ..starter import starter_words
from ..workflows.publications.begin import NotEmptyError, begin_publication, require_empty
from .command_line import command_line
from .options import ask, called_with, one_line, stop, tell, today_option
from .progress import progress_bar
from .site_renderer import render_site


@click.command("publication")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--language", type=click.Choice(LANGUAGES), help="The readers' language.")
@click.option("--organisation", metavar="NAME", help="Whose handbook it is.")
@click.option("--values", metavar="LIST", help='Its values, as "A, B, C", or only how many there are.')
@click.option("--served", metavar="FORMS", help="What those it serves are called: one, several, that one, all of them.")
@click.option("--contact", metavar="NAME, PHONE, MAIL", help="Whom readers can ask, with commas between.")
@today_option
def new_publication(  # noqa: PLR0917 click hands them over by name
    folder: Path,
    language: str | None,
    organisation: str | None,
    values: str | None,
    served: str | None,
    contact: str | None,
    today: date | None,
) -> None:
    """Begin a handbook of your own in an empty folder, show it, and say what remains to be written. What is not given
    is asked for; with --language, --organisation and --values nothing is."""
    asks = language is None or organisation is None or values is None
    language = language or _ask_language()
    words = catalogue(language)
    _require_empty(folder, words)
    answers = _Answers(words, language, asks)
    beginning = Beginning(
        language,
        answers.text(organisation, words.say("What is the organisation called?")),
        answers.list(served, words.say("What do you call those you serve?"), ", ".join(starter_words(language).served)),
        _named(answers.list(values, words.say("Which values do you have? (with commas between, or how many)"))),
        *answers.contact(contact),
    )
    _require_usable(beginning, words)
    day = today or today_of(folder)
    try:
        paths = begin_publication(folder, beginning, day)
    except NotEmptyError as error:
        _refuse_held(folder, error.name, words)
    root = folder.resolve()
    tell(words.say("Begun: {folder} with {count} files.", folder=one_line(str(root)), count=len(paths)))
    _show(root, folder, today or today_of(root), words)


class _Answers:
    """Answers from options, or, if anything that is needed was not given, from questions."""

    def __init__(self, words: Catalogue, language: str, asks: bool) -> None:
        self._words, self._language, self._asks = words, language, asks

    def text(self, given: str | None, question: str, usual: str = "") -> str:
        """Return an answer on one line, without the spaces around it; the usual one if nobody is asked."""
        if given is None:
            given = _asked(question, usual) if self._asks else usual
        return given.strip()

    def list(self, given: str | None, question: str, usual: str = "") -> tuple[str, ...]:
        """Return the parts of an answer with commas between them."""
        answer = self.text(given, question, usual)
        return tuple(part.strip() for part in answer.split(",")) if answer else ()

    def contact(self, given: str | None) -> tuple[str, str, str]:
        """Return the name, telephone and mail of the contact; what nobody knows yet is empty."""
        answer = self.text(given, self._words.say("Whom can readers ask? (name, phone, email; Enter for later)"))
        parts = [part.strip() for part in answer.rsplit(",", 2)]
        name, phone, mail = (*parts, "", "", "")[:3]
        return name, phone, mail


def _asked(question: str, usual: str = "") -> str:
    """Return the answer to a question; the usual one if there is nobody to answer."""
    try:
        return ask(question, default=usual, show_default=bool(usual))
    except click.Abort:
        click.echo()
        return usual


def _ask_language() -> str:
    answer = _asked("Sprog / Language (da, en)", "da").strip().casefold()
    return answer if answer in LANGUAGES else "en" if answer.startswith("e") else "da"


def _named(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the values, which are empty if only their number was given."""
    if len(parts) == 1 and parts[0].isdecimal():
        return ("",) * min(int(parts[0][:4]), 1_000)
    return tuple(filter(None, parts))


def _require_empty(folder: Path, words: Catalogue) -> None:
    try:
        require_empty(folder)
    except NotEmptyError as error:
        _refuse_held(folder, error.name, words)


def _refuse_held(folder: Path, name: str, words: Catalogue) -> None:
    stop(
        words.say(
            "{folder} is not empty: {name} is there. Nothing was written. Choose a folder that is empty or not there "
            "yet.",
            folder=one_line(str(folder)),
            name=one_line(name),
        )
    )


def _require_usable(beginning: Beginning, words: Catalogue) -> None:
    texts = (beginning.organisation, *beginning.values, *beginning.served, beginning.contact_name)
    if any(map(holds_number, texts)):
        stop(words.say("An answer holds what may be a personal number. Write it without. Nothing was written."))
    faults = [words.tell(fault) for fault in refusals(beginning)]
    if faults:
        stop("\n".join((*map(one_line, faults), words.say("Nothing was written."))))


def _show(root: Path, folder: Path, today: date, words: Catalogue) -> None:
    """Build the new publication as a preview, and say where it is, what remains to be done, and how to go on."""
    with progress_bar(root) as progress:
        report = pipeline.build(root, today, root / "site-preview", render_site, preview=True, progress=progress)
    if report.built is None:
        tell(show(report.publication, report.problems, "text"), err=True)
        sys.exit(1)
    tell(words.say("Open it: {path}", path=report.built.path / "index.html"))
    tell("\n".join(("", words.say("What remains for you to do:"), *_remaining(report, words), "")))
    where = called_with(folder, None)
    tell(words.say("See it while you write: {command}", command=command_line("serve", *where, "--open")))
    tell(words.say("See what is still missing: {command}", command=command_line("check", *where)))


def _remaining(report: Report, words: Catalogue) -> list[str]:
    """Return the numbered lines of what remains: what is to be filled in, then the first story, then the answers on
    data protection."""
    handbook = report.publication.handbook
    todo = sorted((one for one in report.problems if one.rule == STARTER_TEXT.id), key=lambda one: _rank(one, handbook))
    lines = [f"{one.parameters['given']} ({one.source.path}:{one.source.line})" for one in todo]
    lines += [
        words.say("Write the first story, and let everyone who was there nod yes ({path})", path=story.path)
        for story in handbook.stories
    ]
    lines.append(words.say("Answer for data protection under protection ({path})", path=SETTINGS))
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]


def _rank(problem: Problem, handbook: Handbook) -> tuple[int, int, str, int]:
    """Return the sort key of what is to be filled in: the values in their order, the settings, the pages, the rest."""
    path, orders = problem.source.path, {value.path: value.order for value in handbook.values}
    group = 0 if path in orders else 1 if path == SETTINGS else 2 if path.startswith("docs/") else 3
    return group, orders.get(path, 0), path, problem.source.line
