"""Finding every problem."""

import sys
from datetime import date
from pathlib import Path

import click

from ..locale import catalogue
from ..pipeline.check_site import check_site
from ..pipeline.ended import ended_since_base
from ..pipeline.proposal import InProposal
from ..pipeline.read import ReadPublication
from ..pipeline.show import show
from ..pipeline.today import today_of
from ..reports.nod_kinds import nod_kinds
from .options import proposal_option, publication_options, require_publication, tell
from .progress import progress_bar
from .site_renderer import render_site

FORMATS = ("text", "github", "json", "html")


@click.command()
@click.option(
    "--format", "output_format", type=click.Choice(FORMATS), default="text", help="How the problems are shown."
)
@proposal_option
@publication_options
def check(folder: Path, language: str | None, today: date | None, output_format: str, is_proposal: bool) -> None:
    """Find every problem in the publication; exit 1 if any is an error."""
    require_publication(folder, language)
    day = today or today_of(folder)
    renderer = InProposal(render_site) if is_proposal else render_site
    with progress_bar(folder, language) as progress:
        report = check_site(folder.resolve(), day, renderer, language, progress)
    ended = ended_since_base(report.publication, day)
    problems = sorted((*report.problems, *ended), key=lambda problem: problem.order)
    tell(show(report.publication, problems, output_format), nl=False)
    if output_format == "text" and problems and not any(problem.is_error for problem in problems):
        tell(_finish(report.publication))
    nods = nod_kinds(report.publication.handbook, catalogue(report.publication.language))
    if output_format == "text" and nods:
        tell(nods)
    sys.exit(1 if report.errors else 0)


def _finish(publication: ReadPublication) -> str:
    """Return what a check without errors comes to, for those who cannot tell a hint from an error."""
    words = catalogue(publication.language)
    if any(story.is_consent_unreadable for story in publication.handbook.stories):
        return words.say("The handbook can be published, but without the stories whose consent cannot be read.")
    return words.say("There is nothing to correct. The handbook can be published.")
