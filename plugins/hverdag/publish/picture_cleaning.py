"""A picture saved anew by Pillow with nothing but its pixels: upright, in sRGB, and in its own format."""

import io
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageFile, ImageOps, ImageStat, JpegImagePlugin

from ..model.files import MOST_PIXELS
from ..model.photo import LYING, orientation

_FORMS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP"}
"""The format that each kind of file is saved in; of the several pictures in an MPO file from a phone, only the
first."""

_PIXEL_INFO = ("transparency", "duration")
"""The entries of Pillow's `info` that are kept."""

_ROUNDING = 2
"""Steps of 255 by which two programs' sRGB may differ: pixels that would change by no more are left unchanged."""

_FINE = 90
_SIDE = 8
_HALVED_ACROSS, _HALVED_BOTH = 1, 2
"""Pillow's codes for chroma subsampling 4:2:2 and 4:2:0. Any other is saved without subsampling."""


class TooLargeError(ValueError):
    """A picture with more pixels, in all its frames together, than MOST_PIXELS."""


def cleaned(content: bytes) -> tuple[str, bytes]:
    """Return the ending of a picture's format, `jpg`, `png` or `webp`, and the picture without metadata.

    Raises TooLargeError, and whatever Pillow raises for a file that is damaged or in another format.
    """
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
        form = _FORMS[picture.format or ""]
        count = getattr(picture, "n_frames", 1) if form != "JPEG" else 1
        if count * picture.width * picture.height > MOST_PIXELS:
            raise TooLargeError
        picture.load()
        turned = orientation(Image.Exif(), picture.info.get("exif", b""))
        frames = [_clean_frame(picture, number, turned) for number in range(count)]
        options = {**_save_options(picture, content, turned), **_animation_options(picture, frames)}
    buffer = io.BytesIO()
    frames[0].save(buffer, form, **options)
    return "jpg" if form == "JPEG" else form.lower(), buffer.getvalue()


def _clean_frame(picture: Image.Image, number: int, turned: int) -> Image.Image:
    """Return a frame of a picture, upright and in sRGB, without the metadata that Pillow would save again by itself."""
    picture.seek(number)
    frame = picture.copy()
    frame.info = {name: picture.info[name] for name in _PIXEL_INFO if name in picture.info}
    if "icc_profile" in picture.info:
        frame = _in_srgb(frame, picture.info["icc_profile"])
    if frame.mode == "CMYK":  # colours for a press: browsers and Word show them differently
        frame = frame.convert("RGB")
    if turned > 1:
        frame.getexif()[0x0112] = turned
        frame = ImageOps.exif_transpose(frame)
    return frame


def _in_srgb(frame: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in sRGB, so that it needs no profile: the profile of a screen holds its serial number and name.

    If the profile is damaged or does not match the picture, the colours are left unchanged, as browsers do.
    """
    if frame.mode == "P":
        palette = bytes(frame.getpalette() or ())
        frame.putpalette(_in_srgb(Image.frombytes("RGB", (len(palette) // 3, 1), palette), profile).tobytes())
        return frame
    source = frame.convert("RGBA") if frame.mode in ("RGB", "L") and frame.has_transparency_data else frame
    form = "RGBA" if source.mode == "RGBA" else "RGB"
    try:
        own_profile = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(source, own_profile, ImageCms.createProfile("sRGB"), outputMode=form)
    except (OSError, ImageCms.PyCMSError):
        return frame
    if converted is not None:
        converted.info.pop("icc_profile", None)  # Pillow notes the new one, and a PNG would be saved with it
    if converted is None or (source.mode == form and _largest_difference(source, converted) <= _ROUNDING):
        return frame
    return converted.convert("L") if source.mode == "L" else converted


def _largest_difference(first: Image.Image, second: Image.Image) -> int:
    """Return the largest difference between two pictures in any pixel and channel, in steps of 255."""
    return int(max(highest for _, highest in ImageStat.Stat(ImageChops.difference(first, second)).extrema))


def _save_options(picture: Image.Image, content: bytes, turned: int) -> dict[str, Any]:
    """Return Pillow's options to save a picture in the quality it has. PNG needs none."""
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        return _jpeg_options(picture, content, turned)
    if picture.format != "WEBP":
        return {}
    # The name of the lossless chunk. If lossy pixels hold the same bytes by chance, the file only gets larger.
    return {"method": 4, **({"lossless": True} if b"VP8L" in content else {"quality": _FINE})}


def _jpeg_options(picture: JpegImagePlugin.JpegImageFile, content: bytes, turned: int) -> dict[str, Any]:
    """Return Pillow's options to save a JPEG with its own quantisation tables, transposed if the picture is turned."""
    across = [row * _SIDE + column for column in range(_SIDE) for row in range(_SIDE)]
    order = across if turned in LYING else range(_SIDE * _SIDE)
    tables = [[table[at] for at in order] for _, table in sorted(picture.quantization.items())]
    colours = JpegImagePlugin.get_sampling(picture)
    halved = colours if colours == _HALVED_BOTH or (colours == _HALVED_ACROSS and turned not in LYING) else 0
    # Pillow optimises a file in a buffer of estimated size, and fails if a file of high quality is larger.
    is_optimized = 2 * len(content) <= max(ImageFile.MAXBLOCK, 2 * picture.width * picture.height)
    options = {"optimize": is_optimized, "progressive": is_optimized and "progressive" in picture.info}
    return {"subsampling": halved, **options, **({"qtables": tables} if tables else {"quality": _FINE})}


def _animation_options(picture: Image.Image, frames: list[Image.Image]) -> dict[str, Any]:
    """Return Pillow's options to save an animation: its frames, their durations in milliseconds, and its
    repetitions."""
    if len(frames) == 1:
        return {}
    has_still = bool(picture.info.get("default_image"))  # a first picture for viewers that show no animations
    durations = [frame.info.get("duration", 0) for frame in frames[has_still:]]
    options = {"duration": durations, "loop": picture.info.get("loop", 0), "default_image": has_still}
    return {"save_all": True, "append_images": frames[1:], **options}
