"""Personal data: the rows that each feature adds to the page on data protection."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from .message import Message


class HeldGroup(StrEnum):
    """The part of the table that a row belongs to."""

    TEXTS = "texts"
    READERS_GET = "readers-get"
    READERS = "readers"
    COPIES = "copies"


class Own(StrEnum):
    """A place that only the organisation itself can name, by its field in handbook.yml under `protection`."""

    CONSENT_REGISTER = "consent_register"
    FORGE = "forge"
    SERVER = "server"


class SeenBy(StrEnum):
    """Who can see the data, if that depends on the settings."""

    OF_THE_HANDBOOK = "of-the-handbook"


Where: TypeAlias = Message | Own


@dataclass(frozen=True, kw_only=True)
class HeldData:
    """Personal data in one place: its name, what it is, where it is kept, until when, and who can see it.

    `categories` are the categories of personal data that it adds to the record of processing (article 30).
    """

    group: HeldGroup
    name: Message
    what: Message
    where: tuple[Where, ...]
    until: Message
    seen: Message | SeenBy
    categories: tuple[Message, ...] = ()


Holds: TypeAlias = tuple[HeldData, ...]

NOTHING_ABOUT_PEOPLE: Holds = ()
"""The declaration of a feature that holds no personal data of its own."""
