"""Withdrawing a story."""

from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..pipeline.languages.reading import read_others
from ..pipeline.read import ReadPublication, read_and_check
from ..pipeline.today import today_of
from ..reports.takedown import takedown_text
from ..workflows.story_file import RefusedError, find_story
from ..workflows.withdrawal import Withdrawal, plan_withdrawal, takedown
from .options import one_line, publication_options, refusal, require_publication, require_yes, stop, tell


@click.command()
@click.argument("story")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--manifest",
    "manifests",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The edition.json, or the zip file, of an edition kept elsewhere; may be given several times.",
)
@publication_options
def withdraw(  # noqa: PLR0917 click hands them over by name
    folder: Path, language: str | None, today: date | None, story: str, yes: bool, manifests: tuple[Path, ...]
) -> None:
    """Mark a story as withdrawn, and list everything that holds it. The next build takes it out of all outputs."""
    require_publication(folder, language)
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    try:
        planned, *others = _planned(publication, story, day)
        _mark(planned, yes, words)
        for other in others:  # whoever has said yes has said it to the story, in whatever language
            _mark(other, True, words)
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    tell("")
    tell(takedown_text(takedown(planned, day, manifests), words, one_line), nl=False)


def _planned(publication: ReadPublication, name: str, day: date) -> list[Withdrawal]:
    """Return the withdrawals of a story in every language that it is in; the one that was named comes first. Raises
    RefusedError as `plan_withdrawal` does."""
    own, *others = (publication, *read_others(publication.root, publication, day))
    try:
        planned = plan_withdrawal(own, name, day)
    except RefusedError:
        named = [other for other in others if _has(other, name)]
        if not named:
            raise
        planned, others = plan_withdrawal(named[0], name, day), [own, *(one for one in others if one is not named[0])]
    code = planned.story.code
    return [planned, *(plan_withdrawal(other, code, day) for other in others if code and _has(other, code))]


def _has(publication: ReadPublication, name: str) -> bool:
    try:
        return bool(find_story(publication, name))
    except RefusedError:
        return False


def _mark(planned: Withdrawal, yes: bool, words: Catalogue) -> None:
    """Write the withdrawal, unless the story is withdrawn already or the user answers no."""
    parameters = {"code": planned.story.code, "path": planned.story.path}
    if planned.since:
        tell(one_line(words.say("{code} was withdrawn on {day} already.", day=words.day(planned.since), **parameters)))
        return
    require_yes(one_line(words.say("Withdraw {code} ({path})?", **parameters)), words, yes=yes)
    planned.write()
    tell(one_line(words.say("{code} is withdrawn. Written in {path}.", **parameters)))
