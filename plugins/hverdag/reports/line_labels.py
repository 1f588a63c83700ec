"""The labels of lines in the text that is nodded to, where a line does not say itself what it is."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..locale import Catalogue


def line_labels(words: Catalogue) -> dict[str, str]:
    """Return the labels by the fields of lines, among them the kinds of boxes beside the text."""
    say = words.say
    return {
        "values": say("Values"),
        "workplace": say("Workplace"),
        "image": say("Image"),
        "audio": say("Recording"),
        "because": say("Because"),
        "dilemma": say("The dilemma"),
        "questions": say("Talk about it"),
        "note": say("Note"),
        "tip": say("Tip"),
        "important": say("Important"),
        "warning": say("Warning"),
        "caution": say("Caution"),
    }


def labelled(lines: Iterable[tuple[str, str]], words: Catalogue) -> Iterator[str]:
    """Yield the text of each line, given as field and text; the first of those in one field has the label."""
    labels = line_labels(words)
    for (before, _), (field, text) in pairwise((("", ""), *lines)):
        yield f"{labels[field]}: {text}" if field in labels and field != before else text
