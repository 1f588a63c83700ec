"""What `hverdag receipts` says before it writes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..locale import Catalogue
from ..model.problem import Problem
from ..pipeline.rule_registry import rules
from ..workflows.receipts.files import PRIVATE, FileChange
from ..workflows.receipts.fold import Fold
from ..workflows.receipts.intake import Double, Intake

_MOST_LINES = 200
"""Rows of one file that are shown where nobody is asked."""


def sentence(problem: Problem, words: Catalogue) -> str:
    """Return a problem and its remedy in one sentence."""
    return words.sentence(problem, rules()[problem.rule])


def intake_lines(planned: Intake, words: Catalogue, *, is_asked: bool) -> Iterator[str]:
    """Yield what is in a file and what will be written, a line each. Somebody who `is_asked` first sees all of it.
    Where nobody is, the lines may end in the log of a scheduled job, and quote nothing that lies in private/."""
    table, say = planned.table, words.say
    if table.rows:
        yield words.count("{number} row in the file.", "{number} rows in the file.", len(table.rows))
        yield say(
            "To be written: {new}. There already: {doubles}. With faults: {faulty}.",
            new=len(planned.new),
            doubles=len(planned.doubles),
            faulty=len(planned.faulty),
        )
    if table.personal:
        yield say("Left out, since it says who somebody is: {names}", names=", ".join(table.personal))
    if table.dropped:
        yield say("Left out, since a receipt has no room for it: {names}", names=", ".join(table.dropped))
    for problem in planned.problems:
        yield words.line(problem, rules()[problem.rule])
    for read in (*planned.old, *planned.faulty):
        for problem in read.problems if is_asked else map(_unquoted, read.problems):
            yield say("Row {number}: {fault}", number=read.row.number, fault=sentence(problem, words))
    for change in planned.changes:
        yield from _new_rows(change, words, is_asked=is_asked)
    for read in planned.new:
        for before, now in read.moved:
            yield say("Row {number}: {before} is {now} today.", number=read.row.number, before=before, now=now)
    yield from (_double(double, words) for double in planned.doubles)
    if planned.to_mend and planned.to_mend.after:
        path = planned.to_mend.path
        yield say("The rows with faults go to {path}. Mend them there, and run the command with that file.", path=path)


def after_lines(planned: Intake, file: Path, words: Catalogue) -> Iterator[str]:
    """Yield what is left to do when a file has been taken in, a line each."""
    rows, kept = len(planned.faulty), planned.to_mend
    if kept and kept.after:
        left = words.count("{number} row is left.", "{number} rows are left.", rows)
        yield words.say("{left} When it is mended, run: {command}", left=left, command=f"hverdag receipts {kept.path}")
    elif kept and kept.before:
        yield words.say("Nothing is left to mend: {path} is deleted.", path=kept.path)
    if planned.table.personal and planned.changes:
        yield words.say("{file} still holds what says who somebody is. Delete it.", file=file.name)


def _new_rows(change: FileChange, words: Catalogue, *, is_asked: bool) -> Iterator[str]:
    rows = words.count("{number} row", "{number} rows", len(change.lines))
    if change.path.startswith(PRIVATE) and not is_asked:
        yield words.say("{rows} to {path}.", rows=rows, path=change.path)
        return
    yield words.say("{rows} to {path}:", rows=rows, path=change.path)
    shown = change.lines if is_asked else change.lines[:_MOST_LINES]
    yield from (f"  - {line}" for line in shown)
    if len(shown) < len(change.lines):
        yield words.say("  ... and {number} more", number=len(change.lines) - len(shown))


def _unquoted(problem: Problem) -> Problem:
    """Return a problem that quotes nothing of the row."""
    return replace(problem, parameters={**problem.parameters, "given": "…"})


def _double(double: Double, words: Catalogue) -> str:
    in_file = isinstance(double.first, int)
    place = words.say("row {number}", number=double.first) if in_file else double.first
    if not double.differs:
        return words.say("Row {number} is left out: it is in {place} already.", number=double.number, place=place)
    return words.say(
        "Row {number} is left out: the same day, workplace and tool are in {place}, with something else beside them. "
        "If there were two groups, add up the participants there.",
        number=double.number,
        place=place,
    )


def fold_lines(planned: Fold, words: Catalogue) -> Iterator[str]:
    """Yield what will be deleted and what stays, a line each."""
    say, day = words.say, words.day(planned.kept_from)
    number = len(planned.old)
    yield say("Receipts from before {day} that are deleted, and stay as counts: {number}", day=day, number=number)
    yield say("Rows in private/receipts/ that are deleted, with their sentences: {number}", number=planned.sentences)
    for change in planned.changes:
        text = say("Written: {path}", path=change.path) if change.after else ""
        yield text or say("Deleted: {path}", path=change.path)
