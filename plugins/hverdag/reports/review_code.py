"""What a review says of the files that engineers answer for."""

from collections.abc import Iterator, Sequence

from ..locale import Catalogue
from ..model.editorial.review import CodeChange, CodeKind
from .markdown_escape import plain

MOST = 30


def code_section(changes: Sequence[CodeChange], words: Catalogue) -> Iterator[str]:
    """Yield the part of the report that says what an engineer must see; nothing where there is no such change."""
    if changes:
        title = words.say("An engineer must see this")
        yield f"**{title}:** {words.say('The proposal changes what runs when the handbook is built.')}"
        lines = [f"- {plain(_sentence(change, words))}" for change in changes[:MOST]]
        if len(changes) > MOST:
            lines.append(f"- {words.say('and {number} more', number=len(changes) - MOST)}")
        yield "\n".join(lines)


def _sentence(change: CodeChange, words: Catalogue) -> str:
    return {
        CodeKind.PAGE: words.say("the page {path}, which may fetch more than what is written in it", path=change.path),
        CodeKind.SETUP: words.say("how the handbook is set up (mkdocs.yml)"),
        CodeKind.LOOK: words.say("how the handbook looks: {path}", path=change.path),
        CodeKind.PROGRAM: words.say("the program, or what comes with it: {path}", path=change.path),
    }[change.kind]
