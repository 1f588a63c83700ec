"""The rules of the privacy check, with their messages and manual pages. No message contains the data found."""

from collections.abc import Mapping

from ..model.problem import Level, Rule, Tag
from .finding import ADDRESS, CPR, CPR_LIKE, MAIL, NAME, PHONE

PRIVATE_NUMBER = Rule(
    CPR,
    Level.ERROR,
    "Here is a personal number. It is not shown, so that it does not spread.",
    "Delete it, and tell your data protection officer at once: history keeps what has been saved here.",
    """A personal number, however it is written.

It stops the build, and no page, report or log ever shows it. It is found with any dash, dot, slash or space in it,
with the letters O, l and I typed for digits, with digits of other alphabets, with the last digits crossed out, across
a line break, with words between the date and the last four digits, and in file names. A date, a dash and four digits
are one, whatever the words in front of them say. Ten digits without a dash count where modulus 11 says that they may
be one, on a 1 January, or near a word such as cpr or born.

Drafts and retired stories count too. If it only looks like one, a waiver in `values/handbook.yml` says so.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
MAYBE_NUMBER = Rule(
    CPR_LIKE,
    Level.WARNING,
    "Here are ten digits that may be a personal number. They are not shown.",
    "If it is one, delete it. If not, write what it is in front of it, such as order no., or have it waived.",
    """Ten digits that begin with a date and may be a personal number.

Account, order, case, EAN, CVR and ISBN numbers are skipped where the word comes before them. An order or a case
number that fulfils modulus 11 is reported, because some old case numbers are personal numbers.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
MAIL_ADDRESS = Rule(
    MAIL,
    Level.WARNING,
    "Here is an email address. A story is no place for one person's address.",
    "Take it out. The handbook's own contact is on every page.",
    """An email address in a story, a value or a method. The one in `contact` in handbook.yml is fine.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
PHONE_NUMBER = Rule(
    PHONE,
    Level.WARNING,
    "Here is a telephone number. A story is no place for one person's number.",
    "Take it out. The handbook's own contact is on every page.",
    """A telephone number in a story, a value or a method. The one in `contact` in handbook.yml is fine. An English
edition knows British numbers, a Danish one Danish numbers, and both know those with a country code.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
STREET = Rule(
    ADDRESS,
    Level.WARNING,
    "Here is a street with a number. Someone may live there.",
    "Write what kind of place it is, as a flat on the second floor.",
    """An address in a story, a value or a method.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
FULL_NAME = Rule(
    NAME,
    Level.WARNING,
    "Here may be a person's full name.",
    "Use a made-up first name, or say what the person does. If the name may be here, have it waived.",
    """A common given name and another word in capitals after it, or a surname in -sen, in a story, a value or a method.
A first name alone is fine: stories need them.

It must be answered: the report on a proposal counts it among what is missing, until the name is gone or a waiver says
who has looked at it.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
        Tag.MUST_BE_ANSWERED,
    ),
)
UNREAD = Rule(
    "privacy-unread",
    Level.ERROR,
    "No program can read all of this file, so nobody knows whether it holds a personal number.",
    "Save it anew without a password or enclosed files. Otherwise somebody looks at all of it, and has it waived.",
    """A file that is published as it is, and that cannot be read in full.

A PDF that is damaged, protected or scanned, or has a form of the newer kind (XFA); an office document with an object
or a program embedded in it; a recording with a tag that is packed; a picture that cannot be opened; a file that is too
large; and a kind of file that this program does not know, as .epub or .zip. Notes, forms, comments, deleted text,
hidden sheets, attachments and earlier revisions are read where they can be.

When somebody has looked at all of it, a waiver in `values/handbook.yml` says who, and when.
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
WAIVER_RULE = Rule(
    "waiver-rule",
    Level.ERROR,
    '"{given}" is no rule of the privacy check.',
    "Write the rule as the report names it, such as privacy-cpr-like.",
    """A waiver for something other than the privacy check.

Good:

    waivers:
      - rule: privacy-phone
        file: stories/the-window.md
        seen: bcdfghjklmnprstv
        reason: The number is the control room's and is painted on the cars.
        approved_by: data protection officer
        date: 2026-11-20

Bad:

    waivers:
      - rule: privacy-telephone
        file: stories/the-window.md
        reason: The number is the control room's and is painted on the cars.
        approved_by: data protection officer
        date: 2026-11-20
""",
)
WAIVER_FILE = Rule(
    "waiver-file",
    Level.ERROR,
    '"{given}" is no file that a waiver can speak for.',
    "Write the path of a file under values/, stories/ or docs/. In handbook.yml itself nothing can be waived.",
    """A waiver for a file that does not exist, or for handbook.yml.
""",
)
WAIVER_UNUSED = Rule(
    "waiver-unused",
    Level.WARNING,
    "The check no longer finds what this waiver speaks of.",
    "Delete the waiver. Otherwise it would let something new pass.",
    """A waiver for something that is not there any more.
""",
)
WAIVER_COUNT = Rule(
    "waiver-count",
    Level.WARNING,
    "The waiver speaks for {count} places, but the check finds {found}. None of them is waived.",
    "Look at all of them. If they are nobody's, write the new count, and who has looked.",
    """A file that holds more of what was waived than when someone looked at it.
""",
)
WAIVER_SEEN = Rule(
    "waiver-seen",
    Level.WARNING,
    "The waiver does not say what was looked at, so it speaks for nothing.",
    "If somebody has looked at all that the check finds, write this below line {line}:",
    """A waiver without `seen`, which ties it to what somebody has looked at.

Good:

    waivers:
      - rule: privacy-phone
        file: stories/the-window.md
        seen: bcdfghjklmnprstv
        reason: The number is the control room's and is painted on the cars.
        approved_by: data protection officer
        date: 2026-11-20

The check works out `seen` from what it has found, or from all of a file that it cannot read. What changes later is not
let through by it.
""",
)
WAIVER_CHANGED = Rule(
    "waiver-changed",
    Level.WARNING,
    "The file now holds something other than what the waiver speaks for.",
    "Look at it again. If it is nobody's either, delete the line `seen`, and the check tells you what to write.",
    """A waiver for a file that now holds something other than what somebody looked at, or that was replaced.
""",
)
PEOPLE = (MAIL_ADDRESS, PHONE_NUMBER, STREET, FULL_NAME)
WAIVABLE: Mapping[str, Rule] = {rule.id: rule for rule in (PRIVATE_NUMBER, MAYBE_NUMBER, *PEOPLE, UNREAD)}
RULES = (*WAIVABLE.values(), WAIVER_RULE, WAIVER_FILE, WAIVER_UNUSED, WAIVER_COUNT, WAIVER_SEEN, WAIVER_CHANGED)
