"""Writes each workplace its own agreements: the file that the leader's page reads, and a page to print."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...features.agreements import command_rules as rules
from ...features.agreements.own_file import own_csv
from ...features.agreements.sheet import SheetWriter
from ...model.artifact import Artifact, Paper
from ...model.better_files import portable
from ...model.problem import Problem, Source
from ...model.shown import Shown
from ...model.uptake.agreements import AgreementFile
from ...model.uptake.own_agreements import OwnAgreements, own_agreements
from ...model.uptake.workplaces import PATH, Workplaces, workplaces_of
from ...pipeline.consent_gate import allowed
from ...pipeline.outputs import kit_of
from ...pipeline.plan import plan_site
from ...pipeline.read import ReadPublication
from ...publish.pdf import pdfs
from ..batch import BatchFile, BatchKind, write_batch
from ..nameable import tools_to_name
from ..own_place import OwnPlace, own_place
from ..story_file import RefusedError
from .private_agreements import private_agreements
from .store import STORE

NAME = "agreements"
LIST = ".hverdag-agreements"
"""The file in the folder that says what we have made."""
KIND = BatchKind(LIST, rules.FOLDER, rules.TOUCHED, rules.BUSY, rules.CLOSED_FOLDER)
_CONCERN = ("values/", STORE.private)
"""Where the paths of files begin whose faults would make a workplace's file wrong."""


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
    concerning = (one for one in publication.errors if one.source.path.startswith(_CONCERN))
    problems = tuple(sorted((*concerning, *faults), key=lambda problem: problem.order))
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
    gated = allowed(publication.handbook, today, publication.settings.reach)
    kit = kit_of(plan_site(Shown(gated, today)), {}, publication.settings.language.value).paper
    tools = tools_to_name(publication, today)
    writer = SheetWriter(kit, tools, today)
    names = dict(_named(held))
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
        return {one.path: _bytes(one) for one in made}, list(problems)


def _bytes(made: Artifact) -> bytes:
    content = made.content
    if isinstance(content, Path):
        return content.read_bytes()
    return content.encode() if isinstance(content, str) else content


def _named(held: Mapping[str, OwnAgreements]) -> Iterator[tuple[str, str]]:
    """Yield each id with a name for its files that works everywhere, and that no other workplace has."""
    taken: set[str] = set()
    for id in held:
        plain = portable(f"{id}.pdf").removesuffix(".pdf")
        name, number = plain, 2
        while name in taken:
            name, number = f"{plain}-{number}", number + 1
        taken.add(name)
        yield id, name
