"""What a picture is, by its own bytes: its name may say anything. Pillow reads it; nothing of it is kept."""

import hashlib
import warnings
from collections.abc import Mapping
from pathlib import Path

from ..model.handbook import Picture
from .files import open_regular

FORMS: Mapping[str | None, str] = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
"""The formats that web, paper and Word all hold, by Pillow's names for them."""


def read_picture(root: Path, path: str) -> Picture | None:
    """Return what a picture is, or None for what cannot be read as one that can be printed."""
    # Imported here: most publications have no pictures, and Pillow takes as long to load as a check.
    from PIL import Image  # noqa: PLC0415

    try:
        with warnings.catch_warnings(), open_regular(root, path) as opened:
            warnings.simplefilter("error")  # a picture of more than 90 million pixels is only a warning to Pillow
            with Image.open(opened) as picture:
                form, size = FORMS.get(picture.format), picture.size
                picture.verify()
            opened.seek(0)
            digest = hashlib.sha256(opened.read()).hexdigest()
    except Exception:
        return None
    return Picture(form, *size, digest) if form else None
