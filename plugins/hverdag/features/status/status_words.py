"""The parts of the status in the reader's language: one text for the page and for paper, so that they say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ...locale import Catalogue
from ...model.settings import Settings
from ...model.uptake.status import STATUS, Cell, Figure, Quote, StatusPart, StatusTable

GOALS = 10
"""The order of the part on the goals, whose numbers come first."""


MOST_NUMBERS = 2
"""The most columns of numbers that a telephone has room for, beside the names of the rows."""


class CellWords(NamedTuple):
    """A cell of a table: its text, and whether it is a number."""

    text: str
    is_number: bool = False


class TableWords(NamedTuple):
    """A table. The first cell of a row is its heading."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[CellWords, ...], ...]

    @property
    def is_narrow(self) -> bool:
        """True if a telephone has room for it: one or two columns of numbers."""
        return len(self.head) <= MOST_NUMBERS + 1 and all(cell.is_number for row in self.rows for cell in row[1:])


class FigureWords(NamedTuple):
    """A number: what it counts, the number, out of how many, what is to be said of it, and where it comes from.
    `number` and `share` are written together as `12` and `of 118`."""

    name: str
    number: str
    share: str
    note: str
    source: str
    target: str
    figure: Figure


class QuoteWords(NamedTuple):
    """A sentence from a workplace, and who says it."""

    text: str
    by: str


class PartWords(NamedTuple):
    """A part of the status; `more` are links, each a text and a target."""

    id: str
    order: int
    title: str
    paragraphs: tuple[str, ...]
    figures: tuple[FigureWords, ...]
    tables: tuple[TableWords, ...]
    quotes: tuple[QuoteWords, ...]
    more: tuple[tuple[str, str], ...]


class SourceWords(NamedTuple):
    """What numbers are counted from, the target that shows it, and the names of the numbers. `anchor` is the place on
    the page that the target names, where there is no part of that name to lead to."""

    source: str
    target: str
    names: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True)
class StatusWords:
    """The whole status: the answer in a sentence, the numbers of the goals and others with an aim, the parts, and what
    each number is counted from."""

    answer: str
    first: tuple[FigureWords, ...]
    parts: tuple[PartWords, ...]
    sources: tuple[SourceWords, ...]
    principles: tuple[str, ...]


def status_words(parts: Sequence[StatusPart], words: Catalogue) -> StatusWords:
    """Return the status in one language."""
    told = tuple(_part(part, words) for part in parts)
    first = tuple(one for part in told for one in part.figures if part.order <= GOALS or one.figure.aim is not None)
    aims = [one for one in first if one.figure.aim is not None]
    return StatusWords(_answer(aims, words), first, told, _sources(told), _principles(words))


def counted_on(settings: Settings, today: date, words: Catalogue) -> str:
    """Return the line that says whose status it is, and of which day."""
    organisation, when = settings.organisation, words.day(today)
    return words.say("{organisation}, as counted on {when}", organisation=organisation, when=when)


def _part(part: StatusPart, words: Catalogue) -> PartWords:
    tell = words.tell
    return PartWords(
        part.id,
        part.order,
        tell(part.title),
        tuple(map(tell, part.paragraphs)),
        tuple(_figure(figure, words) for figure in part.figures),
        tuple(_table(table, words) for table in part.tables),
        tuple(_quote(quote, words) for quote in part.quotes),
        tuple((tell(text), target) for text, target in part.more),
    )


def _figure(figure: Figure, words: Catalogue) -> FigureWords:
    share = words.say("of {number}", number=words.integer(figure.of)) if figure.of is not None else ""
    tell = words.tell
    number, note = words.integer(figure.number), _note(figure, words)
    return FigureWords(tell(figure.name), number, share, note, tell(figure.source), figure.target, figure)


def _note(figure: Figure, words: Catalogue) -> str:
    """Return what is to be reached and when, and that nothing has been received, where that is so."""
    sentences = []
    if figure.number == 0 and figure.of is not None and figure.is_received:
        sentences.append(words.say("Nothing received yet."))
    if figure.aim is not None:
        sentences.append(_aim(figure, figure.aim, words))
    return " ".join(sentences)


def _aim(figure: Figure, aim: int, words: Catalogue) -> str:
    number = words.integer(aim)
    if figure.number >= aim:
        return words.say("The goal of {number} is reached.", number=number)
    if figure.due:
        return words.say("The goal is {number}, by {day}.", number=number, day=words.day(figure.due))
    return words.say("The goal is {number}.", number=number)


def _table(table: StatusTable, words: Catalogue) -> TableWords:
    rows = tuple(tuple(_cell(cell, words) for cell in row) for row in table.rows)
    return TableWords(words.tell(table.caption), tuple(map(words.tell, table.head)), rows)


def _cell(cell: Cell, words: Catalogue) -> CellWords:
    if cell is None:
        return CellWords(words.say("not said yet"))
    if isinstance(cell, date):
        return CellWords(words.day(cell))
    return CellWords(words.integer(cell), True) if isinstance(cell, int) else CellWords(words.tell(cell))


def _quote(quote: Quote, words: Catalogue) -> QuoteWords:
    return QuoteWords(quote.text, words.tell(quote.by))


def _answer(aims: Sequence[FigureWords], words: Catalogue) -> str:
    """Return how far the goals with a number are, in a sentence."""
    reached = sum(one.figure.number >= (one.figure.aim or 0) for one in aims)
    if not aims:
        return words.say("None of our goals has a number yet. Below is what we can count, and how we know.")
    if len(aims) == 1:
        if reached:
            return words.say("We have reached the one goal that we count.")
        number, aim = (words.integer(number) for number in (aims[0].figure.number, aims[0].figure.aim or 0))
        return words.say("{goal}: we are at {number} of {aim}.", goal=aims[0].name, aim=aim, number=number)
    if reached == len(aims):
        return words.say("We have reached all {number} goals that we count.", number=len(aims))
    if not reached:
        return words.say("We have not reached any of the {number} goals that we count yet.", number=len(aims))
    return words.say(
        "We have reached {reached} of the {number} goals that we count.", reached=reached, number=len(aims)
    )


def _sources(parts: Sequence[PartWords]) -> tuple[SourceWords, ...]:
    """Return the numbers by what they are counted from, in the order of the parts."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in (figure for part in parts for figure in part.figures):
        found.setdefault((one.source, one.target), []).append(one.name)
    ids, sources = {part.id for part in parts}, []
    for (source, target), names in found.items():
        path, _, place = target.partition("#")
        anchor = place if path == STATUS and place not in ids else ""
        ids.add(anchor)
        sources.append(SourceWords(source, target, tuple(dict.fromkeys(names)), anchor))
    return tuple(sources)


def _principles(words: Catalogue) -> tuple[str, ...]:
    """Return how numbers are counted, and what is never told."""
    say = words.say
    return (
        say("The numbers are counted each time the handbook is built, from what it holds on that day."),
        say(
            "Workplaces, receipts and courses are counted openly, but a department is shown only if it has at least "
            "five workplaces."
        ),
        say(
            "How many people took part, and what they answered, is shown once a year, and never for a group of fewer "
            "than five."
        ),
        say("No workplace is named unless it has said yes itself, and nobody is put on a list of best and worst."),
        say("“Nothing received yet” says what we have heard, and not what has been done."),
    )
