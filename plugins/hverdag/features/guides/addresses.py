"""The addresses of guides, as pages and on paper, and of the composer."""

from collections.abc import Iterator, Mapping, Sequence

from ...model.addresses import HANDBOOK_GUIDE, PRINT, guide_path
from ...model.former import Move, former_name
from ...model.handbook import Handbook
from ...model.language import Language
from ...model.settings import Settings
from ...model.texts.method import Method, Subject
from ..claim import Claim
from .model import HANDBOOK_PAGES, PAPERS, Guide, WholeHandbook, name_in_addresses, whole_handbook
from .model import Subject as GuideSubject

COMPOSER_PAGES: Mapping[Language, str] = {Language.DANISH: "sammensaet", Language.ENGLISH: "compose"}
"""The last part of the composer's address, in the readers' language."""


def composer_address(settings: Settings) -> str:
    """Return the address of the page where a leader puts a guide together."""
    return f"{settings.address_folders.guides}/{COMPOSER_PAGES[settings.language]}/"


def list_address(settings: Settings) -> str:
    """Return the address of the page that leads to all guides."""
    return f"{settings.address_folders.guides}/"


def subject_address(method: Method, subject: GuideSubject, settings: Settings) -> str:
    """Return the address of the guide that a method makes of a story, a value or the handbook."""
    return _page_address(method.id, name_in_addresses(subject), settings)


def _page_address(method: str, subject: str, settings: Settings) -> str:
    return f"{settings.address_folders.guides}/{method}/{subject}/"


def print_address(guide: Guide, ending: str) -> str:
    """Return the address of a guide on paper; its last part is the name of the downloaded file."""
    return _print_address(guide.method.id, name_in_addresses(guide.subject), ending)


def _print_address(method: str, subject: str, ending: str) -> str:
    return f"{PRINT}/{method}/{subject}-{method}.{ending}"


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of each ready guide, claimed by its story or value: their names can collide, those of methods
    cannot. The guide of the handbook itself is claimed by its method, under the name that it has in addresses and the
    one in links, so that no text can be called either."""
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
        if method.is_whole:
            names = (HANDBOOK_PAGES[handbook.settings.language], HANDBOOK_GUIDE)
            for name in dict.fromkeys(names[: 1 + method.uses_texts]):
                yield Claim(method.path, _page_address(method.id, name, handbook.settings), (method.path,))


def moves(handbook: Handbook) -> Iterator[Move]:
    """Yield the former addresses of each guide, as page and on paper: those under every name that its method and its
    story or value have had."""
    for method in handbook.methods:
        methods = (method.id, *handbook.former_ids(method))
        for subject in _subjects(method, handbook):
            former = () if isinstance(subject, WholeHandbook) else handbook.former_ids(subject)
            ids = (name_in_addresses(subject), *former)
            if len(methods) > 1 or len(ids) > 1:
                names = [(of_method, id) for of_method in methods for id in ids]
                yield from _moves(names, guide_path(method.id, subject.id), handbook.settings)
        for address in handbook.retired_addresses:
            # The guides of what was taken out lead to the notice of it.
            for of_method in methods:
                yield Move(_page_address(of_method, former_name(address), handbook.settings), address, address)


def _subjects(method: Method, handbook: Handbook) -> Iterator[GuideSubject]:
    """Yield what a method makes guides of."""
    for kind in method.applies_to:
        if kind is Subject.STORY:
            yield from handbook.stories
        elif kind is Subject.VALUE:
            yield from handbook.values
        elif kind is Subject.HANDBOOK:
            yield whole_handbook(method, handbook.settings)


def _moves(names: Sequence[tuple[str, str]], target: str, settings: Settings) -> Iterator[Move]:
    """Yield the former addresses of the guide with a target. The first of the pairs of names of its method and subject
    is the one that it has now."""
    now = _addresses(*names[0], settings)
    for former in names[1:]:
        for ending, address in _addresses(*former, settings).items():
            yield Move(address, f"{target}{ending}", now[ending])


def _addresses(method: str, subject: str, settings: Settings) -> Mapping[str, str]:
    """Return the addresses of a guide by what its target ends with: of its page, and of its files on paper."""
    papers = {f".{ending}": _print_address(method, subject, ending) for ending in PAPERS}
    return {"": _page_address(method, subject, settings), **papers}
