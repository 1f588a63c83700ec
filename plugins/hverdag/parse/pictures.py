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


def read_picture(root: Path, path: str) -> Picture:
    """Return a picture's format, width and height in pixels when upright, digest, and size in bytes.

    The format is empty if the picture is not in one of FORMS or cannot be read to its end. A file larger than
    LARGEST_PICTURE is not read at all. Faults in metadata such as EXIF are ignored: metadata is never published.
    """
    # Imported here: most publications have no pictures, and Pillow takes as long to load as a check.
    from PIL import Image  # noqa: PLC0415

    form, size, width, height = "", 0, 0, 0
    try:
        with warnings.catch_warnings(), open_regular(root, path) as stream:
            size = os.fstat(stream.fileno()).st_size
            warnings.simplefilter("ignore")  # Pillow warns of damaged EXIF, and of the second picture in a phone's file
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if size <= LARGEST_PICTURE:
                with Image.open(stream) as picture:
                    width, height = picture.size
                    if width * height <= MOST_PIXELS:
                        picture.load()
                    form = FORMS.get(picture.format, "")
                    if orientation(Image.Exif(), picture.info.get("exif", b"")) in LYING:
                        width, height = height, width
                stream.seek(0)
                return Picture(form, width, height, hashlib.sha256(stream.read()).hexdigest(), size)
    except Exception:
        form = ""
    return Picture(form, width, height, "", size)
