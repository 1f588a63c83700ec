"""The goals in the year's status: how far each is, and what was last said of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...model.message import Message, message
from ...model.shown import Shown
from ...model.uptake.status import Figure, StatusPart
from .plan import with_pages
from .progress import Progress, progress_of


def status(shown: Shown) -> Iterator[StatusPart]:
    """Yield the part on the goals, if there are any."""
    goals = with_pages(shown.settings.goals)
    if not goals:
        return
    progress = tuple(progress_of(goal, shown.handbook, shown.today) for goal in goals)
    yield StatusPart(
        id="goals",
        order=10,
        title=message("The goals"),
        paragraphs=tuple(told for one in progress for told in _told(one)),
        figures=tuple(_figures(progress)),
        more=tuple((goal.heading, goal.target) for goal in goals),
    )


def _figures(progress: Iterable[Progress]) -> Iterator[Figure]:
    """Yield the figure of each goal that has one, under the goal's own words."""
    for one in progress:
        if one.figure:
            yield replace(one.figure, name=one.goal.heading, history=one.figure.history if one.is_drawn else ())


def _told(one: Progress) -> Iterator[Message]:
    """Yield what was last said of a goal; of one without a number, also that nothing was."""
    goal = one.goal.heading
    newest = next(iter(one.statements), None)
    if newest and newest.date:
        yield message("{goal}. {role}, {day}: {said}", goal=goal, role=newest.role, day=newest.date, said=newest.text)
    elif one.figure is None:
        yield message("{goal}. Nothing is said yet about how far it is.", goal=goal)
