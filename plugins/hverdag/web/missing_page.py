"""The page in the place of one that told of a story which was taken out, until the site can be built again."""

from ..locale import catalogue
from ..model.artifact import relative
from ..model.settings import Settings
from .templates import environment


def missing_words(settings: Settings) -> tuple[str, str]:
    """Return the heading and the sentence of a page that comes back."""
    say = catalogue(settings.language.value).say
    return say("This page is missing just now"), say(
        "Something on it has been taken out of the handbook. The page comes back when the handbook is next built."
    )


def missing_page(origin: str, settings: Settings, style: str, icon: str, home: str, *, is_storys_own: bool) -> str:
    """Return the page at an address as HTML. It says nothing of the story. `style` and `icon` are the addresses of its
    style sheet and its icon, and `home` is the folder of its language in the site. `is_storys_own` is True if the page
    was about the story alone; the others come back."""
    words = catalogue(settings.language.value)
    title, lead = missing_words(settings)
    if is_storys_own:
        title = words.say("The story is no longer here")
        lead = words.say("The consent to show it no longer holds, so it has been taken out of the handbook.")
    return (
        environment(words)
        .get_template("missing.html")
        .render(
            settings=settings,
            title=title,
            lead=lead,
            home=relative(home, origin) or "./",
            style=relative(style, origin),
            icon=relative(icon, origin),
        )
    )
