"""The caption of a recording, with its duration and size."""

from ...locale import Catalogue
from ...model.files import Recording

MEGABYTE = 1_000_000
LEAST_SIZE = 0.1
"""Megabytes: the least size that is shown, with one decimal."""


def recording_caption(recording: Recording, words: Catalogue) -> str:
    """Return the caption of a recording: its duration and size, and that the text is the same."""
    length = _length(recording.seconds, words)
    size = words.number(max(recording.size / MEGABYTE, LEAST_SIZE))
    return words.say(
        "Hear the story read aloud ({length}, {size} MB). The text below is the same.", length=length, size=size
    )


def _length(seconds: float, words: Catalogue) -> str:
    whole = round(seconds)
    if whole < 60:
        return words.say("{number} sec.", number=whole)
    return words.say("{number} min.", number=round(whole / 60))
