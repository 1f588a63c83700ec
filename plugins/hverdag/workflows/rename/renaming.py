"""Finds what is to get another name, and says what that changes."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...check.rules.file_name import RULE as FILE_NAME
from ...check.rules.file_name import is_portable
from ...features.claim import Named
from ...features.registry import registry
from ...model.better_files import portable
from ...model.files import Entry
from ...model.former import FormerAddress
from ...model.handbook import Handbook
from ...model.problem import Source
from ...model.suggest import suggestion
from ...model.texts.document import Document
from ...model.texts.story import SEEN, Story
from ...pipeline import rename_rules as rules
from ..story_file import RefusedError

PAGE, GOAL = "page", "goal"
"""What is no document. A point of the strategy is renamed as a goal is: answers name both in one field."""


@dataclass(frozen=True)
class Renaming:
    """Another name for a text, a hand-written page, a result goal or a point of the strategy. `kind` is the id of the
    kind of document, PAGE or GOAL; `was` and `now` are paths, or the ids of a goal or a point; `named_was` and
    `named_now` tell what values/addresses.yml calls it, and its addresses. `is_kept` is True if readers
    may have its address."""

    kind: str
    was: str
    now: str
    named_was: Named
    named_now: Named
    is_kept: bool

    @property
    def id_was(self) -> str:
        """The earlier file name, without the ending, or the earlier id of a goal."""
        return self.was if self.kind == GOAL else _id(self.was)

    @property
    def id_now(self) -> str:
        """The new file name, without the ending, or the new id of a goal."""
        return self.now if self.kind == GOAL else _id(self.now)

    def moved(self, path: str) -> str:
        """Return the path that a file has afterwards."""
        return self.now if self.kind != GOAL and path == self.was else path


class _Thing(NamedTuple):
    """Something that can get another name: its kind, its path or id, and the names that a command may use for it."""

    kind: str
    name: str
    aliases: tuple[str, ...]


def find_renaming(handbook: Handbook, old: str, new: str) -> Renaming:
    """Return what gets another name. Raises RefusedError if nothing is called `old`, or if `new` cannot be used."""
    thing = _found(handbook, old)
    now = _new_goal(handbook, thing, new) if thing.kind == GOAL else _new_path(handbook, thing, new)
    document = next((one for one in handbook.documents if one.path == thing.name), None)
    renaming = Renaming(thing.kind, thing.name, now, Named("", "", ""), Named("", "", ""), is_kept=_is_kept(document))
    return replace(
        renaming,
        named_was=_named(handbook, thing.kind, thing.name),
        named_now=_named(renamed(handbook, renaming), thing.kind, now),
    )


def renamed(handbook: Handbook, renaming: Renaming) -> Handbook:
    """Return the handbook as it is afterwards. Its texts still have the links that they had."""
    settings, documents = handbook.settings, handbook.documents
    if renaming.kind == GOAL:
        update = {
            field: tuple(
                one.model_copy(update={"id": renaming.now}) if one.id == renaming.was else one for one in listed
            )
            for field, listed in settings.direction_lists
        }
        return replace(handbook, settings=settings.model_copy(update=update))
    entries = tuple(replace(one, path=renaming.moved(one.path)) for one in handbook.entries)
    moved = tuple(one.model_copy(update={"path": renaming.moved(one.path)}) for one in documents)
    return replace(handbook, documents=moved, entries=entries)


def with_former(handbook: Handbook, key_was: str, key: str, addresses: tuple[str, ...]) -> Handbook:
    """Return the handbook with the former addresses of one page replaced."""
    others = tuple(former for former in handbook.formers if former.key not in (key_was, key))
    place = Source("")
    own = tuple(FormerAddress(key, address, place, place) for address in addresses)
    return replace(handbook, formers=(*others, *own))


def _found(handbook: Handbook, old: str) -> _Thing:
    things, name = list(_things(handbook)), unicodedata.normalize("NFC", old.strip())
    exact = [thing for thing in things if name == thing.name]
    wanted = name.casefold()
    matches = exact or [thing for thing in things if wanted and wanted in map(str.casefold, thing.aliases)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        names = ", ".join(thing.name for thing in matches)
        raise RefusedError(rules.SEVERAL.at(Source("."), given=old, names=names))
    near = suggestion(name, [alias for thing in things for alias in thing.aliases])
    raise RefusedError(rules.UNKNOWN.at(Source("."), given=old, **near))


def _things(handbook: Handbook) -> Iterator[_Thing]:
    for document in handbook.documents:
        kind = handbook.kind_of(document.path)
        if kind:
            aliases = (document.path, document.id, f"{document.id}.md", document.code)
            yield _Thing(kind.id, document.path, tuple(filter(None, aliases)))
    for path in handbook.page_paths:
        inside = path.removeprefix("docs/")
        yield _Thing(PAGE, path, (path, inside, inside.removesuffix(".md")))
    yield from (_Thing(GOAL, one.id, (one.id,)) for one in handbook.settings.directions if one.id)


def _new_goal(handbook: Handbook, thing: _Thing, new: str) -> str:
    id = " ".join(new.split())
    if id == thing.name or not id:
        raise RefusedError(rules.SAME.at(Source(handbook.settings.path), given=thing.name))
    if handbook.settings.direction(id):
        raise RefusedError(rules.TAKEN.at(Source(handbook.settings.path), given=id))
    return id


def _new_path(handbook: Handbook, thing: _Thing, new: str) -> str:
    """Return the path with the new file name."""
    source, folder = Source(thing.name), thing.name.rpartition("/")[0]
    name = unicodedata.normalize("NFC", new.strip()).removeprefix(f"{folder}/")
    if "/" in name:
        raise RefusedError(rules.FOLDER.at(source, better=portable(name.rpartition("/")[2]).removesuffix(".md")))
    name = f"{name.removesuffix('.md')}.md"
    if "index.md" in (name, thing.name.rpartition("/")[2]):
        raise RefusedError(rules.INDEX.at(source))
    if not is_portable(name):
        raise RefusedError(FILE_NAME.at(source, given=name, better=portable(name)))
    path = f"{folder}/{name}"
    if path == thing.name:
        raise RefusedError(rules.SAME.at(source, given=path))
    if any(_is_same(entry, path) and entry.path != thing.name for entry in handbook.entries):
        raise RefusedError(rules.TAKEN.at(source, given=path))
    return path


def _is_same(entry: Entry, path: str) -> bool:
    return entry.path.casefold() == path.casefold()


def _named(handbook: Handbook, kind: str, name: str) -> Named:
    target = next(one.target for one in handbook.settings.directions if one.id == name) if kind == GOAL else name
    return next(one for one in registry().named(handbook) if one.target == target)


def _is_kept(document: Document | None) -> bool:
    """Return True if readers may have the address of a page. A story that is no more than a draft has given it to
    nobody."""
    return not isinstance(document, Story) or document.state in SEEN or document.is_faulty("state")


def _id(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
