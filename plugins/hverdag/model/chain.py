"""The chain of methods: which talk comes before which. A method names those that come before it in `follows` and those
that come next in `leads_to`; one of the two is enough."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from .meeting import MeetingPlan, Talk
from .texts.method import Method

Plan = TypeVar("Plan", bound=MeetingPlan)

NAMED = 3
"""The most talks that are named before or after a meeting: of more, their number is told."""


@dataclass(frozen=True)
class Chain:
    """The methods that come right before and right after each method, by its id. A method with none has no entry."""

    before: Mapping[str, tuple[Method, ...]]
    after: Mapping[str, tuple[Method, ...]]

    def joined(self, plan: Plan, talk: Callable[[Method], Talk]) -> Plan:
        """Return a plan with the talks around it, the first NAMED by name; `talk` returns the talk by a method."""
        before, after = self.before.get(plan.method.id, ()), self.after.get(plan.method.id, ())
        return replace(
            plan,
            follows=tuple(map(talk, before[:NAMED])),
            more_before=max(0, len(before) - NAMED),
            leads_to=tuple(map(talk, after[:NAMED])),
            more_after=max(0, len(after) - NAMED),
        )


def talk_of(method: Method) -> Talk:
    """Return the talk by a method, about whatever is chosen."""
    return Talk(method, method.code, method.path)


def chain_of(methods: Iterable[Method]) -> Chain:
    """Return the chain of some methods, each with its neighbours in the order that they were written, its own list
    first. Names of unknown methods, and a method's own name, are left out: they have Problems of their own."""
    by_id = {method.id: method for method in methods}
    own = [(method.id, named) for method in by_id.values() for named in method.leads_to]
    told = [(named, method.id) for method in by_id.values() for named in method.follows]
    return Chain(
        before=_neighbours([(last, first) for first, last in (*told, *own)], by_id),
        after=_neighbours([*own, *told], by_id),
    )


def _neighbours(pairs: Iterable[tuple[str, str]], by_id: Mapping[str, Method]) -> Mapping[str, tuple[Method, ...]]:
    """Return the methods that stand second in the pairs, by the first."""
    found: dict[str, dict[str, Method]] = {}
    for one, other in pairs:
        if one != other and one in by_id and other in by_id:
            found.setdefault(one, {})[other] = by_id[other]
    return {id: tuple(others.values()) for id, others in found.items()}


def circles(chain: Chain) -> Iterator[tuple[str, ...]]:
    """Yield each circle in a chain once: the ids of its methods in order, the first in the alphabet first. Of circles
    that share a step, the one that is found first is yielded."""
    seen: set[str] = set()
    for start in sorted(chain.after):
        path = _way_back(start, chain) if start not in seen else ()
        if path:
            seen.update(path)
            first = path.index(min(path))
            yield (*path[first:], *path[:first])


def _way_back(start: str, chain: Chain) -> tuple[str, ...]:
    """Return the shortest way from a method to itself, without the last step; empty if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    reached = {start}
    for way in ways:
        for method in chain.after.get(way[-1], ()):
            if method.id == start:
                return way
            if method.id not in reached:
                reached.add(method.id)
                ways.append((*way, method.id))
    return ()
