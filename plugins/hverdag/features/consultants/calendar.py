"""The courses that everyone may know of, as a calendar that other programs read (RFC 5545).

Written here, in sixty lines: a library brings recurrence and time zones, and these are single events in UTC.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ...model.digest_name import digest
from ...model.handbook import Handbook
from ...model.time_zone import known_zone
from ...model.uptake.courses import Course, Offer, courses_of, planned
from ...model.uptake.workplaces import workplaces_of
from .coming import workplaces_in

LONGEST = 75
"""Octets in a line; a longer one goes on in the next, which begins with a space."""
KEPT_DAYS = 365
"""Days for which a course that has been stays in the calendar, so that a subscription is never to an empty one soon."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class CalendarEvent:
    """A course in the calendar. Without a time of day it takes the whole day; `begins` and `ends` are in UTC."""

    uid: str
    day: date
    begins: datetime | None
    ends: datetime | None
    offer: Offer
    workplaces: tuple[str, ...]
    place: str
    cancelled: bool


@dataclass(frozen=True)
class CalendarWords:
    """The words of the calendar: its language and name, who publishes it, how to join a course, and the page that tells
    more."""

    language: str
    name: str
    organisation: str
    join: str
    page: str


def events(handbook: Handbook, today: date) -> Iterator[CalendarEvent]:
    """Yield the courses that are open to all, and those of which every workplace has said yes to be named, from a year
    ago on. What is cancelled before its day is there as cancelled, so that it leaves the calendars it is in; of what
    has been there is only what was held."""
    file, listed, settings = courses_of(handbook), workplaces_of(handbook), handbook.settings
    first = today - timedelta(days=min(KEPT_DAYS, today.toordinal() - 1))
    for course in planned(handbook):
        if course.date is None or course.date < first or (course.date < today and not course.held):
            continue
        taking_part = workplaces_in(course, listed, today)
        may_be_named = bool(taking_part) and all(one.may_be_named(today) for one in taking_part)
        if not (course.open or may_be_named):
            continue
        offer = file.offer_by_id[course.offer]
        begins, ends = _times(course, offer, settings.time_zone)
        yield CalendarEvent(
            uid=f"{digest(f'{settings.organisation}/{course.id}', 24)}@hverdag",
            day=course.date,
            begins=begins,
            ends=ends,
            offer=offer,
            workplaces=() if course.open else tuple(one.name for one in taking_part),
            place=course.place if course.open else "",
            cancelled=course.cancelled,
        )


def _times(course: Course, offer: Offer, zone: str) -> tuple[datetime | None, datetime | None]:
    """Return when a course begins and ends; nothing for one without a time of day, or without minutes."""
    if not course.start or course.date is None or offer.minutes < 1:
        return None, None
    hour, minute = map(int, course.start.split(":"))
    local = datetime.combine(course.date, time(hour, minute), ZoneInfo(known_zone(zone)))
    try:
        begins = local.astimezone(UTC)
        return begins, begins + timedelta(minutes=offer.minutes)
    except OverflowError:  # at the end of time
        return None, None


def calendar(shown: Iterable[CalendarEvent], words: CalendarWords, today: date) -> str:
    """Return the calendar file; an empty string if there are no events, since a calendar must hold something."""
    lines = [line for event in shown for line in _event(event, words, today)]
    if not lines:
        return ""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(words.organisation)}//Hverdag//{words.language.upper()}",
        f"NAME:{_text(words.name)}",
        f"X-WR-CALNAME:{_text(words.name)}",
    ]
    return "".join(f"{part}\r\n" for line in (*head, *lines, "END:VCALENDAR") for part in folded(line))


def _event(event: CalendarEvent, words: CalendarWords, today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_day(today)}T000000Z"
    if event.begins and event.ends:
        yield f"DTSTART:{_day(event.begins)}T{event.begins:%H%M%S}Z"
        yield f"DTEND:{_day(event.ends)}T{event.ends:%H%M%S}Z"
    else:
        yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    who = f" ({', '.join(event.workplaces)})" if event.workplaces else ""
    yield f"SUMMARY:{_text(event.offer.name + who)}"
    more = (event.offer.about, words.join if not event.workplaces else "", words.page)
    yield f"DESCRIPTION:{_text(chr(10).join(filter(None, more)))}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat()[:10].replace("-", "")


def _text(words: str) -> str:
    """Return a text as a calendar holds it; control characters are left out."""
    kept = "".join(letter for letter in words if letter == "\n" or letter.isprintable())
    return kept.translate(_ESCAPED)


def folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, and never divide a letter."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
