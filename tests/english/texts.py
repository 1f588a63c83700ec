"""The texts in what is made of a publication: paragraphs, names of files, what is said of pictures, and languages."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pypdf

from tests.pdf_texts import texts_of_pages

_LETTER = re.compile(r"[^\W\d_]")
_SPOKEN = frozenset({"alt", "title", "aria-label", "placeholder", "content", "value", "label", "aria-description"})
_INLINE = frozenset({"a", "b", "code", "em", "i", "mark", "q", "small", "span", "strong", "time", "abbr", "sup", "sub"})
_TEXT = (".svg", ".xml", ".txt", ".csv", ".json", ".css", ".conf", ".htaccess", ".config", ".md", ".yml")
_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"|/\*(.*?)\*/', re.DOTALL)
_DIGEST = re.compile(r"\.[a-z]{10}(?=\.)")
"""What a file's name carries of its content; its letters mean nothing."""
_FORMS = re.compile(r"\d[^ ]*(?:,\d[^ ]*)*$")
"""How search is told the forms of a word: what is taken off its end, and what is put on, as `0s,1ied`."""
_FEWEST_LETTERS = 3
"""Letters of a text in a script; fewer are a sign that a script looks for."""


class _Page(HTMLParser):
    """The paragraphs of a page, what is said of its pictures and fields, and the languages it says it is in."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = [""]
        self.spoken: list[str] = []
        self.languages: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in _SPOKEN or name.startswith("data-"):
                self.spoken.append(value or "")
            if name in ("lang", "hreflang"):
                self.languages.add(value or "")
        if tag not in _INLINE:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.paragraphs.append("")

    def handle_data(self, data: str) -> None:
        self.paragraphs[-1] += data


def texts_in(name: str, content: bytes) -> Iterator[str]:
    """Yield the paragraphs of a file, and what is said about it: its name, titles, descriptions and languages."""
    yield _DIGEST.sub("", name)
    if name.endswith(".html"):
        page = _Page()
        page.feed(content.decode("utf-8"))
        yield from (*page.paragraphs, *(_DIGEST.sub("", text) for text in page.spoken))
    elif name.endswith(".pdf"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        yield from (str(value) for value in (reader.metadata or {}).values())
        yield from texts_of_pages(content)
    elif name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as held:
            for part in held.namelist():
                if part.endswith(".xml"):
                    yield from _word_paragraphs(held.read(part).decode("utf-8"))
    elif name.endswith(".js"):
        yield from _in_script(content.decode("utf-8"))
    elif name.endswith(_TEXT):
        yield from re.split(r"\n\s*\n", content.decode("utf-8-sig"))


def _in_script(script: str) -> Iterator[str]:
    """Yield the texts between quotation marks in a script, and its comments."""
    for quoted, comment in _QUOTED.findall(script):
        text = "" if _FORMS.match(quoted) else quoted
        text = _DIGEST.sub("", json.loads(f'"{text}"', strict=False)) if "\\x" not in text else ""
        if len(_LETTER.findall(text)) >= _FEWEST_LETTERS:
            yield from (re.sub("<[^>]*>", " ", part) for part in re.split(r"</(?:p|li|h\d)>", text))
        yield comment


def _word_paragraphs(xml: str) -> Iterator[str]:
    for paragraph in re.split(r"</w:p>", xml):
        yield "".join(re.findall(r"<(?:w:t|dc:\w+|cp:\w+)(?: [^>]*)?>([^<]*)<", paragraph))
        yield from re.findall(r' (?:descr|w:alias|w:name)="([^"]*)"', paragraph)


def languages_in(name: str, content: bytes) -> set[str]:
    """Return the languages that a file says it is in, such as `en-GB`."""
    if name.endswith(".html"):
        page = _Page()
        page.feed(content.decode("utf-8"))
        return page.languages
    if name.endswith(".pdf"):
        reader = pypdf.PdfReader(io.BytesIO(content))
        root = reader.trailer["/Root"].get_object()
        return {str(root.get("/Lang"))}
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as held:
            parts = "".join(held.read(part).decode("utf-8") for part in held.namelist() if part.endswith(".xml"))
        return set(re.findall(r'<w:lang [^>]*w:val="([^"]*)"', parts))
    return set()


def files_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of every file in a folder, those in a zip file among them."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        if path.suffix == ".zip":
            with zipfile.ZipFile(io.BytesIO(content)) as held:
                yield from ((f"{name}/{inner}", held.read(inner)) for inner in held.namelist())
        else:
            yield name, content
