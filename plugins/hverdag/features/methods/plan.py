"""Methods to their pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.chain import chain_of, talk_of
from ...model.meeting import MeetingPlan, plan_meeting
from ...model.message import message
from ...model.shown import Shown
from ...model.view import NO_STORIES, Coded, Lead, View
from ..index import Index


@dataclass(frozen=True, kw_only=True)
class MethodView(View):
    """A method, with its plan before any story is chosen. `is_composed` is False if no story can be put into a
    guide."""

    plan: MeetingPlan
    is_composed: bool = True


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Lay out a page for each method."""
    chain = chain_of(shown.handbook.methods)
    for method in shown.handbook.methods:
        name = method.path.rpartition("/")[2].removesuffix(".md")
        yield MethodView(
            story_codes=NO_STORIES,
            subject=method.path,
            places=((method.path, f"{shown.settings.address_folders.methods}/{name}/"),),
            media=method.pictures,
            coded=Coded(
                method.code,
                message("Method"),
                method.heading,
                (Lead(message("See the method"), method.path),),
                NO_STORIES,
            ),
            plan=chain.joined(plan_meeting(method, shown.values), talk_of),
            is_composed=bool(shown.on_paper),
        )
