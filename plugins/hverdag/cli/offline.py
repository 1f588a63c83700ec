"""Making the offline edition."""

from datetime import date
from pathlib import Path

import click

from ..locale import catalogue
from ..pipeline import build as pipeline
from ..pipeline.show import show
from ..pipeline.today import today_of
from .options import publication_options, require_publication, stop, tell
from .progress import progress_bar
from .site_renderer import render_site
from .spoken import words_for


@click.command()
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="The zip file; else named by the title."
)
@click.option("--outside", is_flag=True, help="An edition for others: only stories whose consent reaches outside.")
@publication_options
def offline(folder: Path, language: str | None, today: date | None, output: Path | None, outside: bool) -> None:
    """Make the offline edition: the whole handbook in one zip file, for a USB stick or a shared folder."""
    require_publication(folder, language)
    words = words_for(folder, language)
    if output and output.suffix != ".zip":
        stop(words.say("{path} does not end with .zip.", path=output))
    wanted = Path.cwd() / output if output else None
    with progress_bar(folder, language) as progress:
        report = pipeline.offline(
            folder.resolve(),
            today or today_of(folder),
            wanted,
            render_site,
            language=language,
            outside=outside,
            progress=progress,
        )
    words = catalogue(report.publication.language)
    if report.problems:
        tell(show(report.publication, report.problems, "text"), nl=False)
    if report.built is None:
        stop(words.say("Nothing was made. An earlier offline edition is as it was."))
    tell(
        words.say(
            "The offline edition: {files} files, {size} MB in {seconds} seconds.",
            files=report.built.pages,
            size=words.number(report.built.size / 1e6),
            seconds=words.number(report.built.seconds),
        )
    )
    tell(words.say("Pass it on: {path}", path=report.built.path))
