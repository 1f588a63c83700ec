"""A picture written anew by Pillow, with its pixels alone: upright, in the colours of the web, and in its own form."""

import io
from typing import Any

from PIL import Image, ImageChops, ImageCms, ImageFile, ImageOps, ImageStat, JpegImagePlugin

from ..model.files import MOST_PIXELS
from ..model.photo import LYING, orientation

_FORMS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP"}
"""What each kind of file is written as: of the several pictures in a phone's file, the first."""

_SEEN = ("transparency", "duration")
"""All that is kept of what a file says of its pixels."""

_ROUNDING = 2
"""Steps of 255 by which one program's sRGB differs from another's: such pixels are left as they are."""

_FINE = 90
_SIDE = 8
_HALVED_ACROSS, _HALVED_BOTH = 1, 2
"""What Pillow calls colours of half the width, and of half the height too. Any other are kept whole."""


class TooLargeError(ValueError):
    """A picture with more pixels, in all its frames together, than a build has memory for."""


def cleaned(content: bytes) -> tuple[str, bytes]:
    """Return the ending of a picture's form, `jpg`, `png` or `webp`, and the picture with nothing but what is seen.

    Raises TooLargeError; Pillow raises anything for what is damaged, or is no such picture.
    """
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as picture:
        form = _FORMS[picture.format or ""]
        count = getattr(picture, "n_frames", 1) if form != "JPEG" else 1
        if count * picture.width * picture.height > MOST_PIXELS:
            raise TooLargeError
        picture.load()
        lies = orientation(Image.Exif(), picture.info.get("exif", b""))
        frames = [_frame(picture, number, lies) for number in range(count)]
        how = {**_written(picture, content, lies), **_moving(picture, frames)}
    made = io.BytesIO()
    frames[0].save(made, form, **how)
    return "jpg" if form == "JPEG" else form.lower(), made.getvalue()


def _frame(picture: Image.Image, number: int, lies: int) -> Image.Image:
    """One of a picture's frames, with nothing carried over that Pillow might write again by itself."""
    picture.seek(number)
    frame = picture.copy()
    frame.info = {name: picture.info[name] for name in _SEEN if name in picture.info}
    if "icc_profile" in picture.info:
        frame = _in_srgb(frame, picture.info["icc_profile"])
    if frame.mode == "CMYK":  # a printer's colours: neither browsers nor Word are sure of them
        frame = frame.convert("RGB")
    if lies > 1:
        frame.getexif()[0x0112] = lies
        frame = ImageOps.exif_transpose(frame)
    return frame


def _in_srgb(frame: Image.Image, profile: bytes) -> Image.Image:
    """A picture in the colours of the web, so that it needs no profile: a screen's holds its serial number and name.

    Where the profile is damaged or of another kind of picture, colours are left as they are, as browsers do.
    """
    if frame.mode == "P":
        own = bytes(frame.getpalette() or ())
        frame.putpalette(_in_srgb(Image.frombytes("RGB", (len(own) // 3, 1), own), profile).tobytes())
        return frame
    seen = frame.convert("RGBA") if frame.mode in ("RGB", "L") and frame.has_transparency_data else frame
    form = "RGBA" if seen.mode == "RGBA" else "RGB"
    try:
        known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(seen, known, ImageCms.createProfile("sRGB"), outputMode=form)
    except (OSError, ImageCms.PyCMSError):
        return frame
    if made is None or (seen.mode == form and _most_apart(seen, made) <= _ROUNDING):
        return frame
    return made.convert("L") if seen.mode == "L" else made


def _most_apart(one: Image.Image, other: Image.Image) -> int:
    """By how many steps of 255 two pictures differ where they differ most."""
    return int(max(most for _, most in ImageStat.Stat(ImageChops.difference(one, other)).extrema))


def _written(picture: Image.Image, content: bytes, lies: int) -> dict[str, Any]:
    """How a picture is kept as finely as it was. PNG is so by itself."""
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        return _jpeg(picture, content, lies)
    if picture.format != "WEBP":
        return {}
    # The name of its lossless pixels. Should it stand in other pixels by chance, the file only gets larger.
    return {"method": 4, **({"lossless": True} if b"VP8L" in content else {"quality": _FINE})}


def _jpeg(picture: JpegImagePlugin.JpegImageFile, content: bytes, lies: int) -> dict[str, Any]:
    """A JPEG's own tables say how finely each pattern of a square is kept, so they turn with it."""
    across = [row * _SIDE + column for column in range(_SIDE) for row in range(_SIDE)]
    order = across if lies in LYING else range(_SIDE * _SIDE)
    tables = [[table[at] for at in order] for _, table in sorted(picture.quantization.items())]
    colours = JpegImagePlugin.get_sampling(picture)
    halved = colours if colours == _HALVED_BOTH or (colours == _HALVED_ACROSS and lies not in LYING) else 0
    # Pillow packs a file in memory that it takes for large enough, and gives up where a very fine one is larger.
    packed = 2 * len(content) <= max(ImageFile.MAXBLOCK, 2 * picture.width * picture.height)
    how = {"optimize": packed, "progressive": packed and "progressive" in picture.info}
    return {"subsampling": halved, **how, **({"qtables": tables} if tables else {"quality": _FINE})}


def _moving(picture: Image.Image, frames: list[Image.Image]) -> dict[str, Any]:
    """The frames of an animation, how long each is shown in milliseconds, and how often it is shown again."""
    if len(frames) == 1:
        return {}
    alone = bool(picture.info.get("default_image"))  # a first picture for those who show no animations
    durations = [frame.info.get("duration", 0) for frame in frames[alone:]]
    how = {"duration": durations, "loop": picture.info.get("loop", 0), "default_image": alone}
    return {"save_all": True, "append_images": frames[1:], **how}
