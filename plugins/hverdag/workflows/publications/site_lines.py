"""The lines that bring a handbook into the mkdocs.yml of a site: added where they belong, and all else stays."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from ...parse.pages.site import settings_in

PLUGINS, NAV = "plugins", "nav"
_USUAL = "search"
"""What MkDocs uses where no plugins are named."""
_ITEM = re.compile(r"(?P<indent>[ ]*)-\s")
_ENTRY = re.compile(r"(?P<indent>[ ]+)[^\s#-]")


class NoPlaceError(Exception):
    """The lines cannot be added so that all else stays as it is; they are for someone to write. `lines` are they."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def with_handbook(text: str, frame: str, placed: Sequence[tuple[str, str]]) -> str:
    """Return a mkdocs.yml with our plugin, in a frame, and with entries of nav, each a label and a name, if it has a
    nav; one that has our plugin already stays as it is. Raises NoPlaceError where that would change anything else."""
    before = settings_in(text)
    if any(name == "hverdag" for name, _ in _plugins(before.get(PLUGINS))):
        return text
    has_nav = isinstance(before.get(NAV), list)
    named = placed if has_nav else ()
    after = _with_plugin(text, frame, before)
    for label, name in named:
        after = _with_item(after, NAV, f'"{label}": {name}' if not label.isalpha() else f"{label}: {name}")
    wanted = {**before, PLUGINS: [*_plugins(before.get(PLUGINS)), ("hverdag", {"frame": frame})]}
    if has_nav:
        wanted[NAV] = [*before[NAV], *({label: name} for label, name in named)]
    found = settings_in(after)
    inherits = "INHERIT" in before and not {PLUGINS, NAV} <= before.keys()
    if inherits or {**found, PLUGINS: _plugins(found.get(PLUGINS))} != wanted:
        raise NoPlaceError((*_plugin_lines(frame, before.get(PLUGINS)), *_nav_lines(named)))
    return after


def _plugin_lines(frame: str, given: Any) -> list[str]:
    """Return the lines of our plugin in the form that a site has its plugins in."""
    item = (
        ("  hverdag:", f"    frame: {frame}") if isinstance(given, dict) else ("  - hverdag:", f"      frame: {frame}")
    )
    return [f"{PLUGINS}:", *item]


def _nav_lines(named: Iterable[tuple[str, str]]) -> list[str]:
    lines = [f"  - {label}: {name}" for label, name in named]
    return [f"{NAV}:", *lines] if lines else []


def _plugins(given: Any) -> list[tuple[str, Any]]:
    """Return plugins with their options, in whatever form they are written; those that MkDocs has without a word."""
    if given is None:
        return [(_USUAL, None)]
    pairs = (
        given.items() if isinstance(given, dict) else ((one, None) if isinstance(one, str) else one for one in given)
    )
    return [pair if isinstance(pair, tuple) else next(iter(pair.items())) for pair in pairs]


def _with_plugin(text: str, frame: str, before: dict[str, Any]) -> str:
    if PLUGINS not in before:
        return f"{text.rstrip()}\n\n{PLUGINS}:\n  - {_USUAL}\n  - hverdag:\n      frame: {frame}\n"
    if isinstance(before[PLUGINS], dict):
        return _with_entry(text, PLUGINS, "hverdag", f"frame: {frame}")
    return _with_item(text, PLUGINS, f"hverdag:\n  frame: {frame}", f"hverdag: {{frame: {frame}}}")


def _with_item(text: str, key: str, item: str, inline: str = "") -> str:
    """Return a text with one more item in a list. `inline` is how it is written between brackets."""
    lines = text.splitlines()
    begins = _line_of(lines, key)
    rest = lines[begins].partition(":")[2].partition(" #")[0].strip()
    if rest.endswith("]"):
        head, _, tail = lines[begins].rpartition("]")
        lines[begins] = f"{head}{'' if rest == '[]' else ', '}{inline or item}]{tail}"
        return "\n".join(lines) + "\n"
    ends = _end_of(lines, begins)
    first = next((found for line in lines[begins + 1 : ends] if (found := _ITEM.match(line))), None)
    indent = first["indent"] if first else "  "
    head, *below = item.split("\n")
    lines[ends:ends] = [f"{indent}- {head}", *(f"{indent}  {line}" for line in below)]
    return "\n".join(lines) + "\n"


def _with_entry(text: str, key: str, name: str, option: str) -> str:
    lines = text.splitlines()
    begins = _line_of(lines, key)
    ends = _end_of(lines, begins)
    first = next((found for line in lines[begins + 1 : ends] if (found := _ENTRY.match(line))), None)
    indent = first["indent"] if first else "  "
    lines[ends:ends] = [f"{indent}{name}:", f"{indent}{indent}{option}"]
    return "\n".join(lines) + "\n"


def _line_of(lines: Sequence[str], key: str) -> int:
    return next((at for at, line in enumerate(lines) if re.match(rf"[\"']?{key}[\"']?\s*:", line)), len(lines) - 1)


def _end_of(lines: Sequence[str], begins: int) -> int:
    """Return the line after the last one that belongs to what begins at a line: blank lines and remarks after it
    belong to what follows."""
    inside = takewhile(lambda line: not line or line[0] in " #-\t", lines[begins + 1 :])
    said = [number for number, line in enumerate(inside, begins + 1) if line.strip() and not line.startswith("#")]
    return (said[-1] if said else begins) + 1
