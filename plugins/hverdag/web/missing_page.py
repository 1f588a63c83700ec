"""The page in the place of one that told of a story which was taken out, until the site can be built again."""

from ..locale import catalogue
from ..model.artifact import relative
from ..model.settings import Settings
from .assets import ICON, SMALL_STYLE
from .templates import environment


def missing_page(origin: str, settings: Settings, *, is_storys_own: bool) -> str:
    """Return the page at an address as HTML. It says nothing of the story. `is_storys_own` is True if the page was
    about it alone; the others come back."""
    words = catalogue(settings.language.value)
    say = words.say
    title = say("The story is no longer here") if is_storys_own else say("This page is missing just now")
    lead = (
        say("The consent to show it no longer holds, so it has been taken out of the handbook.")
        if is_storys_own
        else say(
            "Something on it has been taken out of the handbook. The page comes back when the handbook is next built."
        )
    )
    return (
        environment(words)
        .get_template("missing.html")
        .render(
            settings=settings,
            title=title,
            lead=lead,
            home=relative("", origin) or "./",
            style=relative(SMALL_STYLE, origin),
            icon=relative(ICON, origin),
        )
    )
