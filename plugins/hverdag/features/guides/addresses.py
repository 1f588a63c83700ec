"""The addresses of guides, as pages and on paper, and of the composer."""

from collections.abc import Iterator, Mapping

from ...model.addresses import PRINT
from ...model.handbook import Handbook
from ...model.settings import Language, Settings
from ...model.texts.method import Method, Subject
from ...model.texts.story import Story
from ...model.texts.value import Value
from ..claim import Claim
from .model import Guide

COMPOSER_PAGES: Mapping[Language, str] = {Language.DANISH: "sammensaet", Language.ENGLISH: "compose"}
"""The last part of the composer's address, in the readers' language."""


def composer_address(settings: Settings) -> str:
    """Return the address of the page where a leader puts a guide together."""
    return f"{settings.folders.guides}/{COMPOSER_PAGES[settings.language]}/"


def subject_address(method: Method, subject: Story | Value, settings: Settings) -> str:
    """Return the address of the guide that a method makes of a story or a value."""
    return f"{settings.folders.guides}/{method.id}/{subject.id}/"


def print_address(guide: Guide, ending: str) -> str:
    """Return the address of a guide on paper; its last part is the name of the downloaded file."""
    return f"{PRINT}/{guide.method.id}/{guide.subject.id}-{guide.method.id}.{ending}"


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of each ready guide, claimed by its story or value: their names can collide, those of methods
    cannot."""
    for method in handbook.methods:
        if not method.ready:
            continue
        if Subject.VALUE in method.applies_to:
            for value in handbook.values:
                yield Claim(value.path, subject_address(method, value, handbook.settings))
        if Subject.STORY in method.applies_to:
            for story in handbook.stories:
                yield Claim(story.path, subject_address(method, story, handbook.settings))
