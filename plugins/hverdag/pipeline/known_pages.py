"""The pages and files of a site whose frames are known from an earlier run, and that can be written without a host."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ..features.search.data import ADDRESS, data_paths
from ..model.artifact import INDEX, Artifact, WebPage, content_bytes
from ..publish.cache.folder import cache_folder
from ..verify.pages import places_in
from ..web.framed import FramedPage, set_into, shape
from .render import RenderedSite
from .result import HostResult


class KnownPage(NamedTuple):
    """What is remembered of a page of ours: digests of its file and of its frame, which optional parts it has, and what
    its host has added, as a FramedPage has it."""

    digest: str
    frame: str
    shape: str
    added: list[str]

    def is_same(self, page: WebPage) -> bool:
        """Return True if the file of a page is as it was."""
        return self.digest == self.of(page).digest

    def of(self, page: WebPage) -> "KnownPage":
        """Return what is to be remembered of a page that has the same frame."""
        texts = FramedPage("", *self.added).texts(page)
        return self._replace(digest=digest_of("\0".join((self.frame, *map(str, texts.values())))), shape=shape(texts))

    def has_place_for(self, page: WebPage) -> bool:
        """Return True if a page fits into the frame, and no other frame names it otherwise than before."""
        framed = FramedPage("", *self.added)
        return shape(framed.texts(page)) == self.shape and framed.shown in {"", framed.label or page.title}


class RememberedPages:
    """The pages of a site. `found` is what is remembered of it, as `found_in` returns it, and `frames` are the frames
    by their digests."""

    def __init__(self, site: RenderedSite, found: Mapping[str, Any], frames: Mapping[str, str]) -> None:
        self.pages = {address: KnownPage(*known) for address, known in found["pages"].items()}
        self._found, self._frames = found, frames
        self._files = {file.path: file.content for file in site.artifacts}
        self._own = {path_of(page.address): page for page in site.pages}

    def html(self, page: WebPage) -> str:
        """Return the file of a page."""
        known = self.pages[page.address]
        framed = FramedPage(self._frames[known.frame], *known.added)
        return set_into(framed.frame, framed.texts(page))

    def places(self, path: str) -> frozenset[str]:
        """Return the places that links may lead to in a file of the site."""
        if path in self._own:
            return places_in(self.html(self._own[path]))
        if path in self._files and path.endswith(".html"):
            return places_in(content_bytes(self._files[path]).decode())
        return frozenset(self._found["others"].get(path, ("", ()))[1])

    def write_rest(self, folder: Path, live: Path) -> bool:
        """Write what is not yet in a folder: our own pages and files, and copies of all others from the live site.
        Returns False if one of these is not what it was when it was looked over."""
        for path, (digest, _) in self._found["others"].items():
            try:
                content = (live / path).read_bytes()
            except OSError:
                return False
            if sha256(content).hexdigest() != digest:
                return False
            write(folder, path, content)
        for path, page in self._own.items():
            if not (folder / path).exists():
                write(folder, path, self.html(page))
        for path, own in self._files.items():
            if not (folder / path).exists():
                write(folder, path, own)
        return True


def found_in(site: RenderedSite, folder: Path, result: HostResult) -> dict[str, Any]:
    """Return what is to be remembered of a whole site that a host has made in a folder."""
    paths = {*_paths(folder)} - {*data_paths(folder)}
    others = paths - {*map(path_of, site.addresses), *(file.path for file in site.artifacts), ADDRESS}
    pages = {}
    for page in site.pages:
        frame, *added = result.framed[page.address]
        pages[page.address] = list(KnownPage("", digest_of(frame), "", added).of(page))
    return {
        "pages": pages,
        "files": digests(site.artifacts),
        "paths": sorted(paths),
        "others": {path: _other(path, (folder / path).read_bytes()) for path in sorted(others)},
        "sources": dict(result.sources),
        "written": [(page.address, astuple(page.entry)) for page in result.written],
        "linked": {},
    }


def _other(path: str, content: bytes) -> tuple[str, list[str]]:
    """Return a digest of a file, and the places that links may lead to in it."""
    return sha256(content).hexdigest(), sorted(places_in(content.decode())) if path.endswith(".html") else []


def _paths(folder: Path) -> Iterator[str]:
    top = len(str(folder)) + 1
    for where, _, names in os.walk(folder):
        yield from (f"{where}{os.sep}{name}"[top:].replace(os.sep, "/") for name in names)


def digests(files: Iterable[Artifact]) -> dict[str, str]:
    """Return a digest of each finished file. Those in the cache are named by theirs."""
    cache, found = cache_folder(), {}
    for file in files:
        if isinstance(file.content, Path) and file.content.is_relative_to(cache):
            found[file.path] = file.content.name
        else:
            found[file.path] = sha256(content_bytes(file.content)).hexdigest()
    return found


def digest_of(text: str) -> str:
    """Return the digest of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def path_of(address: str) -> str:
    """Return the path of the page at an address."""
    return f"{address}{INDEX}" if address.endswith("/") else address


def write(folder: Path, path: str, content: str | bytes | Path) -> None:
    """Write a file of a site into a folder."""
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    # As MkDocs writes its pages.
    (folder / path).write_bytes(
        content.encode("utf-8", "xmlcharrefreplace") if isinstance(content, str) else content_bytes(content)
    )
