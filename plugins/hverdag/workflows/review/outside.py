"""Finds what has changed that nobody nods to: it is said first, since no nod stands behind it."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from ...model.editorial.outside import FieldChange, OutsideChange, OutsideEvent, OutsideKind
from ...model.editorial.review import StoryReview
from ...model.files import PICTURES, RECORDINGS
from ...model.former import PATH as ADDRESSES
from ...model.goals import Direction
from ...model.handbook import Handbook
from ...model.settings import PATH as SETTINGS
from ...model.texts.document import Document
from ...model.texts.story import Story
from ...nods.identities import Identities
from ...nods.shown import Line, written
from ...nods.walk import Walk
from ...parse.files import read_text
from .changed_fields import changed_fields
from .discreet import discreet_differences

DIRECTIONS = ("goals", "strategy")
"""Fields of handbook.yml whose items are told one by one."""

_HEADING = re.compile(r"^#\s+(.+?)\s*#*$", re.MULTILINE)
_TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.MULTILINE)


def outside_changes(
    then: tuple[Path, Handbook], now: tuple[Path, Handbook], stories: Sequence[StoryReview], others: Sequence[str]
) -> Iterator[OutsideChange]:
    """Yield what nobody nods to and has changed, from what is the most to the least in a handbook. `then` and `now` are
    the folder and the handbook of each side, and `others` the paths of all changed files that are no stories'."""
    (_, before), (_, after) = then, now
    for story in stories:
        if story.fields:
            yield OutsideChange(OutsideKind.STORY, story.story.heading, fields=story.fields)
    yield from _documents(before, after)
    yield from _directions(OutsideKind.GOAL, before.settings.goals, after.settings.goals)
    yield from _directions(OutsideKind.STRATEGY, before.settings.strategy, after.settings.strategy)
    settings = tuple(changed_fields(before.settings, after.settings, DIRECTIONS))
    if settings:
        yield OutsideChange(OutsideKind.SETTINGS, "", fields=settings)
    yield from _pages(then, now)
    known = {document.path for book in (before, after) for document in book.documents}
    pages = {*before.page_paths, *after.page_paths}
    yield from _files([path for path in others if path not in known | pages | {SETTINGS}])


def _documents(before: Handbook, after: Handbook) -> Iterator[OutsideChange]:
    """Yield the changed documents that are no stories. One is known by its code, or else by its path."""
    old, new = ({one.code or one.path: one for one in book.documents} for book in (before, after))
    identities = [Identities.of(book) for book in (before, after)]
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key), new.get(key)
        one = now or was
        if one is None or isinstance(one, Story) or (was and now and type(was) is not type(now)):
            continue
        kind = _kind(before, after, one)
        if was is None or now is None:
            yield OutsideChange(kind, one.heading, OutsideEvent.REMOVED if was else OutsideEvent.ADDED)
            continue
        changed = tuple(changed_fields(was, now))
        lines = [tuple(_lines(side, known)) for side, known in zip((was, now), identities, strict=True)]
        if changed or lines[0] != lines[1]:
            yield OutsideChange(kind, now.heading, fields=changed, text=discreet_differences(*lines))


def _directions(kind: OutsideKind, old: Sequence[Direction], new: Sequence[Direction]) -> Iterator[OutsideChange]:
    """Yield the changed result goals, or points of the strategy, by their ids."""
    was, now = ({one.id: one for one in side} for side in (old, new))
    for id in dict.fromkeys((*now, *was)):
        one, other = was.get(id), now.get(id)
        if one and other and one != other:
            yield OutsideChange(kind, other.heading, fields=tuple(changed_fields(one, other)))
        elif one is None and other:
            yield OutsideChange(kind, other.heading, OutsideEvent.ADDED, fields=tuple(_said(other)))
        elif one and other is None:
            yield OutsideChange(kind, one.heading, OutsideEvent.REMOVED)


def _said(direction: Direction) -> Iterator[FieldChange]:
    """Yield what a new goal or a new point says."""
    return changed_fields(type(direction)(), direction, ("id", "text"))


def _kind(before: Handbook, after: Handbook, document: Document) -> OutsideKind:
    own = after.kind_of(document.path) or before.kind_of(document.path)
    return OutsideKind(own.id) if own and own.id in set(OutsideKind) else OutsideKind.OTHER


def _lines(document: Document, identities: Identities) -> Iterator[Line]:
    """Yield the text of a document as people are shown it."""
    yield from written(tuple(Walk(identities, document.body).passages()), identities.names)


def _pages(then: tuple[Path, Handbook], now: tuple[Path, Handbook]) -> Iterator[OutsideChange]:
    """Yield the hand-written pages that have changed."""
    old, new = (dict(_texts(*side)) for side in (then, now))
    for path in sorted({*old, *new}):
        if old.get(path) == new.get(path):
            continue
        text = new.get(path) or old.get(path) or ""
        event = OutsideEvent.CHANGED if path in old and path in new else _came_or_went(path, new)
        changes = (
            discreet_differences(_paragraphs(old[path]), _paragraphs(new[path]))
            if event is OutsideEvent.CHANGED
            else ()
        )
        yield OutsideChange(OutsideKind.PAGE, _page_name(text, path), event, text=changes)


def _came_or_went(path: str, new: Mapping[str, str]) -> OutsideEvent:
    return OutsideEvent.ADDED if path in new else OutsideEvent.REMOVED


def _texts(root: Path, handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield the hand-written pages of a side, as path and text."""
    yield from ((path, read_text(root, path)[0] or "") for path in handbook.page_paths)


def _paragraphs(text: str) -> list[Line]:
    return [Line("body", part.strip()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def _page_name(text: str, path: str) -> str:
    """Return what a page calls itself; its file name if it does not."""
    named = _TITLE.search(text[:500]) if text.startswith("---") else None
    found = named or _HEADING.search(text)
    return found[1].strip("\"'") if found else path.rpartition("/")[2].removesuffix(".md")


def _files(paths: Collection[str]) -> Iterator[OutsideChange]:
    """Yield the other changed files. Their names are beside what they are, for those who look them up."""
    for path in paths:
        if path == ADDRESSES:
            yield OutsideChange(OutsideKind.ADDRESSES, path)
        elif path.casefold().endswith((*PICTURES, *RECORDINGS)):
            yield OutsideChange(OutsideKind.MEDIA, path)
        else:
            yield OutsideChange(OutsideKind.FILE, path)
