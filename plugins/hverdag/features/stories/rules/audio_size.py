"""A recording that is too large for a reader on a phone.

Speech needs far less than music. Ten minutes in fair quality are about five megabytes.

Good:

    audio: the-key.mp3

Bad:

    audio: the-key-whole-evening.mp3
"""

from collections.abc import Iterator
from datetime import date

from ....model.files import LARGEST_RECORDING
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "audio-size",
    Level.ERROR,
    'The recording "{given}" is too large: {size} MB.',
    "Save it again as mp3 in a lower quality, such as mono and 64 kbit/s, and at most {most} MB. That is plenty for "
    "speech.",
    __doc__,
)

MILLION = 1_000_000


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each recording in use that is too large."""
    for story in handbook.stories:
        recording = handbook.recording(story)
        if recording and recording.is_too_large:
            size, most = -(-recording.size // MILLION), LARGEST_RECORDING // MILLION
            yield RULE.at(story.at("audio"), given=story.audio, size=size, most=most)
