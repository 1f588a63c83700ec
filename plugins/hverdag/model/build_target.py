"""The two editions of a handbook: one for a web server, one for a USB stick or a shared folder."""

from enum import StrEnum


class BuildTarget(StrEnum):
    """Where readers meet the handbook. Texts and files are the same; addresses are each edition's own."""

    SERVER = "online"
    USB = "offline"
