"""The text for the organisation's own record of processing activities: what article 30 asks for, point by point."""

from collections.abc import Iterator
from typing import NamedTuple

from ..locale import Catalogue
from ..model import protection as kept
from ..model.chapters import Site
from .protection_own import Own, Told
from .protection_places import reached


class Point(NamedTuple):
    """A point of the record: its heading, and what it says, a line each."""

    name: str
    lines: tuple[Told, ...]


def record(site: Site, own: Own, words: Catalogue) -> list[Point]:
    """Return the points in the order of article 30, with the organisation's own answers among them."""
    return [
        *_who(site, own, words),
        *_about(site, own, words),
        _recipients(site, own, words),
        Point(words.say("Countries outside the EU and the EEA"), (own.transfers,)),
        _limits(own, words),
        _safeguards(site, own, words),
    ]


def _lines(*texts: str) -> tuple[Told, ...]:
    return tuple(Told(text) for text in texts)


def _who(site: Site, own: Own, words: Catalogue) -> Iterator[Point]:
    say, settings = words.say, site.settings
    contact = settings.contact
    yield Point(say("The processing activity"), _lines(say("{title}: stories from daily work", title=settings.title)))
    reach = ", ".join(filter(None, (contact.name, contact.phone, contact.mail)))
    yield Point(say("Controller"), _lines(settings.organisation, reach))
    yield Point(say("Data protection officer"), (own.officer,))


def _about(site: Site, own: Own, words: Catalogue) -> Iterator[Point]:
    say = words.say
    yield Point(
        say("Purpose"),
        _lines(
            say(
                "To collect and share stories from daily work, so that leaders and employees can talk about our "
                "values and use them at work."
            )
        ),
    )
    yield Point(say("Legal basis (article 30 does not ask for it, but it is good to have here)"), (own.basis,))
    yield Point(
        say("Categories of data subjects"),
        _lines(
            say("Employees and leaders who tell a story or took part in it"),
            say(
                "Citizens, relatives, children and colleagues who appear in a story and can be recognised, and those "
                "who have died within the last 10 years (section 2(5) of the Danish Data Protection Act)"
            ),
            say("Editors and others who write in git"),
            say("Readers, in the web server's log"),
        ),
    )
    yield Point(say("Categories of personal data"), tuple(_data(site, words)))


def _data(site: Site, words: Catalogue) -> Iterator[Told]:
    say = words.say
    yield Told(
        say(
            "Ordinary data (article 6): role or relation, workplace in general words, what the person said and did, "
            "the day of a nod, and a reference to the consent"
        )
    )
    if site.protection.pictures or site.protection.recordings:
        yield Told(say("Pictures and voices, in the stories that have them"))
    yield Told(say("Of those who edit: name, mail address, account, and what they have changed"))
    yield Told(say("Of readers: IP address, time, and the page that was opened"))
    yield Told(
        say(
            "Special categories (article 9), above all health: may occur in a story from care, where the person can "
            "be recognised. Then it takes an exception in article 9(2)."
        )
    )
    yield Told(say("Personal identification numbers (CPR) and offences (article 10) have no place in a story."))


def _recipients(site: Site, own: Own, words: Catalogue) -> Point:
    say = words.say
    return Point(
        say("Recipients"),
        (
            Told(say("Readers of the handbook: {readers}", readers=reached(site, words))),
            Told(say("Workplaces and others who have it on paper or offline")),
            Told(say("Everyone with access to the repository in git")),
            Told(say("The git service: {given}", given=own.forge.text), own.forge.missing),
            Told(say("The web server: {given}", given=own.server.text), own.server.missing),
        ),
    )


def _limits(own: Own, words: Catalogue) -> Point:
    say = words.say
    return Point(
        say("Time limits for erasure"),
        (
            Told(
                say("A published story is taken out at the first build after its consent has ended or been taken back.")
            ),
            Told(
                say(
                    "The robot's report is kept for {report} days, the edition with drafts for {preview} days, and "
                    "the finished site for {site} day.",
                    report=kept.REPORT_DAYS,
                    preview=kept.PREVIEW_DAYS,
                    site=kept.SITE_DAYS,
                )
            ),
            Told(
                say(
                    "Finished files that no build has used for {days} days are cleared away at a later build.",
                    days=kept.UNUSED_DAYS,
                )
            ),
            own.retention,
        ),
    )


def _safeguards(site: Site, own: Own, words: Catalogue) -> Point:
    say, waived = words.say, site.protection.waived
    lines = [say("Roles and relations instead of names. Names are kept apart, in the register of consents.")]
    if "nods" not in waived:
        lines.append(say("Those who took part nod to the exact text before it is published."))
    if "mentioned" not in waived:
        lines.append(say("A second person answers whether anyone who appears in a story can be recognised."))
    lines += [
        say(
            "Texts and finished files are checked for personal numbers, mail addresses, telephone numbers and "
            "addresses before an edition can be seen."
        ),
        say("Photographs lose what the camera wrote in the file, such as the place."),
        say("The handbook's pages set no cookies, follow nobody, and ask no other server for anything."),
    ]
    return Point(say("Technical and organisational safeguards (article 32)"), (*_lines(*lines), own.security))
