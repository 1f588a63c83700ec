"""Where everything about people is kept, for how long, and who can see it: the rows of a table."""

from collections.abc import Iterator
from typing import NamedTuple

from ..locale import Catalogue
from ..model import protection as kept
from ..model.chapters import Site
from .protection_own import Own, Told


class Place(NamedTuple):
    """A row: a name, what it is, where it is kept, for how long, and who can see it."""

    name: str
    what: str
    where: tuple[Told, ...]
    until: str
    seen: str


class PlaceGroup(NamedTuple):
    """Rows that belong together."""

    name: str
    places: tuple[Place, ...]


def place_groups(site: Site, own: Own, words: Catalogue) -> list[PlaceGroup]:
    """Return the rows in groups, each filled in with the organisation's own answers."""
    say = words.say
    return [
        PlaceGroup(say("The texts, and the work with them"), (*_texts(own, words), *_work(words))),
        PlaceGroup(say("What readers get"), tuple(_published(site, own, words))),
        PlaceGroup(say("The readers themselves"), tuple(_readers(own, words))),
        PlaceGroup(say("Copies"), tuple(_copies(words))),
    ]


def reached(site: Site, words: Catalogue) -> str:
    """Say who can open the handbook."""
    outside, network = site.protection.outside, site.settings.network
    if outside is None:
        return words.say("Those who can open the handbook's address")
    if outside:
        return words.say("Anyone: the handbook is published outside the organisation")
    if network:
        return words.say("Those who can open it on {network}", network=network)
    return words.say("Those who are on the organisation's own network")


def _own_limit(words: Catalogue) -> str:
    return words.say("Our own time limit, which is told below the table")


def _texts(own: Own, words: Catalogue) -> Iterator[Place]:
    say = words.say
    yield Place(
        say("The stories"),
        say("Text, pictures and recordings. People are roles and relations, never names."),
        (Told(say("In git")), own.forge),
        say("As long as the repository is there. Git also keeps what has been changed or deleted."),
        say("Everyone with access to the repository. If it is public, that is anyone."),
    )
    yield Place(
        say("Nods, decisions and answers"),
        say(
            "Which role nodded and when, a fingerprint of the text, who else appears (as a relation), the group's "
            "doubts, management's answer, and references to consents."
        ),
        (Told(say("In git, beside the story")),),
        say("As long as the story"),
        say("Everyone with access to the repository. Readers see how many nodded, the doubts and the answer."),
    )
    yield Place(
        say("Names and consents"),
        say("Who told it, who can be recognised in it, and what they have said yes to."),
        (own.consent_register,),
        _own_limit(words),
        say("Those who look after the register"),
    )


def _work(words: Catalogue) -> Iterator[Place]:
    say = words.say
    everyone = say("Everyone with access to the repository")
    yield Place(
        say("Those who edit"),
        say("Name, mail address and account of everyone who has saved a change or written a comment."),
        (Told(say("In git and at the git service")),),
        say("As long as the repository is there"),
        everyone,
    )
    yield Place(
        say("Proposals and stories sent in"),
        say(
            "Proposals, comments, stories that colleagues have sent in, and the robot's report, which quotes what "
            "has changed."
        ),
        (Told(say("At the git service, and as mail with those who follow along")),),
        say("Until someone deletes them. Mail stays with those who got it."),
        everyone,
    )
    yield Place(
        say("Files from the robot"),
        say("The report, an edition with drafts, and the finished site before it is published."),
        (Told(say("At the git service")),),
        say(
            "The report {report} days, the edition with drafts {preview} days, the finished site {site} day. The "
            "log of a run, and on GitLab the copy that Pages shows, as long as the service is set to.",
            report=kept.REPORT_DAYS,
            preview=kept.PREVIEW_DAYS,
            site=kept.SITE_DAYS,
        ),
        everyone,
    )
    yield Place(
        say("Which account is which contributor"),
        say("The list HVERDAG_ACCOUNTS, where contributors can nod on GitHub."),
        (Told(say("As a secret in the repository")),),
        say("Until you delete it"),
        say("Whoever may change the workflows can have it read out"),
    )


def _published(site: Site, own: Own, words: Catalogue) -> Iterator[Place]:
    say = words.say
    yield Place(
        say("The handbook"),
        say("Pages, search, guides and everything that can be printed."),
        (Told(say("On the web server")), own.server),
        say(
            "Until the next build. The edition before it is kept on the server, but not where it holds a story that "
            "has been taken back."
        ),
        reached(site, words),
    )
    yield Place(
        say("Paper and the offline edition"),
        say("Pamphlet, posters, cards, book, guides, and the zip file for a USB stick."),
        (Told(say("With those who have printed, fetched or been given them")),),
        say(
            "Until someone throws them out. The program cannot call them back, but the file `edition.json` tells "
            "which stories are in what."
        ),
        say("Whoever has them"),
    )


def _readers(own: Own, words: Catalogue) -> Iterator[Place]:
    say = words.say
    yield Place(
        say("The web server's log"),
        say("IP address, time, and the page that was opened."),
        (own.server,),
        _own_limit(words),
        say("Those who run the web server"),
    )
    yield Place(
        say("The reader's browser"),
        say(
            "Whether the pages are shown in day or night colours (localStorage), and what was searched for when a "
            "result was opened (sessionStorage)."
        ),
        (Told(say("On the reader's own machine")),),
        say("The colours until the reader clears them, the search until the tab is closed"),
        say("Only the reader"),
    )


def _copies(words: Catalogue) -> Iterator[Place]:
    say = words.say
    yield Place(
        say("Copies of git"),
        say("All the texts with their history, drafts included."),
        (Told(say("On the machine of each who edits, and in forks")),),
        say("Until they delete them"),
        say("Whoever can use the machine"),
    )
    yield Place(
        say("Files kept for the next build"),
        say("Finished PDFs, Word files and small pictures."),
        (Told(say("On the machine that builds the handbook")),),
        say(
            "Those with a story that has been taken back are deleted at the next build. Others are cleared away "
            "when no build has used them for {days} days.",
            days=kept.UNUSED_DAYS,
        ),
        say("Whoever can use the machine"),
    )
    yield Place(
        say("Backups"),
        say("Of git, the web server and the register."),
        (Told(say("With those who run them")),),
        _own_limit(words),
        say("Those who run them"),
    )
