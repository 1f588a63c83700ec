"""How old the newest story is that a colleague has told: by value and group of workplaces, and by value and kind."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ...model.handbook import Handbook
from ...model.settings import Kind
from ...model.texts.story import Origin, Story
from ...model.texts.value import Value
from ...model.uptake.told import group_of
from ...model.uptake.workplaces import WorkplaceGroup, workplaces_of


class Age(IntEnum):
    """How old the newest story of a cell is, the emptiest first. From FROM_TWO_YEARS on, it is two years or older."""

    NONE = 0
    FROM_TWO_YEARS = 1
    FROM_ONE_YEAR = 2
    UNDER_ONE_YEAR = 3


@dataclass(frozen=True)
class Cell:
    """The stories about a value from one group of workplaces, or from all of them if `group` is None: the day that the
    newest was told, and how long ago that is."""

    value: Value
    group: WorkplaceGroup | None
    newest: date | None
    age: Age


@dataclass(frozen=True)
class Row:
    """A value, with the newest of all its stories, of those from each group, and of those of each kind."""

    whole: Cell
    groups: tuple[Cell, ...]
    kinds: tuple[Age, ...]


@dataclass(frozen=True)
class Coverage:
    """What has been told, and what has not. `counted` is the number of stories that count."""

    counted: int
    groups: tuple[WorkplaceGroup, ...]
    kinds: tuple[Kind, ...]
    rows: tuple[Row, ...]

    @property
    def cells(self) -> Iterator[Cell]:
        """The cells that invitations may be about: by group, or, if no number is told by group, one for each value."""
        for row in self.rows:
            yield from row.groups or (row.whole,)


def coverage_of(handbook: Handbook, today: date) -> Coverage:
    """Return the coverage of a handbook. A story from a small workplace counts for its value, and for no group."""
    workplaces, settings = workplaces_of(handbook), handbook.settings
    groups = workplaces.groups(today)
    stories = counted(handbook, today)
    of_group = {story.id: group_of(story, workplaces, groups, settings.floor) for story in stories}

    def row(value: Value) -> Row:
        its = [story for story in stories if value.id in story.values]
        return Row(
            _cell(value, None, its, today),
            tuple(_cell(value, group, [one for one in its if of_group[one.id] == group], today) for group in groups),
            tuple(
                age_of(newest(one for one in its if settings.kind(one.kind) == kind), today) for kind in settings.kinds
            ),
        )

    return Coverage(len(stories), groups, settings.kinds, tuple(row(value) for value in handbook.values))


def counted(handbook: Handbook, today: date) -> tuple[Story, ...]:
    """Return the stories that count: published, told by a colleague, and with a consent that holds."""
    return tuple(
        story
        for story in handbook.published
        if story.origin is Origin.COLLECTED
        and not story.is_faulty("origin")
        and not story.unavailable
        and not story.has_ended(today)
        and story.told
        and story.told <= today
    )


def newest(stories: Iterable[Story]) -> date | None:
    """Return the day that the newest of some stories was told; None if there is none."""
    return max((story.told for story in stories if story.told), default=None)


def age_of(day: date | None, today: date) -> Age:
    """Return how long ago a day is."""
    if day is None:
        return Age.NONE
    years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return (Age.UNDER_ONE_YEAR, Age.FROM_ONE_YEAR, Age.FROM_TWO_YEARS)[min(years, 2)]


def _cell(value: Value, group: WorkplaceGroup | None, stories: Iterable[Story], today: date) -> Cell:
    day = newest(stories)
    return Cell(value, group, day, age_of(day, today))


def emptiest(cells: Iterable[Cell], number: int) -> tuple[Cell, ...]:
    """Return the cells that most lack a story, at most `number`: those without any, then the oldest. Among equals, each
    is about another value and another group than those before it, as far as there are any."""
    left = [cell for cell in cells if cell.age is not Age.UNDER_ONE_YEAR]
    found: list[Cell] = []
    while left and len(found) < number:
        asked = {cell.value.id for cell in found}, [cell.group for cell in found]
        cell = min(left, key=lambda one: _order(one, *asked))  # the first of equals
        left.remove(cell)
        found.append(cell)
    return tuple(found)


def _order(cell: Cell, values: set[str], groups: Sequence[WorkplaceGroup | None]) -> tuple[int, bool, bool, date]:
    return cell.age, cell.value.id in values, cell.group in groups, cell.newest or date.min


def on_agenda(coverage: Coverage, handbook: Handbook, today: date) -> tuple[Value, ...]:
    """Return the values that nobody has told a story about for a year, once the first selection is a year old: what is
    new has not had the time."""
    first = min((one.date for one in handbook.settings.selections if one.date), default=None)
    if first is None or first > today or age_of(first, today) is Age.UNDER_ONE_YEAR:
        return ()
    return tuple(row.whole.value for row in coverage.rows if row.whole.age is not Age.UNDER_ONE_YEAR)
