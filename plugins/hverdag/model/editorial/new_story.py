"""A story that is about to be written."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class NewStory:
    """A story that is about to be written, and what its writer can choose among."""

    path: str
    title: str
    code: str
    told: date
    review_by: date
    kinds: tuple[str, ...]
    values: tuple[str, ...]
    audiences: tuple[str, ...]
    themes: tuple[str, ...]
    has_workplaces: bool = False
