"""What a picture is, by its own bytes: its name may say anything. Pillow reads it; nothing of it is kept."""

import hashlib
import os
import warnings
from collections.abc import Mapping
from pathlib import Path

from ..model.files import LARGEST_PICTURE, MOST_PIXELS, Picture
from ..model.photo import LYING, orientation
from .files import open_regular

FORMS: Mapping[str | None, str] = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
"""The formats that web, paper and Word all hold, by Pillow's names for them."""


def read_picture(root: Path, path: str) -> Picture:
    """Return what a picture is; without a form where it cannot be read to its end as one that can be printed.

    One that is too large is not read at all. What is wrong with all that is told about a picture, as its EXIF, is no
    fault of the picture: none of it is published. Width and height are those of the upright picture.
    """
    # Imported here: most publications have no pictures, and Pillow takes as long to load as a check.
    from PIL import Image  # noqa: PLC0415

    form, size, width, height = "", 0, 0, 0
    try:
        with warnings.catch_warnings(), open_regular(root, path) as opened:
            size = os.fstat(opened.fileno()).st_size
            warnings.simplefilter("ignore")  # Pillow warns of damaged EXIF, and of the second picture in a phone's file
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if size <= LARGEST_PICTURE:
                with Image.open(opened) as picture:
                    width, height = picture.size
                    if width * height <= MOST_PIXELS:
                        picture.load()
                    form = FORMS.get(picture.format, "")
                    if orientation(Image.Exif(), picture.info.get("exif", b"")) in LYING:
                        width, height = height, width
                opened.seek(0)
                return Picture(form, width, height, hashlib.sha256(opened.read()).hexdigest(), size)
    except Exception:
        form = ""
    return Picture(form, width, height, "", size)
