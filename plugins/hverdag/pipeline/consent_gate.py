"""Handbook to what of it may be met somewhere: a story that may not be is emptied before anything is laid out, so that
no later room has anything of it to show."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..model.chapters import Site
from ..model.handbook import Handbook
from ..model.texts.consent import Reach, Withheld
from ..model.texts.story import SEEN, Story
from ..privacy import holds_number


def allowed(handbook: Handbook, today: date, reach: Reach) -> Handbook:
    """Return the handbook as it may be met on a day, where its pages reach. Of a story that is held back and that
    readers have never met, nothing is left."""
    settings = handbook.settings.model_copy(update={"reach": reach})
    return replace(handbook, settings=settings, stories=tuple(_allowed(handbook, today, reach)))


def _allowed(handbook: Handbook, today: date, reach: Reach) -> Iterator[Story]:
    for story in handbook.stories:
        why = _why(story, today, reach)
        if why is None or (why is Withheld.ELSEWHERE and not story.is_published):
            yield story
        elif story.state in SEEN:
            yield story.emptied(why)


def _why(story: Story, today: date, reach: Reach) -> Withheld | None:
    if story.has_ended(today):
        return Withheld.ENDED
    return None if story.allows(reach.channel) else Withheld.ELSEWHERE


def without_numbers(site: Site) -> Site:
    """Return a site without the notices whose address would hold a personal number: a story's file name had one."""
    shy = [story for story in site.gone if holds_number(story.path)]
    lost = {address: Withheld.ELSEWHERE if holds_number(address) else why for address, why in site.lost.items()}
    lost |= {site.addresses.by_target[story.path]: Withheld.ELSEWHERE for story in shy}
    return replace(site, gone=tuple(story for story in site.gone if story not in shy), lost=lost)
