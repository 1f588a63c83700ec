"""A recording that is not there.

A recording of the text lies beside its story. It is an mp3 or m4a file, because every browser plays those.

Good:

    audio: noeglen.mp3

Bad:

    audio: noeglen.wav
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule
from ....model.suggest import path_suggestion

RULE = Rule(
    "audio-file",
    Level.ERROR,
    '"{given}" is not an mp3 or m4a file beside the story.',
    "Put the recording in the same folder as the story, as mp3 or m4a, and write its file name.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each recording that no file holds."""
    for story in handbook.stories:
        if story.audio and not handbook.recording(story):
            near = path_suggestion(story.audio_path, handbook.recordings)
            meant = {name: str(path).removeprefix("stories/") for name, path in near.items()}
            yield RULE.at(story.at("audio"), given=story.audio, **meant)
