"""Pictures for publication: upright, and without the metadata that a camera or a program has added.

Each picture is saved anew (publish/picture_cleaning.py), so unknown metadata is removed too. The copy is cached under
the digest of the original, which is never published itself.
"""

import hashlib
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..model.files import LARGEST_PICTURE, MOST_PIXELS, RECORDINGS, Picture
from ..model.photo import CLEANING
from ..model.problem import Level, Problem, Rule, Source, Tag
from .cache.store import CacheStore

UNREADABLE = Rule(
    "picture-unreadable",
    Level.ERROR,
    'The picture "{given}" cannot be read, so what is hidden in it cannot be taken out.',
    "Open it in an image editor, and save it again as jpg or png, of at most {most} MB and {most_pixels} million "
    "pixels.",
    """A picture that is damaged or too large, and so is not published.

A camera writes into the file where and when a picture was taken, and sometimes whose the camera is. Hverdag takes all
of that out of every picture before readers get it, and a picture that it cannot read does not reach them. A picture
that moves counts with all of its frames.
""",
    (Tag.ABOUT_PEOPLE,),
)
RULES = (UNREADABLE,)

MILLION = 1_000_000


class Pictures:
    """Makes clean copies of pictures, and caches them."""

    def __init__(self, folder: Path) -> None:
        self._stores = {form: CacheStore(folder / "pictures", form) for form in ("jpg", "png", "webp")}

    def clean(self, content: bytes, record: Callable[[Path], bool] = lambda _: True) -> bytes | Path | None:
        """Return the clean copy of a picture: its path in the cache, or its bytes if the cache cannot be written; None
        if the picture is damaged, too large, or no picture. `record` is asked before a copy is cached."""
        if len(content) > LARGEST_PICTURE:
            return None
        recipe = f"Pillow {_pillow()} {CLEANING} {hashlib.sha256(content).hexdigest()}"
        # The format is known only after the picture is read, so every store is asked first.
        cached_path = next((path for store in self._stores.values() if (path := store.find(recipe))), None)
        if cached_path:
            return cached_path
        form, copy = _cleaned(content)
        return copy and (self._stores[form].put(recipe, copy, record) or copy)


def clean_media(
    media: Iterable[str],
    pictures: Mapping[str, Picture],
    root: Path,
    folder: Path,
    recorder_of: Callable[[str], Callable[[Path], bool]] = lambda _: lambda _: True,
) -> tuple[dict[str, bytes | Path], list[Problem]]:
    """Return the content to publish of each picture and recording, by its path in the publication, and a problem for
    each picture that cannot be published.

    `pictures` holds the facts of each picture when it was checked. Recordings are published unchanged. `recorder_of`
    gives, for a picture, what is asked before its copy is cached.
    """
    cleaner, published, problems = Pictures(folder), dict[str, bytes | Path](), list[Problem]()
    for path in media:
        content = (
            root / path
            if path.endswith(RECORDINGS)
            else _clean_copy(cleaner, root / path, pictures.get(path), recorder_of(path))
        )
        if content is None:
            problems.append(unreadable(path))
        else:
            published[path] = content
    return published, problems


def _clean_copy(
    cleaner: Pictures, path: Path, known: Picture | None, record: Callable[[Path], bool]
) -> bytes | Path | None:
    """Return the clean copy of a picture, or None if its file has changed since it was checked: papers are cached under
    its digest."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return cleaner.clean(content, record) if known and hashlib.sha256(content).hexdigest() == known.digest else None


def unreadable(path: str) -> Problem:
    """Return the problem of a picture that cannot be published."""
    most = {"most": LARGEST_PICTURE // MILLION, "most_pixels": MOST_PIXELS // MILLION}
    return UNREADABLE.at(Source(path), given=path, **most)


@cache
def _pillow() -> str:
    return version("Pillow")


def _cleaned(content: bytes) -> tuple[str, bytes | None]:
    """Return the format and the clean copy of a picture; an empty string and None if it cannot be read to its end."""
    # Imported here: most publications have no pictures, and a cached copy needs no Pillow.
    from .picture_cleaning import cleaned  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about damaged EXIF, and about the second picture in an MPO file
            return cleaned(content)
    except Exception:  # Pillow raises anything for what is damaged
        return "", None
