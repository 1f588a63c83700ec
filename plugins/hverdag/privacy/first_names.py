"""Detects a first name alone, where a role belongs."""

import re
from collections.abc import Collection, Iterator

from ..model.language import Language
from .names import given_names, is_place

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HOLY = re.compile(r"\b(?:Sankt|Skt\.?|Sct\.?|Saint|St\.?)[ ]\Z")
_OWNER = re.compile(r"['’]s?\Z")
_ALONE_BEFORE, _ALONE_AFTER = re.compile(r"(?:^|[,;:/(&–—-])\s*\Z"), re.compile(r"\s*(?:$|[,;:/)&–—-])")
"""What stands before and after a word that is said by itself."""

_NEVER = frozenset({"August", "Dean"})
"""First names that say more often what somebody does, or when."""
_ALSO_WORDS = frozenset(
    {"Ask", "Else", "Frank", "Hans", "Line", "Per", "Vagn"}
    | {"Austin", "Florence", "Georgia", "Heather", "Jordan", "Madison", "Poppy", "Victoria", "Virginia"}
)
"""First names that are also words, places or flowers: they are names only where they are said by themselves."""


def first_names(text: str, apart: Collection[str], language: Language) -> Iterator[str]:
    """Yield the words of a role that are most likely first names. `apart` are words that are none here, such as those
    of the organisation."""
    known = given_names(language) - _NEVER
    for found in _WORD.finditer(text):
        word = _OWNER.sub("", found[0])
        if word not in known or word in apart or _HOLY.search(text, 0, found.start()):
            continue
        after = _WORD.match(text, found.end() + 1)
        if after and is_place(after[0]):
            continue
        if word not in _ALSO_WORDS or _is_alone(text, found):
            yield word


def _is_alone(text: str, found: re.Match[str]) -> bool:
    before, after = _ALONE_BEFORE.search(text, 0, found.start()), _ALONE_AFTER.match(text, found.end())
    return before is not None and after is not None
