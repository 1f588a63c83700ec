"""A build that MkDocs' own commands make: `mkdocs build` and `mkdocs gh-deploy`.

It passes the same gates as `hverdag build`: MkDocs writes to a folder beside the site, which becomes the site when it
was looked over and is sound. When it is not, the old site stays whole.
"""

import logging
import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, PluginError

from ..model.artifact import Progress
from ..model.problem import Problem
from ..model.texts.consent import Reach
from ..pipeline import gates
from ..pipeline.build import DEBUG, release_problems
from ..pipeline.consent_rule import DEPLOY
from ..pipeline.languages.reading import read_languages
from ..pipeline.languages.sites import render_languages, with_languages
from ..pipeline.render import RenderedSite
from ..pipeline.result import HostResult, problem_behind, unless_lost
from ..pipeline.show import show
from ..pipeline.taking_out import still_up
from ..pipeline.today import today_of
from ..privacy import masked
from ..publish import release
from .culprits import culprit
from .faults import Warnings, explained
from .plugin_life import aborted

_log = logging.getLogger("mkdocs.plugins.hverdag")

LAST = -1_000_000
"""The priority of what comes after every other plugin: MkDocs advises -100 for the last one, and others follow that."""


class PlainBuild:
    """One such build, from the reading to the swap. What stops it is raised as a PluginError: MkDocs ends with that."""

    def __init__(self, root: Path, *, to_everyone: bool) -> None:
        """Read and render the publication in `root`; `to_everyone` if the site is about to be deployed."""
        self._today = today_of(root)
        read = read_languages(root, self._today)
        self.site: RenderedSite = unless_lost(lambda: render_languages(read, self._today))
        self.heard = Warnings()
        self._open = ExitStack()
        self._to_everyone = to_everyone
        self._sound: tuple[Problem, ...] | None = None

    def begin(self, config: MkDocsConfig) -> RenderedSite:
        """Have MkDocs write to a folder beside the site, and return the site to write. Raises PluginError if the
        publication has errors, if the site may not be deployed, or if nothing can be written there."""
        self._site_dir = Path(config.site_dir)
        publication = self.site.publication
        refused = []
        if self._to_everyone and publication.settings.reach is not Reach.OUTSIDE:
            refused.append(DEPLOY.at(publication.settings.at("reach")))
        self._stop_at((*self.site.problems, *refused))
        with release_problems(self._site_dir) as faults:
            self._folder = self._open.enter_context(release.staging(self._site_dir))
        self._stop_at(faults)
        config.site_dir, config.use_directory_urls = str(self._folder), True
        log = logging.getLogger("mkdocs")
        self._open.callback(log.setLevel, log.level)
        self._open.callback(log.removeHandler, self.heard)
        log.setLevel(min(log.level, logging.WARNING))  # with -q nobody would hear of a dead link
        log.addHandler(self.heard)
        return self.site

    def keep_beside(self, config: MkDocsConfig) -> None:
        """Hold on to the folder beside the site, whatever another plugin has written in its place."""
        config.site_dir = str(self._folder)

    def end(
        self, config: MkDocsConfig, problems: Iterable[Problem], sources: Mapping[str, str], *, at_once: bool
    ) -> None:
        """Look the finished site over. `problems` are those of its pages, and `sources` the file that each page was
        made from. It is published `at_once` where nobody will say when other plugins are done. Raises PluginError if
        anything is wrong."""
        with self._open.pop_all() as closes:
            # With --dirty MkDocs warns that the site is not whole; in an empty folder it is.
            self.heard.messages = [text for text in self.heard.messages if not text.startswith("A 'dirty' build")]
            warned = self.heard.problems(self.site.publication.root, self.site.plan.lost)
            told = gates.looked_over(self.site, self._folder, HostResult((*problems, *warned), sources))
            told = with_languages(told, self.site, self._folder, _render_site, lambda *_: None)
            # MkDocs counts its warnings after this, when it would be too late.
            self._stop_at(told, strict=bool(config.strict and self.heard.messages))
            self._open = closes.pop_all()
        config.site_dir = str(self._site_dir)
        self._sound = told
        if at_once:
            self.publish()

    def publish(self) -> None:
        """Make the site the one that readers meet, if it was found sound. Raises PluginError if that cannot be done."""
        told, self._sound = self._sound, None
        with self._open:
            if told is None:
                return
            with release_problems(self._site_dir) as faults:
                gates.let_through(self.site, self._folder, self._site_dir)
            self._stop_at(faults)
        if told:
            _log.info(self._text(told))

    def abandon(self) -> None:
        """Delete what was written beside the site."""
        self._sound = None
        self._open.close()

    def told_of(self, error: Exception, met: Iterable[Problem] = ()) -> str:
        """Return our words for what MkDocs or a plugin has raised, after what was met before."""
        behind = problem_behind(error, (self._site_dir,)) if isinstance(error, OSError) else None
        root = self.site.publication.root
        told = (behind,) if behind else explained(error, self.heard, root, self.site.artifacts)
        return self._text((*met, *told))

    def _stop_at(self, problems: Iterable[Problem], *, strict: bool = False) -> None:
        told = tuple(problems)
        if strict or any(problem.is_error for problem in told):
            up = still_up(self.site.publication, self._site_dir, self._today)
            raise PluginError(self._text((*told, *up)))

    def _text(self, problems: tuple[Problem, ...]) -> str:
        return show(self.site.publication, problems, "text")


def _render_site(site: RenderedSite, folder: Path, progress: Progress) -> HostResult:
    # Imported here: the host imports the plugin, and the plugin this.
    from .mkdocs import render_site  # noqa: PLC0415

    return render_site(site, folder, progress)


def close(plain: PlainBuild | None, ended: list[Problem], root: Path) -> None:
    """Publish what a build has found sound. Where `ended` has a problem of a plugin that failed at the end, nothing is
    published, and Abort is raised."""
    if plain and not ended:
        plain.publish()
    elif plain:
        plain.abandon()
    if ended:
        aborted(root, ended)


def end_in_words(error: Exception, plain: PlainBuild | None, met: Iterable[Problem] = ()) -> None:
    """End a build that failed with words instead of a stack trace, which may quote a text. Raises Abort, except for
    what MkDocs itself ends with in words. `met` are the problems that were met before. Nothing is left of it."""
    if plain:
        plain.abandon()
    is_told = isinstance(error, BuildError) and not culprit(error)
    if not is_told and not os.environ.get(DEBUG):
        _log.error(plain.told_of(error, met) if plain else masked(str(error)) or type(error).__name__)
        raise Abort("Aborted with a BuildError!") from error
