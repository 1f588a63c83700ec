"""What people have written of factors and next steps, each with its place in handbook.yml."""

from collections.abc import Iterator

from ...model.declared import Place
from ...model.settings import Settings
from .model import StatusSection

ROLES = ("owner", "who")
"""The fields that hold a role."""


def texts(settings: Settings) -> Iterator[tuple[Place, str]]:
    """Yield each text, with its place."""
    section = settings.of(StatusSection)
    for number, factor in enumerate(section.factors):
        for name in ("text", "owner", "status"):
            yield ("factors", number, name), getattr(factor, name)
        for at, word in enumerate(factor.log):
            yield ("factors", number, "log", at, "text"), word.text
    for number, step in enumerate(section.next_steps):
        for name in ("what", "who", "status"):
            yield ("next_steps", number, name), getattr(step, name)
