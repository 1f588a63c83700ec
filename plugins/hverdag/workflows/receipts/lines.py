"""The lines of a file of receipts: adds rows to it and takes some out, and leaves the rest of the file as it is."""

import re
from collections.abc import Collection, Sequence

from ...model.uptake.receipts import FoldedMonth, Reached, Receipt, ReceiptFile
from ...model.yaml_text import quoted, scalar
from ...parse.data_files import MAX_DATA
from ...parse.publication import fields_of

_KEY = re.compile(r"\ufeff?receipts:[ \t]*(\[[ \t]*\])?[ \t]*(#.*)?\r?")
_ITEM = re.compile(r"([ \t]*)-(?:[ \t]|\r?$)")
_HELD = ("receipts", "folded", "reached")


def receipt_line(one: Receipt) -> str:
    """Return a receipt as it stands on a line after its dash."""
    fields = {
        "date": str(one.date),
        "workplaces": f"[{', '.join(scalar(id, in_list=True) for id in one.workplaces)}]",
        "tool": scalar(one.tool, in_list=True),
        "people": str(one.people or ""),
        "sentence": quoted(one.sentence) if one.sentence else "",
        "yes": str(one.yes or ""),
        "next": str(one.next or ""),
    }
    return f"{{{', '.join(f'{name}: {text}' for name, text in fields.items() if text)}}}"


def folded_line(one: FoldedMonth) -> str:
    """Return what is left of a month's receipts as it stands after its dash."""
    return f"{{month: {quoted(one.month)}, tool: {scalar(one.tool, in_list=True)}, receipts: {one.receipts}}}"


def reached_line(one: Reached) -> str:
    """Return that a workplace has reported as it stands after its dash."""
    month = f", tool_month: {quoted(one.tool_month)}" if one.tool_month else ""
    return f"{{workplace: {scalar(one.workplace, in_list=True)}, month: {quoted(one.month)}{month}}}"


def file_text(held: ReceiptFile, header: Sequence[str] = ()) -> str:
    """Return a whole file of receipts. `header` are the lines of comment above it."""
    parts = {
        "receipts": [receipt_line(one) for one in held.receipts],
        "folded": [folded_line(one) for one in held.folded],
        "reached": [reached_line(one) for one in held.reached],
    }
    lists = (line for name, rows in parts.items() if rows for line in (f"{name}:", *(f"  - {row}" for row in rows)))
    return "".join(f"{line}\n" for line in (*header, *lists))


def header_of(raw: bytes) -> list[str]:
    """Return the lines of comment that a file begins with."""
    lines = raw.decode("utf-8-sig", "replace").splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return lines[:end]


def read_receipts(raw: bytes, path: str) -> ReceiptFile:
    """Return what the bytes of a file of receipts hold, with its faults ignored."""
    return fields_of(raw, path, ReceiptFile)


def says(file: ReceiptFile) -> tuple[object, ...]:
    """Return everything that a file of receipts says."""
    return tuple(getattr(file, name) for name in _HELD)


def with_rows(raw: bytes, path: str, rows: Sequence[Receipt]) -> bytes | None:
    """Return a file with rows after those that it has, and everything else in it as it was; None if it is written in a
    way that does not allow that, or would be too long."""
    if not raw.strip():
        return file_text(ReceiptFile(receipts=tuple(rows))).encode("utf-8")
    try:
        lines = raw.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    end = "\r" if lines[0].endswith("\r") else ""
    key = _key_line(lines)
    at, indent = (len(lines), "  ") if key is None else _end_of(lines, key)
    if key is None:
        at = len(lines) - (not lines[-1])
        new = [f"receipts:{end}"]
    else:
        new = []
        lines[key] = re.sub(r"[ \t]*\[[ \t]*\]", "", lines[key], count=1) if at == key + 1 else lines[key]
    if at and not lines[at - 1].endswith("\r"):
        lines[at - 1] += end
    new += [f"{indent}- {receipt_line(one)}{end}" for one in rows]
    after = "\n".join((*lines[:at], *new, *(lines[at:] or [""]))).encode("utf-8")
    before = read_receipts(raw, path)
    wanted = ((*before.receipts, *rows), before.folded, before.reached)
    return after if len(after) <= MAX_DATA and says(read_receipts(after, path)) == wanted else None


def without_rows(raw: bytes, path: str, gone: Collection[int]) -> bytes:
    """Return a file without some of its receipts, by their numbers; nothing if nothing is left in it. Comments above
    what goes go too."""
    before = read_receipts(raw, path)
    kept = tuple(one for number, one in enumerate(before.receipts) if number not in gone)
    if not kept and not before.folded and not before.reached:
        return b""
    wanted = (kept, before.folded, before.reached)
    after = _without_lines(raw, before, gone)
    if after is not None and says(read_receipts(after, path)) == wanted:
        return after
    held = ReceiptFile(receipts=kept, folded=before.folded, reached=before.reached)
    return file_text(held, header_of(raw)).encode("utf-8")  # in brackets, for example: it is written anew


def _key_line(lines: Sequence[str]) -> int | None:
    return next((at for at, line in enumerate(lines) if _KEY.fullmatch(line)), None)


def _end_of(lines: Sequence[str], key: int) -> tuple[int, str]:
    """Return the line after the last of a list, from 0, and the spaces before its dashes."""
    end, indent = key + 1, ""
    for at in range(key + 1, len(lines)):
        line = lines[at]
        item = _ITEM.match(line)
        if line.strip() and not line.startswith("#"):
            if not item and line[:1] not in " \t":
                break
            end = at + 1
            indent = indent or (f"{item[1]} " if item else "")
    return end, indent[:-1] if indent else "  "


def _without_lines(raw: bytes, before: ReceiptFile, gone: Collection[int]) -> bytes | None:
    try:
        lines = raw.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return None
    key = _key_line(lines)
    if key is None:
        return None
    starts = [before.at("receipts", number).line - 1 for number in range(len(before.receipts))]
    ends = [*starts[1:], _end_of(lines, key)[0]]
    dropped: set[int] = set()
    for number in gone:
        first, last = starts[number], ends[number]
        while last > first + 1 and _is_note(lines[last - 1]):
            last -= 1
        while first - 1 > key and lines[first - 1].strip().startswith("#"):
            first -= 1
        dropped.update(range(first, last))
    return "\n".join(line for at, line in enumerate(lines) if at not in dropped).encode("utf-8")


def _is_note(line: str) -> bool:
    return not line.strip() or line.strip().startswith("#")
