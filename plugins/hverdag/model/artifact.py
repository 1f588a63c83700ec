"""What a build makes, and the addresses it is found at: the interface to any host."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from .problem import Source
from .search import SearchEntry

Progress = Callable[[int, int], None]
"""Called with what is done so far, and how much there is in all."""

INDEX = "index.html"

StoryCodes = tuple[str, ...]
"""The codes of the stories that an output tells of, be it no more than a title: what must go when one is withdrawn."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: its path in the site, and its content, or where to copy that from."""

    path: str
    content: str | bytes | Path
    story_codes: StoryCodes = ()


@dataclass(frozen=True, slots=True)
class Template:
    """What sets data on paper: the names and texts of Typst files, read one after another."""

    files: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(text for _, text in self.files)


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF that is to be made: its path in the site, what sets it, and what it says, as JSON.

    `source` is the place in a text that a fault in the data is told at. `pictures` are pairs: a path in the
    publication, and the name that the data knows the picture by, which is its digest. `places` tell, by a name that
    the template knows, where each text is written that may turn out too long for its room.
    """

    path: str
    template: Template
    data: str
    source: Source
    pictures: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, Source], ...] = ()
    tagged: bool = True
    story_codes: StoryCodes = ()


@dataclass(frozen=True, slots=True)
class DerivedPdf:
    """A PDF or a small picture that is made from the pages of a Paper, and with it: its path in the site, the path of
    the paper, what sets it, and what it is called."""

    path: str
    of: str
    template: Template
    title: str = ""
    story_codes: StoryCodes = ()


@dataclass(frozen=True, slots=True)
class WordFile:
    """A file that takes time to make: it is made anew only where `key`, all that it is made from, has changed."""

    path: str
    key: str
    make: Callable[[], bytes]
    story_codes: StoryCodes = ()


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page of the site: finished HTML for the host to set in its frame.

    `address` is a folder address as `vaerdier/tillid/`; `source` the file an editor would change; `entry` what search
    finds the page by: none for a page that only lists others.
    """

    address: str
    title: str
    content: str
    description: str = ""
    source: str = ""
    anchors: frozenset[str] = frozenset()
    entry: SearchEntry | None = None


@dataclass(frozen=True)
class Addresses:
    """Where everything is found in one edition: file in the publication -> address in the site.

    Texts hold files, never addresses, because each edition has its own.
    """

    by_target: Mapping[str, str]

    def knows(self, target: str) -> bool:
        """Whether the target (with or without #place) has an address."""
        return target.partition("#")[0] in self.by_target

    def link(self, target: str, origin: str) -> str:
        """Return the relative link from the page at address `origin` to a target.

        Raises KeyError where the target has no address; checks see to that beforehand.
        """
        path, hash_sign, place = target.partition("#")
        return relative(self.by_target[path], origin) + hash_sign + place


def relative(address: str, origin: str) -> str:
    """Return the link from one address to another: `relative("a/b/", "c/d/")` is `../../a/b/`."""
    folder = origin if origin.endswith("/") else posixpath.dirname(origin)
    link = posixpath.relpath("/" + address, "/" + folder)
    return link + "/" if address.endswith("/") or not address else link
