"""The invitation to a meeting, as a text to copy: the same on the page and in the Word file."""

from typing import TypedDict

from ...locale import Catalogue
from ...model.minutes import minute_of_day
from .model import Guide
from .titles import guide_title

BLANK = "______"
"""Room to write."""


class MeetingInvitationData(TypedDict):
    """An invitation. `blank` stands where date and place are written; `silent` says that nobody has to speak."""

    title: str
    about: str
    time: str
    blank: str
    silent: str


def invitation(guide: Guide, words: Catalogue) -> MeetingInvitationData:
    """Return the invitation to the meeting of a guide."""
    say, method = words.say, guide.method
    return {
        "title": guide_title(guide, words),
        "about": method.invitation or say("When the meeting is over: {purpose}", purpose=method.purpose),
        "time": _time(guide, words),
        "blank": BLANK,
        "silent": say("You need not say anything if you would rather not."),
    }


def _time(guide: Guide, words: Catalogue) -> str:
    """Return when the meeting is, with room for the clock if it is not known."""
    minutes = words.duration(guide.minutes)
    begins = minute_of_day(guide.method.start)
    if begins is None:
        return words.say("We begin at {blank} and finish after {minutes}.", blank=BLANK, minutes=minutes)
    known = "We begin at {begins} and finish at {ends} ({minutes})."
    return words.say(known, begins=words.clock(begins), ends=words.clock(begins + guide.minutes), minutes=minutes)
