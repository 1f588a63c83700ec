"""Finding every problem."""

import sys
from datetime import date
from pathlib import Path

import click

from ..host.mkdocs import render_site
from ..pipeline.build import check_site
from ..pipeline.show import show
from .options import publication_options, require_publication, tell

FORMATS = ("text", "github", "json", "html")


@click.command()
@click.option(
    "--format", "output_format", type=click.Choice(FORMATS), default="text", help="How the problems are shown."
)
@publication_options
def check(folder: Path, language: str | None, today: date | None, output_format: str) -> None:
    """Find every problem in the publication; exit 1 if any is an error."""
    require_publication(folder)
    report = check_site(folder.resolve(), today or date.today(), render_site, language)
    tell(show(report.publication, report.problems, output_format), nl=False)
    sys.exit(1 if report.errors else 0)
