"""What of a change nobody nods to: values, methods, pages, settings, and the fields of a story that are the
editors'."""

from dataclasses import dataclass
from enum import StrEnum

from .change import Change


class OutsideKind(StrEnum):
    """What has changed. OTHER is a text of a kind that has no name here."""

    STORY = "story"
    VALUE = "value"
    METHOD = "method"
    PAGE = "page"
    GOAL = "result goal"
    STRATEGY = "strategy"
    SETTINGS = "settings"
    ADDRESSES = "addresses"
    MEDIA = "media"
    OTHER = "other"
    FILE = "file"


class OutsideEvent(StrEnum):
    """What happened to it."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class FieldChange:
    """A changed field that is not part of the text nodded to: its name, its label in English, and its old and new
    text."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class OutsideChange:
    """Something that nobody nods to, and what happened to it: its name, its changed fields, and the changed lines of
    its text."""

    kind: OutsideKind
    name: str
    event: OutsideEvent = OutsideEvent.CHANGED
    fields: tuple[FieldChange, ...] = ()
    text: tuple[Change, ...] = ()
