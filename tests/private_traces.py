"""Where anything of a workplace's own stands in what readers get: every file of a site and of zip files.

What is looked for is given as people write it. It is found across tags, line ends, hyphens of a typesetter, escapes of
JSON and HTML, and inside PDFs, Word files and files that are packed in one another. The program's own search has no
part in it.
"""

import gzip
import html
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from pypdf import PdfReader
from pypdf.generic import StreamObject

from tests.conftest import Publication

SHORT = 10
"""Letters and digits: what has fewer could be found by chance across words. It is looked for as a word of its own, as
it is written, and not in pictures and fonts."""

_TAG = re.compile(r"<[^>]*>")
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}")


class Trace(NamedTuple):
    """A place where something was found: the file, with what it is packed in, and what was found."""

    place: str
    found: str


def traces(publication: Publication, wanted: Iterable[str], *archives: Path) -> list[Trace]:
    """Return every place in a built publication's site, and in zip files, where one of the texts stands."""
    sought = {one: _searcher(one) for one in wanted}
    return [
        Trace(place, one)
        for place, texts in _files(publication.site, *archives)
        for one, stands_in in sought.items()
        if any(stands_in(text) for text in texts)
    ]


def _searcher(wanted: str) -> Callable[["_Text"], bool]:
    letters = squeezed(wanted)
    assert letters, "nothing to look for"
    if len(letters) >= SHORT:
        return lambda text: letters in text.letters
    pattern = re.compile(rf"(?<!\w){re.escape(unicodedata.normalize('NFKC', wanted))}(?!\w)")
    return lambda text: bool(pattern.search(text.plain))


class _Text(NamedTuple):
    """What a file says in one reading: with single spaces, and its letters and digits alone."""

    plain: str
    letters: str


def _text(said: str) -> _Text:
    return _Text(" ".join(unicodedata.normalize("NFKC", said).split()), squeezed(said))


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, in lower case and in one form."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def _files(site: Path, *archives: Path) -> Iterator[tuple[str, tuple[_Text, ...]]]:
    """Yield each file, and what it says; its name counts too."""
    for path in sorted(one for one in site.rglob("*") if one.is_file()):
        yield from _unpacked(path.relative_to(site.parent).as_posix(), path.read_bytes())
    for archive in archives:
        yield from _unpacked(archive.name, archive.read_bytes())


def _unpacked(place: str, content: bytes) -> Iterator[tuple[str, tuple[_Text, ...]]]:
    yield place, (_text(unquote(place)), *_texts(content))
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield from _unpacked(f"{place}: {name}", packed.read(name))


@cache
def _texts(content: bytes) -> tuple[_Text, ...]:
    """Return what a file says: as it is written, and as people read it. The same file lies in a site and in
    its zip file, so each is read once."""
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    if content.startswith(b"%PDF-"):
        return tuple(_pdf(content))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return (_Text("", squeezed(content.decode("utf-8", "replace"))),)
    plain = _ESCAPE.sub(lambda escape: json.loads(f'"{escape[0]}"'), text).replace("\\n", " ")
    shown = html.unescape(plain)
    readings = (text, shown, html.unescape(_TAG.sub("", plain)), html.unescape(_TAG.sub(" ", plain)), unquote(shown))
    return tuple(map(_text, dict.fromkeys(readings)))


def _pdf(content: bytes) -> Iterator[_Text]:
    """Yield what the pages of a PDF say, without a typesetter's hyphens, and what stands in its objects: titles,
    bookmarks, alternative texts, and who made it."""
    pdf = PdfReader(io.BytesIO(content))
    yield _text("".join(page.extract_text() for page in pdf.pages))
    objects = [pdf.get_object(number) for number in range(1, int(pdf.trailer["/Size"]))]
    yield _text(" ".join(map(str, objects)))
    for one in objects:
        if isinstance(one, StreamObject) and one.get("/Type") == "/Metadata":
            yield _text(html.unescape(one.get_data().decode("utf-8", "replace")))
