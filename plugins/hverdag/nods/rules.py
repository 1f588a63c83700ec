"""The rules that can refuse a nod, a withdrawal or an approval, with their messages and manual pages."""

from ..model.problem import Level, Rule, Tag

NO_STORY = Rule(
    "nod-story",
    Level.ERROR,
    'There is no story called "{given}".',
    "Write the story's file name, such as the-key, or its code, such as F07.",
    """A command that names a story that does not exist.
""",
)
SEVERAL = Rule(
    "nod-several",
    Level.ERROR,
    'More than one story may be meant by "{given}": {paths}.',
    "Write the path of the one you mean, with stories/ in front.",
    """A command with a name that leads to several stories: one has it as its file name, and another as its code.
""",
)
NO_ROLE = Rule(
    "nod-role",
    Level.ERROR,
    '"{given}" did not take part in the story. {others}',
    "Write one of them after --as, or name the contributor in the story's file first.",
    """A nod of someone who is not among the story's contributors.
""",
    none="Write contributors: in the story's file first.",
)
NOT_WHOLE = Rule(
    "nod-faulty",
    Level.ERROR,
    "The text cannot be read as it is, so nobody can nod to it.",
    "Run hverdag check, correct what it finds in this file, and ask again.",
    """A nod to a story with a fault in its front matter or text. What is left out for the fault's sake would be missing
from what is nodded to.
""",
)
WRITTEN_OTHERWISE = Rule(
    "nod-form",
    Level.ERROR,
    "The contributors are written in a way that the program cannot add a nod to.",
    "Write each on a line of its own: a dash, then role: and what the contributor does.",
    """Contributors that are not written one a line.

Good:

    contributors:
      - role: night nurse
      - role: team leader
""",
)
ANSWER_OTHERWISE = Rule(
    "answer-form",
    Level.ERROR,
    "{given}: is written in a way that the program cannot add to.",
    "Write each of its fields on a line of its own, with two spaces before it. One of them is date:",
    """An answer that is not written one field a line, or that has no day.

Good:

    decision:
      date: 2026-04-20
      group: The values group
""",
)
NO_ANSWER = Rule(
    "answer-missing",
    Level.ERROR,
    "There is no {given}: in the story yet.",
    "Write it in the story's file first, with the day under date:",
    """A command that ties an answer to a text before the answer is written.

Good:

    decision:
      date: 2026-04-20
      group: The values group
""",
)
WRITTEN_BY_NEWER = Rule(
    "nod-older-program",
    Level.ERROR,
    "A newer version of Hverdag has written in this story, so nothing was written.",
    "Ask whoever looks after the program to fetch the newest version, and run the command again.",
    """A nod by a program that is older than the one which wrote the nods that are there. It does not know what they
cover.
""",
)
NOT_TELLER = Rule(
    "nod-teller",
    Level.ERROR,
    "Only the one who told the story, {teller}, can agree to a language correction on behalf of everyone.",
    "Leave out --correction, and nod for {given} alone.",
    """A language correction that is agreed to by someone other than the teller, who is the first of the contributors.
""",
)
NO_CORRECTION = Rule(
    "nod-correction",
    Level.ERROR,
    "This is more than a correction of the language: {given}.",
    "Leave out --correction, and ask everyone to nod again.",
    """A change that is declared a language correction and is not one. A misspelt word that can only be one other, a
word written twice, a comma that was missing between two clauses, a space beside a sign, and another kind of quotation
mark in the same place may be put right. Where a word, a sign, a name or a negation comes, goes or moves, or where it
may, everyone must nod again.
""",
)
TOO_MANY = Rule(
    "nod-corrections",
    Level.ERROR,
    "There are too many corrections to be kept in the story.",
    "Leave out --correction, and ask everyone to nod again.",
    """A language correction of so many words that the story has no room for how they were written before.
""",
)
NOTHING_TO_CORRECT = Rule(
    "nod-uncorrected",
    Level.ERROR,
    "There is no earlier nod that a language correction could renew.",
    "Leave out --correction, and ask those whose nods are missing. If they have nodded before, the earlier text may "
    "still be on the computer where their nods were written: correct the language there.",
    """A language correction where no earlier text is known that anyone nodded to.
""",
)
CHANGED = Rule(
    "nod-changed",
    Level.ERROR,
    "Someone has changed the story in the meantime, so nothing was written.",
    "Read the text again, and run the command again.",
    """A story that changes between being shown and being written.
""",
)
UNWRITABLE = Rule(
    "nod-unwritable",
    Level.ERROR,
    'Nothing can be written to "{given}".',
    "Ask for the right to write there, and run the command again.",
    """A story's file that may only be read.
""",
)
WITHDRAWN_OTHERWISE = Rule(
    "consent-form",
    Level.ERROR,
    "The consent is written in a way that the program cannot add to.",
    "Open the file and write withdrawn: and the day under consent: yourself. Then run the command again.",
    """A consent that is not written one field a line, or a file that cannot be read.

Good:

    consent:
      reference: SAM-2026-014
      channels: [intranet, print]
      until: 2028-05-01
      withdrawn: 2026-11-20
""",
    (
        Tag.IN_GIT_TOO,
        Tag.ABOUT_PEOPLE,
    ),
)
PRIVATE = Rule(
    "nod-private",
    Level.ERROR,
    "There is a personal number in the story's file or in what was given, so nobody can nod yet.",
    "Run hverdag check, take the number out, and ask again.",
    """A nod to a story with a personal number in it: what is nodded to is shown, and the number must not be. A record
of a nod holds no personal number either.
""",
)
EVENT = Rule(
    "event-unreadable",
    Level.ERROR,
    "The file is not a review event: {given}",
    "Give the file that GitHub has written, unchanged.",
    """A file that is not the description of a review, as GitHub writes it for its workflows.
""",
)
REVIEWS = Rule(
    "event-reviews",
    Level.ERROR,
    "The file is not a list of reviews: {given}",
    "Give what GitHub answers about the reviews of the proposal, unchanged.",
    """A file that is not the list of a proposal's reviews, as GitHub gives it.
""",
)
ACCOUNTS = Rule(
    "event-accounts",
    Level.ERROR,
    "The file with accounts cannot be read.",
    "Give it with --accounts. It is kept outside the handbook: which account is which role is nobody else's business.",
    """The file that says which account belongs to which contributor is missing or cannot be read.
""",
)
ACCOUNT_NUMBER = Rule(
    "event-account",
    Level.ERROR,
    "The account on line {line} of the file with accounts does not say its number.",
    "Write id: with the number. Open https://api.github.com/users/ with the account's name added to it: the number "
    "comes after id there.",
    """An account that is bound by its name. A name on GitHub can be given up and taken over by someone else, and the
number never is. The name may be beside it under `login`, for those who read the file.

Good:

    accounts:
      - id: 583231
        login: anna-harbour
        nods:
          - story: the-key
            role: team leader
""",
)
LIKE_THE_FORGE = Rule(
    "nod-record-given",
    Level.ERROR,
    '"{given}" looks like an approval on GitHub, and only the robot writes those.',
    "Write where the yes is kept, such as a case number: --record 2026-00417. If it is kept nowhere, leave out "
    "--record.",
    """A record that would pass for an approval which nobody gave: a number of a proposal, its address, a commit, or a
word for them.
""",
)
RULES = (
    NO_STORY,
    SEVERAL,
    NO_ROLE,
    NOT_WHOLE,
    WRITTEN_OTHERWISE,
    ANSWER_OTHERWISE,
    NO_ANSWER,
    WRITTEN_BY_NEWER,
    NOT_TELLER,
    NO_CORRECTION,
    TOO_MANY,
    NOTHING_TO_CORRECT,
    CHANGED,
    UNWRITABLE,
    WITHDRAWN_OTHERWISE,
    PRIVATE,
    EVENT,
    REVIEWS,
    ACCOUNTS,
    ACCOUNT_NUMBER,
    LIKE_THE_FORGE,
)
