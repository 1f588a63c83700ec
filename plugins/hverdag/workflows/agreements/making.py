"""Writes each workplace its own agreements: the file that the leader's page reads, and a page to print."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...features.agreements import command_rules as rules
from ...features.agreements.own_file import own_csv
from ...features.agreements.sheet import SheetWriter
from ...features.paper_kit import paper_kit
from ...model.artifact import Paper, content_bytes
from ...model.better_files import free_names
from ...model.problem import Problem, Source
from ...model.uptake.agreements import AgreementFile
from ...model.uptake.own_agreements import OwnAgreements, own_agreements
from ...model.uptake.workplaces import PATH, Workplaces, workplaces_of
from ...pipeline.read import ReadPublication
from ...publish.pdf import pdfs
from ..batch import BatchFile, BatchKind, write_batch
from ..nameable import tools_to_name
from ..own_place import OwnPlace, own_place
from ..story_file import RefusedError
from ..tables.private_rows import concerning
from .private_agreements import private_agreements
from .store import STORE

NAME = "agreements"
LIST = ".hverdag-agreements"
"""The file in the folder that says what we have made."""
KIND = BatchKind(LIST, rules.FOLDER, rules.TOUCHED, rules.BUSY, rules.CLOSED_FOLDER)


@dataclass(frozen=True)
class MadeAgreements:
    """What came of it: the problems, and the folder with the files, None if nothing was made. `number` is that of the
    workplaces with files, and `without` how many have agreed on nothing."""

    problems: tuple[Problem, ...]
    folder: OwnPlace | None = None
    number: int = 0
    without: int = 0


def make_agreements(publication: ReadPublication, today: date, output: Path | None) -> MadeAgreements:
    """Make the files of all open workplaces that have agreed on something. Raises RefusedError if they cannot be
    written where they are wanted, or if there are no open workplaces; then, and where texts are faulty, the files of
    the last time are as they were."""
    root, handbook = publication.root, publication.handbook
    place = own_place(root, output, NAME)
    if place is None:
        raise RefusedError(rules.PLACE.at(Source(str(output or root)), given=str(output or root)))
    private, faults = private_agreements(root, handbook, today)
    problems = concerning(publication, (STORE,), faults)
    if any(problem.is_error for problem in problems):
        return MadeAgreements(problems)
    listed = workplaces_of(handbook)
    if not listed.open(today):
        raise RefusedError(rules.NO_WORKPLACES.at(Source(PATH)))
    held = own_agreements(listed, handbook.data_of(AgreementFile), private, today)
    files, refused = _files(publication, today, listed, {id: own for id, own in held.items() if own})
    if refused:
        return MadeAgreements((*problems, *refused))
    write_batch(root, place, files, KIND)
    number = len(files) // 2
    return MadeAgreements(problems, place, number, len(held) - number)


def _files(
    publication: ReadPublication, today: date, listed: Workplaces, held: Mapping[str, OwnAgreements]
) -> tuple[list[BatchFile], list[Problem]]:
    """Return both files of each workplace, and the problems of pages that cannot be printed."""
    kit = paper_kit(publication.settings, publication.settings.language.value, publication.look)
    tools = tools_to_name(publication, today)
    writer = SheetWriter(kit, tools, today)
    names = free_names(held)
    papers = [writer.paper(f"{names[id]}.pdf", listed.by_id[id].name, own) for id, own in held.items()]
    made, problems = _printed(papers, publication.root)
    files: list[BatchFile] = []
    for id, own in held.items():
        csv = own_csv(own, listed.by_id[id].name, tools, kit.words, publication.settings.language)
        files.append(_ready(f"{names[id]}.csv", csv))
        files += [_ready(name, made[name]) for name in (f"{names[id]}.pdf",) if name in made]
    return files, problems


def _ready(name: str, content: bytes) -> BatchFile:
    return BatchFile(name, "", lambda: content)


def _printed(papers: list[Paper], root: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the PDFs by name. They hold a workplace's words, so they are not left in the cache."""
    with tempfile.TemporaryDirectory(prefix="hverdag-") as cache:
        made, problems = pdfs(papers, root, Path(cache))
        return {one.path: content_bytes(one.content) for one in made}, list(problems)
