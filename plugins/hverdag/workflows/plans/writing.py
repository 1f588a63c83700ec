"""Writes the files of all workplaces into their folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...features.plans.command_rules import BUSY, CHANGED, FOLDER, UNWRITABLE
from ...features.plans.files import PlanFile
from ...model.artifact import Progress
from ..batch import BatchFile, BatchKind, write_batch
from ..own_place import OwnPlace

LIST = ".hverdag-plans"
"""The file in the folder that says what we have made: for each name the digest of its content, and of its inputs."""
KIND = BatchKind(LIST, FOLDER, CHANGED, BUSY, UNWRITABLE)


def write_plans(
    root: Path, folder: OwnPlace, plans: Sequence[PlanFile], index: tuple[str, bytes], progress: Progress
) -> None:
    """Replace the folder by the files of these workplaces, in one step. Raises RefusedError if it cannot be, and then
    it is as it was."""
    files = [file for plan in plans for file in _files(plan)]
    write_batch(root, folder, [*files, BatchFile(index[0], "", lambda: index[1])], KIND, progress)


def _files(plan: PlanFile) -> Iterator[BatchFile]:
    yield BatchFile(f"{plan.name}.docx", plan.key, plan.docx)
    yield BatchFile(f"{plan.name}.txt", "", plan.txt)
