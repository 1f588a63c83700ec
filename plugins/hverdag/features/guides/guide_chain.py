"""The chain of guides: which talks come before each guide, and which next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from ...model.chain import Chain, chain_of, talk_of
from ...model.meeting import MeetingPlan, Talk
from ...model.texts.method import Method
from .model import Guide


@dataclass(frozen=True)
class GuideChain:
    """Finds the talks around guides, among all the methods of a handbook, and the guides of the handbook itself."""

    methods: Sequence[Method]
    wholes: Sequence[Guide]

    def joined(self, guides: Iterable[Guide]) -> tuple[Guide, ...]:
        """Return the guides of one subject with the talks around them: about the same subject, where there are such."""
        own = {guide.method.id: guide for guide in guides}
        talk = partial(self._talk, {**self._whole, **own})
        return tuple(self._chain.joined(guide, talk) for guide in own.values())

    def of_plan(self, plan: MeetingPlan) -> MeetingPlan:
        """Return the plan of a method whose stories are chosen later, with the talks around it."""
        return self._chain.joined(plan, partial(self._talk, self._whole))

    @staticmethod
    def _talk(guides: Mapping[str, Guide], method: Method) -> Talk:
        """Return the talk by a method: its guide, if it has one, else the method."""
        guide = guides.get(method.id)
        return Talk(method, guide.code, guide.path) if guide else talk_of(method)

    @cached_property
    def _chain(self) -> Chain:
        return chain_of(self.methods)

    @cached_property
    def _whole(self) -> Mapping[str, Guide]:
        return {guide.method.id: guide for guide in self.wholes}
