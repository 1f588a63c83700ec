"""A recording that is not there.

A recording of the text is kept beside its story. It is an mp3 or m4a file, because every browser plays those.

Good:

    audio: the-key.mp3

Bad:

    audio: the-key.wav
"""

from collections.abc import Iterator
from datetime import date

from ....model.better_files import BetterFiles, portable
from ....model.files import RECORDINGS
from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule

RULE = Rule(
    "audio-file",
    Level.ERROR,
    '"{given}" is not an mp3 or m4a file beside the story.',
    "Put the recording in the same folder as the story, as mp3 or m4a, and write its file name.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each recording that no file holds. A file of another kind, or with a name that cannot be, has
    its own problem."""
    files = BetterFiles(handbook)
    for story in handbook.stories:
        meant = files.meant(story.audio_path, story, RECORDINGS) if story.audio else ""
        if meant == "" and story.audio.casefold().endswith(RECORDINGS) and not story.audio.endswith(RECORDINGS):
            meant = portable(story.audio)  # an ending in capitals is none that every browser knows
        if meant != "":
            near = {"suggestion": meant} if meant else {}
            yield RULE.at(story.at("audio"), given=story.audio, **near)
