"""Another language beside a publication's own: the files that it begins with, each with its mark."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from ...model.handbook import Handbook
from ...model.language import Language, with_mark
from ...model.new_publication import Beginning
from ...model.settings import PATH as SETTINGS
from ...model.settings import Settings
from ...parse.program_record import read_record
from ...parse.publication import MKDOCS
from ...pipeline.languages.composed import SHARED, languages_beside
from ...pipeline.languages.own_config import OWN_CONFIG
from ...starter import FOLDER, starter_words
from ..source_files import Replacement, replace_files
from .files import files_of, starter_files, value_file
from .record import RECORD, digest_of, record_with

PAIRS = FOLDER / "pages.yml"
_FIELD = re.compile(r"^([a-z_]+):.*\n(?:(?![a-z_#]).+\n)*", re.MULTILINE)
_EXPLAINED = re.compile(rf"^(?:#.*\n)*{_FIELD.pattern[1:]}", re.MULTILINE)
"""A field, and the comments right above it."""
_IN_COMMENT = re.compile(r"^# ([a-z_]+):", re.MULTILINE)
_FOR_ALL = SHARED | {"site_url", "server"}
_FRONT = "---\n"


class HasLanguageError(Exception):
    """The publication has files in that language already; `path` is the first of them."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def plan_language(root: Path, handbook: Handbook, beginning: Beginning) -> Mapping[str, str]:
    """Return the text of each file that another language of a publication begins with, by path. `beginning` has the
    names of its values in the order of the handbook's. Raises HasLanguageError if one of the files is there."""
    language = Language(beginning.language)
    texts = dict(_files(handbook, beginning, language))
    there = sorted(path for path in texts if (root / path).exists())
    if there or language in (handbook.settings.language, *languages_beside(root)):
        raise HasLanguageError(there[0] if there else SETTINGS)
    return texts


def write_language(root: Path, texts: Mapping[str, str]) -> None:
    """Write the files of another language, or none of them. Raises ChangedMeanwhileError and OSError as `replace_files`
    does."""
    for path in texts:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
    files = [Replacement(root / path, b"", text.encode()) for path, text in texts.items()]
    if record := read_record(root):
        pages = {path: digest_of(text) for path, text in texts.items() if path.startswith("docs/")}
        wanted = record_with({**record.files, **pages}, record.organisation)
        files.append(Replacement(root / RECORD, (root / RECORD).read_bytes(), wanted.encode()))
    replace_files(files)


def texts_of(root: Path, settings: Settings, own: Language) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page that a language beside a publication's own would begin with today; its
    `settings` are those of that language."""
    for path, text in files_of(root, settings):
        if path.startswith("docs/"):
            yield with_mark(path, settings.language), as_same(path, text, settings.language, own)


def _files(handbook: Handbook, beginning: Beginning, language: Language) -> Iterator[tuple[str, str]]:
    for path, text in starter_files(beginning):
        if path.startswith("docs/"):
            yield with_mark(path, language), as_same(path, text, language, handbook.settings.language)
        elif path == SETTINGS:
            yield with_mark(SETTINGS, language), f"{_settings(text)}\n{starter_words(language.value).said_once}"
        elif path == MKDOCS:
            kept = (found[0] for found in _FIELD.finditer(text) if found[1] in OWN_CONFIG)
            yield with_mark(MKDOCS, language), "\n".join(kept)
    for number, value in enumerate(handbook.values, 1):
        text = value_file(beginning, number)
        same = {"order": str(value.order), "code": value.code, "colour": f'"{value.colour}"', "mark": value.mark.value}
        for name, held in same.items():
            text = re.sub(rf"(?m)^{name}: .*$", lambda _, line=f"{name}: {held}": line, text, count=1)  # type: ignore[misc]
        yield with_mark(value.path, language), text


def as_same(path: str, text: str, language: Language, own: Language) -> str:
    """Return a page with the field that says which page in the publication's own language it is the same as, where that
    has another name."""
    other = _same_page(path.removeprefix("docs/").removesuffix(".md"), language, own)
    if not other or f"docs/{other}" == path:
        return text
    line = f"same_as: {other}\n"
    return f"{_FRONT}{line}{text[len(_FRONT) :]}" if text.startswith(_FRONT) else f"{_FRONT}{line}{_FRONT}\n{text}"


def _same_page(name: str, language: Language, own: Language) -> str:
    pair = next((pair for pair in page_pairs() if pair.get(language.value) == name), {})
    return f"{pair[own.value]}.md" if own.value in pair else ""


@cache
def page_pairs() -> tuple[Mapping[str, str], ...]:
    """Return the names of each page that a publication begins with, by language."""
    return tuple(yaml.load(PAIRS.read_text("utf-8"), yaml.CSafeLoader))


def _settings(text: str) -> str:
    """Return the settings without those that hold for every language, and without what is said of these."""
    kept = []
    for paragraph in text.split("\n\n"):
        left = _EXPLAINED.sub(lambda found: "" if found[1] in SHARED else found[0], f"{paragraph}\n")
        if left and not (_FOR_ALL & set(_IN_COMMENT.findall(left)) and not _FIELD.search(left)):
            kept.append(left.rstrip("\n"))
    return "\n\n".join(kept).rstrip("\n") + "\n"
