"""Taking in answers to the questionnaires."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.problem import Problem
from ..parse.csv_file import read_csv_bytes
from ..pipeline.read import ReadPublication, read_and_check
from ..pipeline.rule_registry import rules
from ..pipeline.today import today_of
from ..reports.consultant_sheet import consultant_page
from ..workflows.answers.asked import headings_in
from ..workflows.answers.placing import Known
from ..workflows.answers.reading import ReadAnswers, read_answers
from ..workflows.answers.sheets import consultant_sheets, write_sheets
from ..workflows.answers.taking_in import PlannedAnswers, plan_answers
from ..workflows.source_files import ChangedMeanwhileError
from ..workflows.story_file import RefusedError
from .options import one_line, publication_options, refusal, require_publication, require_yes, stop, tell

_MOST_PROBLEMS = 40


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--year", "year", default="", help="The year of answers that do not say it; without it, this year.")
@click.option("--measurement", default="", help="The id of the measurement that the answers belong to.")
@click.option("--only-new", is_flag=True, help="The file is a newer export of a form: take in what is new only.")
@click.option("--all", "all_new", is_flag=True, help="All answers in the file are new, also those like earlier ones.")
@publication_options
def answers(  # noqa: PLR0917 click hands them over by name
    folder: Path,
    language: str | None,
    today: date | None,
    file: Path,
    yes: bool,
    year: str,
    measurement: str,
    only_new: bool,
    all_new: bool,
) -> None:
    """Take in a CSV file of answers: to the evaluation of a course, to the questionnaire, or to a small measurement.
    Names, times and other columns are dropped, and what is left is kept in private/answers."""
    require_publication(folder, language)
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    raw, problems = read_csv_bytes(file)
    if problems:
        stop("\n".join(_problem_lines(problems, words)))
    headings = headings_in(publication.language, publication.handbook)
    known = Known(publication.handbook, headings, year or str(day.year), day, measurement)
    read = read_answers(raw, file.name, known)
    _stop_at_errors(read.problems, words)
    try:
        planned = plan_answers(
            publication.root, raw, read, publication.settings.floor, only_new=only_new, all_new=all_new
        )
        for line in _preview(read, planned, words):
            tell(one_line(line))
        require_yes(words.say("Shall this be done?"), words, yes=yes)
        planned.write()
        tell(words.say("Taken in. The answers are in private/answers, and never in git. Now delete the file you gave."))
        tell_sheets(publication, words)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    except ChangedMeanwhileError:
        stop(words.say("Somebody else has just changed the same files. Nothing was changed. Try again."))


def tell_sheets(publication: ReadPublication, words: Catalogue) -> None:
    """Write each consultant's own sheet anew, and say where they are."""
    settings, handbook = publication.settings, publication.handbook
    sheets = consultant_sheets(publication.root, handbook, settings.floor)
    pages = {one.id: consultant_page(one, settings.organisation, publication.language) for one in sheets}
    for path in write_sheets(publication.root, pages):
        tell(words.say("For the consultant alone: {path}", path=path.relative_to(publication.root).as_posix()))


def _stop_at_errors(problems: Iterable[Problem], words: Catalogue) -> None:
    """Print what was found in the file, and exit if anything of it must be mended first."""
    listed = sorted(problems, key=lambda one: one.order)
    lines = _problem_lines(listed[:_MOST_PROBLEMS], words)
    if any(one.is_error for one in listed):
        more = len(listed) - _MOST_PROBLEMS
        rest = [words.count("and {number} more", "and {number} more", more)] if more > 0 else []
        stop("\n".join((*lines, *rest, words.say("Nothing was changed."))))
    for line in lines:
        tell(line)


def _problem_lines(problems: Iterable[Problem], words: Catalogue) -> list[str]:
    return [one_line(words.line(problem, rules()[problem.rule])) for problem in problems]


def _preview(read: ReadAnswers, planned: PlannedAnswers, words: Catalogue) -> Iterator[str]:
    """Yield what will be stored, and what is left out."""
    say = words.say
    yield say("Recognised: {questionnaire}", questionnaire=words.tell(planned.questionnaire.title))
    for year, number in planned.added.items():
        counted = words.count("{number} answer", "{number} answers", number)
        yield say("{year}: {answers}", year=year, answers=counted)
    if planned.left_out:
        yield words.count(
            "{number} answer was taken in before, and is left out.",
            "{number} answers were taken in before, and are left out.",
            planned.left_out,
        )
    if read.empty:
        yield words.count(
            "{number} row in which nothing was answered is left out.",
            "{number} rows in which nothing was answered are left out.",
            read.empty,
        )
    for names, text in (
        (read.table.personal, say("Dropped, since they say who it was:")),
        (read.table.dropped, say("Dropped:")),
    ):
        if names:
            yield f"{text} {', '.join(names)}"
    yield say("No names, no times and no order are kept. What was written in words is kept by itself.")
