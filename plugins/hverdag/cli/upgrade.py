"""Bringing a publication in step with the program."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from .. import __version__
from ..locale import Catalogue, catalogue
from ..model.settings import PATH as SETTINGS
from ..pipeline.languages.reading import read_others
from ..pipeline.newer import NEWER
from ..pipeline.read import read_and_check
from ..pipeline.today import today_of
from ..workflows.publications.upgrade import COMPARED, Upgrade, plan_upgrade, unusable
from ..workflows.source_files import ChangedMeanwhileError
from .options import one_line, publication_options, refusal, require_publication, require_yes, stop, tell


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@publication_options
def upgrade(folder: Path, language: str | None, today: date | None, yes: bool) -> None:
    """Bring the files that the program has written up to date with this version of it, and leave your own words
    alone."""
    require_publication(folder, language)
    root = folder.resolve()
    publication = read_and_check(root, today or today_of(folder), language)
    words = catalogue(publication.language)
    newer = [problem for problem in publication.problems if problem.rule == NEWER.id]
    if newer:
        stop(refusal(newer[0], words))
    if not (root / SETTINGS).is_file():
        stop(words.say("There is no {path} here. hverdag check says how to begin.", path=SETTINGS))
    settings = publication.handbook.settings
    others = [other.handbook.settings for other in read_others(root, publication, today or today_of(folder))]
    faults = [one_line(words.tell(fault)) for one in (settings, *others) for fault in unusable(one)]
    if faults:
        stop("\n".join((*faults, words.say("Nothing was written."))))
    planned = plan_upgrade(root, settings, others)
    if planned.is_nothing:
        tell(words.say("The handbook is up to date with version {version} of the program.", version=__version__))
        return
    for line in _told(planned, words):
        tell(one_line(line))
    require_yes(words.say("Shall this be done?"), words, yes=yes)
    try:
        planned.write()
    except ChangedMeanwhileError as error:
        stop(words.say("{path} was changed meanwhile. Nothing was written. Run it again.", path=error.path.name))
    tell(words.say("Done. Look the change over as you would any other before it goes in, and run hverdag check."))


def _told(planned: Upgrade, words: Catalogue) -> Iterator[str]:
    """Yield what will be done, a line each."""
    say = words.say
    yield say("This brings the handbook up to date with version {version} of the program.", version=__version__)
    for path in sorted(planned.added):
        yield say("New: {path}", path=path)
    for path in sorted(planned.extended):
        yield words.say(
            "Gets a line that says that the frame is its own, so that it looks as before: {path}", path=path
        )
    for path in sorted(planned.replaced):
        yield say("Renewed, since nobody has changed it: {path}", path=path)
    if planned.is_for_another_version:
        yield say("In {path}: written_for is {version}", path=SETTINGS, version=__version__)
    for why in planned.why:
        yield say("In {path}: {why}", path=SETTINGS, why=words.whole(why))
    for path in sorted(planned.own):
        yield say(
            "Left as it is, since you have changed it: {path}. Ours is in {other}, if you want to compare.",
            path=path,
            other=f"{COMPARED}{path}",
        )
