"""Writes the journal: what was selected, decided and answered, as a PDF and an index beside it."""

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..features.journal.entries import journal
from ..features.journal.files import index, paper
from ..features.journal.model import Journal, JournalEntry
from ..features.paper_kit import paper_kit
from ..model.artifact import content_bytes
from ..model.message import Words
from ..model.problem import Problem
from ..pipeline.consent_gate import allowed
from ..pipeline.read import ReadPublication
from ..privacy import masked
from ..publish.cache.folder import cache_folder
from ..publish.cache.story_index import StoryIndex
from ..publish.pdf import pdfs
from ..publish.private_files import FOLDER, private_folder, require_private, write_private_files
from .own_place import own_place

NAME = "journal"
"""The start of both files' names, and the folder under private/."""


class MisplacedError(ValueError):
    """The journal was to lie where it would be published, get into git, or be replaced by what others make."""


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
    place = own_place(publication.root, output, NAME)
    if place is None:
        raise MisplacedError(str(output))
    private = _name_in_private(place.path, publication.root)
    if private:
        require_private(publication.root, private)
    gated = allowed(publication.handbook, today, publication.settings.reach)
    made = _masked(journal(publication.handbook, gated, today, first, last))
    kit = paper_kit(publication.settings, publication.language, publication.look)
    name = f"{NAME}-{today.isoformat()}"
    organisation, cache = publication.settings.organisation, cache_folder()
    memory = StoryIndex(cache, organisation)
    artifacts, problems = pdfs([paper(made, f"{name}.pdf", kit)], publication.root, cache, story_index=memory)
    if problems:
        return WrittenJournal((), len(made.entries), tuple(problems))
    folder = private_folder(publication.root, private) if private else place.path
    folder.mkdir(parents=True, exist_ok=True)
    contents = {f"{name}.pdf": content_bytes(artifacts[0].content), f"{name}.csv": index(made, kit)}
    files = write_private_files(folder, contents)
    return WrittenJournal(files, len(made.entries))


def _name_in_private(place: Path, root: Path) -> str:
    """Return the name that the folder has in private/; an empty string if it does not lie there."""
    home = Path(os.path.abspath(root / FOLDER))  # noqa: PTH100 a last link is not followed
    return place.relative_to(home).as_posix() if place.is_relative_to(home) else ""


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
