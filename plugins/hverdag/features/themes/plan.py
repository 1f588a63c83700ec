"""Handbook to the pages of themes, each with the stories about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.addresses import THEME_LIST
from ...model.settings import PATH
from ...model.shown import Shown, ShownStory, ShownTheme
from ...model.themes import Theme, theme_key
from ...model.view import NO_STORIES, View
from ..index import Index
from .addresses import list_address, theme_address

MOST_IN_A_GUIDE = 3
"""The most stories of a theme that the composer is opened with: a meeting has no time for more."""


@dataclass(frozen=True, kw_only=True)
class ThemeListView(View):
    """All themes that a story is about, each with the number of its stories."""

    themes: tuple[tuple[Theme, int], ...]


@dataclass(frozen=True, kw_only=True)
class ThemeView(View):
    """A theme with its stories, and the ids of those to put a guide together from."""

    theme: Theme
    stories: tuple[ShownStory, ...]
    to_guide: tuple[str, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view of the list of themes, and one for each theme. A theme without a story has no page."""
    settings = shown.settings
    yield ThemeListView(
        story_codes=NO_STORIES,
        places=((THEME_LIST, list_address(settings)),),
        themes=tuple((one.theme, len(one.stories)) for one in shown.themes),
    )
    on_paper = {one.story.id for one in shown.on_paper}
    for one in shown.themes:
        yield _theme(one, shown, on_paper)


def _theme(shown_theme: ShownTheme, shown: Shown, on_paper: set[str]) -> ThemeView:
    theme, stories = shown_theme.theme, shown_theme.stories
    ids = [one.story.id for one in stories if one.story.id in on_paper]
    codes = tuple(one.story.code for one in stories)
    is_own = theme_key(theme.id) in shown.handbook.theme_by_key
    return ThemeView(
        story_codes=codes,
        # What only stories name is theirs: whoever reads it has read of them.
        title_codes=NO_STORIES if is_own else codes,
        subject=PATH if is_own else "",
        places=((theme.target, theme_address(theme, shown.settings)),),
        theme=theme,
        stories=stories,
        to_guide=tuple(ids[:MOST_IN_A_GUIDE]) if any(one.uses_texts for one in shown.handbook.methods) else (),
    )
