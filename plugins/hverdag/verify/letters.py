"""Texts as rows of letters and digits: spaces, signs, tags and ways to write a letter make no two of them differ."""

import re
from collections.abc import Iterator
from html import unescape
from unicodedata import is_normalized, normalize
from urllib.parse import unquote

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_OPENS = re.compile(r"<!--|<!\[CDATA\[|<\?")
"""What begins like a tag, and holds text."""

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrtbf])")


def words_of(text: str) -> list[str]:
    """Return the words of a text in one form of letters; hyphens that are seen only at a line's end part none."""
    normal = text if is_normalized("NFKC", text) else normalize("NFKC", text)
    return _WORD.findall(normal.replace("\u00ad", "").casefold())


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, in one row."""
    return "".join(words_of(text))


def rows(text: str) -> Iterator[str]:
    """Yield the letters of a file's text in every way that it may be read: as it is written, with what tags, comments
    and scripts hold, and as it is seen, without tags."""
    if "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    yield letters_of(unescape(text))
    if "%20" in text:
        yield letters_of(unquote(text))
    if "<" not in text and "&lt;" not in text:
        return
    seen = without_tags(text)
    yield letters_of(seen)
    if "<" in seen:
        yield letters_of(_TAG.sub("", seen))


def without_tags(text: str) -> str:
    """Return what is seen of a text with tags, and what its comments hold."""
    return unescape(_TAG.sub("", _OPENS.sub(" ", text)))


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else " "
