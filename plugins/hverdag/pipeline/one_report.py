"""The problems of all stages as one report: each cause once at its place, and nothing that follows from another."""

from collections.abc import Iterable, Iterator

from ..model.problem import Problem
from ..model.settings import PATH
from ..publish.typst_compiler import REFUSED, ROOM
from ..verify.link_rules import DEAD_LINK
from ..web.page_rules import PAGE_WARNING
from .consequences import Consequences
from .read import first_of_each_file


def one_report(
    texts: Iterable[Problem],
    later: Iterable[Problem],
    findings: Iterable[Problem] = (),
    consequences: Consequences | None = None,
) -> tuple[Problem, ...]:
    """Return the problems of the texts, those that later stages met, and the privacy findings in finished files, in
    reading order. Two findings in one file are two, though they look the same."""
    told = list(texts)
    new = [
        problem
        for problem in _once(later)
        if problem not in told and not (consequences and consequences.explain(problem))
    ]
    return tuple(sorted((*told, *first_of_each_file(new), *first_of_each_file(findings)), key=_order))


def _order(problem: Problem) -> tuple[object, ...]:
    return (*problem.order, repr(sorted(problem.parameters.items(), key=str)))


def _once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield each problem once, though its text is on many papers and pages: of a text that is too long, the worst; of a
    text that cannot be printed, the one that names it."""
    worst: dict[str, Problem] = {}
    for problem in problems:
        key = repr((problem.rule, problem.source)) if problem.rule == ROOM.id else repr(problem)
        if key not in worst or _millimetres(problem) > _millimetres(worst[key]):
            worst[key] = problem
    known = {problem.parameters.get("detail") for problem in worst.values() if problem.source.path != PATH}
    dead = {_place(problem) for problem in worst.values() if problem.rule == DEAD_LINK.id}
    for problem in worst.values():
        named_elsewhere = problem.rule == REFUSED.id and problem.source.path == PATH
        if named_elsewhere and problem.parameters.get("detail") in known:
            continue
        if problem.rule != PAGE_WARNING.id or _place(problem) not in dead:
            yield problem


def _place(problem: Problem) -> tuple[str, int, int]:
    return (problem.source.path, problem.source.line, problem.source.column)


def _millimetres(problem: Problem) -> int:
    return int(str(problem.parameters.get("millimetres", 0)))
