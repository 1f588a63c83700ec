"""The outputs of a build, and their addresses: the interface to any host."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from .message import Message
from .problem import Source
from .search import SearchEntry

Progress = Callable[[int, int, Message], None]
"""Called with the number of items done, the number in all, and what is being done to them."""

INDEX = "index.html"

StoryCodes = tuple[str, ...]
"""The codes of the stories that an output reveals, even by a title only: it must go when one of them is withdrawn."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: its path in the site, and its content, or the path to copy it from."""

    path: str
    content: str | bytes | Path
    story_codes: StoryCodes = ()


def content_bytes(content: str | bytes | Path) -> bytes:
    """Return a content as bytes. Raises OSError if a file of it cannot be read."""
    if isinstance(content, Path):
        return content.read_bytes()
    return content.encode() if isinstance(content, str) else content


@dataclass(frozen=True, slots=True)
class PrivateFile:
    """A file that concerns one workplace or one person: its path under private/built, its content, and the codes of the
    stories that it reveals. It is never in the site, an offline edition, a feed or the search."""

    path: str
    content: str | bytes
    story_codes: StoryCodes


@dataclass(frozen=True, slots=True)
class Template:
    """A Typst template: the name of its main file, and the names and texts of that file and of all files it imports.

    Where some of them are an organisation's own, `own` are their names, `pictures` the names and contents of the
    pictures that they show, and `ours` is the template without them.
    """

    main: str
    files: tuple[tuple[str, str], ...]
    own: tuple[str, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()
    ours: "Template | None" = None

    @property
    def contents(self) -> Iterator[tuple[str, bytes]]:
        """The names and contents of everything that Typst reads of it."""
        yield from ((name, text.encode()) for name, text in self.files)
        yield from self.pictures

    @property
    def text(self) -> str:
        """The names and texts of all its files in one string, which identifies the template."""
        pictures = (f"{name}\0{sha256(content).hexdigest()}" for name, content in self.pictures)
        return "\0".join((*(f"{name}\0{text}" for name, text in self.files), *pictures))


BlockSources = tuple[tuple[Source | None, ...], ...]
"""The source of each block of some texts, text by text; None for what comes from no line of a text."""


def texts_in(data: Any) -> Iterator[list[Any]]:
    """Yield each text in the data of a paper, a list of blocks under the name `tree`, in an order that is the same
    however the data was written."""
    if isinstance(data, Mapping):
        for name in sorted(data):
            if name == "tree":
                yield data[name]
            else:
                yield from texts_in(data[name])
    elif isinstance(data, list):
        for item in data:
            yield from texts_in(item)


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF to compile: its path in the site, its template, and its data, as JSON.

    `source` is the place in a text where a fault in the data is reported. `pictures` are pairs: a path in the
    publication, and the picture's file name in the data, which is its digest. `places` are pairs: the name that the
    template uses for a text that may be too long for its space, and the source of that text. `blocks` are the sources
    of the blocks of its texts, as `texts_in` finds them in the data. `archived` is True if it is kept in records for
    years: then it is PDF/A-2a too.
    """

    path: str
    template: Template
    data: str
    source: Source
    pictures: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, Source], ...] = ()
    tagged: bool = True
    story_codes: StoryCodes = ()
    blocks: BlockSources = ()
    archived: bool = False


@dataclass(frozen=True, slots=True)
class DerivedPdf:
    """A PDF or a small picture that is made from the pages of a Paper: its path in the site, the path of the paper, its
    template, its title, and its language with the country."""

    path: str
    of: str
    template: Template
    title: str = ""
    story_codes: StoryCodes = ()
    language: str = "da"
    region: str = "DK"


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file, made again by `make` only if `key`, a digest of all its inputs, has changed."""

    path: str
    key: str
    make: Callable[[], bytes]
    story_codes: StoryCodes = ()


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A copy of a PDF or a Word file at another path in the site: its path, and the path of the file."""

    path: str
    of: str
    story_codes: StoryCodes = ()


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page of the site: finished HTML for the host to set in its frame.

    `address` is a folder address such as `vaerdier/tillid/`; `source` is the file to edit; `entry` is the page's entry
    in the search index: None for a page that only lists others.
    """

    address: str
    title: str
    content: str
    description: str = ""
    source: str = ""
    anchors: frozenset[str] = frozenset()
    entry: SearchEntry | None = None


Output: TypeAlias = WebPage | Artifact | Paper | DerivedPdf | WordFile | CopiedFile | PrivateFile
"""An output that a feature renders."""


@dataclass(frozen=True)
class Addresses:
    """The addresses in one edition, by target, which is mostly the path of a file in the publication.

    Texts link to targets, never to addresses, because each edition has its own addresses.
    """

    by_target: Mapping[str, str]

    def knows(self, target: str) -> bool:
        """Return True if the target (with or without #place) has an address."""
        return target.partition("#")[0] in self.by_target

    def link(self, target: str, origin: str) -> str:
        """Return the relative link from the page at address `origin` to a target.

        Raises KeyError if the target has no address; the checks have reported such links before.
        """
        path, hash_sign, place = target.partition("#")
        return relative(self.by_target[path], origin) + hash_sign + place


def relative(address: str, origin: str) -> str:
    """Return the link from one address to another: `relative("a/b/", "c/d/")` is `../../a/b/`."""
    folder = origin if origin.endswith("/") else posixpath.dirname(origin)
    link = posixpath.relpath("/" + address, "/" + folder)
    return link + "/" if address.endswith("/") or not address else link
