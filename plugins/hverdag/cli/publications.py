"""The publications of one repository."""

import json
import sys
from pathlib import Path

import click

from ..locale import LANGUAGES, catalogue
from ..reports.publications import publications_page
from ..workflows.publications.listing import publications_in
from .options import folder_option, one_line, tell

FORMATS = ("text", "json")


@click.command()
@click.option("--format", "output_format", type=click.Choice(FORMATS), default="text", help="How they are listed.")
@click.option("--page", type=click.Path(path_type=Path, dir_okay=False), help="Write a page that lists them.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="da", help="The language of the page.")
@folder_option
def publications(folder: Path, output_format: str, page: Path | None, language: str) -> None:
    """List the handbooks in a folder, for whoever builds them all; exit 1 if there is none."""
    found = publications_in(folder.resolve())
    words = catalogue(language)
    if page:
        page.write_text(publications_page(found, words), "utf-8", newline="\n")
    if output_format == "json":
        tell(json.dumps([one.path for one in found]))
    elif not found:
        tell(words.say("There is no handbook in {folder}.", folder=one_line(str(folder.resolve()))), err=True)
    for one in found if output_format == "text" else ():
        tell(one_line(f"{one.path}: {one.title}"))
    sys.exit(0 if found else 1)
