"""The book's index: its stories by value, by theme and by workplace, in alphabetical order."""

from collections.abc import Iterable, Sequence

from ..locale import alphabetical
from ..model.texts.story import Story
from ..paper.data import Data, shown_all
from ..paper.shared import PaperParts
from ..paper.text_tree import narrow
from .book_places import place


def indexes(stories: Sequence[Story], parts: PaperParts) -> list[Data]:
    """Return the parts of the index. Under a value stands every story that carries it; a theme and a workplace have
    page numbers only. `places` are the labels that the pages are found by, in the book's own order."""
    say = parts.words.say
    found = [
        {"title": say("By value"), "entries": _by_value(stories, parts)},
        {"title": say("By theme"), "entries": _by_word((theme, story) for story in stories for theme in story.themes)},
        {"title": say("By workplace"), "entries": _by_word((story.workplace, story) for story in stories)},
    ]
    return [shown_all(one) for one in found if one["entries"]]


def _by_value(stories: Sequence[Story], parts: PaperParts) -> list[Data]:
    showing = {story.path: parts.site.handbook.showing(story) for story in stories}
    values = {value.id: value for shown in showing.values() for value in shown}
    return [
        {
            "word": narrow(value.heading),
            "places": [],
            "stories": [
                {"title": narrow(story.heading), "place": place(story)}
                for story in sorted(stories, key=lambda story: alphabetical(story.heading))
                if value in showing[story.path]
            ],
        }
        for value in sorted(values.values(), key=lambda value: alphabetical(value.heading))
    ]


def _by_word(pairs: Iterable[tuple[str, Story]]) -> list[Data]:
    """Group stories by a word; small and capital letters are not told apart."""
    words: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    for word, story in pairs:
        key = alphabetical(word)
        if word.strip():
            words.setdefault(key, word)
            places.setdefault(key, []).append(place(story))
    return [
        {"word": narrow(words[key]), "places": list(dict.fromkeys(places[key])), "stories": []} for key in sorted(words)
    ]
