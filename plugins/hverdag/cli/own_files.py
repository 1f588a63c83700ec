"""What is told of files that each hold what concerns one workplace."""

from collections.abc import Sequence

from ..locale import Catalogue
from ..model.problem import Problem
from ..pipeline.read import ReadPublication
from ..pipeline.show import show
from ..workflows.own_place import OwnPlace
from .options import one_line, stop, tell


def require_files(
    publication: ReadPublication, problems: Sequence[Problem], place: OwnPlace | None, words: Catalogue
) -> OwnPlace:
    """Print the problems, and return the folder with the files; exit with an error if none were made."""
    if problems:
        tell(show(publication, problems, "text"), nl=False)
    if place is None:
        stop(words.say("No files were made. Those of the last time are as they were."))
    return place


def tell_place(place: OwnPlace, words: Catalogue) -> None:
    """Print where the files lie, and whose care they are in outside private/."""
    tell(one_line(words.say("They are in {path}", path=place.path)))
    if not place.is_private:
        tell(
            words.say(
                "Each file is for its own workplace alone. The folder is outside private/, where only you look after "
                "it: delete it when the files have been sent."
            )
        )
