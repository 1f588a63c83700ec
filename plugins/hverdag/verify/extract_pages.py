"""What pages say: their text, what their pictures and links are called, and what scripts hold as data."""

import re
from collections.abc import Iterator

_CODE = re.compile(r"<(script|style)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:alt|title|aria-label|aria-description|content|placeholder|value|href|src|label|summary|id|class|name|data-[\w-]+)"
    r"""\s*=\s*(?:"([^"]*)"|'([^']*)')""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--([^<>]{0,2000})-->")
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|\'((?:[^\'\\\n]|\\.)*)\'|`((?:[^`\\]|\\.)*)`')
_DRAWING = re.compile(r"[Mm][-\d. ][-\d., A-Za-z]*")
"""The path of a drawing: digits that say nothing."""
_GAP = r"\D{0,12}"
_TAGGED = r"(?:<[^<>]*>|[^\d<]){0,12}"
_WIDE, _TAGGED_WIDE = r"\D{0,60}", r"(?:<[^<>]*>|[^\d<]){0,60}"
_HIDDEN = r"\W{0,5}[\dxX*•#?_]"
_RAISED = r"[⁰-⁹¹²³](?:\D{0,12}[⁰-⁹¹²³]){5}"


def _dense(gap: str, wide: str) -> re.Pattern[str]:
    """Six digits, and four more or what hides them, none far from the next; a date by hand has two or three fewer.
    Before the last four may stand where a link leads."""
    hidden = rf"(?:{_HIDDEN}){{4}}|{gap}\d(?:{_HIDDEN}){{3}}"
    return re.compile(
        rf"\d(?:{gap}\d){{3}}(?:(?:{gap}\d){{4}}|(?:{gap}\d){{2}}(?:{wide}\d(?:{gap}\d){{3}}|{hidden}))|{_RAISED}"
    )


_DENSE, _DENSE_TEXT = _dense(_GAP, _WIDE), _dense(_TAGGED, _TAGGED_WIDE)
"""In any text, and in one with tags between."""

_DIGIT = re.compile(r"\d|&#|[⁰-⁹¹²³]")
_FEWEST = 6
_ROUND = 1


class Pages:
    """Yields the stretches of pages that hold digits enough to be a number, each once.

    A stretch is some lines with digits, and those around them: a number may be cut by a line break.
    """

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def page(self, text: str) -> Iterator[str]:
        """Yield what a page tells that no page before it did."""
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
                yield from (told for found in _TOLD.finditer(stretch) if _is_dense(told := found[1] or found[2] or ""))
                yield from (found[1] for found in _COMMENT.finditer(stretch) if _is_dense(found[1]))

    def data(self, text: str) -> Iterator[str]:
        """Yield the texts that a script or a file of data holds; what is code is nobody's."""
        if hash(text) in self._seen:
            return
        self._seen.add(hash(text))
        if not _is_dense(text):
            return
        for found in _STRING.finditer(text):
            string = found[1] or found[2] or found[3] or ""
            if len(string) >= _FEWEST and _is_dense(string) and not _DRAWING.fullmatch(string):
                yield string

    def _stretches(self, text: str) -> Iterator[str]:
        lines = text.split("\n")
        hashes = list(map(hash, lines))  # most lines are the same on every page, and all of them at once are many
        new = set(hashes) - self._seen
        self._seen |= new
        wanted = [number for number, one in enumerate(hashes) if one in new and _DIGIT.search(lines[number])]
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
    """Whether there are ten digits in it, or a date and what hides the rest."""
    return _DENSE.search(text) is not None
