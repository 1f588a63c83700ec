"""The facts of a picture, read from its bytes by Pillow: its name may be wrong, and its metadata is not kept."""

import hashlib
import os
import warnings
from collections.abc import Mapping
from pathlib import Path

from ..model.files import LARGEST_PICTURE, MOST_PIXELS, Picture
from ..model.photo import LYING, orientation
from .files import open_regular

FORMS: Mapping[str | None, str] = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
"""The formats that the web, paper and Word all support, by Pillow's names for them."""

_KNOWN: dict[str, Picture] = {}
"""The pictures that this process has read to their ends, by digest: a review has most of them on both sides, and a
preview meets them again whenever something is saved."""


def read_picture(root: Path, path: str) -> Picture:
    """Return a picture's format, width and height in pixels when upright, digest, and size in bytes.

    The format is empty if the picture is not in one of FORMS or cannot be read to its end. A file larger than
    LARGEST_PICTURE is not read at all. Faults in metadata such as EXIF are ignored: metadata is never published.
    """
    form, size, width, height = "", 0, 0, 0
    try:
        with warnings.catch_warnings(), open_regular(root, path) as stream:
            size = os.fstat(stream.fileno()).st_size
            digest = hashlib.sha256(stream.read()).hexdigest() if size <= LARGEST_PICTURE else ""
            if digest in _KNOWN:
                return _KNOWN[digest]
            # Imported here: most publications have no pictures, and Pillow takes as long to load as a check.
            from PIL import Image  # noqa: PLC0415

            warnings.simplefilter("ignore")  # Pillow warns of damaged EXIF, and of the second picture in a phone's file
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if digest:
                stream.seek(0)
                with Image.open(stream) as picture:
                    width, height = picture.size
                    if width * height <= MOST_PIXELS:
                        picture.load()
                    form = FORMS.get(picture.format, "")
                    if orientation(Image.Exif(), picture.info.get("exif", b"")) in LYING:
                        width, height = height, width
                return _KNOWN.setdefault(digest, Picture(form, width, height, digest, size))
    except Exception:
        form = ""
    return Picture(form, width, height, "", size)
