"""For how many days things about people are kept, and when editors are told beforehand."""

REPORT_DAYS = 14
"""Days that the workflows keep the review report on a proposal."""

PREVIEW_DAYS = 14
"""Days that the workflows keep the edition with drafts."""

SITE_DAYS = 1
"""Days that the workflows keep a finished site before it is published."""

UNUSED_DAYS = 60
"""Days that a cached file is kept after a build last used it."""

WARNED_DAYS = 60
"""Days before a consent ends that the editors are warned: enough to find the teller, also in the holidays in July."""

SOONEST = 3
"""The number of days on which consents end that are shown, the nearest first."""
