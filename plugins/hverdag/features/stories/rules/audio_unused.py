"""A recording that no story uses.

A recording is published with the story that names it. One that no story names reaches no one.

Good:

    audio: the-key.mp3
"""

from collections.abc import Iterator
from datetime import date

from ....model.handbook import Handbook
from ....model.problem import Level, Problem, Rule, Source

RULE = Rule(
    "audio-unused",
    Level.WARNING,
    'No story uses the recording "{given}".',
    "Write audio: {given} in its story, or take the file away.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each recording that no story names."""
    used = {story.audio_path for story in handbook.stories if story.audio}
    for path in handbook.recordings:
        if path not in used:
            yield RULE.at(Source(path), given=path.rpartition("/")[2])
