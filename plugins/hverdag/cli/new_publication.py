"""Beginning a publication of one's own."""

import sys
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.language import language_named
from ..model.new_publication import Beginning, refusals
from ..pipeline import build as pipeline
from ..pipeline.show import show
from ..pipeline.today import today_of
from ..privacy import holds_number
from ..starter import starter_words
from ..workflows.publications.begin import NotEmptyError, begin_publication, require_empty
from ..workflows.publications.record import RECORD
from .answers_to_begin import MOST_TRIES, Answers, asked, in_answer
from .command_line import command_line
from .into_site import require_site, write_into
from .options import LanguageName, called_with, one_line, stop, tell, today_option
from .progress import progress_bar
from .remaining_lines import remaining
from .site_renderer import render_site
from .spoken import usual_language


@click.command("publication")
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.option(
    "--into",
    "site",
    metavar="SITE",
    type=click.Path(path_type=Path),
    help="Bring it into the MkDocs site in this folder, instead of an empty one.",
)
@click.option("--language", "--lang", "language", type=LanguageName(), help="The readers' language.")
@click.option("--organisation", metavar="NAME", help="Whose handbook it is.")
@click.option("--values", metavar="LIST", help='Its values, as "A, B, C", or only how many there are.')
@click.option("--served", metavar="FORMS", help="What those it serves are called: one, several, that one, all of them.")
@click.option("--contact", metavar="NAME, PHONE, MAIL", help="Whom readers can ask, with commas between.")
@today_option
def new_publication(  # noqa: PLR0917 click hands them over by name
    folder: Path | None,
    site: Path | None,
    language: str | None,
    organisation: str | None,
    values: str | None,
    served: str | None,
    contact: str | None,
    today: date | None,
) -> None:
    """Begin a handbook of your own in an empty folder, or in a site that exists already, show it, and say what remains
    to be written. What is not given is asked for; with --language, --organisation and --values nothing is."""
    asks = language is None or organisation is None or values is None
    language = language or _ask_language()
    words = catalogue(language)
    if (folder is None) == (site is None):
        stop(words.say("Name one folder: an empty one, or --into and that of a site. Nothing was written."))
    where = folder or site or Path()
    if site:
        require_site(site, words)
    else:
        _require_empty(where, words)
    answers = Answers(words, asks=asks)
    beginning = Beginning(
        language,
        answers.organisation(organisation),
        answers.served(served, starter_words(language).served),
        answers.values(values),
        *answers.contact(contact),
    )
    _require_usable(beginning, contact or "", words)
    day = today or today_of(where)
    root = where.resolve()
    if site:
        write_into(root, beginning, day, words)
    else:
        _write(where, beginning, day, words)
    _tell_values(values, beginning, words)
    try:
        _show(root, where, today or today_of(root), words)
    except BaseException as error:
        if not isinstance(error, SystemExit):  # as Ctrl+C: the files are there, and only the preview is not
            tell(words.say("The files are there. {advice}", advice=_how_to_go_on(where, words)), err=True)
        raise


def _write(folder: Path, beginning: Beginning, today: date, words: Catalogue) -> None:
    try:
        paths = begin_publication(folder, beginning, today)
    except NotEmptyError as error:
        _refuse_held(folder, error.name, words)
    tell(words.say("Begun: {folder} with {count} files.", folder=one_line(str(folder.resolve())), count=len(paths)))


def _ask_language() -> str:
    usual = usual_language()
    for _ in range(MOST_TRIES):
        answer = asked("Sprog / Language (da, en)", usual)
        known = language_named(answer or usual)
        if known or answer is None:
            return known or usual
        tell("Skriv dansk eller engelsk. / Write Danish or English.")
    return usual


def _require_empty(folder: Path, words: Catalogue) -> None:
    try:
        require_empty(folder)
    except NotEmptyError as error:
        _refuse_held(folder, error.name, words)


def _refuse_held(folder: Path, name: str, words: Catalogue) -> None:
    if (folder / RECORD).is_file():
        advice = _how_to_go_on(folder, words)
        stop(words.say("{folder} holds a handbook already. {advice}", folder=one_line(str(folder)), advice=advice))
    stop(
        words.say(
            "{folder} is not empty: {name} is there. Nothing was written. Choose a folder that is empty or not there "
            "yet.",
            folder=one_line(str(folder)),
            name=one_line(name),
        )
    )


def _require_usable(beginning: Beginning, contact: str, words: Catalogue) -> None:
    texts = (beginning.organisation, *beginning.values, *beginning.served, beginning.contact_name)
    if any(map(holds_number, texts)):
        stop(words.say("An answer holds what may be a personal number. Write it without. Nothing was written."))
    faults = [words.tell(fault) for fault in (*refusals(beginning), *in_answer(contact))]
    if faults:
        stop("\n".join((*map(one_line, faults), words.say("Nothing was written."))))


def _tell_values(given: str | None, beginning: Beginning, words: Catalogue) -> None:
    """Say which values were read; and, where a word between two of them might belong to a name, how to keep it."""
    if any(beginning.values):
        tell(words.say("Your values: {values}", values=one_line(" · ".join(beginning.values))))
    joined = tuple(part.strip() for part in (given or "").split(","))
    if given and len(beginning.values) > len(joined):
        kept = "; ".join(joined) if len(joined) > 1 else f"{joined[0]};"
        tell(
            words.say(
                "If {name} is one value, begin again with: --values {kept}",
                name=one_line(joined[-1]),
                kept=one_line(f'"{kept}"'),
            )
        )


def _show(root: Path, folder: Path, today: date, words: Catalogue) -> None:
    """Build the new publication as a preview, and say where it is, what remains to be done, and how to go on."""
    with progress_bar(root) as progress:
        report = pipeline.build(root, today, root / "site-preview", render_site, preview=True, progress=progress)
    if report.built is None:
        tell(show(report.publication, report.problems, "text"), err=True)
        sys.exit(1)
    tell(words.say("Open it: {path}", path=report.built.path / "index.html"))
    lines = remaining(report.publication, report.problems, called_with(folder, None), words)
    tell("\n".join(("", words.say("What remains for you to do:"), *lines, "")))
    tell(_how_to_go_on(folder, words))


def _how_to_go_on(folder: Path, words: Catalogue) -> str:
    where = called_with(folder, None)
    return "\n".join(
        (
            words.say("See this list again: {command}", command=command_line("remaining", *where)),
            words.say("See it while you write: {command}", command=command_line("serve", *where, "--open")),
            words.say("See what is still missing: {command}", command=command_line("check", *where)),
        )
    )
