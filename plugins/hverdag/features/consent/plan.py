"""Stories without valid consent to notices at their addresses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...model.notice import Notice
from ...model.texts.consent import Unavailable
from ...model.view import NO_STORIES, View


@dataclass(frozen=True, kw_only=True)
class NoticeView(View):
    """A notice; `has_ended` is True if consent has ended, and False if it does not cover this edition."""

    has_ended: bool


def plan_notices(notices: Iterable[Notice]) -> Iterator[View]:
    """Yield a view for each notice. It reveals no story, not even a title."""
    for notice in notices:
        place = (notice.target or notice.address, notice.address)
        yield NoticeView(story_codes=NO_STORIES, places=(place,), has_ended=notice.reason is Unavailable.ENDED)
