"""Creates the file of a new story, with its code and dates."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..model.codes import next_code
from ..model.editorial.new_story import NewStory
from ..model.handbook import Handbook
from ..model.slug import slug
from ..model.uptake.workplaces import workplaces_of
from ..pipeline.read import ReadPublication
from ..reports.new_story import new_story_text
from .source_files import write_new

MOST_LETTERS = 40


def begin_story(publication: ReadPublication, today: date, title: str) -> tuple[Path, str]:
    """Write the file of a new story, prefilled as far as possible, and return its path and code."""
    begun = plan_new_story(publication.handbook, title, today)
    return write_new(publication.root / begun.path, new_story_text(begun)), begun.code


def plan_new_story(handbook: Handbook, title: str, today: date) -> NewStory:
    """Return a new story with a free file name, the next code and a review day one year from today."""
    title = " ".join(title.encode("utf-8", "replace").decode().split())
    taken = {"index", *(entry.name.rpartition(".")[0] or entry.name for entry in handbook.entries)}
    return NewStory(
        path=f"stories/{_free(slug(title)[:MOST_LETTERS].strip('-') or 'fortaelling', taken)}.md",
        title=title,
        code=next_code((story.code for story in handbook.stories), handbook.settings.retired),
        told=today,
        review_by=_a_year_after(today),
        kinds=tuple(kind.id for kind in handbook.settings.kinds),
        values=tuple(handbook.value_by_id),
        audiences=_used(story.audience for story in handbook.stories),
        themes=_used(story.themes for story in handbook.stories),
        has_workplaces=bool(workplaces_of(handbook).workplaces),
    )


def _used(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the twelve words that other stories use most, the most used first, as suggestions to use them again."""
    return tuple(word for word, _ in Counter(word for words in lists for word in words).most_common(12))


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def _a_year_after(day: date) -> date:
    """Return the same day next year; 28 February for 29 February."""
    return day.replace(year=min(day.year + 1, 9999), day=28 if (day.month, day.day) == (2, 29) else day.day)
