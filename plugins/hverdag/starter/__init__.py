"""What a new publication begins with: the files of each language as they will lie there, and words to fill in.

In a file, `[[many]]` is a word that the program fills in, and `[[Many]]` the same with a capital. What people must
write themselves stays in the new file in double square brackets, as a sentence that says what to write.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
"""A folder for each language, and `common` for what is the same in all of them."""

WORDS = "words.yml"
COMMON = "common"
_PLACEHOLDER = re.compile(r"\[\[([^\W\d]\w*)\]\]")
_LONGEST = 60
"""Characters of the longest word that a sentence to fill in may name, such as a value."""


@dataclass(frozen=True)
class StarterWords:
    """The words of one language. `audiences` are whom a story may be good for, as long as no story says. `said_once` is
    what the settings of a second language say of those of the first. `todo` are the sentences that say what people must
    write, by their names in files, and `other` are words in files that are the same in all languages."""

    title: str
    story: str
    served: tuple[str, str, str, str]
    unnamed_value: str
    audiences: tuple[str, ...]
    said_once: str
    todo: Mapping[str, str]
    other: Mapping[str, str]


@cache
def starter_words(language: str) -> StarterWords:
    """Return the words of a language, such as `da`."""
    words: dict[str, Any] = yaml.load((FOLDER / language / WORDS).read_text("utf-8"), yaml.CSafeLoader)
    one, many, the_one, the_many = words["served"]
    return StarterWords(
        title=words["title"],
        story=words["story"],
        served=(one, many, the_one, the_many),
        unnamed_value=words["unnamed_value"],
        audiences=tuple(words["audiences"]),
        said_once=words["said_once"],
        todo=words["todo"],
        other=words.get("other", {}),
    )


def languages() -> tuple[str, ...]:
    """Return the languages that a publication can begin in."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob(f"*/{WORDS}")))


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with each `[[word]]` that is among the words filled in; all else stays as it is."""

    def word(found: re.Match[str]) -> str:
        name = found[1]
        if name in words:
            return words[name]
        small = name[0].lower() + name[1:]
        return words[small][:1].upper() + words[small][1:] if small in words else found[0]

    return _PLACEHOLDER.sub(word, text)


@cache
def unwritten() -> re.Pattern[str]:
    """Return a pattern that matches each sentence of any language that says what people must write, whatever value it
    names and wherever its lines break, as long as one of its brackets is left."""
    any_of_them = "|".join(map(_pattern, _sentences()))
    return re.compile(rf"\[{{1,2}}(?P<one>{any_of_them})\]{{0,2}}|(?P<other>{any_of_them})\]{{1,2}}")


def unwritten_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield each such sentence in a text, on one line and without its brackets, with its place in the text."""
    # The pattern takes a tenth of a second for a million characters, and few texts have one of the words.
    if any(word in text for word in _first_words()):
        for found in unwritten().finditer(text):
            yield found.start(), " ".join((found["one"] or found["other"]).split())


def _sentences() -> Iterable[str]:
    return dict.fromkeys(sentence for language in languages() for sentence in starter_words(language).todo.values())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(sentence.split()[0] for sentence in _sentences())


def _pattern(sentence: str) -> str:
    parts = re.split(r"\{\w+\}", sentence)
    words = (r"\s+".join(map(re.escape, part.split(" "))) for part in parts)
    return rf"[^\[\]\"]{{1,{_LONGEST}}}".join(words)
