"""Runs of letters without a space on paper: where a long one may break."""

import re
from itertools import chain

LONGEST_RUN = 40
"""Characters: a run without a space that is at least this long may be wider than the paper, so breaks are inserted."""

_SPACE = re.compile(r"[ \t\n]+")
# A no-break space is part of a run.
_RUN = re.compile(rf"[^ \t\n\u200b]{{{LONGEST_RUN},}}")
_NARROW = re.compile(r"[^ \t\n\u200b]{12,}")
_JOINT = re.compile(r"(?<=[@./_])(?=\w)")
# A break is never put before what belongs to the letter before it.
_BELONGS = "\u0300-\u036f\u200d\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff"
BREAK = "\u200b"


def shown(text: str, longest: int = LONGEST_RUN) -> str:
    """Return a text ready for typesetting: white space is collapsed, and words of `longest` characters get breaks."""
    return broken(_SPACE.sub(" ", text), longest)


def whole(text: str) -> str:
    """Return a text without its breaks, as it is where nothing is typeset."""
    return text.replace(BREAK, "")


def narrow(text: str) -> str:
    """Return a text for a narrow column: an address may break after `@`, `.`, `/` and `_`, and a run of 24 characters
    in its middle."""
    return _NARROW.sub(lambda match: broken(_JOINT.sub(BREAK, match[0]), 24), text)


def broken(text: str, longest: int) -> str:
    """Return a text as it is, but that runs of `longest` characters get breaks: after each joint, and in what is long
    between two."""
    if len(text) < longest:
        return text
    runs = _RUN if longest == LONGEST_RUN else re.compile(rf"[^ \t\n\u200b]{{{longest},}}")
    pieces = re.compile(rf".{{1,{max(1, longest // 2)}}}(?:[{_BELONGS}]|(?<=\u200d).)*", re.DOTALL)

    def with_breaks(match: re.Match[str]) -> str:
        parts = ([part] if len(part) < longest else pieces.findall(part) for part in _JOINT.split(match[0]))
        return BREAK.join(chain.from_iterable(parts))

    return runs.sub(with_breaks, text)
