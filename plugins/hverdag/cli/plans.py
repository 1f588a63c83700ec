"""Making a file for each workplace's business plan."""

from datetime import date
from pathlib import Path

import click

from ..locale import catalogue
from ..pipeline.read import read_and_check
from ..pipeline.today import today_of
from ..workflows.plans.making import make_plans
from ..workflows.story_file import RefusedError
from .options import publication_options, refusal, require_publication, stop, tell
from .own_files import require_files, tell_place
from .progress import progress_bar


@click.command()
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the files (default: private/plans).",
)
@publication_options
def plans(folder: Path, language: str | None, today: date | None, output: Path | None) -> None:
    """Make a file for each workplace's business plan, with its own receipts and room to write."""
    require_publication(folder, language)
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    try:
        with progress_bar(folder, language) as progress:
            wanted = Path.cwd() / output if output else None
            made = make_plans(publication, day, wanted, progress)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    place = require_files(publication, made.problems, made.folder, words)
    tell(words.count("A file for {number} workplace.", "A file for each of {number} workplaces.", made.number))
    if made.without:
        tell(words.count("{number} has not sent anything yet.", "{number} have not sent anything yet.", made.without))
    tell_place(place, words)
