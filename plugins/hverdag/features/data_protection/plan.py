"""Handbook to the numbers on the page on data protection, with no text of any story."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...model.addresses import PROTECTION
from ...model.declared import fields
from ...model.handbook import Handbook
from ...model.shown import Shown
from ...model.texts.consent import Channel, Reach
from ...model.texts.story import Origin
from ...model.view import NO_STORIES, View
from ..index import Index
from .addresses import data_protection_address
from .model import Consents, DataProtection, DataProtectionSection, Mentions, Protection


@dataclass(frozen=True, kw_only=True)
class DataProtectionView(View):
    """The page on data protection: numbers, the organisation's own answers, and the day of the build."""

    facts: Protection
    section: DataProtection
    today: date


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Lay out the page."""
    settings = shown.settings
    yield DataProtectionView(
        story_codes=NO_STORIES,
        subject=settings.path,
        places=((PROTECTION, data_protection_address(settings)),),
        facts=counted(shown.handbook),
        section=settings.of(DataProtectionSection).protection,
        today=shown.today,
    )


def counted(handbook: Handbook) -> Protection:
    """Return the numbers of the published stories; stories that the consent gate holds back are not counted."""
    stories = handbook.published
    collected = [story for story in stories if story.origin is Origin.COLLECTED]
    return Protection(
        collected=len(collected),
        invented=len(stories) - len(collected),
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
    """Yield the demands that are switched off in handbook.yml, which those who approve the handbook must know."""
    demands = handbook.settings.demands
    yield from (name for name in fields(type(demands)) if getattr(demands, name) is False)


def _consents(handbook: Handbook) -> Consents:
    consents = [story.consent for story in handbook.published if story.consent]
    reach = Counter(channel.value for consent in consents for channel in set(consent.channels))
    ends = sorted({consent.until for consent in consents if consent.until})
    return Consents(
        len(consents), {channel.value: reach[channel.value] for channel in Channel if reach[channel.value]}, tuple(ends)
    )


def _mentions(handbook: Handbook) -> Mentions:
    people = [story.mentioned.people for story in handbook.published if story.mentioned and story.mentioned.people]
    return Mentions(len(people), sum(person.must_consent for mentioned in people for person in mentioned))
