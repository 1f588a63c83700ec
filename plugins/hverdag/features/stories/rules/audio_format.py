"""A recording that cannot be played.

A file may be called .mp3 and hold something else, or have lost its end on the way. A new ending on its name does not
change what it is.

Good:

    audio: the-key.mp3

Bad:

    audio: the-key-renamed.mp3
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "audio-format",
    Level.ERROR,
    'The recording "{given}" is damaged, or it is not what the ending of its name says.',
    "Play it on your computer, and save it again as mp3 or m4a. It is not enough to change its name.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each recording in use that is damaged or of another kind."""
    for story in handbook.stories:
        recording = handbook.recording(story)
        if recording and not recording.is_too_large and not story.audio.endswith(f".{recording.form}"):
            yield RULE.at(story.at("audio"), given=story.audio)
