"""The text for the organisation's record of processing activities, by the points of GDPR article 30."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...locale import Catalogue
from ...model import retention
from ...model.held_data import HeldData
from ...model.settings import Settings
from .data_locations import reached
from .model import Protection
from .organisation import OwnAnswers, RecordLine
from .platform import HELD


class Point(NamedTuple):
    """A point of the record: its heading and its lines."""

    name: str
    lines: tuple[RecordLine, ...]


@dataclass(frozen=True)
class Record:
    """The input of the record: the settings, the numbers of the page, the organisation's own answers, and the features'
    personal data, without that of platform.py."""

    settings: Settings
    facts: Protection
    own: OwnAnswers
    held: Sequence[HeldData]
    words: Catalogue


def record(about: Record) -> list[Point]:
    """Return the points in the order of article 30, with the organisation's own answers."""
    own, words = about.own, about.words
    return [
        *_who(about),
        *_subjects(about),
        _recipients(about),
        Point(words.say("Countries outside the EU and the EEA"), (own.transfers,)),
        _limits(own, words),
        _safeguards(about),
    ]


def _lines(*texts: str) -> tuple[RecordLine, ...]:
    return tuple(RecordLine(text) for text in texts)


def _who(about: Record) -> Iterator[Point]:
    say, settings = about.words.say, about.settings
    contact = settings.contact
    yield Point(say("The processing activity"), _lines(say("{title}: stories from daily work", title=settings.title)))
    reach = ", ".join(filter(None, (contact.name, contact.phone, contact.mail)))
    yield Point(say("Controller"), _lines(settings.organisation, reach))
    yield Point(say("Data protection officer"), (about.own.officer,))


def _subjects(about: Record) -> Iterator[Point]:
    say = about.words.say
    yield Point(
        say("Purpose"),
        _lines(
            say(
                "To collect and share stories from daily work, so that leaders and employees can talk about our "
                "values and use them at work."
            )
        ),
    )
    yield Point(say("Legal basis (article 30 does not ask for it, but it is good to have here)"), (about.own.basis,))
    yield Point(
        say("Categories of data subjects"),
        _lines(
            say("Employees and leaders who tell a story or took part in it"),
            say(
                "Relatives, children, colleagues and {many} who appear in a story and can be recognised, and those "
                "who have died within the last 10 years (section 2(5) of the Danish Data Protection Act)",
                many=about.settings.those_served.many,
            ),
            say("Editors and others who write in git"),
            say("Readers, in the web server's log"),
        ),
    )
    yield Point(say("Categories of personal data"), tuple(_categories(about)))


def _categories(about: Record) -> Iterator[RecordLine]:
    say, tell = about.words.say, about.words.tell
    yield from (RecordLine(tell(category)) for row in about.held for category in row.categories)
    if about.facts.pictures or about.facts.recordings:
        yield RecordLine(say("Pictures and voices, in the stories that have them"))
    yield from (RecordLine(tell(category)) for row in HELD for category in row.categories)
    yield RecordLine(
        say(
            "Special categories (article 9), above all health: may occur in a story from care, where the person can "
            "be recognised. Then an exception in article 9(2) is needed."
        )
    )
    yield RecordLine(
        say("Personal identification numbers (in Denmark CPR) and offences (article 10) have no place in a story.")
    )


def _recipients(about: Record) -> Point:
    say, own = about.words.say, about.own
    readers = reached(about.settings, about.facts, about.words)
    return Point(
        say("Recipients"),
        (
            RecordLine(say("Readers of the handbook: {readers}", readers=readers)),
            RecordLine(say("Workplaces and others who have it on paper or offline")),
            RecordLine(say("Everyone with access to the repository in git")),
            RecordLine(say("The git service: {given}", given=own.forge.text), own.forge.missing),
            RecordLine(say("The web server: {given}", given=own.server.text), own.server.missing),
        ),
    )


def _limits(own: OwnAnswers, words: Catalogue) -> Point:
    say = words.say
    return Point(
        say("Time limits for erasure"),
        (
            RecordLine(
                say("A published story is taken out at the first build after its consent has ended or been taken back.")
            ),
            RecordLine(
                say(
                    "The robot's report is kept for {report} days, the edition with drafts for {preview} days, and "
                    "the finished site for {site} day.",
                    report=retention.REPORT_DAYS,
                    preview=retention.PREVIEW_DAYS,
                    site=retention.SITE_DAYS,
                )
            ),
            RecordLine(
                say(
                    "Finished files that no build has used for {days} days are cleared away at a later build.",
                    days=retention.UNUSED_DAYS,
                )
            ),
            own.retention,
        ),
    )


def _safeguards(about: Record) -> Point:
    say, waived = about.words.say, about.facts.waived
    lines = [say("Roles and relations instead of names. Names are kept apart, in the register of consents.")]
    if "nods" not in waived:
        lines.append(say("Those who took part nod to the exact text before it is published."))
    if "mentioned" not in waived:
        lines.append(say("A second person answers whether anyone who appears in a story can be recognised."))
    lines += [
        say(
            "Texts and finished files are checked for personal numbers, email addresses, telephone numbers and "
            "addresses before an edition can be seen."
        ),
        say("Photographs lose what the camera wrote in the file, such as the place."),
        say("The handbook's pages set no cookies, follow nobody, and ask no other server for anything."),
    ]
    return Point(say("Technical and organisational safeguards (article 32)"), (*_lines(*lines), about.own.security))
