"""The texts that a new publication begins with: one place where they lie, and one way in which they are filled in."""

import re
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "starter"
"""A folder for each language, whose files lie as they will in the new publication."""

_PLACEHOLDER = re.compile(r"\[\[([^\W\d]\w*)\]\]")


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return a text with `[[many]]` replaced by the word of that name, and `[[Many]]` by the same with a capital.

    What is not among the words stays as it is: there it is the organisation that must write.
    """

    def word(found: re.Match[str]) -> str:
        name = found[1]
        if name in words:
            return words[name]
        small = name[0].lower() + name[1:]
        if small in words:
            return words[small][:1].upper() + words[small][1:]
        return found[0]

    return _PLACEHOLDER.sub(word, text)
