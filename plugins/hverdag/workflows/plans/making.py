"""Reads the private receipts of a publication, and makes a file for each open workplace."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...features.plans.command_rules import NO_WORKPLACES
from ...features.plans.files import PrivateWords, index_file, plan_files
from ...model.artifact import Progress
from ...model.problem import Problem, Source
from ...model.uptake.workplaces import PATH, workplaces_of
from ...pipeline.read import ReadPublication
from ..agreements.private_agreements import private_agreements
from ..agreements.store import STORE as AGREEMENTS
from ..nameable import tools_to_name
from ..own_place import OwnPlace
from ..receipts.store import STORE as RECEIPTS
from ..story_file import RefusedError
from ..tables.private_rows import concerning
from .place import plans_folder
from .private_receipts import private_receipts
from .writing import write_plans


@dataclass(frozen=True)
class MadePlans:
    """What came of it: the problems, and the folder with the files, None if nothing was made. `number` is that of the
    workplaces, and `without` how many of them have sent nothing."""

    publication: ReadPublication
    problems: tuple[Problem, ...]
    folder: OwnPlace | None = None
    number: int = 0
    without: int = 0


def make_plans(publication: ReadPublication, today: date, output: Path | None, progress: Progress) -> MadePlans:
    """Make the files of all open workplaces. Raises RefusedError if they cannot be written where they are wanted, or if
    there are no open workplaces; then, and where texts are faulty, the files of the last time are as they were."""
    root = publication.root
    folder = plans_folder(root, output)
    receipts, faults = private_receipts(root, publication.handbook, today)
    agreements, of_agreements = private_agreements(root, publication.handbook, today)
    problems = concerning(publication, (RECEIPTS, AGREEMENTS), (*faults, *of_agreements))
    if any(problem.is_error for problem in problems):
        return MadePlans(publication, problems)
    if not workplaces_of(publication.handbook).open(today):
        raise RefusedError(NO_WORKPLACES.at(Source(PATH)))
    readers_language = publication.settings.language.value
    tools = tools_to_name(publication, today)
    private, look = PrivateWords(receipts, agreements), publication.look
    plans = list(plan_files(publication.handbook, private, tools, today, readers_language, look))
    write_plans(root, folder, plans, index_file(plans, publication.settings.language), progress)
    return MadePlans(publication, problems, folder, len(plans), sum(not plan.has_sent for plan in plans))
