"""The table of personal data: where each kind is kept, for how long, and who can see it."""

from collections.abc import Iterable
from typing import NamedTuple

from ...locale import Catalogue
from ...model.held_data import HeldData, HeldGroup, Own, SeenBy
from ...model.message import Message
from ...model.settings import Settings
from .model import Protection
from .organisation import OwnAnswers, RecordLine


class DataLocation(NamedTuple):
    """A row: the name of the data, what it is, where it is kept, until when, and who can see it."""

    name: str
    what: str
    where: tuple[RecordLine, ...]
    until: str
    seen: str


class PlaceGroup(NamedTuple):
    """A group of rows, with its heading."""

    name: str
    places: tuple[DataLocation, ...]


def place_groups(
    data: Iterable[HeldData], settings: Settings, facts: Protection, own: OwnAnswers, words: Catalogue
) -> list[PlaceGroup]:
    """Return the features' rows in groups, with the organisation's own answers filled in."""
    say, rows = words.say, tuple(data)
    names = {
        HeldGroup.TEXTS: say("The texts, and the work with them"),
        HeldGroup.READERS_GET: say("What readers get"),
        HeldGroup.READERS: say("The readers themselves"),
        HeldGroup.COPIES: say("Copies"),
    }

    def place(row: HeldData) -> DataLocation:
        where = tuple(_answer(answer, own, words) for answer in row.where)
        seen = reached(settings, facts, words) if isinstance(row.seen, SeenBy) else words.tell(row.seen)
        return DataLocation(words.tell(row.name), words.tell(row.what), where, words.tell(row.until), seen)

    return [PlaceGroup(name, tuple(place(row) for row in rows if row.group is group)) for group, name in names.items()]


def _answer(where: Message | Own, own: OwnAnswers, words: Catalogue) -> RecordLine:
    if isinstance(where, Message):
        return RecordLine(words.tell(where))
    answer: RecordLine = getattr(own, where.value)
    return answer


def reached(settings: Settings, facts: Protection, words: Catalogue) -> str:
    """Return the sentence that says who can open the handbook."""
    if facts.outside is None:
        return words.say("Those who can open the handbook's address")
    if facts.outside:
        return words.say("Anyone: the handbook is published outside the organisation")
    if settings.network:
        return words.say("Those who can open it on {network}", network=settings.network)
    return words.say("Those who are on the organisation's own network")
