"""Words for people: gettext catalogues, Danish by default. Used at the edge only, by render, host and cli.

The catalogues are kept as .po files and read when first asked for, so that nothing generated is kept in git or
forgotten in a package.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import NullTranslations
from pathlib import Path

from ..model.message import Message, Month, Parameter
from ..model.minutes import clock
from ..model.problem import Level, Problem, Rule
from .po_file import read_po
from .singular import singular

HERE = Path(__file__).parent
LANGUAGES = ("da", "en")
_REGIONS = {"en": "en_GB"}
LONG = 120
"""Minutes: what takes as long, or longer, is told in hours."""

_DANISH_ORDER = str.maketrans("æäøöå", "\ue000\ue000\ue001\ue001\ue002")
"""Private letters sort after all others."""


@dataclass(frozen=True)
class Catalogue:
    """The words of one language."""

    language: str
    translations: NullTranslations

    def say(self, message: str, **parameters: object) -> str:
        """Return a message in this language, with its parameters set in."""
        words = self.translations.gettext(singular(message, parameters)) if message else ""
        return words.format(**parameters) if parameters else words

    def example(self, lines: str) -> str:
        """Return an example of a file or a text in this language. Each line that the catalogue of examples has is
        translated, and keeps its indentation."""
        held = _examples(self.language)
        plain = ((line, line.lstrip()) for line in lines.split("\n"))
        return "\n".join(line.removesuffix(words) + held.gettext(words) for line, words in plain)

    def tell(self, words: str | Message) -> str:
        """Return a message in this language; a text that somebody wrote stays as it is."""
        if isinstance(words, str):
            return words
        return self._fill(words.text, dict(words.parameters)) if words.parameters else self.say(words.text)

    def whole(self, words: Message) -> str:
        """Return a message that is a sentence of its own, as `_opened` does."""
        return self._opened(words.text, dict(words.parameters))

    def count(self, one: str, many: str, number: int) -> str:
        """Return a message that depends on a number, named {number}."""
        return self.translations.ngettext(one, many, number).format(number=number)

    def duration(self, minutes: int) -> str:
        """Return how long something takes: 45 minutes, 90 minutes, 2 hours, 2 hours and 30 minutes."""
        hours, rest = divmod(minutes, 60) if minutes >= LONG else (0, minutes)
        in_minutes = self.count("{number} minute", "{number} minutes", rest)
        if not hours:
            return in_minutes
        in_hours = self.count("{number} hour", "{number} hours", hours)
        return self.say("{hours} and {minutes}", hours=in_hours, minutes=in_minutes) if rest else in_hours

    def day(self, when: date) -> str:
        """Return a date as it is written in a text: 21. november 2026."""
        return self._date(when, "long")

    def month(self, when: date) -> str:
        """Return the month of a day as it is written in a text: november 2026."""
        return self._date(when, "LLLL y")

    def short_month(self, when: date) -> str:
        """Return the month of a day where there is little room: nov. 2026."""
        return self._date(when, "LLL y")

    def clock(self, minute: int) -> str:
        """Return a minute of the day as it is written in this language: 9.05."""
        return clock(minute, self.language)

    def number(self, number: float) -> str:
        """Return a number with one decimal, as it is written in this language."""
        return self._decimal(number, "0.0")

    def integer(self, number: int) -> str:
        """Return a whole number as it is written in this language: 20.000."""
        return self._decimal(number, "#,##0")

    def _date(self, when: date, form: str) -> str:
        from babel.dates import format_date  # noqa: PLC0415 most commands write no date

        return str(format_date(when, format=form, locale=self._region))

    def _decimal(self, number: float, form: str) -> str:
        from babel.numbers import format_decimal  # noqa: PLC0415 as in _date

        return str(format_decimal(number, format=form, locale=self._region))

    @property
    def _region(self) -> str:
        """The language with the country whose dates and numbers we write: 21 November 2026, not November 21, 2026."""
        return _REGIONS.get(self.language, self.language)

    def level(self, level: Level) -> str:
        """Return the word for a level."""
        return self.say({Level.ERROR: "error", Level.WARNING: "warning", Level.HINT: "hint"}[level])

    def message(self, problem: Problem, rule: Rule) -> str:
        """Say what is wrong."""
        return self._opened(rule.message, problem.parameters)

    def remedy(self, problem: Problem, rule: Rule) -> str:
        """Say what to do about it: the likely meaning, where there is one."""
        if "suggestion" in problem.parameters:
            return self._fill('Did you mean "{suggestion}"?', problem.parameters)
        return self._fill(rule.none if problem.lacks_choices else rule.remedy, problem.parameters).rstrip()

    def sample(self, problem: Problem) -> list[str]:
        """Return the lines that can be copied to mend a problem; most have none."""
        lines = str(problem.parameters.get("sample", "")).splitlines()
        return ["".join(letter if letter.isprintable() else " " for letter in line) for line in lines]

    def sentence(self, problem: Problem, rule: Rule) -> str:
        """Say what is wrong and what to do about it."""
        return f"{self.message(problem, rule)} {self.remedy(problem, rule)}"

    def line(self, problem: Problem, rule: Rule) -> str:
        """Return a problem on one line, as compilers write them, so that editors can jump to it. Below it are the lines
        that can be copied, where there are any."""
        at = problem.source
        told = self.sentence(problem, rule)
        line = f"{at.path}:{at.line}:{at.column}: {self.level(problem.level)} {problem.rule}: {told}"
        return "\n".join(("".join(letter if letter.isprintable() else " " for letter in line), *self.sample(problem)))

    def _opened(self, message: str, parameters: Mapping[str, Parameter]) -> str:
        """Return a message that begins with a capital letter if another message stands first in it: that one is also
        used inside sentences."""
        told = self._fill(message, parameters)
        words = self.translations.gettext(message)
        first = parameters.get(words[1:].partition("}")[0]) if words.startswith("{") else None
        return told[:1].upper() + told[1:] if isinstance(first, Message) else told

    def _fill(self, message: str, parameters: Mapping[str, Parameter]) -> str:
        words = self.translations.gettext(singular(message, parameters))
        return words.format_map({name: self._given(given) for name, given in parameters.items()})

    def _given(self, parameter: Parameter) -> str | int:
        if isinstance(parameter, Message):
            return self.tell(parameter)
        if isinstance(parameter, Month):
            return self.month(parameter.day)
        return self.day(parameter) if isinstance(parameter, date) else parameter


@cache
def catalogue(language: str) -> Catalogue:
    """Return the words of a language; English where there is no catalogue."""
    path = HERE / language / "hverdag.po"
    return Catalogue(language, read_po(path)) if path.is_file() else Catalogue("en", NullTranslations())


@cache
def _examples(language: str) -> NullTranslations:
    path = HERE / language / "examples.po"
    return read_po(path) if path.is_file() else NullTranslations()


def in_every_language(text: Message, first: str = "") -> tuple[str, ...]:
    """Return a message in every language, beginning with one of them; each wording once."""
    return tuple(dict.fromkeys(catalogue(one).tell(text) for one in (*((first,) if first else ()), *LANGUAGES)))


def alphabetical(text: str) -> str:
    """Sorting key for Danish: æ, ø and å come last, in that order."""
    return text.casefold().translate(_DANISH_ORDER)
