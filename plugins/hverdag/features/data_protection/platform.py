"""Personal data outside the features: git and its editors, the web server, caches and backups."""

from ...model.held_data import HeldData, HeldGroup, Holds, Own
from ...model.message import message
from ...model.retention import PREVIEW_DAYS, REPORT_DAYS, SITE_DAYS, UNUSED_DAYS

OWN_LIMIT = message("Our own time limit, given below the table")
EVERYONE = message("Everyone with access to the repository")

_WORK: Holds = (
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("Those who edit"),
        what=message("Name, email address and account of everyone who has saved a change or written a comment."),
        where=(message("In git and at the git service"),),
        until=message("As long as the repository is there"),
        seen=EVERYONE,
        categories=(message("Of those who edit: name, email address, account, and what they have changed"),),
    ),
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("Proposals and stories sent in"),
        what=message(
            "Proposals, comments, stories that colleagues have sent in, and the robot's report, which quotes what "
            "has changed."
        ),
        where=(message("At the git service, and as email with those who follow it"),),
        until=message("Until someone deletes them. Email stays with those who got it."),
        seen=EVERYONE,
    ),
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("Files from the robot"),
        what=message("The report, an edition with drafts, and the finished site before it is published."),
        where=(message("At the git service"),),
        until=message(
            "The report {report} days, the edition with drafts {preview} days, the finished site {site} day. The "
            "log of a run, and on GitLab the copy that Pages shows, as long as the service is set to.",
            report=REPORT_DAYS,
            preview=PREVIEW_DAYS,
            site=SITE_DAYS,
        ),
        seen=EVERYONE,
    ),
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("Which account is which contributor"),
        what=message("The list HVERDAG_ACCOUNTS, where contributors can nod on GitHub."),
        where=(message("As a secret in the repository"),),
        until=message("Until you delete it"),
        seen=message("Whoever may change the workflows can have it read out"),
    ),
)

_READERS: Holds = (
    HeldData(
        group=HeldGroup.READERS,
        name=message("The web server's log"),
        what=message("IP address, time, and the page that was opened."),
        where=(Own.SERVER,),
        until=OWN_LIMIT,
        seen=message("Those who run the web server"),
        categories=(message("Of readers: IP address, time, and the page that was opened"),),
    ),
)

_COPIES: Holds = (
    HeldData(
        group=HeldGroup.COPIES,
        name=message("Copies of git"),
        what=message("All the texts with their history, drafts included."),
        where=(message("On the machine of each who edits, and in forks"),),
        until=message("Until they delete them"),
        seen=message("Whoever can use the machine"),
    ),
    HeldData(
        group=HeldGroup.COPIES,
        name=message("Files kept for the next build"),
        what=message("Finished PDFs, Word files and small pictures."),
        where=(message("On the machine that builds the handbook"),),
        until=message(
            "Those with a story that has been taken back are deleted at the next build. Others are cleared away "
            "when no build has used them for {days} days.",
            days=UNUSED_DAYS,
        ),
        seen=message("Whoever can use the machine"),
    ),
    HeldData(
        group=HeldGroup.COPIES,
        name=message("Backups"),
        what=message("Of git, the web server and the register."),
        where=(message("With those who run them"),),
        until=OWN_LIMIT,
        seen=message("Those who run them"),
    ),
)

HELD: Holds = (*_WORK, *_READERS, *_COPIES)
