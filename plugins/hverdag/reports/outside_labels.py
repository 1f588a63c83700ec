"""What nobody nods to and has changed, in words: no file is told by its name alone."""

from collections.abc import Iterator, Sequence

from ..locale import Catalogue
from ..model.editorial.change import Change, Fate, Stretch
from ..model.editorial.outside import FieldChange, OutsideChange, OutsideEvent, OutsideKind
from .markdown_escape import marked, plain
from .review_labels import ReviewWords

MOST_TOLD = 40
MOST_LINES = 10
MOST_PATHS = 30

FILES = (OutsideKind.ADDRESSES, OutsideKind.MEDIA, OutsideKind.FILE)
"""What is known by paths only."""


class OutsideWords:
    """Translates what has changed outside the nods into sentences."""

    def __init__(self, words: Catalogue) -> None:
        self._words = words
        self._labels = ReviewWords(words)

    def sentence(self, change: OutsideChange) -> str:
        """Return what happened, such as "The value Trust has a new explanation"."""
        say, what = self._words.say, self._subject(change)
        if change.event is OutsideEvent.ADDED:
            told = say("{what} is new.", what=what)
        elif change.event is OutsideEvent.REMOVED:
            told = say("{what} is taken out.", what=what)
        elif change.text and change.kind is OutsideKind.VALUE:
            told = say("{what} has a new explanation.", what=what)
        elif change.text:
            told = say("{what} has a new text.", what=what)
        else:
            told = say("{what} has changed.", what=what)
        return told

    def _subject(self, change: OutsideChange) -> str:
        say, name = self._words.say, change.name
        return {
            OutsideKind.STORY: say("The story {name}", name=name),
            OutsideKind.VALUE: say("The value {name}", name=name),
            OutsideKind.METHOD: say("The method {name}", name=name),
            OutsideKind.PAGE: say("The page {name}", name=name),
            OutsideKind.GOAL: say("The goal {name}", name=name),
            OutsideKind.STRATEGY: say("The point {name} in the strategy", name=name),
            OutsideKind.SETTINGS: say("What is set for the whole handbook"),
        }.get(change.kind) or say("The text {name}", name=name)

    def files(self, kind: OutsideKind, paths: Sequence[str]) -> str:
        """Return what happened to files of one kind."""
        say = self._words.say
        if kind is OutsideKind.ADDRESSES:
            return say("The list of addresses that pages had before has changed.")
        named = ", ".join(paths[:MOST_PATHS])
        if len(paths) > MOST_PATHS:
            named = f"{named} {say('and {number} more', number=len(paths) - MOST_PATHS)}"
        if kind is OutsideKind.MEDIA:
            return say("Pictures or sound have changed: {paths}", paths=named)
        return say("Other files have changed: {paths}", paths=named)

    def lines(self, change: OutsideChange) -> Iterator[str]:
        """Yield what was there and what is there now, as Markdown: the fields, and then the text."""
        yield from (f"{plain(self._words.say(field.label))}: {self._field(field)}" for field in change.fields)
        yield from filter(None, map(self._line, change.text[:MOST_LINES]))
        if len(change.text) > MOST_LINES:
            yield self._words.say("and {number} more", number=len(change.text) - MOST_LINES)

    def _field(self, field: FieldChange) -> str:
        pairs = ((Fate.GONE, field.before), (Fate.NEW, field.after))
        return marked([Stretch(fate, self._labels.field(field.name, text)) for fate, text in pairs if text])

    def _line(self, change: Change) -> str:
        return marked(change.stretches) + plain(self._labels.exchanged(change))


def outside(changes: Sequence[OutsideChange], words: Catalogue, details: bool) -> str:
    """Return the section on what nobody nods to, as Markdown. Without `details` nothing of it is quoted."""
    told, lines = OutsideWords(words), []
    sentences = [change for change in changes if change.kind not in FILES]
    for change in sentences[:MOST_TOLD]:
        lines.append(f"- {plain(told.sentence(change))}")
        lines += [f"  - {line}" for line in (told.lines(change) if details else ())]
    if len(sentences) > MOST_TOLD:
        lines.append(f"- {words.say('and {number} more', number=len(sentences) - MOST_TOLD)}")
    for kind in FILES:
        paths = [change.name for change in changes if change.kind is kind]
        lines += [f"- {plain(told.files(kind, paths))}"] if paths else []
    title = words.say("Changed, and nobody nods to it")
    key = words.say("What is gone is ~~crossed out~~, and what is new is **bold**.")
    is_quoted = any(line.startswith("  - ") for line in lines)
    return "\n\n".join((f"## {title}", *([key] if is_quoted else []), "\n".join(lines)))
