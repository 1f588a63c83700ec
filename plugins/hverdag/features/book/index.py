"""The book's index: its stories by value, by theme and by workplace, in alphabetical order."""

from collections.abc import Iterable, Mapping, Sequence

from ...locale import Catalogue, alphabetical
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...paper.runs import narrow, shown
from .anchors import place
from .paper_data import IndexData, IndexEntryData


def indexes(stories: Sequence[Story], showing: Mapping[str, Sequence[Value]], words: Catalogue) -> list[IndexData]:
    """Return the parts of the index. A value lists every story that carries it; a theme and a workplace have page
    numbers only. `places` are the labels of the pages, in the order of the book."""
    say = words.say
    parts: list[IndexData] = [
        {"title": shown(say("By value")), "entries": _by_value(stories, showing)},
        {
            "title": shown(say("By theme")),
            "entries": _by_word((theme, story) for story in stories for theme in story.themes),
        },
        {"title": shown(say("By workplace")), "entries": _by_word((story.workplace, story) for story in stories)},
    ]
    return [part for part in parts if part["entries"]]


def _entry(text: str) -> str:
    """Return the words of an entry, ready for typesetting. A label is left alone: a break would make it another."""
    return shown(narrow(text))


def _by_value(stories: Sequence[Story], showing: Mapping[str, Sequence[Value]]) -> list[IndexEntryData]:
    values = {value.id: value for story in stories for value in showing[story.path]}
    return [
        {
            "word": _entry(value.heading),
            "places": [],
            "stories": [
                {"title": _entry(story.heading), "place": place(story)}
                for story in sorted(stories, key=lambda story: alphabetical(story.heading))
                if value in showing[story.path]
            ],
        }
        for value in sorted(values.values(), key=lambda value: alphabetical(value.heading))
    ]


def _by_word(pairs: Iterable[tuple[str, Story]]) -> list[IndexEntryData]:
    """Return an index entry for each word, ignoring case, with the places of its stories."""
    words: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    for word, story in pairs:
        key = alphabetical(word)
        if word.strip():
            words.setdefault(key, word)
            places.setdefault(key, []).append(place(story))
    return [
        {"word": _entry(words[key]), "places": list(dict.fromkeys(places[key])), "stories": []} for key in sorted(words)
    ]
