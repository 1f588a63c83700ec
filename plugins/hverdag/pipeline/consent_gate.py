"""The consent gate: a story that may not be shown is emptied before anything is planned, so that no later room has
anything of it to show."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..model.handbook import Handbook
from ..model.notice import Notice
from ..model.texts.consent import Reach, Unavailable
from ..model.texts.story import SEEN, Story
from ..privacy import holds_number


def allowed(handbook: Handbook, today: date, reach: Reach) -> Handbook:
    """Return the handbook as it may be shown on a day, for readers within `reach`. A story that may not be shown is
    emptied if readers have seen it before, and left out if not."""
    settings = handbook.settings.model_copy(update={"reach": reach})
    stories = tuple(_allowed(handbook, today, reach))
    return replace(handbook.with_documents(Story, stories), settings=settings)


def _allowed(handbook: Handbook, today: date, reach: Reach) -> Iterator[Story]:
    for story in handbook.stories:
        why = _why(story, today, reach)
        if why is None or (why is Unavailable.ELSEWHERE and not story.is_published):
            yield story
        elif story.state in SEEN:
            yield story.emptied(why)


def _why(story: Story, today: date, reach: Reach) -> Unavailable | None:
    if story.has_ended(today):
        return Unavailable.ENDED
    return None if story.allows(reach.channel) else Unavailable.ELSEWHERE


def notices_of(handbook: Handbook) -> tuple[Notice, ...]:
    """Return a notice for each story that was emptied, except where the name of its file holds a personal number: the
    address would show it."""
    kind = next((kind for kind in handbook.kinds if kind.model is Story), None)
    return tuple(
        Notice(kind.address(story, handbook.settings), story.unavailable, story.path)
        for story in handbook.stories
        if kind and story.unavailable and not holds_number(story.path)
    )


def emptied_codes(handbook: Handbook) -> frozenset[str]:
    """Return the codes of the stories that were emptied: no view may name one."""
    return frozenset(story.code for story in handbook.stories if story.unavailable and story.code)
