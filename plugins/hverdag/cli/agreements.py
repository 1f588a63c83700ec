"""Taking in agreements, writing each workplace its own, and folding old ones."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.message import message
from ..pipeline.read import ReadPublication, read_and_check
from ..pipeline.today import today_of
from ..workflows.agreements.fold import plan_fold
from ..workflows.agreements.intake import AgreementIntake, plan_intake
from ..workflows.agreements.making import make_agreements
from ..workflows.story_file import RefusedError
from .agreement_lines import after_lines, intake_lines
from .folding import FoldMessages, fold
from .options import called_with, one_line, publication_options, refusal, require_publication, require_yes, stop, tell
from .own_files import require_files, tell_place
from .row_lines import sentence

_FOLD = FoldMessages(
    message("What agreements older than 24 months counted, written by hverdag agreements --fold."),
    message("No agreement is older than 24 months."),
    message("Agreements from before {day} that are deleted, and stay as counts: {number}"),
    message("Rows in private/wordings/ that are deleted, with their words: {number}"),
    message("The old agreements are deleted. What they counted is kept."),
)


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder for the workplaces' own files (default: private/agreements).",
)
@click.option("--fold", "is_fold", is_flag=True, help="Fold agreements older than 24 months into counts.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@publication_options
def agreements(  # noqa: PLR0917 click hands them over by name
    folder: Path,
    language: str | None,
    today: date | None,
    file: Path | None,
    output: Path | None,
    is_fold: bool,
    yes: bool,
) -> None:
    """Take in agreements from the CSV file of a leader or a spreadsheet: show what will be written, ask, and write it.
    Without a file, write each workplace its own agreements, to bring to its next meeting."""
    require_publication(folder, language)
    if bool(file) + is_fold + bool(output) > 1:
        raise click.UsageError("FILE | --output DIR | --fold")
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    try:
        if file:
            _take_in(publication, file, day, words, yes=yes, options=called_with(folder, language))
        elif is_fold:
            fold(publication, plan_fold, _FOLD, day, words, yes=yes)
        else:
            _make(publication, day, words, Path.cwd() / output if output else None)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))


def _take_in(
    publication: ReadPublication, file: Path, day: date, words: Catalogue, *, yes: bool, options: Sequence[str]
) -> None:
    planned = plan_intake(publication, file, day, lambda problem: sentence(problem, words))
    for line in intake_lines(planned, words, is_asked=not yes):
        tell(one_line(line))
    if planned.written:
        require_yes(words.say("Shall this be written?"), words, yes=yes)
        planned.write()
    if planned.changes:
        tell(one_line(_done(planned, words)))
    for line in after_lines(planned, file, options, words):
        tell(one_line(line))
    if not (planned.changes or planned.faulty or planned.problems):
        tell(words.say("There is nothing new in the file."))
    if planned.faulty or any(problem.is_error for problem in planned.problems):
        sys.exit(1)


def _done(planned: AgreementIntake, words: Catalogue) -> str:
    """Return what has been written, and how far the organisation has come."""
    number = len(planned.found.new) + len(planned.found.changed) if planned.found else 0
    done = words.count("{number} agreement is written.", "{number} agreements are written.", number)
    if planned.reached is None or not planned.reached.of:
        return done
    reached = words.say(
        "{number} of {of} workplaces have now agreed on something.",
        number=planned.reached.number,
        of=planned.reached.of,
    )
    return f"{done} {reached}"


def _make(publication: ReadPublication, day: date, words: Catalogue, output: Path | None) -> None:
    made = make_agreements(publication, day, output)
    place = require_files(publication, made.problems, made.folder, words)
    tell(words.count("Files for {number} workplace.", "Files for {number} workplaces.", made.number))
    if made.without:
        none = words.count(
            "{number} has agreed on nothing that we know of.",
            "{number} have agreed on nothing that we know of.",
            made.without,
        )
        tell(none)
    tell_place(place, words)
