"""Handbook to what it holds of people: numbers for the page on data protection, and no word of any story."""

from collections import Counter
from collections.abc import Iterator

from ..model.declared import fields
from ..model.handbook import Handbook
from ..model.protection import Consents, Mentions, Protection
from ..model.texts.consent import Channel, Reach
from ..model.texts.story import Origin


def assemble_protection(handbook: Handbook) -> Protection:
    """Count what the published stories hold. A story that is held back is not among them."""
    stories = handbook.published
    told = [story for story in stories if story.origin is Origin.COLLECTED]
    return Protection(
        collected=len(told),
        invented=len(stories) - len(told),
        roles=sum(len(story.contributors) for story in stories),
        pictures=sum(bool(story.pictures) for story in stories),
        recordings=sum(bool(story.audio) for story in stories),
        waived=tuple(_waived(handbook)),
        outside=handbook.settings.reach is Reach.OUTSIDE,
        consents=_consents(handbook),
        mentions=_mentions(handbook),
        waivers=sum(waiver.count for waiver in handbook.settings.waivers),
    )


def _waived(handbook: Handbook) -> Iterator[str]:
    """The demands that handbook.yml has switched off: whoever approves the handbook must know."""
    demands = handbook.settings.demands
    yield from (name for name in fields(type(demands)) if getattr(demands, name) is False)


def _consents(handbook: Handbook) -> Consents:
    given = [story.consent for story in handbook.published if story.consent]
    reach = Counter(channel.value for consent in given for channel in set(consent.channels))
    ends = sorted({consent.until for consent in given if consent.until})
    return Consents(len(given), {one.value: reach[one.value] for one in Channel if reach[one.value]}, tuple(ends))


def _mentions(handbook: Handbook) -> Mentions:
    people = [story.mentioned.people for story in handbook.published if story.mentioned and story.mentioned.people]
    return Mentions(len(people), sum(one.must_consent for those in people for one in those))
