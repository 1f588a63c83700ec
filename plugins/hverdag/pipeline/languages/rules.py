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
    "The name of the file says {given}, and the settings say another language.",
    "Write it as {better}",
    """A `handbook.yml` whose name says one language and whose field `language` says another.

Good:

    language: da

Bad:

    language: en
""",
)
CONFIG = Rule(
    "language-config",
    Level.ERROR,
    '"{given}" cannot be set for one language alone.',
    "Take it out. What mkdocs.yml says about it holds for every language; this file may only have {choices}.",
    """A setting in a language's own `mkdocs.yml` that is not about words.

What runs when the handbook is built is set once, in `mkdocs.yml`.

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
    'The text has the code "{given}", but in {other} it is "{code}".',
    "Write the same code in both: it is the same text in two languages.",
    """A text whose code differs from the one that it has in the other language.

The code is printed, and a withdrawal finds the story by it. So a story has the same code in every language.

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
    "The story has been withdrawn in {other}, and can still be read here.",
    "A withdrawal holds in every language. Run: {command}",
    """A story that has been withdrawn in one language and is still published in another.

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
    "Published, but not in {language}: {given}.",
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
    "{given} is word for word the same as in {other}.",
    "If readers see it, write it in {language} too.",
    """A field with the same words in two languages: most likely it was copied and never translated.

Good:

    title: Amina

Bad:

    workplace: The workshop
""",
)
SHARED = Rule(
    "language-shared",
    Level.ERROR,
    '"{given}" is set once, for every language.',
    "Take it out. What values/handbook.yml says holds in this language too.",
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
