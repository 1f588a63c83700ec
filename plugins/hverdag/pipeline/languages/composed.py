"""Another language of a publication as a folder of its own, put together from the files that carry its mark.

Everything that reads, checks and renders a publication works on that folder as on any other. What is no text, such as
a picture, belongs to all languages; so do the settings that say the same in each.
"""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ...model.files import EntryKind
from ...model.handbook import Handbook
from ...model.language import Language, language_mark, with_mark, without_mark
from ...model.own_look import FOLDER as OWN_LOOK
from ...model.problem import Source
from ...model.settings import PATH as SETTINGS
from ...parse.files import entries, read_text
from ...parse.pages.site import site_setting
from ...parse.publication import MKDOCS
from ...publish.work import run_folder
from ..plain_site import MODULES
from ..read import folders
from . import own_config
from .pieces import Piece, PutTogether, fields_of, joined, laid_over

SHARED = frozenset(
    "organisation,edition,time_zone,contact,reach,edit_url,values,illustrative,fewest,demands,"  # noqa: SIM905
    "selections,retired,printed,written_for".split(",")
)
"""The settings that hold for every language, unless handbook.yml of that language has its own."""

_TEXTS = (".md", ".yml", ".yaml")


@dataclass(frozen=True)
class Composed:
    """The folder of a publication in another language. `put_together` are the files in it that are no copies, by
    path."""

    language: Language
    root: Path
    folder: Path
    put_together: Mapping[str, PutTogether]

    def place(self, source: Source) -> Source:
        """Return the place in the publication itself of a place in the folder."""
        if source.path in self.put_together:
            return self.put_together[source.path].place(source)
        return replace(source, path=self.path(source.path))

    def path(self, path: str) -> str:
        """Return the path in the publication itself of a file in the folder."""
        marked = with_mark(path, self.language)
        return marked if path.endswith(_TEXTS) and (self.root / marked).is_file() else path


def composed(root: Path, language: Language) -> Composed:
    """Put a publication in another language together, in a folder that is deleted when the run ends. What an earlier
    reading has left there is brought in step: a preview may be reading it."""
    name = sha256(os.fsencode(root.absolute())).hexdigest()[:16]
    folder = run_folder() / "languages" / name / language
    own = dict(_put_together(root, language))
    files = {target: root / path for path, target in (*_texts(root, language), *_beside(root)) if target not in own}
    for left in [path for path in folder.rglob("*") if path.is_file()]:
        if left.relative_to(folder).as_posix() not in {*files, *own}:
            left.unlink()
    for target, source in files.items():
        _lay(source, folder / target)
    for path, text in own.items():
        _write(folder / path, text.text)
    return Composed(language, root, folder, own)


def languages_beside(root: Path) -> tuple[Language, ...]:
    """Return the languages that a publication has beside its own: those with a handbook.yml that carries their mark."""
    return tuple(language for language in Language if (root / with_mark(SETTINGS, language)).is_file())


def languages_with_texts(handbook: Handbook, beside: Collection[Language]) -> tuple[Language, ...]:
    """Return the languages that a publication has texts of values or stories in, beside its own, whether they have
    settings or not; `beside` are those that have."""
    marks = {mark for path, mark in handbook.marked.items() if not path.startswith("docs/")}
    return tuple(language for language in Language if language in marks or language in beside)


def _texts(root: Path, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that belongs to a language, and its path in the folder of that language."""
    for folder in folders():
        for entry in entries(root, folder):
            if entry.kind is EntryKind.FILE:
                mark = language_mark(entry.path)
                if mark is language:
                    yield entry.path, without_mark(entry.path)
                elif mark is None and not entry.path.endswith(_TEXTS):
                    yield entry.path, entry.path


def _put_together(root: Path, language: Language) -> Iterator[tuple[str, PutTogether]]:
    settings, own = _fields(root, SETTINGS), _fields(root, with_mark(SETTINGS, language))
    if "waivers" in own:
        own = {**own, "waivers": _unmarked(own["waivers"], language)}
    first = Piece(with_mark(SETTINGS, language), 1, ("",))  # what is missing is missing in its own file
    yield (
        SETTINGS,
        joined(
            (*([] if own else [first]), *laid_over(own, settings, SHARED).pieces, *_address(settings, own, language))
        ),
    )
    yield MKDOCS, own_config.put_together(root, language)


def _unmarked(piece: Piece, language: Language) -> Piece:
    """Return the waivers with the paths of the files as they are in the folder: each names the file that it is for."""
    return piece._replace(lines=tuple(line.replace(f".{language}.md", ".md") for line in piece.lines))


def _address(settings: Mapping[str, Piece], own: Mapping[str, Piece], language: Language) -> Iterator[Piece]:
    """Yield the public address in another language: its folder in that of the whole."""
    if "site_url" in settings and "site_url" not in own:
        path, first, lines = settings["site_url"]
        address = lines[0].partition(":")[2].partition(" #")[0].strip().strip("\"'")
        if address:
            yield Piece(path, first, (f'site_url: "{address.rstrip("/")}/{language}/"',))


def _fields(root: Path, path: str) -> Mapping[str, Piece]:
    """Return the fields of a YAML file; none if it cannot be read, which is told elsewhere."""
    text = read_text(root, path)[0] if (root / path).is_file() else None
    return fields_of(path, text) if text is not None else {}


def _beside(root: Path) -> Iterator[tuple[str, str]]:
    """Yield what lies beside the texts and belongs to every language, twice: the path of each file of a look of one's
    own, of the templates and hooks that mkdocs.yml names, and of the modules that macros are in."""
    theme, hooks = site_setting(root, "theme"), site_setting(root, "hooks")
    templates = str(theme.get("custom_dir") or OWN_LOOK) if isinstance(theme, dict) else OWN_LOOK
    named = [name.rstrip("/") for name in (templates, *map(str, hooks if isinstance(hooks, list) else ()))]
    there = [*filter(_is_inside, named), OWN_LOOK, *MODULES, *(path.name for path in root.glob("*.py"))]
    names = [*there, *(entry.path for folder in there for entry in entries(root, folder))]
    yield from ((name, name) for name in dict.fromkeys(names) if (root / name).is_file())


def _is_inside(path: str) -> bool:
    """Return True for a path of a file or a folder in the publication, written without detours."""
    return bool(path) and all(part not in ("", ".", "..") for part in path.split("/")) and not Path(path).is_absolute()


def _lay(source: Path, target: Path) -> None:
    """Give a file a second name, which takes no room, or copy it where that cannot be done. Nothing writes into
    it. One that cannot be read is told of where it lies."""
    with suppress(OSError):
        if target.samefile(source):
            return
        target.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        with suppress(OSError):
            shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text("utf-8") != text:
        path.write_text(text, encoding="utf-8")
