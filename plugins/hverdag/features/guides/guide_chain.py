"""The chain of guides: which talks come before each guide, and which next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from ...model.addresses import HANDBOOK_GUIDE, guide_path
from ...model.chain import Chain, chain_of, talk_of
from ...model.meeting import MeetingPlan, Talk
from ...model.texts.method import Method
from .model import Guide


@dataclass(frozen=True)
class GuideChain:
    """Finds the talks around guides, among all the ready guides and methods of a handbook."""

    guides: Sequence[Guide]
    methods: Sequence[Method]

    def chained(self) -> Iterator[Guide]:
        """Yield every guide with the talks around it: about the same subject, where there are such."""
        for guide in self.guides:
            yield self._chain.joined(guide, partial(self._talk, (guide.subject.id, HANDBOOK_GUIDE)))

    def of_plan(self, plan: MeetingPlan) -> MeetingPlan:
        """Return the plan of a method whose stories are chosen later, with the talks around it."""
        return self._chain.joined(plan, partial(self._talk, (HANDBOOK_GUIDE,)))

    def _talk(self, subjects: Iterable[str], method: Method) -> Talk:
        """Return the talk by a method: its guide for the first of some subjects that has one, else the method."""
        paths = (guide_path(method.id, subject) for subject in subjects)
        guide = next((self._by_path[path] for path in paths if path in self._by_path), None)
        return Talk(method, guide.code, guide.path) if guide else talk_of(method)

    @cached_property
    def _chain(self) -> Chain:
        return chain_of(self.methods)

    @cached_property
    def _by_path(self) -> Mapping[str, Guide]:
        return {guide.path: guide for guide in self.guides}
