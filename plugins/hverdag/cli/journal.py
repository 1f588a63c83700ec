"""Writing the journal."""

from datetime import date
from pathlib import Path

import click

from ..locale import catalogue
from ..pipeline.read import read_and_check
from ..pipeline.show import show
from ..pipeline.today import today_of
from ..workflows.journal import MisplacedError, write_journal
from .options import Day, one_line, publication_options, require_publication, stop, tell


@click.command()
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder to write into; else private/journal in the publication.",
)
@click.option("--from", "first", type=Day(), default=None, help="The first day that is entered.")
@click.option("--to", "last", type=Day(), default=None, help="The last day that is entered; else today.")
@publication_options
def journal(  # noqa: PLR0917 click hands them over by name
    folder: Path,
    language: str | None,
    today: date | None,
    output: Path | None,
    first: date | None,
    last: date | None,
) -> None:
    """Write what was selected, decided and answered as a PDF and a CSV file, for the records system and the works
    council."""
    require_publication(folder, language)
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    if publication.errors:
        tell(show(publication, publication.errors, "text"), nl=False)
        stop(words.say("Nothing was made. Correct the errors first: a journal must be whole."))
    wanted = Path.cwd() / output if output else None
    try:
        made = write_journal(publication, day, wanted, first, last)
    except MisplacedError:
        stop(
            words.say(
                "The journal cannot be there: it would get into git or the site, or among what other commands make. "
                "Leave out --output, or choose a folder outside the publication."
            )
        )
    except OSError:
        stop(one_line(words.say("{path} cannot be written.", path=wanted or folder / "private")))
    if made.problems:
        tell(show(publication, made.problems, "text"), nl=False)
        stop(words.say("Nothing was made."))
    tell(words.count("The journal: {number} entry.", "The journal: {number} entries.", made.entries))
    for path in made.files:
        tell(one_line(words.say("Written: {path}", path=path)))
