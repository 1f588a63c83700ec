"""Giving a text, a page, a result goal or a point of the strategy another name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from ..locale import Catalogue, catalogue
from ..model.former import PATH
from ..pipeline.read import read_and_check
from ..pipeline.today import today_of
from ..workflows.rename.plan import PlannedRename, plan_rename
from ..workflows.story_file import RefusedError
from .options import one_line, publication_options, refusal, require_publication, require_yes, stop, tell


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--yes", is_flag=True, help="Do not ask.")
@publication_options
def rename(  # noqa: PLR0917 click hands them over by name
    folder: Path, language: str | None, today: date | None, old: str, new: str, yes: bool
) -> None:
    """Give a file, a result goal or a point of the strategy another name: correct what links to it, and let its
    old address lead to the new one."""
    require_publication(folder, language)
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    header = words.say("Addresses that pages had before, written by hverdag rename. They lead on to the pages.")
    try:
        planned = plan_rename(publication, old, new, day, header)
        for line in _told(planned, words):
            tell(one_line(line))
        require_yes(words.say("Shall this be done?"), words, yes=yes)
        planned.write()
    except RefusedError as refused:
        stop(refusal(refused.problem, words))
    tell(one_line(words.say("{old} is now called {new}.", old=planned.renaming.was, new=planned.renaming.now)))


def _told(planned: PlannedRename, words: Catalogue) -> Iterator[str]:
    """Yield what will be done, a line each."""
    say, renaming = words.say, planned.renaming
    yield say("{old} is to be called {new}.", old=renaming.was, new=renaming.now)
    for mend in planned.mends:
        if mend.path != PATH:
            number = words.count("{number} place", "{number} places", mend.places)
            yield say("Corrected: {path} ({number})", path=mend.path, number=number)
    if planned.former:
        yield say("The old address /{address} leads on. That is written in {path}.", address=planned.former, path=PATH)
    for source in planned.by_hand:
        yield say("Correct this by hand: {path}, line {number}", path=source.path, number=source.line)
    for path, role in planned.lost_nods:
        yield say("Must nod again, since the text links to it: {role} ({path})", role=role, path=path)
