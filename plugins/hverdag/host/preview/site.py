"""The publication as it was last read, and its files as they are asked for."""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ...features.search.data import FOLDER as SEARCH
from ...parse.memory import Memory
from ...pipeline.on_request import SiteOnRequest, site_on_request
from ...pipeline.read import ReadPublication
from ..config_file import STAND_IN, config_problems
from ..faults import Warnings, explained
from ..frames import Frames, empty
from ..pages import PROBLEM_ADDRESS
from ..plugin import HverdagPlugin
from ..small_pages import write_artifact
from ..sound_docs import sound_docs
from .reading import read_again

QUIET = 2.0
"""Seconds that nothing is saved for before what nobody has asked for is looked over."""

MOST_LEFT = 1_000_000
"""Objects that readings may leave, before Python looks for those that nobody holds though somebody waits."""

PROBLEMS = f"{PROBLEM_ADDRESS}index.html"

Configured = Callable[[SiteOnRequest, Path, Path | None, BytesIO | None], MkDocsConfig]
"""Returns MkDocs' configuration of a site in a folder: of mkdocs.yml, or of the text that stands in for it."""


class Preview:
    """A preview of the publication in `root`. Its files are written into `folder` when they are asked for.

    `configured` makes MkDocs' configuration, and `changed` is called when a look at what nobody has asked for has found
    more problems. With `today`, the preview is of that day.
    """

    def __init__(
        self, root: Path, folder: Path, configured: Configured, changed: Callable[[], None], today: date | None = None
    ) -> None:
        self.reading = 0
        self._root, self.folder = root, folder
        self._configured, self._changed, self._today = configured, changed, today
        self._lock = threading.RLock()
        self._memory = Memory()
        self._kept = ExitStack()
        self._fresh: set[str] = set()
        self._ended = threading.Event()
        self._site: SiteOnRequest | None = None
        self._frames: Frames
        self._plugin: HverdagPlugin

    @property
    def address(self) -> str:
        """The address that the site is published at; an empty string if it has none."""
        return str(self._frames.config.site_url or "")

    def refresh(self) -> None:
        """Read the publication again. If that fails, the last one that could be read stays."""
        self._ended.set()  # whoever has saved something waits for it
        gc.disable()  # as in a build, and until nobody waits: it takes 15 ms of a page, and at times ten times as much
        if gc.get_count()[0] > MOST_LEFT:
            gc.collect()
        read_again(self._root, self.lay_out, self._site, self._today, self._memory)

    def lay_out(self, publication: ReadPublication, today: date) -> SiteOnRequest:
        """Make a publication that was read ready to be shown."""
        site = site_on_request(publication, today)
        with self._lock:
            with ExitStack() as kept:
                self._frame(site, kept.enter_context(sound_docs(publication)))
                self._kept.close()
                self._kept = kept.pop_all()
            self._ended = threading.Event()
            empty(self.folder)
            self._fresh.clear()
            self.reading += 1
            given = (self._frames, site, self._ended, len(site.problems))
        threading.Thread(target=self._look_further, args=given, daemon=True).start()
        return site

    def write(self, path: str) -> None:
        """Write the file at a path of the site, if it is not there as it was last read."""
        with self._lock:
            site, frames = self._site, self._frames
            assert site is not None, "refresh comes first"  # noqa: S101
            if path in self._fresh:
                return
            with Warnings() as heard, self._noted(site, heard):
                self._write(path, site, frames)
            if path in self._fresh:
                return
        # It may have to be made, which takes its time.
        with self._noted(site):
            artifact = site.file(path)
            with self._lock:
                if artifact and site is self._site:
                    write_artifact(artifact, self.folder)
                    self._fresh.add(path)

    @contextmanager
    def _noted(self, site: SiteOnRequest, heard: Warnings | None = None) -> Iterator[None]:
        """Have what is raised told among the problems, and what is warned of if `heard` hears it: a macro or a plugin
        may raise anything."""
        try:
            yield
        except (Exception, SystemExit) as error:
            site.with_met(explained(error, heard or Warnings(), self._root))
            with self._lock:
                self._fresh.clear()
        else:
            site.with_met(heard.problems(self._root, site.plan.lost) if heard else ())

    def _write(self, path: str, site: SiteOnRequest, frames: Frames) -> None:
        """Write a file that MkDocs makes, or what search looks in."""
        if path == PROBLEMS or path.startswith(f"{SEARCH}/"):
            for page in frames.unread():
                with self._noted(site):
                    frames.read(page)
        if path not in site.files and frames.write(path):
            self._fresh |= {path} - {PROBLEMS}  # which has more to tell with each file that is asked for
        elif path.startswith(f"{SEARCH}/"):
            self._plugin.write_search(frames.searched(), frames.config)
            self._fresh |= {f"{SEARCH}/{file.name}" for file in (self.folder / SEARCH).glob("*")}

    def close(self) -> None:
        """End what is at work, and delete what it has written."""
        with self._lock:
            self._ended.set()
            self._kept.close()
            empty(self.folder)
            gc.enable()

    def _frame(self, site: SiteOnRequest, docs: Path | None) -> None:
        """Make a site ready in its frame; with a configuration that stands in where mkdocs.yml cannot be used."""
        faults = config_problems(self._root)
        if not faults:
            with Warnings() as heard:
                try:
                    self._make_ready(site, docs, None)
                except (Exception, SystemExit) as error:  # a plugin may raise anything
                    faults = explained(error, heard, self._root)
        if faults:
            site.with_met(faults)
            self._make_ready(site, docs, BytesIO(STAND_IN))

    def _make_ready(self, site: SiteOnRequest, docs: Path | None, text: BytesIO | None) -> None:
        config = self._configured(site, self.folder, docs, text)
        plugin = config.plugins["hverdag"]
        assert isinstance(plugin, HverdagPlugin), "seen by configured"  # noqa: S101
        plugin.give(site, lambda *_: None, lambda address: self._frames.read_at(address))  # noqa: PLW0108 made below
        frames = Frames(config)
        self._site, self._plugin, self._frames = site, plugin, frames

    def _look_further(self, frames: Frames, site: SiteOnRequest, ended: threading.Event, known: int) -> None:
        """Look over what nobody has asked for, when nothing has been saved for a while: pages, and papers but for the
        largest. `known` is how many problems there were before anything was asked for."""
        if ended.wait(QUIET):
            return
        gc.enable()
        for page in frames.unread():
            with self._lock:
                if not ended.is_set():
                    with Warnings() as heard, self._noted(site, heard):
                        frames.read(page)
        for path in site.files:
            if ended.is_set():
                return
            with self._noted(site):
                site.try_out(path)
        if len(site.problems) != known and not ended.is_set():
            with self._lock:
                self._fresh.clear()
            self._changed()
