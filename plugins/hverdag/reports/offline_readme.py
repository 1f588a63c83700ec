"""The readme of the offline edition: how to unpack it, and whom to contact."""

from ..locale import catalogue
from ..model.artifact import INDEX, Artifact
from ..model.settings import Settings
from ..model.slug import slug
from ..model.texts.consent import Reach

_MARK = "\ufeff"
"""Byte order mark: older editors on Windows need it to read the file as UTF-8."""


def offline_name(settings: Settings, outside: bool) -> str:
    """Return the default file name of an offline edition's zip file."""
    others = catalogue(settings.language.value).say("for-others")
    return f"{slug(settings.title) or 'hverdag'}-offline{f'-{others}' if outside else ''}.zip"


def read_me(settings: Settings) -> Artifact:
    """Return the readme as a text file with Windows line endings."""
    say, contact = catalogue(settings.language.value).say, settings.contact
    steps = (
        say("1. Right-click the zip file, choose “Extract All”, and say yes to anything it asks."),
        say("2. Open the new folder."),
        say("3. Double-click {name} (it may be called {file}).", name=INDEX.partition(".")[0], file=INDEX),
    )
    contact_lines = (contact.name, contact.phone, contact.mail)
    here = settings.organisation
    parts = (
        "\n".join((settings.title, settings.organisation)),
        say("Unpack the handbook first"),
        say("Opened inside the zip file, the handbook works only in part."),
        "\n".join(steps),
        say("It works without the internet: search, guides, meetings, cards, sound, and all that is printed."),
        say("It may be passed on to anyone.")
        if settings.reach is Reach.OUTSIDE
        else say("It is for us who work here: {organisation}. Do not pass it on.", organisation=here),
        say("You may copy the folder to a USB stick or a shared drive. Leave all its files in it."),
        say("When you get a new edition, delete the old folder first."),
        "\n".join((say("Does it not work? Ask:"), *filter(None, contact_lines))),
        "\n".join(filter(None, (settings.edition, settings.notice))),
    )
    text = "\n\n".join(parts) + "\n"
    return Artifact(say("READ-ME.txt"), _MARK + text.replace("\n", "\r\n"))
