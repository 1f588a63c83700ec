"""What `hverdag agreements` says before it writes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..locale import Catalogue
from ..model.uptake.agreements import OUTCOME_NAMES, AgreementOutcome
from ..pipeline.rule_registry import rules
from ..workflows.agreements.intake import AgreementIntake
from ..workflows.agreements.matching import Matched
from .command_line import command_line, path_from_here
from .row_lines import faults_of_rows


def intake_lines(planned: AgreementIntake, words: Catalogue, *, is_asked: bool) -> Iterator[str]:
    """Yield what is in a file and what will be written, a line each. Somebody who `is_asked` first sees all of it.
    Where nobody is, the lines may end in the log of a scheduled job, and quote no words of a workplace."""
    table, say = planned.table, words.say
    if table.personal:
        yield say("Left out, since it says who somebody is: {names}", names=", ".join(table.personal))
    if table.dropped:
        yield say("Left out, since an agreement has no room for it: {names}", names=", ".join(table.dropped))
    for problem in planned.problems:
        yield words.line(problem, rules()[problem.rule])
    if planned.found is None:
        return
    rows = words.count("{number} row", "{number} rows", len(table.rows))
    yield say("{file}: {rows} below the headings.", file=table.path, rows=rows)
    yield say(
        "Row {number} is the headings. Rows are counted as your spreadsheet counts them, at the left.",
        number=table.head,
    )
    yield say(
        "New: {new}. Outcome added: {changed}. Here already: {doubles}. With faults: {faulty}.",
        new=len(planned.found.new),
        changed=len(planned.found.changed),
        doubles=len(planned.found.doubles) + planned.known,
        faulty=len(planned.faulty),
    )
    yield from faults_of_rows((*planned.old, *planned.faulty), words, is_asked=is_asked)
    yield from _rows(planned.found, words, is_asked=is_asked)
    yield from _doubles(planned.found, words)
    if planned.to_mend and planned.to_mend.after:
        yield say("The rows with faults go to {path}, to be corrected there.", path=planned.to_mend.path)


def _rows(found: Matched, words: Catalogue, *, is_asked: bool) -> Iterator[str]:
    """Yield each row that something is written of. The words are only shown to whoever is asked."""
    say = words.say
    for read in (*found.new, *(row for row, _ in found.changed)):
        one = read.agreement
        if read.moved:
            before, now = read.moved
            yield say("Row {number}: {before} is {now} today.", number=read.row.number, before=before, now=now)
        if one and is_asked:
            outcome = words.tell(OUTCOME_NAMES[AgreementOutcome(one.outcome)]) if one.outcome else ""
            told = ": ".join(said for said in (outcome, one.happened) if said)
            yield f"  {read.row.number}. {one.workplace}: {one.agreement}{f' ({told})' if told else ''}"


def _doubles(found: Matched, words: Catalogue) -> Iterator[str]:
    for number, first in found.doubles:
        place = words.say("row {number}", number=first) if isinstance(first, int) else first
        yield words.say("Row {number} is left out: it is in {place} already.", number=number, place=place)


def after_lines(planned: AgreementIntake, file: Path, options: Sequence[str], words: Catalogue) -> Iterator[str]:
    """Yield what is left to do when a file has been taken in, a line each. `options` are those that the command was
    called with."""
    rows, kept = len(planned.faulty), planned.to_mend
    if kept and kept.after:
        left = words.count("{number} row is left.", "{number} rows are left.", rows)
        path = path_from_here(planned.root / kept.path)
        yield words.say("{left} Correct what is wrong in {path}, and run:", left=left, path=path)
        yield f"    {command_line('agreements', path, *options)}"
    elif kept and kept.before:
        yield words.say("Nothing is left to correct: {path} is deleted.", path=kept.path)
    if planned.found and (planned.found.new or planned.found.changed):
        yield words.say("{file} holds the words of workplaces. Delete it when you need it no more.", file=file.name)
