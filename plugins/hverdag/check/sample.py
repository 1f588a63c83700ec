"""What came with the sample handbook, and says something of the made-up organisation that it belongs to.

The list holds digests and no texts. `python -m tests.sample_words` makes it of the sample itself.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from typing import Any

from ..model.declared import Place
from ..model.goals import Goal
from ..model.settings import Fact, Settings
from ..model.texts.answers import Selection
from ..model.texts.story import Story
from .sentences import FEWEST_LETTERS, Sentence, TextBlock, folded, sentences, texts_in

NAME = "sample.json"

_ANSWERS = frozenset({"contributors", "decision", "response", "mentioned"})
_ADDRESSES = frozenset({"site_url", "edit_url"})
PHONE = re.compile(r"(?<![\d.-])(?!(?:19|20)\d\d-(?:19|20)\d\d)(?:(?:\+|00)45[ .-]?)?((?:\d[ .-]?){7}\d)(?![\d-])")
"""A number to call in Denmark; 2026-2030 is a time."""
_FEWEST_DIGITS = 3
"""A smaller number of schools may be the same by chance."""


@dataclass(frozen=True)
class SampleWords:
    """The list. `own` are the sample's sentences, headings and settings, `facts` its facts, and `phones` the numbers to
    call. `short` are its edition, its selections, the days and numbers of its goals and statements, and the answers to
    its stories. `kept` are sentences that every handbook may keep, which tell where it came from."""

    organisation: str
    name: str
    phones: frozenset[str]
    own: frozenset[str]
    facts: frozenset[str]
    short: frozenset[str]
    kept: frozenset[str]

    @cached_property
    def _name(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![^\W_]){re.escape(self.name)}s?(?![^\W_])", re.IGNORECASE)

    def in_sentences(self, text: str) -> Iterator[Sentence]:
        """Yield the sentences of a text that are the sample's."""
        several = sentences(text) if len(text) >= FEWEST_LETTERS else ()
        return (found for found in several if found.is_telling and digest(found.folded) in self.own)

    def in_setting(self, place: Place, text: str) -> Iterator[Sentence]:
        """Yield a setting as a whole if it is the sample's; else the sentences in it that are."""
        if digest(setting_key(place, text)) in self.own:
            return iter((Sentence(text, folded(text)),))
        return self.in_sentences(text)

    def in_block(self, block: TextBlock) -> Iterator[Sentence]:
        """Yield what of a block is the sample's: its sentences, and a heading as a whole."""
        if block.is_heading:
            return (found for found in sentences(block.text) if digest(heading_key(found.folded)) in self.own)
        return self.in_sentences(block.text)

    def names_in(self, text: str) -> Iterator[Sentence]:
        """Yield each place where a text names the sample's organisation."""
        return (Sentence(found[0], found[0], found.start()) for found in self._name.finditer(text))

    def phones_in(self, text: str) -> Iterator[Sentence]:
        """Yield each place where a text has one of the sample's telephone numbers."""
        for found in PHONE.finditer(text):
            if folded(found[1]) in self.phones:
                yield Sentence(found[0], found[0], found.start())

    def keeps(self, texts: Iterable[str]) -> bool:
        """Return True if any of some texts is one that came with the sample, whoever it now belongs to."""
        return any(digest(found.folded) in self.kept for text in texts for found in sentences(text))


@cache
def sample_words() -> SampleWords:
    """Return the list that comes with the package."""
    held: dict[str, Any] = json.loads((files(__package__) / NAME).read_text("utf-8"))
    listed = {name: frozenset(one) for name, one in held.items() if isinstance(one, list)}
    return SampleWords(organisation=held["organisation"], name=held["name"], **listed)


def digest(text: str) -> str:
    """Return the digest of a folded text, as it stands in the list."""
    return sha256(text.encode()).hexdigest()[:12]


def heading_key(heading: str) -> str:
    """Return what a folded heading is compared by: words in a heading are no sentence in a text."""
    return f"# {heading}"


def fact_keys(fact: Fact) -> frozenset[str]:
    """Return the digests that a fact is compared by, as it is called for readers and for pages."""
    return frozenset(digest(f"{folded(name)} {folded(fact.text)}") for name in (fact.name, fact.id))


def is_large(fact: Fact) -> bool:
    """Return True if a fact has so many digits that nobody has the same by chance."""
    return sum(map(str.isdigit, fact.text)) >= _FEWEST_DIGITS


def selection_key(selection: Selection) -> str:
    """Return what a selection is compared by: the yes that it claims, whatever stories it is now said of."""
    return digest(f"selection {selection.date} {selection.nodded} {selection.of}")


def goal_keys(goal: Goal) -> Iterator[tuple[Place, str, str]]:
    """Yield the day and the number of a goal, and the days and numbers of its statements: the field, what it holds, and
    the digest that it is compared by."""
    for field, held in (("due", goal.due), ("number", goal.number)):
        if held is not None:
            yield (field,), f"{field}: {held}", digest(f"{folded(goal.id)} {field} {held}")
    for at, one in enumerate(goal.statements):
        numbers = f"{one.number}/{one.of}" if one.number is not None else ""
        text = ", ".join(filter(None, (str(one.date), one.role, numbers)))
        yield ("statements", at), text, digest(f"{folded(goal.id)} statement {one.date} {one.number} {one.of}")


def answer_keys(story: Story) -> Iterator[tuple[Place, str, str]]:
    """Yield the answers to a story: the field, what it holds, and the digest that it is compared by. A nod, a decision,
    a response and an answer on people mentioned are to one text; a consent has a number and an end."""
    for place, text in texts_in(story):
        if place[0] in _ANSWERS and place[-1] == "text":
            yield place, f"text: {text}", digest(f"answer {text}")
    if story.consent:
        reference = story.consent.reference
        key = digest(f"consent {folded(reference)} {story.consent.until}")
        yield ("consent", "reference"), f"reference: {reference}", key


def edition_key(edition: str) -> str:
    """Return the digest that the name of an edition is compared by."""
    return digest(setting_key(("edition",), edition))


def setting_key(place: Place, text: str) -> str:
    """Return what a setting is compared by as a whole, however short it is."""
    return f"{'.'.join(map(str, place))}: {folded(text)}"


def settings_of(settings: Settings) -> Iterator[tuple[Place, str]]:
    """Yield the texts in the settings, but for the organisation itself and addresses."""
    return ((place, text) for place, text in texts_in(settings) if place[0] not in (*_ADDRESSES, "organisation"))


def addresses_in(settings: Settings) -> Iterator[tuple[Place, str]]:
    """Yield the addresses in the settings."""
    return ((place, text) for place, text in texts_in(settings) if place[0] in _ADDRESSES)
