"""Writes a nod, or which text an answer is to, into a story's file. Only these lines change; all other bytes are
preserved.

The lines of a nod stand in one order: date, text and version, and then where it comes from: account and
commit, or record.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from ..model.texts.answers import Decision, Response
from ..model.texts.consent import Mentioned
from ..model.texts.nods import AnswerField, Correction, Nod
from ..model.texts.story import Story
from ..parse.front_matter import FENCE

Answered = Decision | Response | Mentioned

_DATE = re.compile(rb"^( *date: *)[^\s#]+")
_PLAIN = re.compile(r"[0-9A-Za-zÆØÅæøå][\w./-]*")


class WrittenOtherwiseError(ValueError):
    """The YAML is valid, but not written with one contributor or field per line, so lines cannot be inserted."""


def with_nod(raw: bytes, story: Story, number: int, nod: Nod) -> bytes:
    """Return a story's file with the nod of one contributor, in place of any earlier one.

    Raises WrittenOtherwiseError if the contributors are not written as a list in block style.
    """
    lines = raw.splitlines(keepends=True)
    first, old, past, indent = _nod_place(lines, story, number)
    written = [f"{' ' * indent}{text}".encode() + line_end(lines[first]) for text in _nod(nod)]
    return b"".join((*lines[:old], *written, *lines[past:]))


def without_nod(raw: bytes, story: Story, number: int) -> bytes:
    """Return a story's file without the nod of one contributor. Raises WrittenOtherwiseError as `with_nod` does."""
    lines = raw.splitlines(keepends=True)
    _, old, past, _ = _nod_place(lines, story, number)
    return b"".join((*lines[:old], *lines[past:]))


def _nod_place(lines: Sequence[bytes], story: Story, number: int) -> tuple[int, int, int, int]:
    """Return the index of a contributor's first line, those where the lines of the nod begin and end, and how far they
    are indented. A nod that is not there begins and ends where it is to be written."""
    line, column = story.places.get(("contributors", number), (0, 0))
    first, indent = line - 1, column - 1
    head = lines[first] if 0 < line <= len(lines) else b""
    if not re.fullmatch(rb" *- +", head[:indent]) or head[indent : indent + 1] in (b"{", b""):
        raise WrittenOtherwiseError
    end = block_end(lines, first + 1, indent)
    old = next((at for at in range(first, end) if lines[at][indent:].startswith(b"nod:")), None)
    if old == first:
        raise WrittenOtherwiseError
    return (first, end, end, indent) if old is None else (first, old, block_end(lines, old + 1, indent + 1), indent)


def with_corrections(raw: bytes, story: Story, corrections: Sequence[Correction]) -> bytes:
    """Return a story's file with exactly these language corrections, placed after the contributors.

    Raises WrittenOtherwiseError as `with_nod` does.
    """
    lines = raw.splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if line.startswith(b"corrections:")]
    if story.corrections or story.has("corrections"):
        old = next((at for at in starts if at < story.places[("corrections",)][0]), None)
        if old is None:
            raise WrittenOtherwiseError
        del lines[old : _list_end(lines, old)]
    if not corrections:
        return b"".join(lines)
    fence = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE.encode()), len(lines))
    head = next((at for at in range(1, fence) if lines[at].startswith(b"contributors:")), None)
    if head is None:
        raise WrittenOtherwiseError
    end = _list_end(lines, head)
    written = [text.encode() + line_end(lines[head]) for text in _corrections(corrections)]
    return b"".join((*lines[:end], *written, *lines[end:]))


def with_answer(raw: bytes, story: Story, field: AnswerField, answer: Answered) -> bytes:
    """Return a story's file with the day of an answer and the text that it is to, below the day.

    Raises WrittenOtherwiseError if the answer is not written with one field per line.
    """
    lines = raw.splitlines(keepends=True)
    line, column = story.places.get((field.value,), (0, 0))
    first, indent = line - 1, column - 1
    head = lines[first] if 0 < line <= len(lines) else b""
    if indent < 1 or head[:indent].strip(b" ") or head[indent : indent + 1] in (b"{", b""):
        raise WrittenOtherwiseError
    end = block_end(lines, first, indent)
    for name in (b"text:", b"version:"):
        old = _field_line(lines, first, end, indent, name)
        if old is not None:
            past = block_end(lines, old + 1, indent + 1)
            lines, end = [*lines[:old], *lines[past:]], end - (past - old)
    day = _field_line(lines, first, end, indent, b"date:")
    if day is None:
        raise WrittenOtherwiseError
    lines[day] = _DATE.sub(f"\\g<1>{answer.date}".encode(), lines[day])
    texts = (f"text: {answer.text}", f"version: {answer.version}")
    written = [f"{' ' * indent}{text}".encode() + line_end(head) for text in texts]
    return b"".join((*lines[: day + 1], *written, *lines[day + 1 :]))


def _field_line(lines: Sequence[bytes], first: int, end: int, indent: int, name: bytes) -> int | None:
    """Return the index of the line that a field of a block begins on, or None if it has none of its own."""
    start = b" " * indent + name
    return next((at for at in range(first, end) if lines[at].startswith(start)), None)


def block_end(lines: Sequence[bytes], begin: int, indent: int) -> int:
    """Return the index after the last line, from `begin` on, that is indented by at least `indent` spaces. Trailing
    empty lines and comments are not counted in."""
    end = begin
    for at in range(begin, len(lines)):
        line = lines[at]
        content = line.strip()
        if content and not content.startswith(b"#"):
            if len(line) - len(line.lstrip(b" ")) < indent:
                break
            end = at + 1
    return end


def _list_end(lines: Sequence[bytes], name: int) -> int:
    """Return the index after a list. Its items may be indented no further than its name."""
    end = block_end(lines, name + 1, 1)
    while end < len(lines) and lines[end].startswith(b"- "):
        end = block_end(lines, end + 1, 1)
    return end


def line_end(line: bytes) -> bytes:
    """Return the line ending of a line, to be used for new lines as well; LF if it has none."""
    return line[len(line.rstrip(b"\r\n")) :] or b"\n"


def _nod(nod: Nod) -> Iterator[str]:
    yield "nod:"
    yield f"  date: {nod.date}"
    yield f"  text: {nod.text}"
    yield f"  version: {nod.version}"
    if nod.account:
        yield f"  account: {nod.account}"
        yield f"  commit: {nod.commit}"
    elif nod.record:
        yield f"  record: {nod.record if _PLAIN.fullmatch(nod.record) else json.dumps(nod.record, ensure_ascii=False)}"


def _corrections(corrections: Iterable[Correction]) -> Iterator[str]:
    yield "corrections:"
    for correction in corrections:
        yield f"  - of: {correction.of}"
        yield f"    version: {correction.version}"
        yield "    was:"
        for was in correction.was:
            yield f"      - {{word: {was.word}, text: {json.dumps(was.text, ensure_ascii=False)}}}"
