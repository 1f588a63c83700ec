"""The commands. This room says what build.py does, in the reader's words; it decides nothing."""

import gc
import os
import sys
import traceback
from datetime import UTC, date, datetime
from pathlib import Path

import click

from .. import __version__, build
from ..bar import Bar
from ..host import mkdocs as host
from ..locale import Catalogue, catalogue
from ..model.slug import slug
from ..privacy import holds_number, masked
from .nods import nod, reply
from .options import Discreet, ask, folder_option, publication_options, require_publication, stop, tell
from .review import review
from .withdraw import withdraw

FORMATS = ("text", "github", "json", "html")

CRASH = 3
"""Exit code for a fault of Hverdag's own; 1 means that the publication has errors, 2 a mistyped command."""


@click.group(cls=Discreet)
@click.version_option(__version__)
def cli() -> None:
    """Hverdag: everyday stories and shared values, built into a handbook people use."""


@cli.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How the problems are shown.")
@publication_options
def check(folder: Path, language: str | None, today: date | None, form: str) -> None:
    """Find every problem in the publication; exit 1 if any is an error."""
    require_publication(folder)
    report = build.rehearse(folder.resolve(), today or date.today(), host.render_site, language)
    tell(build.show(report.prepared, report.problems, form), nl=False)
    sys.exit(1 if report.errors else 0)


@cli.command("build")
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the site is to be (default: site).")
@click.option("--preview", is_flag=True, help="Include drafts, with a visible banner.")
@publication_options
def build_command(folder: Path, language: str | None, today: date | None, site_dir: Path | None, preview: bool) -> None:
    """Check, then build the whole handbook. If anything fails, the old site stays whole."""
    require_publication(folder)
    root = folder.resolve()
    wanted = Path.cwd() / site_dir if site_dir else root / ("site-preview" if preview else "site")
    # A build makes much and throws little away: looking for garbage costs it 8 % of its time and finds 10 MB.
    gc.disable()
    with Bar() as bar:
        report = build.build(
            root,
            today or date.today(),
            wanted,
            host.render_site,
            language=language,
            preview=preview,
            progress=bar.show,
        )
    words = catalogue(report.prepared.language)
    if report.built and report.prepared.printed:
        tell("\n".join((words.say("To print:"), *build.print_list(report.prepared.printed, words))))
    if report.problems:
        tell(build.show(report.prepared, report.problems, "text"), nl=False)
    tell(
        _summary(report, wanted, words) if report.built else words.say("Nothing was built, and the site is as it was."),
        err=not report.built,
    )
    sys.exit(0 if report.built else 1)


@cli.command()
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="The zip file; else named by the title."
)
@click.option("--outside", is_flag=True, help="An edition for others: only stories whose consent reaches outside.")
@publication_options
def offline(folder: Path, language: str | None, today: date | None, output: Path | None, outside: bool) -> None:
    """Make the offline edition: the whole handbook in one zip file, for a USB stick or a shared folder."""
    require_publication(folder)
    words = catalogue(language or "da")
    if output and output.suffix != ".zip":
        stop(words.say("{path} does not end with .zip.", path=output))
    wanted = Path.cwd() / output if output else None
    with Bar() as bar:
        report = build.offline(
            folder.resolve(),
            today or date.today(),
            wanted,
            host.render_site,
            language=language,
            outside=outside,
            progress=bar.show,
        )
    words = catalogue(report.prepared.language)
    if report.problems:
        tell(build.show(report.prepared, report.problems, "text"), nl=False)
    if not report.built:
        stop(words.say("Nothing was made. An earlier offline edition is as it was."))
    tell(
        words.say(
            "The offline edition: {files} files, {size} MB in {seconds} seconds.",
            files=report.pages,
            size=words.number(report.size / 1e6),
            seconds=words.number(report.seconds),
        )
    )
    tell(words.say("Pass it on: {path}", path=report.made))


@cli.command()
@click.option("--address", default="127.0.0.1:8000", help="Where to serve the preview.")
@click.option("--open", "open_browser", is_flag=True, help="Open the browser.")
@folder_option
def serve(folder: Path, address: str, open_browser: bool) -> None:
    """Show a live preview, drafts included. Faulty stories are left out and named on a page."""
    require_publication(folder)
    root, words = folder.resolve(), catalogue("da")
    tell(words.say("Preview: http://{address}/ (stop with Ctrl+C)", address=address))
    try:
        problem = host.serve(root, address, open_browser)
    except (OSError, OverflowError):
        stop(words.say("The address {address} cannot be used. Choose another with --address.", address=address))
    if problem:
        tell(build.show(build.inspect(root, date.today()), [problem], "text"), err=True)
        sys.exit(1)


@cli.group(cls=Discreet)
def new() -> None:
    """Begin something new."""


@new.command("story")
@click.option("--title", help="The story's title; asked for where it is not given.")
@publication_options
def new_story(folder: Path, language: str | None, today: date | None, title: str | None) -> None:
    """Begin a story: a file with code, state and dates filled in."""
    require_publication(folder)
    day = today or date.today()
    begun = build.inspect(folder.resolve(), day, language)
    words = catalogue(begun.language)
    given = title if title is not None else ask(words.say("What is the story called?"))
    if not given.strip():
        stop(words.say("The story must have a title."))
    if holds_number(given) or holds_number(slug(given)):
        stop(words.say("The title holds what may be a personal number. Write it without."))
    path, code = build.begin_story(begun, day, given)
    tell(words.say("Begun: {path}", path=path))
    tell(words.say("Its code is {code}. Write state: in-review when those who took part can read it.", code=code))


cli.add_command(nod)
cli.add_command(reply)
cli.add_command(review)
cli.add_command(withdraw)


def _summary(report: build.Report, site: Path, words: Catalogue) -> str:
    assert report.prepared.site is not None  # noqa: S101 a built report has a site
    chapters = report.prepared.site
    lines = [
        words.say(
            "Built: {values} values, {stories} stories, {guides} guides, {pages} pages; "
            "{size} MB in {seconds} seconds.",
            values=len(chapters.values),
            stories=len(chapters.stories),
            guides=len(chapters.guides),
            pages=report.pages,
            size=words.number(report.size / 1e6),
            seconds=words.number(report.seconds),
        ),
        words.say("Open it: {path}", path=site / "index.html"),
    ]
    stories, day = report.prepared.handbook.stories, chapters.today
    waiting = [one.heading for one in stories if one.state in build.ON_THE_WAY and not one.has_ended(day)]
    if waiting and not report.prepared.preview:
        count = words.count("{number} story is not in it yet", "{number} stories are not in it yet", len(waiting))
        lines.insert(1, f"{count}: {', '.join(waiting[:5])}{', ...' if len(waiting) > 5 else ''}")
    return "\n".join(lines)


def main() -> None:
    """Run a command. A fault of our own is written to a file for engineers; no one else meets a stack trace."""
    try:
        cli(prog_name="hverdag")
    except Exception as error:
        if os.environ.get("HVERDAG_DEBUG"):  # for engineers: whatever it holds is shown as it is
            raise
        _confess(error)


def _confess(error: Exception) -> None:
    log = Path.cwd() / ".hverdag" / f"fejl-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    told = masked("".join(traceback.format_exception(error)))
    words = catalogue("da")
    try:
        log.parent.mkdir(exist_ok=True)
        log.write_text(told, encoding="utf-8")
        tell(words.say("Something went wrong in Hverdag itself. Give {log} to an engineer.", log=log), err=True)
    except OSError:
        tell(words.say("Something went wrong in Hverdag itself: {error}", error=error), err=True)
    sys.exit(CRASH)
