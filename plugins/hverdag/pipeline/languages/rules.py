"""The rules about a publication in several languages."""

from collections.abc import Mapping

from ...model.language import Language
from ...model.message import Message, message
from ...model.problem import Level, Rule, Tag

NAMES: Mapping[Language, Message] = {Language.DANISH: message("Danish"), Language.ENGLISH: message("English")}
"""What the languages are called."""

NO_SETTINGS = Rule(
    "language-mark",
    Level.ERROR,
    'The file is marked as a text in another language ("{given}"), and the handbook is not in it.',
    "{advice}",
    """A file whose name says that it is in another language, in a handbook that is not in that language too.

A text in another language lies beside the first one and has the mark of its language before the ending. The language
begins with a `values/handbook.yml` of its own, which is marked in the same way.

Good:

    stories/the-key.md
    stories/the-key.da.md
    values/handbook.yml
    values/handbook.da.yml

Bad:

    stories/the-key.en.md
    values/handbook.yml
""",
)
LANGUAGE = Rule(
    "language-setting",
    Level.ERROR,
    "The settings are marked with {given}, and say another language.",
    "Write it as {better}",
    """A `handbook.yml` that is marked with one language, and whose field `language` says another.

Good:

    language: da

Bad:

    language: en
""",
)
CONFIG = Rule(
    "language-config",
    Level.ERROR,
    '"{given}" cannot be said for one language.',
    "Take it out here. What mkdocs.yml says of it holds for every language; this file may have {choices}.",
    """A setting in a `mkdocs.yml` that is marked with a language, and that is no text for readers.

What runs when the handbook is built is said once, in `mkdocs.yml`.

Good:

    nav:
      - Have a talk: talk.md

Bad:

    plugins:
      - hverdag
""",
)
CODE = Rule(
    "language-code",
    Level.ERROR,
    'The text has the code "{given}", and is "{code}" in {other}.',
    "Write the same code in both: it is the same text in two languages.",
    """A text whose code differs from the one that it has in the other language.

The code is printed, and it is what a withdrawal is found by. One and the same story has one code.

Good:

    code: F14

Bad:

    code: F141
""",
)
NAME = Rule(
    "language-name",
    Level.ERROR,
    'The story has the code "{given}", and so has {other}.',
    'If the two are the same story, call it "{better}". If not, give it a code of its own.',
    """Two stories in two languages with one code, and with different file names.

A story has the same file name in every language, but for the mark.

Good:

    stories/the-key.md
    stories/the-key.da.md

Bad:

    stories/the-key.md
    stories/door-key.da.md
""",
)
WITHDRAWN = Rule(
    "language-withdrawn",
    Level.ERROR,
    "The story is taken back in {other}, and is still to be read here.",
    "Whoever took it back took it back in every language. Run: {command}",
    """A story that may no longer be met in one language, and that is still published in another.

A consent is about the story, not about the language that it is told in. `hverdag withdraw` writes it in every language.

Good:

    consent:
      withdrawn: 2026-11-03

Bad:

    state: published
""",
    (Tag.ABOUT_PEOPLE,),
)
ONLY_HERE = Rule(
    "language-missing",
    Level.HINT,
    "Published, and not in {language}: {given}.",
    "{advice} What is not there is left out of that language.",
    """Stories that readers of one language can read, and readers of another cannot.

Nothing is wrong with that: a translation takes time, and each needs nods of its own. The list says what is missing.

Good:

    stories/the-key.md
    stories/the-key.da.md

Bad:

    stories/the-key.md
""",
)
SAME = Rule(
    "language-same",
    Level.HINT,
    "{given} is the same to the letter as in {other}.",
    "If readers see it, write it in {language} too.",
    """A field of a text whose words are the same in two languages: often it was copied, and not translated.

Good:

    title: Amina

Bad:

    workplace: The workshop
""",
)
SHARED = Rule(
    "language-shared",
    Level.ERROR,
    '"{given}" holds for every language.',
    "Take it out here. What values/handbook.yml says of it holds in this language too.",
    """A setting that protects people, in a `handbook.yml` that is marked with a language.

What is demanded of a story, where the handbook opens, how few may be counted, and which codes are retired, is said
once, in `values/handbook.yml`.

Good:

    title: Everyday life in Harbour Light

Bad:

    retired: []
""",
)
EDITION = Rule(
    "language-edition",
    Level.HINT,
    'The edition is called "{given}" in {language} too.',
    "Write what it is called in {language} in {path}, after edition:",
    """The name of the edition, which stands on every page in every language.

Where it is a number or a date, as `1st edition` or `Spring 2027`, the program translates it. What is called anything
else has the same name in every language, until another is written in the settings of that language.

Good:

    edition: 2nd edition

Bad:

    edition: The blue book
""",
)
RULES = (NO_SETTINGS, LANGUAGE, CONFIG, SHARED, CODE, NAME, SAME, WITHDRAWN, ONLY_HERE, EDITION)
