"""The files that a publication begins with, filled in with its own words."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ... import __version__
from ...model.new_publication import Beginning
from ...model.settings import Settings
from ...model.slug import slug
from ...model.texts.value import Mark
from ...starter import COMMON, FOLDER, WORDS, StarterWords, filled, starter_words
from .requirements import locked_requirements

VALUE = "values/value.md"
OWN = "values/"
"""The organisation's own from the first day: the program writes them once, and never again."""
COLOURS = (
    "#1d6f74",
    "#a8551a",
    "#4f7a28",
    "#3f5aa6",
    "#b3372a",
    "#6a4f9c",
    "#a23a52",
    "#5f6b1f",
    "#2f6f4f",
    "#8a4b8f",
    "#7a5a33",
    "#4a5a6a",
)
"""Dark enough to be read on the page, and far enough apart; a shape of its own tells each value apart too."""
_MEANS_SOMETHING = str.maketrans({sign: f"\\{sign}" for sign in "*_`#~"})


def starter_files(beginning: Beginning) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that a publication begins with, but for its first story."""
    words, known = starter_words(beginning.language), _answered(beginning)
    yield from _written(beginning.language, known)
    for number, value in enumerate(beginning.values, 1):
        name = slug(value) or slug(words.unnamed_value.format(number=number))
        yield f"{OWN}{name}.md", value_file(beginning, number)


def value_file(beginning: Beginning, number: int) -> str:
    """Return the text of the file that a value begins with, by its number, from 1."""
    words = starter_words(beginning.language)
    template = (FOLDER / beginning.language / VALUE).read_text("utf-8")
    of_value = _of_value(beginning.values[number - 1], number, words)
    return _filled(VALUE, template, {**_answered(beginning), **of_value})


def files_of(root: Path, settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that the publication in `root`, with these settings, would begin with
    today, but for its settings, values and stories."""
    language, served = settings.language.value, settings.those_served
    shown = {"title": settings.title, "organisation": settings.organisation}
    forms = {name: getattr(served, name) for name in ("one", "many", "the_one", "the_many")}
    words = {**_words(starter_words(language)), **forms, **shown}
    yield from (file for file in _written(language, words, root) if not file[0].startswith(OWN))


def _written(language: str, words: Mapping[str, str], root: Path | None = None) -> Iterator[tuple[str, str]]:
    for folder in (FOLDER / COMMON, FOLDER / language):
        for source in sorted(path for path in folder.rglob("*") if path.is_file()):
            path = source.relative_to(folder).as_posix()
            if path not in (WORDS, VALUE):
                yield _visible(path), _filled(path, source.read_text("utf-8"), words)
    yield "requirements.txt", locked_requirements(words["wheel"], root)


def _words(words: StarterWords) -> Mapping[str, str]:
    todo = {name: f"[[{sentence}]]" for name, sentence in words.todo.items()}
    return {**todo, **words.other, "version": __version__}


def _answered(beginning: Beginning) -> Mapping[str, str]:
    words = starter_words(beginning.language)
    contact = {name: getattr(beginning, name) for name in ("contact_name", "contact_phone", "contact_mail")}
    return {
        **_words(words),
        **{name: text for name, text in contact.items() if text},
        **dict(zip(("one", "many", "the_one", "the_many"), beginning.served, strict=True)),
        "title": words.title.format(organisation=beginning.organisation),
        "organisation": beginning.organisation,
        "count": str(len(beginning.values)),
    }


def _of_value(value: str, number: int, words: StarterWords) -> Mapping[str, str]:
    named = value or words.unnamed_value.format(number=number)
    todo = {name: f"[[{sentence.format(value=named, number=number)}]]" for name, sentence in words.todo.items()}
    shown = {"number": str(number), "code": f"V{number:02}", "colour": COLOURS[number - 1]}
    return {**todo, **({"value": value} if value else {}), **shown, "mark": list(Mark)[number - 1].value}


def _filled(path: str, text: str, words: Mapping[str, str]) -> str:
    """Return the text of a file with its words filled in, so that no sign in them means anything there."""
    if path.endswith(".yml"):
        return filled(text, _quoted(words))
    fields, body = _taken_apart(text) if path.endswith(".md") else ("", text)
    plain = {name: word if word.startswith("[[") else word.translate(_MEANS_SOMETHING) for name, word in words.items()}
    return filled(fields, _quoted(words)) + filled(body, plain)


def _quoted(words: Mapping[str, str]) -> Mapping[str, str]:
    """Return the words as they stand in a YAML text between quotation marks."""
    return {name: word.replace('"', '\\"') for name, word in words.items()}


def _taken_apart(text: str) -> tuple[str, str]:
    """Return the front matter of a page with the lines around it, and the rest; the first is empty if it has none."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    return (text[: end + 5], text[end + 5 :]) if end >= 0 else ("", text)


def _visible(path: str) -> str:
    """Return the path in a publication: `dot-github` is `.github`, which tools would read in the package itself."""
    return re.sub(r"(^|/)dot-", r"\1.", path)
