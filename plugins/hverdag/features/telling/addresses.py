"""The target of the page that tells how a story is told."""

from collections.abc import Iterator

from ...model.addresses import TELLING
from ...model.settings import Settings
from ...model.telling import TellingSection


def hand_written(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the target of the page that tells how, and the path of its text."""
    page = settings.of(TellingSection).telling.page
    if page:
        yield TELLING, f"docs/{page}"
