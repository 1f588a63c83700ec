"""The list of everything that contains a withdrawn story."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Span:
    """The days on which a story was published in one edition; `last` is None if it still is."""

    edition: str
    first: date
    last: date | None = None


@dataclass(frozen=True)
class Lifetime:
    """The history of a story in git: when it was published, the number of commits with its text, and its paths.

    `is_shallow` is True if the clone lacks a part of the history, and `is_cut` if the history is so long that a part of
    it was not searched.
    """

    spans: tuple[Span, ...] = ()
    commits: int = 0
    paths: tuple[str, ...] = ()
    is_shallow: bool = False
    is_cut: bool = False


@dataclass(frozen=True)
class Copy:
    """An edition that contains the story: the path of its manifest, its name, the day it was made, the files in it with
    no other story, and the number of files with other stories too."""

    place: Path
    edition: str
    day: date
    files: tuple[str, ...]
    shared: int = 0


@dataclass(frozen=True)
class Takedown:
    """Everything that contains the story. `paper` are the printed files, by their paths in the site; `media` its
    pictures and recording that nothing else uses, and copies of its text that lie beside the pages; `forgotten` the
    number of cached files that were deleted; `references` the files that would be faulty if the story's file were
    deleted, and pages that hold its words; `unread` the files that are no manifests."""

    code: str
    path: str
    copies: tuple[Copy, ...]
    paper: tuple[str, ...]
    media: tuple[str, ...]
    lifetime: Lifetime
    releases: tuple[Path, ...] = ()
    forgotten: int = 0
    references: tuple[str, ...] = ()
    unread: tuple[Path, ...] = ()


@dataclass(frozen=True)
class TakenOut:
    """What was done where today's texts could not be built, and the site told of stories that nobody may meet any more.

    `codes` are those of the stories that were taken out. The rest of the site is as the texts were at a `commit` of the
    day `of`; without git it is the one that was there, without the files that are `missing`. `is_shallow` is True if
    git has only some of the commits here.
    """

    codes: tuple[str, ...]
    commit: str = ""
    of: date | None = None
    missing: tuple[str, ...] = ()
    is_shallow: bool = False
