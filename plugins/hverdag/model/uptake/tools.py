"""Tools: what a receipt can say that a workplace has used."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from ..addresses import HANDBOOK_CODE
from ..handbook import Handbook
from ..language import Language
from ..message import Words, message
from ..texts.document import Document


class ToolKind(StrEnum):
    """The kinds of tools, in the order that readers see them."""

    STORY = "story"
    GUIDE = "guide"
    METHOD = "method"
    VALUE = "value"
    PRINTED = "printed"
    COURSE = "course"
    OWN_WAY = "own-way"
    GONE = "gone"


@dataclass(frozen=True)
class Tool:
    """A tool: its code as receipts write it, what it is, and its name for readers."""

    code: str
    kind: ToolKind
    name: Words


def documents_as_tools(model: type[Document], kind: ToolKind) -> Callable[[Handbook], Iterator[Tool]]:
    """Return the function that yields the documents of one model as tools; those without a code are none."""

    def tools(handbook: Handbook) -> Iterator[Tool]:
        return (Tool(one.code, kind, one.heading) for one in handbook.of(model) if one.code)

    return tools


def guides_as_tools(handbook: Handbook) -> Iterator[Tool]:
    """Yield the guide of each story and value with each method, whether it is ready or put together by a leader; and
    that of each method for the handbook itself."""
    methods = [method for method in handbook.methods if method.uses_texts]
    for subject, method in product((*handbook.stories, *handbook.values), methods):
        if subject.code and method.code:
            name = message("{method}: {subject}", method=method.heading, subject=subject.heading)
            yield Tool(f"{subject.code}-{method.code}", ToolKind.GUIDE, name)
    for method in handbook.methods:
        if method.is_whole and method.code:
            yield Tool(f"{HANDBOOK_CODE}-{method.code}", ToolKind.GUIDE, method.heading)


def printed_as_tools(
    named: Callable[[Language], Iterable[tuple[str, Words]]],
) -> Callable[[Handbook], Iterator[Tool]]:
    """Return the function that yields things on paper whose code is a word, such as `pjece`. `named` returns the words
    and the titles in a language."""

    def tools(handbook: Handbook) -> Iterator[Tool]:
        return (Tool(word, ToolKind.PRINTED, title) for word, title in named(handbook.settings.language))

    return tools
