"""Counting answers and people once a year."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.uptake.counts import CountKind
from ..model.uptake.freezing import FEWEST_CONSULTANTS, FEWEST_COURSES, Frozen
from ..model.uptake.workplaces import FEWEST_WORKPLACES
from ..pipeline.read import ReadPublication, read_and_check
from ..pipeline.today import today_of
from ..publish.private_files import private_folder
from ..publish.work import replacing
from ..reports.codebook import Codebook, codebook_text
from ..workflows.answers.asked import QUESTION_BY_ID, questionnaire_of
from ..workflows.answers.counting import PlannedCounts, plan_counts
from ..workflows.answers.export import EXPORT, OTHERS, Export
from ..workflows.answers.measured import is_measurement, plan_measurement
from ..workflows.source_files import ChangedMeanwhileError
from ..workflows.story_file import RefusedError
from .answers import tell_sheets
from .options import one_line, publication_options, refusal, require_publication, require_yes, stop, tell


@click.command()
@click.argument("what", metavar="YEAR|MEASUREMENT")
@click.option("--yes", is_flag=True, help="Do not ask.")
@publication_options
def counts(folder: Path, language: str | None, today: date | None, what: str, yes: bool) -> None:
    """Count the answers of a year, and how many took part, and write values/counts/YEAR.yml. A year is counted once;
    what comes in later is counted by itself, such as 2026-2. A small measurement is counted by its id, when it has
    ended."""
    require_publication(folder, language)
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    header = words.say("Numbers about people and answers, written by hverdag counts. They are counted once, and stay.")
    try:
        plan = plan_measurement if is_measurement(publication.handbook, what) else plan_counts
        planned = plan(publication, what, day, header)
        for line in _preview(planned, words, publication.settings.floor):
            tell(one_line(line))
        if planned.is_again:
            tell(words.say("{path} was written before, so it gets the numbers that it had then.", path=planned.path))
        require_yes(words.say("Shall this be done? It is counted once only."), words, yes=yes)
        planned.write()
        tell(words.say("Written: {path}", path=planned.path))
        if planned.export:
            _write_export(publication, planned.export, words)
        tell_sheets(publication, words)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    except ChangedMeanwhileError:
        stop(words.say("Somebody else has just changed the same files. Nothing was changed. Try again."))


def _preview(planned: PlannedCounts, words: Catalogue, fewest: int) -> Iterator[str]:
    """Yield what will be published, and what is hidden and why; no line of it is about few people."""
    for kind, frozen in planned.frozen.items():
        yield from _of_kind(kind, frozen, words, fewest)


def _of_kind(kind: CountKind, frozen: Frozen, words: Catalogue, fewest: int) -> Iterator[str]:
    say, questionnaire = words.say, questionnaire_of(kind)
    name = words.tell(questionnaire.title) if questionnaire else say("How many took part")
    if not frozen.counted:
        yield say("{name}: nothing is counted now.", name=name) + " " + _why(kind, words, fewest)
        return
    yield from _of_measurement(name, frozen, words) if kind is CountKind.SERVED else _of_year(name, frozen, words)
    for id in dict.fromkeys(frozen.hidden):
        text = words.tell(QUESTION_BY_ID[id].text)
        yield "  " + say("Hidden, since it would be about fewer than {fewest}: {text}", fewest=fewest, text=text)
    if frozen.has_hidden_parts and kind is CountKind.SERVED:
        yield "  " + say("Some answers are not shown by themselves: they are too few.")
    elif frozen.has_hidden_parts:
        yield "  " + say(
            "Some departments are hidden, wholly or in some questions: their numbers would be about fewer than "
            "{fewest}, or could be used to work such a number out.",
            fewest=fewest,
        )


def _of_year(name: str, frozen: Frozen, words: Catalogue) -> Iterator[str]:
    yield words.say("{name}: {number} in all", name=name, number=sum(frozen.rows[0].cells))
    shown, parts = (len({getattr(row, field) for row in frozen.rows} - {""}) for field in ("question", "part"))
    if shown:
        yield "  " + words.count("{number} question is shown", "{number} questions are shown", shown)
    if parts:
        yield "  " + words.count("{number} department is shown", "{number} departments are shown", parts)


def _of_measurement(name: str, frozen: Frozen, words: Catalogue) -> Iterator[str]:
    say, parts = words.say, len({row.part for row in frozen.rows if row.part})
    number = words.count("{number} workplace is counted", "{number} workplaces are counted", parts)
    yield f"{name}: {number if parts else say('All of them are counted together, and none by itself.')}"
    if parts and any(not row.part for row in frozen.rows):
        yield "  " + say("All of them are also counted together.")
    if any(row.most is not None for row in frozen.rows):
        yield "  " + say("Where a number would be about few, we only say whether it was more than half.")


def _why(kind: CountKind, words: Catalogue, fewest: int) -> str:
    if kind is CountKind.COURSES:
        return words.say(
            "It takes {courses} courses, {consultants} consultants and 20 answers, of which {fewest} are left when any "
            "one consultant subtracts her own.",
            courses=FEWEST_COURSES,
            consultants=FEWEST_CONSULTANTS,
            fewest=fewest,
        )
    if kind is CountKind.PARTICIPANTS:
        return words.say(
            "It takes {fewest} people from {workplaces} workplaces, and no number near one that was told before.",
            fewest=fewest,
            workplaces=FEWEST_WORKPLACES,
        )
    return words.say("It takes {fewest}, and no number near one that was told before.", fewest=fewest)


def _write_export(publication: ReadPublication, export: Export, words: Catalogue) -> None:
    """Write the file for whoever evaluates from outside, and its codebook."""
    folder = private_folder(publication.root, EXPORT)
    book = Codebook(
        export.name,
        export.answers,
        {id: QUESTION_BY_ID[id].text for id in export.questions},
        {department.id: department.name for department in export.departments},
        OTHERS if export.has_others else "",
        publication.settings.floor,
    )
    for ending, content in (("csv", export.content), ("txt", codebook_text(book, words).encode())):
        with replacing(folder / f"{export.name}.{ending}", 0o600) as written:
            written.write_bytes(content)
    path = f"private/{EXPORT}/{export.name}.csv"
    tell(words.say("For whoever evaluates from outside: {path}, with a codebook beside it", path=path))
