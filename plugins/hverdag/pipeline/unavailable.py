"""The addresses that a site lacks because of consent: those it would have if everyone had consented to everything.

A link to one of them is not a mistake, and a date alone must not stop a build.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from ..model.handbook import Handbook
from ..model.once import Rounds
from ..model.shown import Shown
from ..model.texts.consent import Channel, Unavailable
from ..model.texts.story import Dilemma, Story
from .plan import SitePlan, plan_site


def lost_addresses(handbook: Handbook, plan: SitePlan) -> Mapping[str, Unavailable]:
    """Return the addresses that `plan` lacks, and why. `handbook` is the whole of it, with every story."""
    shown = plan.shown
    has_ended = any(story.has_ended(shown.today) for story in handbook.stories)
    if not has_ended and all(story.allows(channel) for story in handbook.stories for channel in Channel):
        return {}
    known = tuple(handbook.value_by_id)
    _ROUNDS.begin()
    stories = [_ROUNDS.get(story.path, (story, known), partial(_free, story, known)) for story in handbook.stories]
    free = handbook.with_documents(Story, stories)
    whole = plan_site(Shown(free, shown.today, shown.preview, shown.target))
    missing = set(_addresses(whole)) - set(_addresses(plan))
    why = dict.fromkeys(missing, Unavailable.ELSEWHERE)
    withdrawn = {story.code for story in handbook.withdrawn(shown.today)}
    for planned in whole.views:
        if withdrawn.intersection(planned.view.title_codes):
            addresses = {whole.addresses.by_target[target] for target, _ in planned.view.places}
            why |= dict.fromkeys(addresses & missing, Unavailable.ENDED)
    return why


_ROUNDS = Rounds[Story]()


def _free(story: Story, known: tuple[str, ...]) -> Story:
    """Return the story as if nothing were held back, with the fields that decide its addresses and no others: the
    rest of a story that may not be shown need not be valid. `known` are the ids of the values."""
    if story.consent is None and not story.faulty:
        return story
    values = tuple(id for id in story.values if id in known) or known[:1]
    dilemma = Dilemma(question="?", options=("?", "?")) if story.dilemma else None
    kept = {name: getattr(story, name) for name in ("path", "code", "state", "image", "audio", "body")}
    return Story.model_construct(title="?", summary="?", values=values, dilemma=dilemma, **kept)


def _addresses(plan: SitePlan) -> Iterable[str]:
    yield from plan.addresses.by_target.values()
    for _, files in plan.printed:
        yield from files
