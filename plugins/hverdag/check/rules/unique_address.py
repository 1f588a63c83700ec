"""Two files that would be found at the same address in the site.

Windows and many servers hold large and small letters for the same, and `a.md` and `a/index.md` meet at `a/`.
One of the two would silently take the other's place.
"""

from collections.abc import Iterator
from datetime import date

from ...model.addresses import (
    PRINT,
    SHORT,
    composer_address,
    draw_address,
    goal_address,
    method_address,
    page_address,
    protection_address,
    story_address,
    subject_address,
    value_address,
)
from ...model.files import EntryKind
from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source
from ...model.texts.method import Method, Subject, is_method

RULE = Rule(
    "unique-address",
    Level.ERROR,
    "The page would be found at the same address as {other} ({address}).",
    "Give one of the files another name.",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem for each file whose address was seen before."""
    seen = {f"{folder}/".casefold(): folder for folder in _own_folders(handbook)}
    for path, address in _addresses(handbook):
        other = seen.setdefault(address.casefold(), path)
        if other != path:
            yield RULE.at(Source(path), other=other, address=f"/{address}")


def _own_folders(handbook: Handbook) -> tuple[str, ...]:
    """Hverdag makes the pages that list values and stories, the one where a guide is put together, the cards, and the
    page on data protection."""
    settings = handbook.settings
    made = (composer_address(settings), draw_address(settings), protection_address(settings))
    return PRINT, SHORT, settings.folders.values, settings.folders.stories, *(page.rstrip("/") for page in made)


def _addresses(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for value in handbook.values:
        yield value.path, value_address(value, handbook.settings)
    for story in handbook.stories:
        yield story.path, story_address(story, handbook.settings)
    for goal in handbook.settings.goals:
        # All of them are written in one file; two that meet are another rule's business.
        yield handbook.settings.path, goal_address(goal, handbook.settings)
    for entry in handbook.entries:
        home = _taken(entry.path)
        if home:
            yield entry.path, home
        is_page = entry.kind is EntryKind.FILE and entry.path.startswith("docs/") and entry.suffix == ".md"
        if is_page and not is_method(entry.path):
            yield entry.path, page_address(entry.path)
    for method in handbook.methods:
        yield method.path, method_address(method, handbook.settings)
        if method.ready:
            yield from _guides(method, handbook)


def _taken(path: str) -> str:
    """The folder of ours that a file in docs/ would land in: what is printed, and the short addresses on it."""
    first = path.removeprefix("docs/").partition("/")
    return f"{first[0]}/" if path.startswith("docs/") and first[1] and first[0] in (PRINT, SHORT) else ""


def _guides(method: Method, handbook: Handbook) -> Iterator[tuple[str, str]]:
    """A guide is found at the name of its story or value; the method itself has no part in a collision."""
    if Subject.VALUE in method.applies_to:
        for value in handbook.values:
            yield value.path, subject_address(method, value, handbook.settings)
    if Subject.STORY in method.applies_to:
        for story in handbook.stories:
            yield story.path, subject_address(method, story, handbook.settings)
