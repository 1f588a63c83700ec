"""Former addresses to pointers and copies, and what was taken out of the handbook to a notice at its address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ...model.addresses import in_a_file, page_address, printed_address
from ...model.artifact import INDEX, StoryCodes
from ...model.build_target import BuildTarget
from ...model.former import Move, is_former
from ...model.handbook import Handbook
from ...model.printable import Printable
from ...model.shown import Shown
from ...model.view import NO_STORIES, View
from ..index import Index
from ..registry import registry


@dataclass(frozen=True, kw_only=True)
class GoneView(View):
    """The page in the place of a text that was taken out of the handbook."""


@dataclass(frozen=True, kw_only=True)
class PointerView(View):
    """The page at a former address: its address in an edition, the path of its file, and the target it leads to."""

    edition: BuildTarget
    origin: str
    path: str
    leads_to: str


@dataclass(frozen=True, kw_only=True)
class CopyView(View):
    """A file on paper at a former address: its path, and the path of the file that it is a copy of."""

    path: str
    of: str


def plan(shown: Shown, index: Index) -> Iterator[View]:
    """Yield a notice for each text that was taken out, and a pointer or a copy for each former address."""
    gone = dict(_gone(shown.handbook))
    for place in gone.items():
        yield GoneView(story_codes=NO_STORIES, places=(place,))
    guides = tuple(_guides_of_gone(shown.handbook))
    instead = {move.former: move.target for move in guides}
    moves = (*registry().moves(shown.handbook), *guides, *printed_moves(shown, index.printables))
    if not moves:
        return
    pages = dict(chain(_pages(shown.handbook, index), gone.items()))
    files = dict(_files(shown, index))
    taken = _taken(shown.handbook, (*pages.values(), *files))
    for move in moves:
        if move.former.casefold() in taken or not is_former(move.former):
            continue
        if move.now in files and not move.former.endswith("/"):
            yield CopyView(story_codes=files[move.now], path=move.former, of=move.now)
        elif target := next((one for one in (move.target, move.now, instead.get(move.now)) if one in pages), ""):
            yield _pointer(move.former, target, shown)
        else:
            continue
        taken.add(move.former.casefold())


def _gone(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield the target and the address of each text that was taken out: retired stories, and the former addresses of
    codes that handbook.yml lists as retired."""
    yield from registry().retired(handbook)
    yield from ((address, address) for address in handbook.retired_addresses)


def _pages(handbook: Handbook, index: Index) -> Iterator[tuple[str, str]]:
    """Yield the target and the address on a server of every page."""
    yield from (place for view in index.views for place in view.places if place[1].endswith("/"))
    yield from ((path, page_address(path)) for path in handbook.page_paths)


def _files(shown: Shown, index: Index) -> Iterator[tuple[str, StoryCodes]]:
    """Yield the path of every file on paper, and the codes of the stories that it reveals."""
    for view in index.views:
        yield from ((address, view.story_codes) for _, address in view.places if not address.endswith("/"))
        if view.printable:
            for variant in view.printable.variants:
                yield printed_address(view.printable, variant, shown.settings), view.story_codes


def printed_moves(shown: Shown, printables: Iterable[Printable]) -> Iterator[Move]:
    """Yield the former addresses of what is printed besides guides."""
    for printable in printables:
        for name in printable.former_names:
            for variant in printable.variants:
                former, now = (
                    printed_address(printable.called(start), variant, shown.settings)
                    for start in (name, printable.name)
                )
                yield Move(former, now, now)


def _guides_of_gone(handbook: Handbook) -> Iterator[Move]:
    """Yield the addresses of the guides of each retired story: they lead to its notice."""
    gone = dict(registry().retired(handbook))
    for claim in registry().claims(handbook) if gone else ():
        if claim.path in gone and claim.made_of:
            yield Move(claim.address, claim.path, gone[claim.path])


def _taken(handbook: Handbook, addresses: Iterable[str]) -> set[str]:
    """Return the addresses that are in use, in lower case."""
    own = (f"{address}/" for address in registry().own_addresses(handbook))
    return {address.casefold() for address in (*addresses, *own)}


def _pointer(former: str, target: str, shown: Shown) -> PointerView:
    if shown.target is BuildTarget.SERVER:
        origin, path = former, f"{former}{INDEX}"
    else:
        # A hand-written page keeps its own name in the offline edition.
        path = f"{former.rstrip('/')}.html" if target in shown.handbook.page_paths else in_a_file(former)
        origin = path
    return PointerView(story_codes=NO_STORIES, edition=shown.target, origin=origin, path=path, leads_to=target)
