"""What only this site knows of, and a page uses on purpose: boxes, tabs, definitions, explained abbreviations, Markdown
inside HTML, other files. Both readings are given what is inside them as text of its own, so that nothing is told of the
syntax, and a list inside a box is compared all the same.
"""

import re
from collections.abc import Collection, Iterator

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_OPENINGS = {
    "admonition": r"!!!(?= ?[\w-])",
    "pymdownx.details": r"\?\?\?\+?(?= ?[\w-])",
    "pymdownx.tabbed": r"===[!+]{0,2}(?= +[\"'])",
}
_DEFINITION = re.compile(r"(?P<indent> {0,3}): {1,3}(?=\S)")
_ABBREVIATION = re.compile(r" {0,3}\*\[[^\]]+\]:")
_COMMENT = re.compile(r"<!--.*?-->")
_SNIPPET = re.compile(r"\s*;?-+8<-+")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)>")
_IS_MARKDOWN = re.compile(r"\smarkdown(?:\s*=\s*[\"']?(?:1|block|span)[\"']?)?(?=[\s/]|$)", re.IGNORECASE)
_LEVEL = 4
_MOST_LEVELS = 40

Line = tuple[int, str]
"""The number of a line in the page's text, from 0, and what stands in it."""


def neutral(text: str, extensions: Collection[str]) -> list[Line]:
    """Return the lines of a text with every construct that these extensions bring taken apart. A line may have been put
    in between; it has the number of its neighbour."""
    lines = list(enumerate(text.expandtabs(_LEVEL).split("\n")))
    openings = [pattern for name, pattern in _OPENINGS.items() if name in extensions]
    if openings:
        lines = _opened(lines, re.compile(rf"(?P<indent> *)(?:{'|'.join(openings)})"), _MOST_LEVELS)
    if "def_list" in extensions:
        lines = list(_defined(lines))
    if "abbr" in extensions:
        lines = _emptied(lines, _ABBREVIATION)
    if "pymdownx.snippets" in extensions:
        lines = _emptied(lines, _SNIPPET)
    if "md_in_html" in extensions or "pymdownx.blocks.html" in extensions:
        lines = _without_markdown_tags(lines)
    return lines


def in_fences(lines: list[Line]) -> Iterator[bool]:
    """Yield for each line whether it belongs to fenced code."""
    fence, indent = "", 0
    for _, line in lines:
        stripped = line.strip()
        spaces = len(line) - len(line.lstrip(" "))
        if fence:
            yield True
            is_end = stripped.startswith(fence) and not stripped.strip(fence[0]) and spaces < indent + _LEVEL
            fence = "" if is_end else fence
        else:
            found = _FENCE.match(stripped)
            yield bool(found)
            fence, indent = (found["fence"], spaces) if found else ("", 0)


def _opened(lines: list[Line], opening: re.Pattern[str], levels: int) -> list[Line]:
    """Return lines where what is inside a box stands as it would outside."""
    opened: list[Line] = []
    position = 0
    fenced = list(in_fences(lines))
    while position < len(lines):
        number, line = lines[position]
        position += 1
        found = opening.match(line) if levels and not fenced[position - 1] else None
        if not found:
            opened.append((number, line))
            continue
        end = _end_of(lines, position, len(found["indent"]) + _LEVEL)
        inner = _opened(_moved_left(lines[position:end]), opening, levels - 1)
        apart = _apart(number, found["indent"])
        opened += [*apart, *inner, *apart]
        position = end
    return opened


def _apart(number: int, indent: str = "") -> list[Line]:
    """Return lines that end a list on both sides, and show nothing."""
    return [(number, ""), (number, f"{indent}<!-- -->"), (number, "")]


def _end_of(lines: list[Line], position: int, indent: int) -> int:
    """Return the position after the last line that is empty or has so many spaces in front."""
    while position < len(lines) and not lines[position][1][:indent].strip():
        position += 1
    return position


def _moved_left(lines: list[Line]) -> list[Line]:
    return [(number, line[_LEVEL:] if line[:_LEVEL].isspace() else line) for number, line in lines]


def _defined(lines: list[Line]) -> Iterator[Line]:
    """Yield lines where a definition is a paragraph of its own, and what it holds stands as it would outside."""
    fenced = list(in_fences(lines))
    inside = False
    is_after_text = False
    for (number, line), is_code in zip(lines, fenced, strict=True):
        found = None if is_code else _DEFINITION.match(line)
        if found and is_after_text:
            inside = True
            yield from _apart(number)
            yield number, _COMMENT.sub("", line[found.end() :]).lstrip()
        elif inside and line.startswith(" " * _LEVEL):
            yield number, line[_LEVEL:]
        else:
            if inside and line.strip():
                inside = False
                yield from _apart(number)
            yield number, line
        is_after_text = is_after_text or bool(line.strip())


def _emptied(lines: list[Line], pattern: re.Pattern[str]) -> list[Line]:
    fenced = in_fences(lines)
    return [
        (number, "" if pattern.match(line) and not is_code else line)
        for (number, line), is_code in zip(lines, fenced, strict=True)
    ]


def _without_markdown_tags(lines: list[Line]) -> list[Line]:
    """Return lines without the tags that say that Markdown is read inside them, and without the tags that end them."""
    if not any("markdown" in line.casefold() for _, line in lines):
        return lines
    kept = [list(line) for _, line in lines]
    open_tags: list[tuple[str, bool]] = []
    text = "\n".join("" if code else line for (_, line), code in zip(lines, in_fences(lines), strict=True))
    row, offsets = 0, _offsets(text)
    for tag in _TAG.finditer(text):
        while offsets[row + 1] <= tag.start():
            row += 1
        if text[offsets[row] : tag.start()].count("`") % 2:
            continue  # in code
        if _is_to_go(tag, open_tags):
            _blank(kept, row, tag.start() - offsets[row], tag[0])
    return [(number, "".join(letters).rstrip()) for (number, _), letters in zip(lines, kept, strict=True)]


def _offsets(text: str) -> list[int]:
    offsets = [0]
    for line in text.split("\n"):
        offsets.append(offsets[-1] + len(line) + 1)
    return offsets


def _is_to_go(tag: re.Match[str], open_tags: list[tuple[str, bool]]) -> bool:
    name = tag["name"].lower()
    if not tag["end"]:
        is_markdown = bool(_IS_MARKDOWN.search(tag["rest"]))
        if not tag["rest"].endswith("/"):
            open_tags.append((name, is_markdown))
        return is_markdown
    for depth in range(len(open_tags) - 1, max(len(open_tags) - _MOST_LEVELS, 0) - 1, -1):
        if open_tags[depth][0] == name:
            is_markdown = open_tags[depth][1]
            del open_tags[depth:]
            return is_markdown
    return False


def _blank(kept: list[list[str]], row: int, column: int, tag: str) -> None:
    for part in tag.split("\n"):
        kept[row][column : column + len(part)] = [" "] * len(part)
        row, column = row + 1, 0
