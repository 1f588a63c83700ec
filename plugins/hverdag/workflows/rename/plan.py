"""Plans a renaming as a whole, shows what it will do, and writes it: all of it, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ...features.addresses.plan import printed_moves
from ...features.registry import registry
from ...model.addresses import stem
from ...model.former import PATH, is_former
from ...model.handbook import Handbook
from ...model.language import Language, with_mark
from ...model.problem import Source
from ...model.shown import Shown
from ...parse.files import read_bytes
from ...pipeline import rename_rules as rules
from ...pipeline.plan import plan_site
from ...pipeline.read import ReadPublication
from ...pipeline.without_faulty import without_faulty
from ...privacy import holds_number
from ...vcs.git import GitError, Repository
from ..source_files import ChangedMeanwhileError, Replacement, replace_files
from ..story_file import RefusedError
from .documents import Mend, mend_documents, mend_settings
from .former_lines import with_formers
from .links import MovedLinks
from .pages import mend_mkdocs, mend_pages
from .renaming import GOAL, Renaming, find_renaming, renamed, with_former
from .trial import on_disk, tried


@dataclass(frozen=True)
class PlannedRename:
    """A renaming that is not written yet: the files that are mended, the address that will lead on (empty if nobody has
    it), the nods that will no longer count, as pairs of a story's path and a role, and the lines that somebody must
    mend by hand."""

    root: Path
    renaming: Renaming
    mends: tuple[Mend, ...]
    former: str
    lost_nods: tuple[tuple[str, str], ...]
    by_hand: tuple[Source, ...]

    def write(self) -> None:
        """Mend all files and rename the one. Raises RefusedError, with nothing changed, if one cannot be written."""
        root, renaming = self.root, self.renaming
        files = [Replacement(on_disk(root, mend.path), mend.before, mend.after) for mend in self.mends]
        moved = (on_disk(root, renaming.was), root / renaming.now) if renaming.kind != GOAL else None
        try:
            replace_files(files, moved)
        except ChangedMeanwhileError as error:
            raise RefusedError(rules.CHANGED.at(Source(_inside(root, error.path)))) from error
        except OSError as error:
            path = _inside(root, Path(error.filename or renaming.was))
            raise RefusedError(rules.UNWRITABLE.at(Source(path), given=path)) from error


def plan_rename(publication: ReadPublication, old: str, new: str, today: date, header: str) -> PlannedRename:
    """Plan another name for a story, a value, a method, a hand-written page or a result goal. `header` begins
    values/addresses.yml, where it is not there yet.

    Raises RefusedError if that cannot be done, or if something would be wrong afterwards.
    """
    _refuse_at_work(publication.root)
    root, handbook = publication.root, publication.handbook
    renaming = find_renaming(handbook, old, new)
    _refuse_other_languages(root, renaming)
    former = _former(renaming)
    addresses = _addresses(handbook, renaming, former)
    after = with_former(renamed(handbook, renaming), renaming.named_was.key, renaming.named_now.key, addresses)
    links = MovedLinks(_moved(publication, after, renaming, today), handbook.settings.site_url)
    mkdocs, by_hand = mend_mkdocs(root, links)
    mends = (
        *mend_documents(root, handbook, renaming),
        *mend_settings(root, handbook, renaming),
        *mend_pages(root, handbook, renaming, links),
        *mkdocs,
        *_written(root, renaming, addresses, header),
    )
    with tried(publication, mends, renaming, today) as trial:
        if trial.new_error:
            raise RefusedError(trial.new_error)
        return PlannedRename(root, renaming, mends, former, trial.lost_nods, by_hand)


def _refuse_at_work(root: Path) -> None:
    """Raise RefusedError while git waits for somebody to finish a merge or a rebase."""
    try:
        at_work = Repository(root).is_at_work
    except GitError:
        return
    if at_work:
        raise RefusedError(rules.GIT.at(Source(".")))


def _refuse_other_languages(root: Path, renaming: Renaming) -> None:
    """Raise RefusedError if what is renamed is there in another language too: that would keep its name."""
    for language in Language if renaming.kind != GOAL else ():
        other, better = with_mark(renaming.was, language), with_mark(renaming.now, language)
        if (root / other).exists():
            raise RefusedError(rules.LANGUAGES.at(Source(renaming.was), given=renaming.was, other=other, better=better))


def _former(renaming: Renaming) -> str:
    """Return the address that will lead on; an empty string if it stays, if nobody can have it, or if it must not be
    written down."""
    was, now = renaming.named_was.address, renaming.named_now.address
    keeps = renaming.is_kept and was != now and is_former(was) and not holds_number(was)
    return was if keeps else ""


def _addresses(handbook: Handbook, renaming: Renaming, former: str) -> tuple[str, ...]:
    """Return all former addresses afterwards, the oldest first. The new address is none, if it once was."""
    known = (*handbook.former_addresses.get(renaming.named_was.key, ()), *([former] if former else []))
    return tuple(dict.fromkeys(one for one in known if one != renaming.named_now.address))


def _moved(publication: ReadPublication, after: Handbook, renaming: Renaming, today: date) -> dict[str, str]:
    """Return the addresses that move, old to new, without the endings of pages: of the page itself, and of everything
    that is made of it."""
    keys = renaming.named_was.key, renaming.named_now.key
    only = with_former(replace(after, formers=()), *keys, (renaming.named_was.address,))
    moves = list(registry().moves(only))
    if is_former(renaming.named_was.address):
        # A poster has the name of its value; other printed things do not depend on names.
        shown = Shown(without_faulty(replace(publication, handbook=only)), today, preview=True)
        printables = [planned.view.printable for planned in plan_site(shown).views if planned.view.printable]
        moves += printed_moves(shown, printables)
    own = {stem(renaming.named_was.address): stem(renaming.named_now.address)}
    return {**{stem(move.former): stem(move.now) for move in moves}, **own}


def _written(root: Path, renaming: Renaming, addresses: tuple[str, ...], header: str) -> Iterator[Mend]:
    """Yield values/addresses.yml with the former addresses, if anything in it changes."""
    try:
        raw, _ = read_bytes(root, PATH)
    except OSError:
        raw = b""
    after = with_formers(raw, renaming.named_was.key, renaming.named_now.key, addresses, header)
    if after != raw:
        yield Mend(PATH, raw, after, 1)


def _inside(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
