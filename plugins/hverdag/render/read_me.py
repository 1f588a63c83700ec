"""The first file in the offline edition: what to do with it, and whom to call."""

from ..locale import catalogue
from ..model.artifact import INDEX, Artifact
from ..model.settings import Settings

_MARK = "\ufeff"
"""Tells older editors on Windows that the letters are UTF-8."""


def read_me(settings: Settings) -> Artifact:
    """Return the text file that is read before the handbook is opened."""
    say, contact = catalogue(settings.language.value).say, settings.contact
    how = (
        say("1. Right-click the zip file and choose “Extract All”."),
        say("2. Open the new folder."),
        say("3. Double-click {file}.", file=INDEX),
    )
    who = (contact.name, contact.phone, contact.mail)
    parts = (
        say("UNPACK FIRST"),
        say("Opened inside the zip file, the handbook works only in part."),
        "\n".join(how),
        say("It works without the internet: search, guides, meetings on a screen, cards, and all that is printed."),
        say("You may copy the folder to a USB stick or a shared drive. Keep all of it together."),
        "\n".join((say("Does it not work? Ask:"), *filter(None, who))),
        "\n".join(filter(None, (settings.title, settings.organisation, settings.edition, settings.notice))),
    )
    text = "\n\n".join(parts) + "\n"
    return Artifact(say("READ-ME.txt"), _MARK + text.replace("\n", "\r\n"))
