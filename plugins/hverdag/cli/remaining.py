"""Saying once more what remains to be done."""

from datetime import date
from pathlib import Path

import click

from ..locale import catalogue
from ..pipeline.languages.reading import read_languages
from ..pipeline.today import today_of
from .options import called_with, one_line, publication_options, require_publication, tell
from .remaining_lines import remaining as remaining_lines


@click.command()
@publication_options
def remaining(folder: Path, language: str | None, today: date | None) -> None:
    """Say what remains to be done before the handbook can be published, in the order it is done."""
    require_publication(folder, language)
    publication = read_languages(folder.resolve(), today or today_of(folder), language)
    words = catalogue(publication.language)
    lines = remaining_lines(publication, publication.problems, called_with(folder, language), words)
    tell("\n".join((words.say("What remains for you to do:"), *map(one_line, lines))))
