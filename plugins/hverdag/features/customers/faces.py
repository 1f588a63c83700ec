"""The answers of a slip: a word, and a face drawn in lines for whoever finds that easier. Nothing depends on colour."""

from ...locale import Catalogue
from ...model.uptake.questionnaires import NO, SOMETIMES, YES, YES_OR_NO

_ROUND = "M12 3a9 9 0 1 0 .01 0z"
_EYES = "M9 9.2v.9M15 9.2v.9"
_PATHS = {
    YES: f"{_ROUND}{_EYES}M7.8 13.6c1.6 3.6 6.8 3.6 8.4 0",
    SOMETIMES: f"{_ROUND}{_EYES}M8 15.2h8",
    NO: f"{_ROUND}{_EYES}M7.8 16.6c1.6-3.6 6.8-3.6 8.4 0",
    0: f"{_ROUND}M9.4 9.6c.2-3.4 5.4-3.2 5.2 0-.1 2-2.6 2-2.6 4.4M12 16.8v.4",
}
"""Paths in the field of 24 by 24 that the values' marks have too."""


def boxes(words: Catalogue) -> list[dict[str, str]]:
    """Return the answers in order, each with its word and the path of its face."""
    return [{"word": words.tell(step), "face": _PATHS[number]} for step, number in YES_OR_NO.steps]
