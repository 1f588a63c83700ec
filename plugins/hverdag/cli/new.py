"""Beginning something new."""

from datetime import date
from pathlib import Path

import click

from ..locale import catalogue
from ..model.slug import slug
from ..pipeline.read import read_and_check
from ..pipeline.today import today_of
from ..privacy import holds_number
from ..workflows.new_story import begin_story
from .discreet import Discreet
from .new_language import new_language
from .new_publication import new_publication
from .options import ask, publication_options, require_publication, stop, tell


@click.group(cls=Discreet)
def new() -> None:
    """Begin something new."""


new.add_command(new_language)
new.add_command(new_publication)


@new.command("story")
@click.option("--title", help="The story's title; asked for where it is not given.")
@publication_options
def new_story(folder: Path, language: str | None, today: date | None, title: str | None) -> None:
    """Begin a story: a file with code, state and dates filled in."""
    require_publication(folder, language)
    day = today or today_of(folder)
    publication = read_and_check(folder.resolve(), day, language)
    words = catalogue(publication.language)
    heading = title if title is not None else ask(words.say("What is the story called?"))
    if not heading.strip():
        stop(words.say("The story must have a title."))
    if holds_number(heading) or holds_number(slug(heading)):
        stop(words.say("The title holds what may be a personal number. Write it without."))
    path, code = begin_story(publication, day, heading)
    tell(words.say("Begun: {path}", path=path))
    tell(words.say("Its code is {code}. Write state: in-review when those who took part can read it.", code=code))
