"""Writes a withdrawal into a story's file. Only the lines of the withdrawal change; all other bytes are preserved."""

from collections.abc import Sequence
from datetime import date

from ..model.texts.story import Story
from ..parse.front_matter import FENCE
from .nod_lines import WrittenOtherwiseError, block_end, line_end

HEAD = b"consent:"
WITHDRAWN = b"withdrawn:"
INDENT = 2


def with_withdrawal(raw: bytes, story: Story, day: date) -> bytes:
    """Return a story's file with the day its consent was withdrawn, in place of any earlier day.

    Raises WrittenOtherwiseError if the consent is not written with one field per line.
    """
    lines = raw.splitlines(keepends=True)
    fence = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE.encode()), None)
    if fence is None:
        raise WrittenOtherwiseError
    head = next((at for at in range(1, fence) if lines[at].startswith(HEAD)), None)
    withdrawal = f"withdrawn: {day}".encode()
    if head is None:
        if story.consent or story.is_faulty("consent"):
            raise WrittenOtherwiseError
        end = line_end(lines[0])
        return b"".join((*lines[:fence], HEAD + end, b" " * INDENT + withdrawal + end, *lines[fence:]))
    if lines[head][len(HEAD) :].partition(b" #")[0].strip():
        raise WrittenOtherwiseError
    first, last, indent = _fields(lines, head, fence)
    others = [line for line in lines[first:last] if not line[indent:].startswith(WITHDRAWN)]
    return b"".join((*lines[:first], *others, b" " * indent + withdrawal + line_end(lines[head]), *lines[last:]))


def _fields(lines: Sequence[bytes], head: int, fence: int) -> tuple[int, int, int]:
    """Return the index of the first line of the consent's fields, the index after the last, and their indentation."""
    last = min(block_end(lines, head + 1, 1), fence)
    content = [line for line in lines[head + 1 : last] if line.strip() and not line.strip().startswith(b"#")]
    indents = [len(line) - len(line.lstrip(b" ")) for line in content]
    return head + 1, last, indents[0] if indents else INDENT
