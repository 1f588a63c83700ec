"""The two editions of a handbook: one for a web server, one for a USB stick or a shared folder."""

from enum import StrEnum


class BuildTarget(StrEnum):
    """The edition that is built. Texts and files are the same in both; addresses differ."""

    SERVER = "online"
    USB = "offline"
