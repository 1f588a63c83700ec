"""Bringing a handbook into a site that exists already, for `hverdag new publication --into`."""

from datetime import date
from pathlib import Path

from ..host.config_file import MKDOCS, THEME
from ..locale import Catalogue
from ..model.new_publication import Beginning
from ..parse.pages.site import site_setting
from ..workflows.publications.into import TakenError, plan_into
from ..workflows.publications.site_lines import NoPlaceError
from ..workflows.source_files import ChangedMeanwhileError
from .options import one_line, stop, tell


def require_site(root: Path, words: Catalogue) -> None:
    """End with a sentence unless there is a site that a handbook can be brought into."""
    where = one_line(str(root))
    if not (root / MKDOCS).is_file():
        stop(
            words.say(
                "There is no site in {folder}: {path} is not there. Nothing was written.", folder=where, path=MKDOCS
            )
        )
    theme = site_setting(root, "theme")
    named = theme.get("name") if isinstance(theme, dict) else theme
    if named != THEME:
        given = one_line(str(named or "mkdocs"))
        stop(
            words.say('The theme is "{given}", and a handbook is made with material. Nothing was written.', given=given)
        )
    if site_setting(root, "docs_dir") not in (None, "docs"):
        stop(words.say("The pages of the site must lie in docs/. Nothing was written."))


def write_into(root: Path, beginning: Beginning, today: date, words: Catalogue) -> None:
    """Write the files and the lines of a new handbook into a site, and say which. Ends with a sentence where something
    is in the way; then nothing is written."""
    doors = (
        (words.say("Values"), "values/"),
        (words.say("Stories"), "stories/"),
        (words.say("Hold a talk"), "guides/"),
    )
    try:
        into = plan_into(root, beginning, doors, today)
        into.write()
    except TakenError as error:
        stop(words.say("{path} is there already. Nothing was written.", path=one_line(error.path)))
    except NoPlaceError as error:
        lines = "\n".join(error.lines)
        stop(
            words.say("Write these lines in mkdocs.yml yourself, and begin again. Nothing was written:") + f"\n{lines}"
        )
    except ChangedMeanwhileError as error:
        stop(words.say("{path} was changed meanwhile. Nothing was written.", path=one_line(error.path.name)))
    tell(words.say("New in {folder}: {count} files.", folder=one_line(str(root)), count=len(into.texts)))
    tell("\n".join((words.say("New lines in mkdocs.yml:"), *into.added)))
    tell(words.say("Nothing of the site was taken away. See all of it: {command}", command="git diff"))
