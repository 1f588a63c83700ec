"""The talks around a guide: which come before it, and which next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...model.addresses import HANDBOOK_GUIDE, guide_path
from ...model.chain import Chain, chain_of
from ...model.meeting import MeetingPlan, Talk
from ...model.texts.method import Method
from .model import Guide


@dataclass(frozen=True)
class Neighbours:
    """Finds the talks around guides, among all the ready guides and methods of a handbook."""

    guides: Sequence[Guide]
    methods: Sequence[Method]

    def chained(self) -> Iterator[Guide]:
        """Yield every guide with the talks around it."""
        for guide in self.guides:
            follows, leads_to = self._around(guide.method, (guide.subject.id, HANDBOOK_GUIDE))
            yield replace(guide, follows=follows, leads_to=leads_to)

    def of_plan(self, plan: MeetingPlan) -> MeetingPlan:
        """Return the plan of a method whose stories are chosen later, with the talks around it."""
        follows, leads_to = self._around(plan.method, (HANDBOOK_GUIDE,))
        return replace(plan, follows=follows, leads_to=leads_to)

    def _around(self, method: Method, subjects: Sequence[str]) -> tuple[tuple[Talk, ...], tuple[Talk, ...]]:
        """Return the talks before and after one by a method about one of some subjects, the first if it can be."""
        before, after = self._chain.before.get(method.id, ()), self._chain.after.get(method.id, ())
        return (
            tuple(self._talk(other, subjects) for other in before),
            tuple(self._talk(other, subjects) for other in after),
        )

    def _talk(self, method: Method, subjects: Iterable[str]) -> Talk:
        """Return the talk by another method: its guide for the first of some subjects that has one, else the method."""
        paths = (guide_path(method.id, subject) for subject in subjects)
        guide = next((self._by_path[path] for path in paths if path in self._by_path), None)
        return Talk(method, guide.code, guide.path) if guide else Talk(method, method.code, method.path)

    @cached_property
    def _chain(self) -> Chain:
        return chain_of(self.methods)

    @cached_property
    def _by_path(self) -> Mapping[str, Guide]:
        return {guide.path: guide for guide in self.guides}
