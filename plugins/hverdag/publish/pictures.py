"""Pictures as readers may have them: upright, and without all that a camera or a program has written about them.

Every one is written anew (publish/cleaned.py), so what nobody knows of in a file is gone too. What is made is kept in
the cache by the bytes it was made from, and never are those published themselves.
"""

import hashlib
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..model.files import LARGEST_PICTURE, MOST_PIXELS, RECORDINGS, Picture
from ..model.photo import CLEANING
from ..model.problem import Level, Problem, Rule, Source
from .cache.store import CacheStore

UNREADABLE = Rule(
    "picture-unreadable",
    Level.ERROR,
    'The picture "{given}" cannot be read, so what is hidden in it cannot be taken out.',
    "Open it in a picture program, and save it again as jpg or png, of at most {most} MB and {most_pixels} million "
    "pixels.",
    """A picture that is damaged or too large, and so is not published.

A camera writes into the file where and when a picture was taken, and sometimes whose the camera is. Hverdag takes all
of that out of every picture before readers get it, and a picture that it cannot read does not reach them. A picture
that moves counts with all of its frames.
""",
)
RULES = (UNREADABLE,)

MILLION = 1_000_000


class Pictures:
    """Makes clean copies of pictures, each of them once."""

    def __init__(self, folder: Path) -> None:
        self._shelves = {form: CacheStore(folder / "pictures", form) for form in ("jpg", "png", "webp")}

    def clean(self, content: bytes) -> bytes | Path | None:
        """Return a picture as readers may have it: the file it is kept in, or its bytes where the cache cannot be
        written; None where it is damaged, too large, or no picture."""
        if len(content) > LARGEST_PICTURE:
            return None
        recipe = f"Pillow {_pillow()} {CLEANING} {hashlib.sha256(content).hexdigest()}"
        # Its form is known when it has been read; what is kept need not be read.
        found = next((held for shelf in self._shelves.values() if (held := shelf.find(recipe))), None)
        if found:
            return found
        form, made = _made(content)
        return made and (self._shelves[form].put(recipe, made) or made)


def clean_media(
    media: Iterable[str], pictures: Mapping[str, Picture], root: Path, folder: Path
) -> tuple[dict[str, bytes | Path], list[Problem]]:
    """Return what is published of each picture and recording, by its path in the publication, and what cannot be.

    `pictures` tell what each of them was when it was checked. Recordings are published as they are.
    """
    copies, held, met = Pictures(folder), dict[str, bytes | Path](), list[Problem]()
    for path in media:
        made = root / path if path.endswith(RECORDINGS) else _checked(copies, root / path, pictures.get(path))
        if made is None:
            met.append(unreadable(path))
        else:
            held[path] = made
    return held, met


def _checked(copies: Pictures, path: Path, known: Picture | None) -> bytes | Path | None:
    """A picture as readers may have it, if its file still is what was checked: papers are kept by its digest."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return copies.clean(content) if known and hashlib.sha256(content).hexdigest() == known.digest else None


def unreadable(path: str) -> Problem:
    """Return the problem of a picture that cannot be published."""
    most = {"most": LARGEST_PICTURE // MILLION, "most_pixels": MOST_PIXELS // MILLION}
    return UNREADABLE.at(Source(path), given=path, **most)


@cache
def _pillow() -> str:
    return version("Pillow")


def _made(content: bytes) -> tuple[str, bytes | None]:
    """The form of a picture, and a clean copy of it; none of one that cannot be read to its end."""
    # Imported here: most publications have no pictures, and what is in the cache needs no Pillow.
    from .picture_cleaning import cleaned  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged EXIF, and of the second picture in a phone's file
            return cleaned(content)
    except Exception:  # Pillow raises anything for what is damaged
        return "", None
