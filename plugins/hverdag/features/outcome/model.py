"""The outcome of the stories sent in, counted so that no number and no word identifies a story that was left out."""

from dataclasses import dataclass
from datetime import date

from ...model.texts.story import Story


@dataclass(frozen=True, order=True)
class Reason:
    """Management's words on a story that was left out, and nothing of the story.

    They are sorted by day and then by text, so that their order does not reveal the order of stories.
    """

    date: date
    text: str
    role: str


@dataclass(frozen=True)
class ThemeCount:
    """A key word, and the number of stories with it."""

    name: str
    number: int


@dataclass(frozen=True)
class Outcome:
    """The numbers of stories that came in, were left out (with the reasons), and are under way, and the stories chosen.

    `chosen` holds those that readers can see; `retired` is the number of those that were chosen and later retired.
    `invented` is the number of made-up stories among all that came in.
    """

    came_in: int = 0
    chosen: tuple[Story, ...] = ()
    retired: int = 0
    left: int = 0
    reasons: tuple[Reason, ...] = ()
    under_way: int = 0
    themes: tuple[ThemeCount, ...] = ()
    invented: int = 0

    @property
    def is_invented(self) -> bool:
        """True if stories came in and all are made up."""
        return self.came_in > 0 and self.invented == self.came_in
