"""Pictures in the formats that Word can show."""

import io
from functools import lru_cache

SHARPEST = 1417
"""Pixels: 120 mm at 300 pixels per inch, the most that a converted picture has in width."""


@lru_cache(maxsize=16)  # a story's pictures are in every guide for it
def word_image(content: bytes) -> tuple[bytes, int, int]:
    """Return a picture in a format that Word can show, and its original width and height in pixels.

    The picture is already cleaned, so it is upright, and a JPEG has the header that python-docx recognises.
    """
    # Imported here: most publications have no pictures.
    from PIL import Image  # noqa: PLC0415

    with Image.open(io.BytesIO(content)) as picture:
        size = picture.size
        if picture.format != "WEBP":
            return content, *size
        picture.thumbnail((SHARPEST, SHARPEST * 4))
        png = io.BytesIO()
        picture.save(png, "PNG")
    return png.getvalue(), *size
