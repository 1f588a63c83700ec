"""What a workplace writes to ask for a value consultant, or for a seat on a course that is open."""

from collections.abc import Iterator
from typing import NamedTuple

from ...locale import Catalogue
from ...web.mail import mail_link
from .coming import ComingCourse


class Request(NamedTuple):
    """A mail to begin with: its link, which is empty where there is no address, and its lines."""

    link: str
    lines: tuple[str, ...]


def ask_for_one(mail: str, words: Catalogue) -> Request:
    """Return the mail that asks for a value consultant."""
    say = words.say
    lines = (
        say("We would like help from a value consultant."),
        say("Our workplace:"),
        say("What we would like help with:"),
        say("How many we are:"),
        say("Days and times that suit us:"),
        say("Who you can ring, and on what number:"),
    )
    return Request(mail_link(mail, say("We would like a value consultant"), tuple(_apart(lines))), lines)


def ask_for_seats(course: ComingCourse, mail: str, words: Catalogue) -> str:
    """Return the link of the mail that asks for seats on an open course; an empty string without an address."""
    say, when = words.say, words.day(course.date)
    subject = say("Places on {course}, {when}", course=course.offer.name, when=when)
    lines = (
        say("We would like to join {course} on {when}.", course=course.offer.name, when=when),
        say("Our workplace:"),
        say("How many we are:"),
        say("Who you can ring, and on what number:"),
    )
    return mail_link(mail, subject, tuple(_apart(lines)))


def _apart(lines: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines with an empty one after each, to write in."""
    for line in lines:
        yield from (line, "")
