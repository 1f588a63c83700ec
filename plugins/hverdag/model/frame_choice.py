"""Whose frame the pages stand in: the handbook's own, or that of the site that they are part of."""

from enum import StrEnum


class FrameChoice(StrEnum):
    """What `frame` says among the plugin's options in mkdocs.yml."""

    OWN = "own"
    """A small book: our own header, doors, search and foot."""
    SITE = "site"
    """The site's own theme, header, navigation and search; our pages come in as pages of it."""
