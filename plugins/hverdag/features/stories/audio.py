"""What a story's page says of its sound: how long a recording lasts, and how large it is."""

from ...locale import Catalogue
from ...model.files import Recording

MEGABYTE = 1_000_000
LEAST_SIZE = 0.1
"""Megabytes, with one decimal."""


def recording_caption(recording: Recording, words: Catalogue) -> str:
    """Return what stands under a recording: what it is, how much it is, and that the text says the same."""
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
