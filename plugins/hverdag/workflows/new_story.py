"""Creates the file of a new story, with its code and dates."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..model.codes import next_code
from ..model.editorial.new_story import NewStory
from ..model.handbook import Handbook
from ..model.slug import slug
from ..model.themes import theme_key
from ..model.uptake.workplaces import workplaces_of
from ..pipeline.read import ReadPublication
from ..reports.new_story import new_story_text
from ..starter import starter_words
from .source_files import write_new

MOST_LETTERS = 40
MOST_SHOWN = 12
"""Words that are suggested for a field."""


def begin_story(publication: ReadPublication, today: date, title: str) -> tuple[Path, str]:
    """Write the file of a new story, prefilled as far as possible, and return its path and code."""
    begun = plan_new_story(publication.handbook, title, today)
    return write_new(publication.root / begun.path, new_story_text(begun)), begun.code


def plan_new_story(handbook: Handbook, title: str, today: date) -> NewStory:
    """Return a new story with a free file name, the next code and a review day one year from today."""
    language = handbook.settings.language.value
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
        audiences=_used(story.audience for story in handbook.stories) or starter_words(language).audiences,
        themes=_with_known(_used(story.themes for story in handbook.stories), handbook),
        has_workplaces=bool(workplaces_of(handbook).workplaces),
    )


def _used(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the twelve words that other stories use most, the most used first, as suggestions to use them again."""
    return tuple(word for word, _ in Counter(word for words in lists for word in words).most_common(MOST_SHOWN))


def _with_known(used: tuple[str, ...], handbook: Handbook) -> tuple[str, ...]:
    """Return the themes that other stories use, and those of handbook.yml that are not among them, twelve in all."""
    keys = {theme_key(theme) for theme in used}
    others = (theme.name for theme in handbook.settings.themes if theme.name and theme_key(theme.name) not in keys)
    return (*used, *others)[:MOST_SHOWN]


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


def _a_year_after(day: date) -> date:
    """Return the same day next year; 28 February for 29 February."""
    return day.replace(year=min(day.year + 1, 9999), day=28 if (day.month, day.day) == (2, 29) else day.day)
