"""Looks words up in the dictionary, in a process of its own: `python -m hverdag.pipeline.form_worker`."""

from collections.abc import Iterable
from typing import Any

from ..language.lexicon import look_up
from ..model.language import Language
from ..model.search import Word
from ..parse.other_process import answer


def found(forms: list[tuple[str, str]]) -> list[Any]:
    """Return what each form brings to a lexicon. The forms are of one language, which stands before each."""
    language = Language(forms[0][0])
    words = look_up([form for _, form in forms], language)
    return [as_json(words[form]) for _, form in forms]


def as_json(words: Iterable[Word]) -> list[Any]:
    """Return words as JSON has them."""
    return [[word.name, word.forms, word.parts] for word in words]


if __name__ == "__main__":
    answer(found)
