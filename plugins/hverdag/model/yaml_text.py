"""Fields as YAML, as an editor would write them: what is offered in a remedy must read back as what was meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

Data = str | int | date | Sequence["Data"] | Mapping[str, "Data"]
"""What fields hold."""

_PLAIN = re.compile(r"\.{3}|[^\W_](?:[^\t:#]|:(?=[^\s])|(?<=\S)#)*")
_PLAIN_IN_LIST = re.compile(r"\.{3}|[^\W_][\w .()/%+-]*")


def quoted(text: str) -> str:
    """Return a text in quotation marks: double ones, or single ones if it holds a sign that would mean something else
    between double ones."""
    line = text.replace("\n", " ")
    return "'" + line.replace("'", "''") + "'" if '"' in line or "\\" in line else f'"{line}"'


def scalar(text: str, in_list: bool = False) -> str:
    """Return a text as it is written after a colon or a dash, or between brackets if `in_list`; in quotation marks only
    where it needs them."""
    form = _PLAIN_IN_LIST if in_list else _PLAIN
    return text if form.fullmatch(text) and text == text.strip() and text.isprintable() else quoted(text)


def bracketed(items: Sequence[str]) -> str:
    """Return a list on one line, as `[tillid, naervaer]`."""
    return f"[{', '.join(scalar(item, in_list=True) for item in items)}]"


def block(fields: Mapping[str, Data], indent: str = "") -> list[str]:
    """Return fields as lines, each after its indentation."""
    return [f"{indent}{line}" for name, held in fields.items() for line in _field(name, held)]


def _field(name: str, held: Data) -> Iterator[str]:
    if isinstance(held, Mapping):
        yield f"{name}:"
        yield from block(held, "  ")
    elif isinstance(held, Sequence) and not isinstance(held, str):
        if all(isinstance(item, str) and len(item) < 25 for item in held):
            yield f"{name}: {bracketed([str(item) for item in held])}"
            return
        yield f"{name}:"
        yield from (f"  {line}" for item in held for line in _item(item))
    else:
        yield f"{name}: {_text(held)}"


def _item(held: Data) -> Iterator[str]:
    if isinstance(held, Mapping):
        lines = block(held)
        yield f"- {lines[0]}" if lines else "- {}"
        yield from (f"  {line}" for line in lines[1:])
    elif isinstance(held, Sequence) and not isinstance(held, str):
        yield f"- {bracketed([str(item) for item in held])}"
    else:
        yield f"- {_text(held)}"


def _text(held: Data) -> str:
    if isinstance(held, bool):
        return str(held).lower()
    return scalar(held) if isinstance(held, str) else str(held)
