"""What goals can count in stories."""

from collections.abc import Callable, Iterator
from datetime import date

from ...model.addresses import STORY_LIST
from ...model.handbook import Handbook
from ...model.message import message
from ...model.settings import Kind
from ...model.texts.story import Origin, Story
from ...model.uptake.tally import Count, Tally

_TOLD = message("Stories in the handbook that colleagues have told")


def counts(handbook: Handbook) -> Iterator[Count]:
    """Yield what a goal can count: the published stories, those that colleagues have told, and of these each kind.
    Made-up stories count among all stories only, and the source says how many they are."""
    yield Count("stories", message("Stories in the handbook"), _all)
    for kind in handbook.settings.kinds:
        if kind.id:
            name = message("Stories that colleagues have told, of the kind “{kind}”", kind=kind.name)
            yield Count(f"stories-{kind.id}", name, _of_kind(kind))
    yield Count("stories-collected", message("Stories that colleagues have told"), _collected)


def _all(handbook: Handbook, today: date) -> Tally:
    stories = _published(handbook, today)
    invented = sum(story.origin is not Origin.COLLECTED for story in stories)
    source = message("Stories in the handbook")
    if invented:
        source = message("Stories in the handbook; made up: {number}", number=invented)
    return Tally(_days(stories, handbook, today), None, source, STORY_LIST)


def _collected(handbook: Handbook, today: date) -> Tally:
    stories = tuple(story for story in _published(handbook, today) if story.origin is Origin.COLLECTED)
    return Tally(_days(stories, handbook, today), None, _TOLD, STORY_LIST)


def _of_kind(kind: Kind) -> Callable[[Handbook, date], Tally]:
    def find(handbook: Handbook, today: date) -> Tally:
        told = (story for story in _published(handbook, today) if story.origin is Origin.COLLECTED)
        stories = tuple(story for story in told if story.kind == kind.id)
        return Tally(_days(stories, handbook, today), None, _TOLD, STORY_LIST)

    return find


def _published(handbook: Handbook, today: date) -> tuple[Story, ...]:
    """Return the stories that readers can meet; one whose consent has ended is none of them."""
    return tuple(one for one in handbook.published if not one.unavailable and not one.has_ended(today))


def _days(stories: tuple[Story, ...], handbook: Handbook, today: date) -> tuple[date, ...]:
    """Return the day that each story came to count, in order: the last of the steps that it has been through. No file
    says when it was published. One without any day counts from the first that is known, so that the history never
    grows by itself."""
    days = [_day(story, handbook) for story in stories]
    known = [min(day, today) for day in days if day]
    first = min(known, default=today)
    return tuple(sorted([*known, *(first for day in days if not day)]))


def _day(story: Story, handbook: Handbook) -> date | None:
    chosen = [one.date for one in handbook.settings.selections if one.date and story.id in one.stories]
    answers = [one.date for one in (story.decision, story.response) if one and one.date]
    return max([*answers, *sorted(chosen)[:1], *([story.told] if story.told else [])], default=None)
