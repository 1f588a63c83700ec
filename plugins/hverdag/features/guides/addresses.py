"""The addresses of guides, as pages and on paper, and of the composer."""

from collections.abc import Iterator, Mapping, Sequence

from ...model.addresses import PRINT, guide_path
from ...model.former import Move, former_name
from ...model.handbook import Handbook
from ...model.settings import Language, Settings
from ...model.texts.method import Method, Subject
from ...model.texts.story import Story
from ...model.texts.value import Value
from ..claim import Claim
from .model import PAPERS, Guide

COMPOSER_PAGES: Mapping[Language, str] = {Language.DANISH: "sammensaet", Language.ENGLISH: "compose"}
"""The last part of the composer's address, in the readers' language."""


def composer_address(settings: Settings) -> str:
    """Return the address of the page where a leader puts a guide together."""
    return f"{settings.folders.guides}/{COMPOSER_PAGES[settings.language]}/"


def subject_address(method: Method, subject: Story | Value, settings: Settings) -> str:
    """Return the address of the guide that a method makes of a story or a value."""
    return _page_address(method.id, subject.id, settings)


def _page_address(method: str, subject: str, settings: Settings) -> str:
    return f"{settings.folders.guides}/{method}/{subject}/"


def print_address(guide: Guide, ending: str) -> str:
    """Return the address of a guide on paper; its last part is the name of the downloaded file."""
    return _print_address(guide.method.id, guide.subject.id, ending)


def _print_address(method: str, subject: str, ending: str) -> str:
    return f"{PRINT}/{method}/{subject}-{method}.{ending}"


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of each ready guide, claimed by its story or value: their names can collide, those of methods
    cannot."""
    for method in handbook.methods:
        if not method.ready:
            continue
        if Subject.VALUE in method.applies_to:
            for value in handbook.values:
                address = subject_address(method, value, handbook.settings)
                yield Claim(value.path, address, (value.path, method.path))
        if Subject.STORY in method.applies_to:
            for story in handbook.stories:
                address = subject_address(method, story, handbook.settings)
                yield Claim(story.path, address, (story.path, method.path))


def moves(handbook: Handbook) -> Iterator[Move]:
    """Yield the former addresses of each guide, as page and on paper: those under every name that its method and its
    story or value have had."""
    subjects: dict[Subject, tuple[Story | Value, ...]] = {
        Subject.STORY: handbook.stories,
        Subject.VALUE: handbook.values,
    }
    for method in handbook.methods:
        methods = (method.id, *handbook.former_ids(method))
        for subject in (one for kind in method.applies_to for one in subjects.get(kind, ())):
            ids = (subject.id, *handbook.former_ids(subject))
            if len(methods) > 1 or len(ids) > 1:
                names = [(of_method, id) for of_method in methods for id in ids]
                yield from _moves(names, handbook.settings)
        for address in handbook.retired_addresses:
            # The guides of what was taken out lead to the notice of it.
            for of_method in methods:
                yield Move(_page_address(of_method, former_name(address), handbook.settings), address, address)


def _moves(names: Sequence[tuple[str, str]], settings: Settings) -> Iterator[Move]:
    """Yield the former addresses of one guide. The first of the pairs of names of its method and subject is the one
    that it has now."""
    now = _addresses(*names[0], settings)
    for former in names[1:]:
        for address, (target, address_now) in zip(_addresses(*former, settings).values(), now.items(), strict=True):
            yield Move(address, target, address_now)


def _addresses(method: str, subject: str, settings: Settings) -> Mapping[str, str]:
    """Return the addresses of a guide by target: of its page, and of its files on paper."""
    target = guide_path(method, subject)
    papers = {f"{target}.{ending}": _print_address(method, subject, ending) for ending in PAPERS}
    return {target: _page_address(method, subject, settings), **papers}
