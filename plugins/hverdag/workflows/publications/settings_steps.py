"""What each version of the program changed in handbook.yml, and how an older one is brought along.

A step adds lines and takes nothing away: all else in the file is somebody's own.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from ... import __version__
from ...model.folders import USUAL
from ...model.language import Language
from ...model.message import Message, message
from ...model.settings import Settings
from ...pipeline.newer import version_parts

WRITTEN_FOR = re.compile(r"^written_for:.*$", re.MULTILINE)
_PLUGIN = re.compile(r"^([ ]*)- hverdag[ ]*$", re.MULTILINE)
_ASKS_FOR_FRAME = "0.2"
_LANGUAGE = re.compile(r"^language:.*\n", re.MULTILINE)
_FOLDERS = re.compile(r"^folders:.*\n", re.MULTILINE)


class Step(NamedTuple):
    """A change to the text of handbook.yml: from which version on it is not needed, what it is for, and how it is made.
    `lines` returns the lines to add, of which there are none where the settings do not need it."""

    version: str
    why: Message
    lines: Callable[[Settings], str]


def _danish_folders(settings: Settings) -> str:
    """Return the folders of an English handbook that had the Danish ones because it named none."""
    if settings.language is not Language.ENGLISH:
        return ""
    core = ("values", "stories", "methods", "guides", "goals")
    kept = (name for name in core if not getattr(settings.folders, name))
    return "".join(f"  {name}: {USUAL[Language.DANISH][name]}\n" for name in kept)


STEPS = (
    Step(
        "0.2",
        message("The addresses stay as they are: an English handbook now has English ones, unless it names others."),
        _danish_folders,
    ),
)


def stepped(text: str, settings: Settings) -> tuple[str, tuple[Message, ...]]:
    """Return the text of handbook.yml as this version of the program wants it, and why each part of it is new."""
    why: list[Message] = []
    for step in STEPS:
        lines = step.lines(settings) if version_parts(settings.written_for) < version_parts(step.version) else ""
        if lines:
            text = _in_section(text, _FOLDERS, "folders:\n", lines)
            why.append(step.why)
    line = f'written_for: "{__version__}"'
    if settings.has("written_for"):
        return WRITTEN_FOR.sub(line, text, count=1), tuple(why)
    language = _LANGUAGE.search(text)
    if language:
        return f"{text[: language.end()]}{line}\n{text[language.end() :]}", tuple(why)
    return f"{text.rstrip()}\n\n{line}\n", tuple(why)


def with_own_frame(text: str, settings: Settings) -> str:
    """Return the text of a mkdocs.yml that says whose frame it is to be, as the program wrote none before; an empty one
    where it says so, or is written for a program that asks."""
    if version_parts(settings.written_for) >= version_parts(_ASKS_FOR_FRAME) or "frame:" in text:
        return ""
    framed = _PLUGIN.sub(r"\1- hverdag:\n\1    frame: own", text, count=1)
    return framed if framed != text else ""


def _in_section(text: str, section: re.Pattern[str], head: str, lines: str) -> str:
    found = section.search(text)
    if found:
        return text[: found.end()] + lines + text[found.end() :]
    return f"{text.rstrip()}\n\n{head}{lines}"
