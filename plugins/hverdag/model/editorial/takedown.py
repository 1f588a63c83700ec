"""What must be gone through when a story is withdrawn: where its text is, and who can take it away."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Span:
    """A story was in the handbook, in one edition, from a day to another; without `last`, it still is."""

    edition: str
    first: date
    last: date | None = None


@dataclass(frozen=True)
class Lifetime:
    """What git knows of a story: when it was published, how many commits hold its text, at which paths; and whether the
    clone reaches only a part of the way back, or the history is so long that a part of it was not looked through."""

    spans: tuple[Span, ...] = ()
    commits: int = 0
    paths: tuple[str, ...] = ()
    is_shallow: bool = False
    is_cut: bool = False


@dataclass(frozen=True)
class Copy:
    """An edition that holds the story: where it lies, on which day it was made, the files in it that are the story's
    alone, and how many others tell of it and of more."""

    place: Path
    edition: str
    day: date
    files: tuple[str, ...]
    shared: int = 0


@dataclass(frozen=True)
class Takedown:
    """Everything there is to go through. `paper` are the printed things that hold the story, by their paths in the
    site; `media` its pictures and recording, as far as nothing else uses them; `forgotten` how many kept files were
    deleted now; `references` the files that would be faulty without the story's; `unread` the manifests that are
    none."""

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
