"""Redacts what reports show of a publication's texts: everything that the privacy check finds is covered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from ...model.message import Message, Parameter
from ...model.problem import Problem
from ...parse.files import rough_text
from .. import NUMBERS, Finding, bare, covered, find, holds_number, masked
from .scan_sources import Guard

_CHANGED = " → "
"""What an excerpt of a change has between the old words and the new, either of which may be half of a number."""


def harmless(problem: Problem, guard: Guard) -> Problem:
    """Return a problem that is safe to show. Its parameters, field and path may contain a personal number or part of
    one, so these are masked; in the parameters of a contributed text, contact details and full names are too."""
    cover = bare if problem.source.path in guard.files else masked
    people = partial(without_people, guard=guard) if problem.source.path in guard.documents else masked
    parameters = {name: _covered(_covered(value, cover), people) for name, value in problem.parameters.items()}
    source = replace(problem.source, path=masked(problem.source.path), field=cover(problem.source.field))
    return replace(problem, source=source, parameters=parameters)


def _covered(value: Parameter, cover: Callable[[str], str]) -> Parameter:
    if isinstance(value, Message):
        return Message(value.text, tuple((name, _covered(inner, cover)) for name, inner in value.parameters))
    if not isinstance(value, str):
        return value
    return cover(bare(value) if _CHANGED in value and holds_number(value) else value)


def without_people(text: str, guard: Guard) -> str:
    """Return a text, at the same length, with personal numbers, contact details and full names covered. Those of the
    handbook's own contact stay."""
    findings = find(text, people=True, apart=guard.words, language=guard.language)
    people = [one for one in findings if one.rule not in NUMBERS and (one.rule, one.key) not in guard.own_contact]
    return covered(masked(text), _apart(people))


def harmless_lines(root: Path, path: str, guard: Guard) -> Sequence[str]:
    """Return the lines of a file for quoting, with all findings covered, whether reported or not."""
    text = rough_text(root, path)
    shown = masked(text)
    if path in guard.documents:
        findings = find(text, people=True, language=guard.language)
        people = [finding for finding in findings if finding.rule not in NUMBERS]
        shown = covered(shown, _apart(people))
    return shown.split("\n")


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings that do not overlap an earlier one."""
    end = 0
    for finding in findings:
        if finding.start >= end:
            end = finding.end
            yield finding
