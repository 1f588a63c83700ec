"""What is kept about people, and for how long: the facts behind the page on data protection."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

REPORT_DAYS = 14
"""Days that the workflows keep the review report on a proposal."""

PREVIEW_DAYS = 14
"""Days that they keep the edition with drafts."""

SITE_DAYS = 1
"""Days that they keep a finished site that is on its way to be published."""

UNUSED_DAYS = 60
"""Days that what takes time to make is kept after a build last used it."""

WARNED_DAYS = 60
"""Days before a consent ends that the editors are told: enough to find whoever told the story, also in July."""

SOONEST = 3
"""How many of the days on which a consent ends are shown: the nearest."""


@dataclass(frozen=True)
class Consents:
    """How many published stories have a consent, for how many it holds in each channel, and the days it ends, the
    nearest first."""

    number: int
    by_channel: Mapping[str, int] = field(default_factory=dict)
    ends: tuple[date, ...] = ()


@dataclass(frozen=True)
class Mentions:
    """How many published stories tell of others than those who took part, and how many people of them can be
    recognised."""

    stories: int
    recognisable: int


@dataclass(frozen=True)
class Protection:
    """What the handbook holds of people, counted over its published stories.

    `roles` are contributors, `waived` the demands that are switched off, as `nods`, and
    `waivers` findings of the checks that someone has let through. What a handbook has no fields
    for is None, and nothing is said of it: `outside` is whether anyone can open it.
    """

    collected: int = 0
    invented: int = 0
    roles: int = 0
    pictures: int = 0
    recordings: int = 0
    waived: tuple[str, ...] = ()
    outside: bool | None = None
    consents: Consents | None = None
    mentions: Mentions | None = None
    waivers: int | None = None
