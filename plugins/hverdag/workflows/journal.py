"""Writes the journal: what was selected, decided and answered, as a PDF and an index beside it."""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..features.journal.entries import journal
from ..features.journal.files import index, paper
from ..features.journal.model import Journal, JournalEntry
from ..model.message import Words
from ..model.problem import Problem
from ..model.shown import Shown
from ..pipeline.consent_gate import allowed
from ..pipeline.outputs import kit_of
from ..pipeline.plan import plan_site
from ..pipeline.read import ReadPublication
from ..privacy import masked
from ..publish.cache.folder import cache_folder
from ..publish.cache.story_index import StoryIndex
from ..publish.pdf import pdfs
from ..publish.private_files import FOLDER, private_folder, require_private, write_private_files

NAME = "journal"
"""The start of both files' names, and the folder under private/."""


class MisplacedError(ValueError):
    """The journal was to lie in the publication, and not in private/: the next build would publish it."""


@dataclass(frozen=True)
class WrittenJournal:
    """The files that were written, and the number of entries; without files, the problems that stood in the way."""

    files: tuple[Path, ...]
    entries: int
    problems: tuple[Problem, ...] = ()


def write_journal(
    publication: ReadPublication,
    today: date,
    output: Path | None = None,
    first: date | None = None,
    last: date | None = None,
) -> WrittenJournal:
    """Write the journal of some days into a folder, or into private/journal, for the user alone. The same publication
    on the same day gives the same bytes. Raises MisplacedError, ForeignPrivateError if private/ is not our own, and
    OSError if the files cannot be written."""
    private = _name_in_private(output, publication.root)
    if private:
        require_private(publication.root, private)
    elif output and _is_published(output, publication.root):
        raise MisplacedError(str(output))
    gated = allowed(publication.handbook, today, publication.settings.reach)
    made = _masked(journal(publication.handbook, gated, today, first, last))
    kit = kit_of(plan_site(Shown(gated, today)), {}, publication.language).paper
    name = f"{NAME}-{today.isoformat()}"
    organisation, cache = publication.settings.organisation, cache_folder()
    memory = StoryIndex(cache, organisation)
    artifacts, problems = pdfs([paper(made, f"{name}.pdf", kit)], publication.root, cache, story_index=memory)
    if problems:
        return WrittenJournal((), len(made.entries), tuple(problems))
    content = artifacts[0].content
    pdf = content.read_bytes() if isinstance(content, Path) else content
    assert isinstance(pdf, bytes), "a PDF"  # noqa: S101
    folder = output if output and not private else private_folder(publication.root, private)
    folder.mkdir(parents=True, exist_ok=True)
    files = write_private_files(folder, {f"{name}.pdf": pdf, f"{name}.csv": index(made, kit)})
    return WrittenJournal(files, len(made.entries))


def _name_in_private(output: Path | None, root: Path) -> str:
    """Return the name that the folder has in private/; an empty string if it does not lie there."""
    place, home = (Path(os.path.abspath(one)) for one in (output or root / FOLDER / NAME, root / FOLDER))  # noqa: PTH100
    return place.relative_to(home).as_posix() if place.is_relative_to(home) else ""


def _is_published(folder: Path, root: Path) -> bool:
    """Return True if a folder lies in the publication, and not in its private/."""
    place, home = folder.resolve(), root.resolve()
    return place.is_relative_to(home) and not place.is_relative_to(home / FOLDER)


def _masked(made: Journal) -> Journal:
    """Return the journal with personal numbers covered, should someone have written one in a reason."""
    return replace(made, entries=tuple(map(_masked_entry, made.entries)))


def _masked_entry(entry: JournalEntry) -> JournalEntry:
    def covered(text: Words) -> Words:
        if isinstance(text, str):
            return masked(text)
        given = ((name, masked(one) if isinstance(one, str) else one) for name, one in text.parameters)
        return replace(text, parameters=tuple(given))

    return replace(
        entry, who=masked(entry.who), title=masked(entry.title), texts=tuple(covered(text) for text in entry.texts)
    )
