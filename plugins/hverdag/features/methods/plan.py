"""Methods to their pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...model.chain import chain_of
from ...model.meeting import MeetingPlan, Talk, plan_meeting
from ...model.message import message
from ...model.shown import Shown
from ...model.texts.method import Method
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
            places=((method.path, f"{shown.settings.folders.methods}/{name}/"),),
            media=method.pictures,
            coded=Coded(
                method.code,
                message("Method"),
                method.heading,
                (Lead(message("See the method"), method.path),),
                NO_STORIES,
            ),
            plan=replace(
                plan_meeting(method, shown.values),
                follows=tuple(map(_talk, chain.before.get(method.id, ()))),
                leads_to=tuple(map(_talk, chain.after.get(method.id, ()))),
            ),
            is_composed=bool(shown.on_paper),
        )


def _talk(method: Method) -> Talk:
    """Return a method as the talk before or after another."""
    return Talk(method, method.code, method.path)
