"""What came of everyone's stories, so counted that no number and no word points to a story that was left out."""

from dataclasses import dataclass
from datetime import date

from ...model.texts.story import Story


@dataclass(frozen=True, order=True)
class Reason:
    """Management's words on a story that was left out, and nothing of the story.

    They are sorted by day and then by their own letters, so that their order tells nothing of the order of stories.
    """

    date: date
    text: str
    role: str


@dataclass(frozen=True)
class Theme:
    """A key word, and how many stories have it."""

    name: str
    number: int


@dataclass(frozen=True)
class Outcome:
    """What came in, what was chosen, what was left and why, and how many are still on their way.

    `chosen` holds those that readers can see; `retired` is the number of those that were chosen and have been taken
    out since. `invented` is how many of all that came in are made up.
    """

    came_in: int = 0
    chosen: tuple[Story, ...] = ()
    retired: int = 0
    left: int = 0
    reasons: tuple[Reason, ...] = ()
    under_way: int = 0
    themes: tuple[Theme, ...] = ()
    invented: int = 0

    @property
    def is_invented(self) -> bool:
        """Whether all of it is made up."""
        return self.came_in > 0 and self.invented == self.came_in
