"""The publications of one repository."""

import json
import sys
from pathlib import Path

import click

from ..locale import catalogue
from ..reports.publications import publications_page
from ..workflows.publications.listing import publications_in
from .options import LanguageName, any_folder, one_line, tell
from .spoken import usual_language

FORMATS = ("text", "json")


@click.command()
@click.option("--format", "output_format", type=click.Choice(FORMATS), default="text", help="How they are listed.")
@click.option("--page", type=click.Path(path_type=Path, dir_okay=False), help="Write a page that lists them.")
@click.option("--lang", "language", type=LanguageName(), help="The language of the page and the messages.")
@click.option("-C", "folder", default=".", metavar="DIR", type=any_folder, help="The folder to look in.")
def publications(folder: Path, output_format: str, page: Path | None, language: str | None) -> None:
    """List the handbooks in a folder, for whoever builds them all; exit 1 if there is none."""
    found = publications_in(folder.resolve())
    words = catalogue(language or usual_language())
    if page:
        page.write_text(publications_page(found, words), "utf-8", newline="\n")
    if output_format == "json":
        tell(json.dumps([one.path for one in found]))
    elif not found:
        tell(words.say("There is no handbook in {folder}.", folder=one_line(str(folder.resolve()))), err=True)
    for one in found if output_format == "text" else ():
        tell(one_line(f"{one.path}: {one.title}"))
    sys.exit(0 if found else 1)
