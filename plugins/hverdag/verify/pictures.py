"""Checks that no picture in the finished site contains metadata, wherever it comes from."""

import os
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model.files import PICTURES
from ..model.problem import Level, Problem, Rule, Source, Tag

RULE = Rule(
    "picture-metadata",
    Level.ERROR,
    'The picture "{given}" in the finished handbook may tell more than it shows.',
    "Put the picture in docs/ or beside the text. If a plugin makes it, show this to whoever runs the handbook.",
    """A picture in the finished site that something may be hidden in: where it was taken, and with whose camera.

Hverdag takes that out of every picture beside a text and in docs/. Only a plugin in mkdocs.yml can bring in another.
""",
    (Tag.ABOUT_PEOPLE,),
)


_PLAIN = {"APP0": (b"JFIF\0", 14), "APP14": (b"Adobe", 12)}
"""The application segments of a JPEG needed to decode its pixels, with their prefix and exact length in bytes, so that
they cannot contain a thumbnail."""

_CHUNKS = frozenset(b"IHDR PLTE tRNS IDAT acTL fcTL fdAT gAMA cHRM sRGB sBIT pHYs".split())
"""The chunks of a PNG that only describe its pixels."""

_METADATA = frozenset({"exif", "xmp", "icc_profile", "comment"})


def verify(folder: Path, sources: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each picture with metadata, and for each damaged one. Pixels are not decoded."""
    for where, _, names in os.walk(folder):
        for name in sorted(names):
            if name.lower().endswith((*PICTURES, ".jfif", ".jpe")):
                file = Path(where) / name
                path = file.relative_to(folder).as_posix()
                if not _is_clean(file):
                    yield RULE.at(Source(sources.get(path, path)), given=path)


def _is_clean(path: Path) -> bool:
    # Imported here: few sites have pictures, and Pillow is slow to load.
    from PIL import Image  # noqa: PLC0415
    from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about damaged EXIF; the picture is reported anyway
            with Image.open(path, formats=("JPEG", "PNG", "WEBP")) as picture:
                parts = picture.applist if isinstance(picture, JpegImageFile) else []
                chunks = _chunks(path) if picture.format == "PNG" else _CHUNKS
                return all(map(_is_plain, parts)) and chunks <= _CHUNKS and not _METADATA & picture.info.keys()
    except Exception:  # Pillow raises arbitrary exceptions for damaged files
        return False


def _is_plain(part: tuple[str, bytes]) -> bool:
    begins, long = _PLAIN.get(part[0], (b"", 0))
    return len(part[1]) == long and part[1].startswith(begins)


def _chunks(path: Path) -> frozenset[bytes]:
    """Return the names of a PNG's chunks. Pillow itself does not read chunks after the pixels until it decodes them."""
    from PIL.PngImagePlugin import ChunkStream  # noqa: PLC0415

    with path.open("rb") as opened, ChunkStream(opened) as chunks:
        opened.seek(8)  # skip the PNG signature
        return frozenset(chunks.verify())
