"""What a report may show of a publication's texts: everything but what the check has found in them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ...model.problem import Problem
from ...parse.files import rough_text
from .. import NUMBERS, Finding, bare, covered, find, masked
from .scan_sources import Guard, tells_of_people


def harmless(problem: Problem, guard: Guard) -> Problem:
    """Return a problem that can be shown: what was given may hold a number or a piece of one, and so may the name of
    its file."""
    cover = bare if problem.source.path in guard.files else masked
    told = {name: cover(given) if isinstance(given, str) else given for name, given in problem.parameters.items()}
    source = replace(problem.source, path=masked(problem.source.path), field=cover(problem.source.field))
    return replace(problem, source=source, parameters=told)


def harmless_lines(root: Path, path: str) -> Sequence[str]:
    """Return a file's lines for quoting, with everything covered that the check has found in them, or would find."""
    text = rough_text(root, path)
    shown = masked(text)
    if tells_of_people(path):
        people = [one for one in find(text, people=True) if one.rule not in NUMBERS]
        shown = covered(shown, _apart(people))
    return shown.split("\n")


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Findings that do not lie over one another."""
    end = 0
    for finding in findings:
        if finding.start >= end:
            end = finding.end
            yield finding
