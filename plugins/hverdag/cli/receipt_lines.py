"""What `hverdag receipts` says before it writes: what a person must decide, and how many of the rest."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from ..locale import Catalogue
from ..model.uptake.receipts import Receipt
from ..parse.csv_values import is_either_way, parse_day
from ..pipeline.rule_registry import rules
from ..workflows.receipts.intake import Double, ReceiptIntake
from ..workflows.receipts.rows import ReadRow
from .command_line import command_line, path_from_here
from .row_lines import faults_of_rows, rows_named, sentence

_OF_ROWS = ("csv-formula", "csv-cells")
"""Rules of a file that are about one row each."""


def file_lines(planned: ReceiptIntake, file: Path, words: Catalogue) -> Iterator[str]:
    """Yield what is in a file and how its rows are counted, a line each."""
    table, say = planned.table, words.say
    if table.rows:
        rows = words.count("{number} row", "{number} rows", len(table.rows))
        yield say("{file}: {rows} below the headings.", file=file.name, rows=rows)
        yield say(
            "Row {number} is the headings. Rows are counted as your spreadsheet counts them, at the left.",
            number=table.head,
        )
    if table.personal:
        yield say("Left out, since it says who somebody is: {names}", names=", ".join(table.personal))
    if table.dropped:
        yield say("Left out, since a receipt has no room for it: {names}", names=", ".join(table.dropped))
    for problem in planned.problems:
        if problem.rule not in _OF_ROWS:
            yield words.line(problem, rules()[problem.rule])


def intake_lines(planned: ReceiptIntake, words: Catalogue, *, is_asked: bool) -> Iterator[str]:
    """Yield what will be written and what will not, a line each. Where nobody `is_asked`, the lines may end in the log
    of a scheduled job, and quote nothing that lies in private/."""
    if planned.table.rows:
        if is_asked:
            yield ""
        yield from _counts(planned, words, is_asked=is_asked)
    yield from _faults(planned, words, is_asked=is_asked)
    looks = list(_looks(planned, words))
    if looks and is_asked:
        yield ""
        yield words.say("Look at this before you answer:")
    yield from (f"  {line}" if is_asked else line for line in looks)
    if is_asked:
        yield from _sentences(planned, words)
    if planned.to_mend and planned.to_mend.after:
        yield ""
        yield words.say("The rows with faults go to {path}, to be corrected there.", path=planned.to_mend.path)


def _counts(planned: ReceiptIntake, words: Catalogue, *, is_asked: bool) -> Iterator[str]:
    new = [one.receipt for one in planned.new if one.receipt]
    ready = words.count("{number} receipt is ready.", "{number} receipts are ready.", len(new))
    faulty = words.count("{number} row has faults.", "{number} rows have faults.", len(planned.faulty))
    before = planned.known + sum(isinstance(one.first, str) and not one.differs for one in planned.doubles)
    known = words.count("{number} was taken in before.", "{number} were taken in before.", before)
    yield " ".join((ready, *([known] if before else ()), *([faulty] if planned.faulty else ())))
    months = Counter(one.date.replace(day=1) for one in new if one.date)
    if months:
        yield "  " + ", ".join(f"{words.month(month)}: {number}" for month, number in sorted(months.items()))
    private = sum(bool(one.sentence and not one.yes) for one in new)
    if private:
        kept = words.count("{number} sentence", "{number} sentences", private)
        yield words.say("{sentences} to private/receipts/, which git never sees.", sentences=kept)
    if new and is_asked:
        yield words.say("As an example, row {number} is read as: {receipt}", **_example(planned.new[0], words))


def _example(read: ReadRow, words: Catalogue) -> dict[str, object]:
    one = read.receipt or Receipt()
    parts = [words.day(one.date) if one.date else "", ", ".join(one.workplaces), one.tool]
    if one.people:
        parts.append(words.count("{number} participant", "{number} participants", one.people))
    if one.next:
        parts.append(words.say("next time {day}", day=words.day(one.next)))
    return {"number": read.row.number, "receipt": ", ".join(parts)}


def _faults(planned: ReceiptIntake, words: Catalogue, *, is_asked: bool) -> Iterator[str]:
    yield from faults_of_rows(planned.faulty, words, is_asked=is_asked)
    read = {one.row.number for one in planned.to_read} if is_asked else set[int]()
    for problem in planned.problems:
        if problem.rule in _OF_ROWS and problem.source.line not in read:
            row = rows_named([problem.source.line], words)
            yield words.say("{rows}: {fault}", rows=row, fault=sentence(problem, words))
    if planned.old:
        yield words.say(
            "{rows}: Older than 24 months, so none of it is kept. Is a day wrong? Then write the right one in your own "
            "file, and run the command again.",
            rows=rows_named((one.row.number for one in planned.old), words),
        )


def _looks(planned: ReceiptIntake, words: Catalogue) -> Iterator[str]:
    """Yield what has been understood in one of several ways."""
    either = [one for one in planned.new if is_either_way(one.row["date"])]
    if either:
        given = either[0].row["date"]
        day, numbers = parse_day(given), (one.row.number for one in either)
        yield words.say(
            "{rows}: The day comes before the month, so {given} is {day}.",
            rows=rows_named(numbers, words),
            given=given,
            day=words.day(day) if day else "",
        )
    for read in planned.new:
        for before, now in read.moved:
            yield words.say("Row {number}: {before} is {now} today.", number=read.row.number, before=before, now=now)
    for double in planned.doubles:
        if double.differs or isinstance(double.first, int):
            yield _double(double, words)


def _sentences(planned: ReceiptIntake, words: Catalogue) -> Iterator[str]:
    """Yield the sentences that somebody must read: those that are published, and those with a possible name."""
    public = [one for one in planned.to_read if one.receipt and one.receipt.yes]
    private = [one for one in planned.to_read if one not in public]
    if public:
        yield ""
        yield words.say("These sentences may be read by everybody, since their workplaces have said yes:")
        yield from (_quoted(one, words) for one in public)
    if private:
        yield ""
        yield words.say("These sentences stay in private/, but look whether they name somebody, or are formulas:")
        yield from (_quoted(one, words) for one in private)
    for one in planned.new:
        if one.unnamed:
            yield words.say(
                'Row {number}: The sentence stays in private/, though there is a yes: it names "{name}", which has not '
                "said yes to be named.",
                number=one.row.number,
                name=one.unnamed,
            )


def _quoted(read: ReadRow, words: Catalogue) -> str:
    text = words.say(
        'Row {number}: "{text}"', number=read.row.number, text=read.receipt.sentence if read.receipt else ""
    )
    names = words.say("Perhaps a name: {names}", names=", ".join(read.names)) if read.names else ""
    return f"  {text} {names}".rstrip()


def changed_lines(planned: ReceiptIntake, numbers: Collection[int], words: Catalogue) -> Iterator[str]:
    """Yield what has become of rows that somebody wanted to write anew, a line each."""
    yield from (_quoted(one, words) for one in planned.new if one.row.number in numbers)
    faulty = [one for one in planned.faulty if one.row.number in numbers]
    yield from faults_of_rows(faulty, words, is_asked=True)
    yield words.count("{number} receipt is ready.", "{number} receipts are ready.", len(planned.new))


def after_lines(planned: ReceiptIntake, file: Path, options: Sequence[str], words: Catalogue) -> Iterator[str]:
    """Yield what is left to do when a file has been taken in, a line each. `options` are those that the command was
    called with."""
    rows, kept = len(planned.faulty), planned.to_mend
    if kept and kept.after:
        left = words.count("{number} row is left.", "{number} rows are left.", rows)
        path = path_from_here(planned.root / kept.path)
        yield words.say("{left} Correct what is wrong in {path}, and run:", left=left, path=path)
        yield f"    {command_line('receipts', path, *options)}"
    elif kept and kept.before:
        yield words.say("Nothing is left to correct: {path} is deleted.", path=kept.path)
    if planned.table.personal and planned.changes:
        yield words.say("{file} still holds what says who somebody is. Delete it.", file=file.name)


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
