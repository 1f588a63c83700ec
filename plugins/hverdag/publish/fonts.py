"""The one type family, subset and renamed for the web, and the fonts for paper.

Source Serif and Source Sans are open (SIL OFL 1.1), and "Source" is a reserved name: a subset is a modified
version, so it is called Hverdag Serif and Hverdag Sans, and the licence is published beside it. Paper has Noto Emoji
(SIL OFL 1.1) too, in one ink; on the web, emoji are drawn by the reader's own device.
"""

import hashlib
import io
import logging
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools import version as fonttools_version

from ..model.artifact import Artifact, content_bytes
from .cache.store import CacheStore, keep
from .work import run_folder

FOLDER = "assets/fonts"
PACKED = "hverdag_fonts"
"""The package of the web fonts that are made while Hverdag is installed, and are installed with it."""
# Latin letters for Danish and its neighbours, quotation marks, dashes, arrows and the Euro sign.
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    0x1E9E,
    *range(0x2010, 0x2027),
    0x202F,
    0x2030,
    0x2032,
    0x2033,
    0x2039,
    0x203A,
    0x2044,
    0x20AC,
    0x2122,
    *range(0x2190, 0x2194),
    0x21A9,
    0x2212,
    0x2215,
    0x2260,
    0x2264,
    0x2265,
)
FEATURES = ("kern", "liga", "locl", "mark", "mkmk", "ccmp", "onum", "lnum", "tnum", "pnum")
FACES = {
    "serif-regular": ("font_source_serif_pro", "SourceSerifPro-Regular.ttf", "Hverdag Serif"),
    "serif-italic": ("font_source_serif_pro", "SourceSerifPro-It.ttf", "Hverdag Serif"),
    "serif-bold": ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf", "Hverdag Serif"),
    "sans-regular": ("font_source_sans_pro", "SourceSansPro-Regular.ttf", "Hverdag Sans"),
    "sans-italic": ("font_source_sans_pro", "SourceSansPro-It.ttf", "Hverdag Sans"),
    "sans-bold": ("font_source_sans_pro", "SourceSansPro-Semibold.ttf", "Hverdag Sans"),
}
PAPER_FACES = (
    "font_source_serif_pro/files/SourceSerifPro-Regular.ttf",
    "font_source_serif_pro/files/SourceSerifPro-It.ttf",
    "font_source_serif_pro/files/SourceSerifPro-Semibold.ttf",
    "font_source_serif_pro/files/SourceSerifPro-SemiboldIt.ttf",
    "font_source_sans_pro/files/SourceSansPro-Regular.ttf",
    "font_source_sans_pro/files/SourceSansPro-Semibold.ttf",
    "manimgx_fonts/NotoEmoji[wght].ttf",
)
"""The fonts for paper, each by its package and its file. Typst embeds three families of its own, for the letters that
these do not have."""

_NAMES_TO_CHANGE = (1, 3, 4, 6, 16, 18, 21)


def web_fonts(cache: Path) -> Iterator[Artifact]:
    """Yield the web fonts and their licences. A font that was not installed with Hverdag, or by another recipe, is
    subset once and kept in the cache."""
    store = CacheStore(cache / "fonts", "woff2")
    for name in FACES:
        source, recipe = _recipe(name)
        content = _packed(name, recipe)
        if content is None:
            path = store.find(recipe)
            content = path.read_bytes() if path else _subset(source, name)
            if not path:
                store.put(recipe, content)
        yield Artifact(f"{FOLDER}/{name}.woff2", content)
    yield from _licences()


def pack(folder: Path) -> None:
    """Write the web fonts, and their licences, to the folder that is installed as the package PACKED."""
    for name in FACES:
        source, recipe = _recipe(name)
        content = _subset(source, name)
        (folder / _packed_name(name, recipe, content)).write_bytes(content)
    for licence in _licences():
        (folder / Path(licence.path).name).write_bytes(content_bytes(licence.content))


def _packed(name: str, recipe: str) -> bytes | None:
    """Return a web font that was installed with Hverdag, if it was made from this recipe, and holds what was made."""
    with suppress(ModuleNotFoundError):
        for file in files(PACKED).iterdir():
            if file.name.startswith(f"{name}."):
                content = file.read_bytes()
                if file.name == _packed_name(name, recipe, content):
                    return content
    return None


def _packed_name(name: str, recipe: str, content: bytes) -> str:
    return f"{name}.{hashlib.sha256(recipe.encode() + content).hexdigest()}.woff2"


def _recipe(name: str) -> tuple[bytes, str]:
    """Return a face's font file, and all that its subset is made from."""
    package, file, family = FACES[name]
    source = files(package).joinpath("files", file).read_bytes()
    return source, repr((fonttools_version, LETTERS, FEATURES, name, family, hashlib.sha256(source).hexdigest()))


def _licences() -> Iterator[Artifact]:
    for part, package in (("serif", "font_source_serif_pro"), ("sans", "font_source_sans_pro")):
        licence = files(package).joinpath("files", "LICENSE.txt").read_bytes()
        yield Artifact(f"{FOLDER}/LICENSE-{part}.txt", licence)


def paper_fonts(cache: Path) -> Path:
    """Return a folder with the fonts for paper, and no others: Typst loads every font in it.

    If the cache cannot be written, the folder is a temporary one, deleted at exit.
    """
    faces = {}
    for face in PAPER_FACES:
        package, *path = face.split("/")
        faces[path[-1]] = files(package).joinpath(*path).read_bytes()
    folder = cache / "paper-fonts" / hashlib.sha256(b"".join(faces.values())).hexdigest()[:16]
    if not all(_is_whole(cache, folder / name, content) for name, content in faces.items()):
        folder = Path(tempfile.mkdtemp(prefix="fonts-", dir=run_folder()))
        for name, content in faces.items():
            (folder / name).write_bytes(content)
    return folder


def _is_whole(cache: Path, path: Path, content: bytes) -> bool:
    """Return True if a font is in the cache with this content, or could be written there."""
    try:
        return path.read_bytes() == content or keep(cache, path, content)
    except OSError:
        return keep(cache, path, content)


def _subset(source: bytes, name: str) -> bytes:
    # Imported here: it takes longer to load than a whole check, and is needed once in an installation's life.
    from fontTools import subset  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = subset.Options(
        layout_features=list(FEATURES),
        hinting=False,
        notdef_outline=True,
        name_IDs=["*"],
        flavor="woff2",
        recalc_timestamp=False,
    )
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    _rename(font, name)
    buffer = io.BytesIO()
    font.flavor = "woff2"
    font.save(buffer)
    return buffer.getvalue()


def _rename(font: Any, name: str) -> None:
    family = FACES[name][2]
    style = name.partition("-")[2].capitalize()
    texts = {1: family, 3: f"Hverdag-{name}", 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}
    table = font["name"]
    for record in list(table.names):
        if record.nameID in _NAMES_TO_CHANGE:
            table.removeNames(nameID=record.nameID)
    for number, text in texts.items():
        table.setName(text, number, 3, 1, 0x409)
