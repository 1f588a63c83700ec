"""Taking in receipts, and folding old ones."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.message import message
from ..pipeline.read import ReadPublication, read_and_check
from ..pipeline.today import today_of
from ..workflows.receipts.decisions import Decisions
from ..workflows.receipts.fold import plan_fold
from ..workflows.receipts.intake import ReceiptIntake, plan_intake
from ..workflows.story_file import RefusedError
from .folding import FoldMessages, fold
from .options import called_with, one_line, publication_options, refusal, require_publication, stop, tell
from .receipt_lines import after_lines, file_lines, intake_lines
from .receipt_questions import approved, decided
from .row_lines import sentence

_FOLD = FoldMessages(
    message("What receipts older than 24 months counted, written by hverdag receipts --fold."),
    message("No receipt is older than 24 months."),
    message("Receipts from before {day} that are deleted, and stay as counts: {number}"),
    message("Rows in private/receipts/ that are deleted, with their sentences: {number}"),
    message("The old receipts are deleted. What they counted is kept."),
)


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--fold", "is_fold", is_flag=True, help="Fold receipts older than 24 months into counts.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@publication_options
def receipts(  # noqa: PLR0917 click hands them over by name
    folder: Path, language: str | None, today: date | None, file: Path | None, is_fold: bool, yes: bool
) -> None:
    """Take in receipts from the CSV file of a form or a spreadsheet: show what will be written, ask, and write it."""
    require_publication(folder, language)
    if bool(file) == is_fold:
        raise click.UsageError("FILE | --fold")
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    try:
        if file:
            _take_in(publication, file, day, words, yes=yes, options=called_with(folder, language))
        else:
            fold(publication, plan_fold, _FOLD, day, words, yes=yes)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))


def _take_in(
    publication: ReadPublication, file: Path, day: date, words: Catalogue, *, yes: bool, options: Sequence[str]
) -> None:
    def plan(said: Decisions) -> ReceiptIntake:
        return plan_intake(publication, file, day, lambda problem: sentence(problem, words), said)

    def tell_all(lines: Iterable[str]) -> None:
        for line in lines:
            tell(one_line(line))

    first = plan(Decisions(is_asked=not yes))
    tell_all(file_lines(first, file, words))
    said = Decisions(is_asked=False) if yes else decided(first, plan, words)
    planned = first if yes or said == Decisions() else plan(said)
    tell_all(intake_lines(planned, words, is_asked=not yes))
    if planned.written:
        planned = planned if yes else approved(planned, said, plan, words)
        planned.write()
    if planned.changes:
        tell(one_line(_done(planned, words)))
    tell_all(after_lines(planned, file, options, words))
    if not (planned.changes or planned.faulty or planned.problems):
        tell(words.say("There is nothing new in the file."))
    if planned.faulty or any(problem.is_error for problem in planned.problems):
        sys.exit(1)


def _done(planned: ReceiptIntake, words: Catalogue) -> str:
    """Return what has been written, and how far the organisation has come."""
    done = words.count("{number} receipt is written.", "{number} receipts are written.", len(planned.new))
    if planned.reached is None or not planned.reached.of:
        return done
    reached = words.say(
        "{number} of {of} workplaces have now used one of the tools.",
        number=planned.reached.number,
        of=planned.reached.of,
    )
    return f"{done} {reached}"
