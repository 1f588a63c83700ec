"""What commands say of the rows of a CSV file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from ..locale import Catalogue
from ..model.problem import Problem
from ..parse.csv_table import Row
from ..pipeline.rule_registry import rules


class FaultyRow(Protocol):
    """A row, and what is wrong with it."""

    @property
    def row(self) -> Row:
        """The row."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it."""


def sentence(problem: Problem, words: Catalogue) -> str:
    """Return a problem and its remedy in one sentence."""
    return words.sentence(problem, rules()[problem.rule])


def rows_named(numbers: Iterable[int], words: Catalogue) -> str:
    """Return rows by their numbers, as `Rows 7, 19-22`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
    return (
        words.say("Rows {numbers}", numbers=told)
        if len(runs) > 1 or "-" in told
        else words.say("Row {number}", number=told)
    )


def faults_of_rows(faulty: Iterable[FaultyRow], words: Catalogue, *, is_asked: bool) -> Iterator[str]:
    """Yield what is wrong with rows; what is the same in several, once."""
    told: dict[str, list[int]] = {}
    for read in faulty:
        for problem in read.problems if is_asked else map(_unquoted, read.problems):
            told.setdefault(sentence(problem, words), []).append(read.row.number)
    for text, numbers in told.items():
        yield words.say("{rows}: {fault}", rows=rows_named(numbers, words), fault=text)


def _unquoted(problem: Problem) -> Problem:
    """Return a problem that quotes nothing of the row."""
    return replace(problem, parameters={**problem.parameters, "given": "…"})
