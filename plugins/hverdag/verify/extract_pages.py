"""Extracts the texts of pages: visible text, attributes, comments, and strings in scripts."""

import re
from collections.abc import Iterator

_CODE = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTES = re.compile(
    r"\b(?:alt|title|aria-label|aria-description|content|placeholder|value|href|src|label|summary|id|class|name|data-[\w-]+)"
    r"""\s*=\s*(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--([^<>]{0,2000})-->")
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`')
_DRAWING = re.compile(r"[Mm][-\d. ][-\d., A-Za-z]*")
"""The path of an SVG drawing, which is not searched."""
_GAP = r"\D{0,12}"
_TAGGED = r"(?:<[^<>]*>|[^\d<]){0,12}"
_WIDE, _TAGGED_WIDE = r"\D{0,99}", r"(?:<[^<>]*>|[^\d<]){0,99}"
_HIDDEN = r"\W{0,5}[\dxX*•#?_]"
_TYPED = r"\d(?:(?:<[^<>]*>|\W){0,3}[\dOoØøIl]){8}"
"""Digits, and letters typed for digits."""
_RAISED = r"[⁰-⁹¹²³](?:\D{0,12}[⁰-⁹¹²³]){5}"


def _dense(gap: str, wide: str) -> re.Pattern[str]:
    """Return a pattern for six digits close together, followed by four more or by characters that hide them.

    A date written by hand may have three digits fewer. `wide` is the gap on either side of the last four, which may
    contain words, or the target of a link."""
    hidden = rf"(?:{_HIDDEN}){{4}}|{gap}\d(?:{_HIDDEN}){{3}}"
    return re.compile(
        rf"\d(?:{gap}\d){{3}}(?:(?:{gap}\d){{3}}|{wide}\d(?:{gap}\d){{4}}|(?:{gap}\d){{2}}(?:{wide}\d(?:{gap}\d){{3}}|{hidden}))|{_RAISED}|{_TYPED}"
    )


_DENSE, _DENSE_TEXT = _dense(_GAP, _WIDE), _dense(_TAGGED, _TAGGED_WIDE)
"""Patterns for plain text, and for text with tags in between."""

_DIGIT = re.compile(r"\d|&#|[⁰-⁹¹²³]")
_FEWEST = 6
_ROUND = 1


class Pages:
    """Yields the stretches of pages that have enough digits to be a number, each only once.

    A stretch is consecutive lines with digits, and one line around them, since a number may be split by a line break.
    """

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def page(self, text: str) -> Iterator[str]:
        """Yield the texts of a page that no earlier page contained."""
        if "<script" in text or "<style" in text:
            parts = _CODE.split(text)
            text = "".join(parts[::3])
            for kind, code in zip(parts[1::3], parts[2::3], strict=True):
                if code and kind.lower() == "script":
                    yield from self.data(code)
        for stretch in self._stretches(text):
            if _DENSE_TEXT.search(stretch):
                yield stretch
            if _is_dense(stretch):
                yield from (
                    value for match in _ATTRIBUTES.finditer(stretch) if _is_dense(value := match[1] or match[2] or "")
                )
                yield from (match[1] for match in _COMMENT.finditer(stretch) if _is_dense(match[1]))

    def data(self, text: str) -> Iterator[str]:
        """Yield the string literals of a script or a data file; code is not searched."""
        if hash(text) in self._seen:
            return
        self._seen.add(hash(text))
        if not _is_dense(text):
            return
        strings = (match[1] or match[2] or match[3] or "" for match in _STRING.finditer(text))
        for string in dict.fromkeys(strings):  # a manifest has the same fingerprint for each page
            if len(string) >= _FEWEST and _is_dense(string) and not _DRAWING.fullmatch(string):
                yield string

    def _stretches(self, text: str) -> Iterator[str]:
        lines = text.split("\n")
        around = [0, *map(hash, lines), 0]  # hashes save memory: the lines of all pages are many
        # Between other lines it is another line: a number may be split by a line break.
        hashes = list(map(hash, zip(around, around[1:], around[2:], strict=False)))
        new = set(hashes) - self._seen
        self._seen |= new
        wanted = [number for number, digest in enumerate(hashes) if digest in new and _DIGIT.search(lines[number])]
        start = end = -1
        for number in wanted:
            if number > end:
                if end >= 0:
                    yield "\n".join(lines[start:end])
                start = max(number - _ROUND, 0)
            end = number + _ROUND + 1
        if end >= 0:
            yield "\n".join(lines[start:end])


def _is_dense(text: str) -> bool:
    """Return True if a text may contain ten digits, or a date and characters that hide the rest."""
    return _DENSE.search(text) is not None
