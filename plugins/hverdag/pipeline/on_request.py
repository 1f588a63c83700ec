"""A publication of which nothing is rendered before somebody asks for it: a preview.

What is asked for is rendered as a build renders it, view by view, and kept until the publication is read again.
"""

import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ..features.kit import Kit
from ..model.addresses import is_page
from ..model.artifact import Artifact, CopiedFile, Output, Paper, WebPage, WordFile
from ..model.build_target import BuildTarget
from ..model.printable import Printed
from ..model.problem import Problem
from ..model.settings import Settings
from ..publish import fonts, pdf, server_files
from ..publish.cache.folder import cache_folder
from ..publish.cache.memo import Memo
from ..publish.cache.story_index import StoryIndex
from ..publish.typst_compiler import is_big
from ..publish.word_files import documents
from ..web.assets import SiteAssets
from .consequences import Consequences, consequences
from .forget_gone import forget_gone
from .form_lookup import FormLookup
from .languages.links import ONE_LANGUAGE, SiteLanguages
from .macros import SiteMacros
from .one_report import one_report
from .outputs import kit_of, media_artifacts
from .plan import SitePlan, printed_of
from .read import ReadPublication
from .refusals import PlannedFile, refused_files, refused_views
from .render import RenderedSite, clean_media, gated_plan
from .without_faulty import without_faulty


@dataclass
class SiteOnRequest:
    """A laid-out publication that renders one page or file at a time. It has what RenderedSite has for a host.

    Faulty stories are left out. `made` are the files that need no rendering, and those that were asked for since, by
    their paths. `unread` are the problems of its pictures, and `met` those that a host has met.
    """

    publication: ReadPublication
    plan: SitePlan
    kit: Kit
    macros: SiteMacros
    index: StoryIndex
    made: dict[str, Artifact | None]
    unread: tuple[Problem, ...] = ()
    met: list[Problem] = field(default_factory=list)
    target: BuildTarget = BuildTarget.SERVER
    preview: bool = True
    refused: list[Problem] = field(default_factory=list)
    languages: SiteLanguages = ONE_LANGUAGE
    _making: threading.RLock = field(default_factory=threading.RLock)
    _outputs: dict[int, tuple[Output, ...]] = field(default_factory=dict)

    @cached_property
    def lookup(self) -> FormLookup:
        """What the dictionary says of words, which only search asks for."""
        return FormLookup(self.settings.language, Memo(cache_folder(), self.publication.known_as, "words"))

    @property
    def settings(self) -> Settings:
        """The settings that may be used."""
        return self.publication.settings

    @property
    def assets(self) -> SiteAssets:
        """The style sheets, scripts and icons of the site."""
        return self.kit.web.assets

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """The files that have been made so far."""
        return tuple(filter(None, self.made.values()))

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The address of every page of ours."""
        return tuple(address for address in self._views if is_page(address))

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The path of every file that is planned; small ones that no text links to are not among them."""
        return tuple(address for address in self._views if not is_page(address))

    @property
    def pages(self) -> tuple[WebPage, ...]:
        """Every page of ours."""
        return tuple(output for output in self._everything() if isinstance(output, WebPage))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the publication, and those met so far."""
        met = (*self.kit.problems, *self._refused_views, *self.unread, *self.refused, *self.met)
        return one_report(self.publication.problems, met, consequences=self._consequences)

    def with_met(self, problems: Iterable[Problem]) -> "SiteOnRequest":
        """Note problems that a host has met, and return the site."""
        self.met += problems
        return self

    def page(self, address: str) -> WebPage:
        """Return the page of ours at one of `addresses`."""
        made = (one for one in self._outputs_of(self._views[address]) if isinstance(one, WebPage))
        return self.languages.led_on(next(one for one in made if one.address == address))

    def file(self, path: str) -> Artifact | None:
        """Return the file at a path of the site, or None if there is none or it cannot be made."""
        with self._making:
            if path not in self.made:
                self.made[path] = self._file(path)
            return self.made[path]

    def try_out(self, path: str) -> None:
        """See whether a file can be made, unless that takes so long that it must be asked for."""
        planned = self._planned_file(path)
        if planned and not (isinstance(planned, Paper) and is_big(planned)):
            self.file(path)

    def printed(self, path: str) -> Printed | None:
        """Return the facts of a PDF that is offered for printing; None for any other file."""
        with self._making:  # PDFium is not made for several threads
            artifact = self.file(path) if path in self._offered else None
            return next(iter(pdf.printed([artifact], [path])), None) if artifact else None

    @cached_property
    def _offered(self) -> frozenset[str]:
        return frozenset(path for view, paths in self.plan.printed if view.printable for path in paths)

    @cached_property
    def _consequences(self) -> Consequences:
        return consequences(self.publication, self.plan, ())

    @cached_property
    def _refused_views(self) -> tuple[Problem, ...]:
        return tuple(refused_views(self.plan))

    @cached_property
    def _views(self) -> dict[str, int]:
        """The number of the view that each page and file is made from, by its address."""
        at: dict[str, int] = {}
        for number, planned in enumerate(self.plan.views):
            for _, address in planned.view.places:
                at[address] = number
            at.update(dict.fromkeys(printed_of(planned.view), number))
        return at

    def _outputs_of(self, number: int) -> tuple[Output, ...]:
        if number not in self._outputs:
            planned = self.plan.views[number]
            self._outputs[number] = tuple(planned.feature.render(planned.view, self.kit))
        return self._outputs[number]

    def _everything(self) -> Iterator[Output]:
        for number in range(len(self.plan.views)):
            yield from self._outputs_of(number)

    def _rarest_first(self) -> Iterator[Output]:
        """Yield every output, those of features with few views first: what nobody has planned an address for is most
        often made there, and guides are many."""
        count = Counter(planned.feature.id for planned in self.plan.views)
        for number in sorted(range(len(self.plan.views)), key=lambda at: count[self.plan.views[at].feature.id]):
            yield from self._outputs_of(number)

    def _file(self, path: str) -> Artifact | None:
        found = self._planned_file(path)
        if found is None:
            return None
        problems = list(refused_files(self.plan, [found]))
        self.refused += problems
        return None if problems else self._finished(found)

    def _planned_file(self, path: str) -> PlannedFile | None:
        near = self._outputs_of(self._views[path]) if path in self._views else ()
        for outputs in (near, self._rarest_first()):
            for output in outputs:
                if isinstance(output, PlannedFile) and output.path == path:
                    return output
        return None

    def _finished(self, wanted: PlannedFile) -> Artifact | None:
        """Return a finished file, or None, with the problem noted, if it cannot be made."""
        made: list[Artifact] = []
        problems: list[Problem] = []
        root, cache = self.publication.root, cache_folder()
        if isinstance(wanted, Artifact):
            return wanted
        if isinstance(wanted, Paper):
            made, problems = pdf.pdfs([wanted], root, cache, story_index=self.index)
        elif isinstance(wanted, WordFile):
            made = documents([wanted], cache, story_index=self.index)
        elif isinstance(wanted, CopiedFile):
            original = self.file(wanted.of)
            made = [Artifact(wanted.path, original.content, wanted.story_codes)] if original else []
        elif original := self.file(wanted.of):
            facts = pdf.printed([original], [wanted.of])
            made, problems = pdf.reprints([wanted], [original], facts, cache, story_index=self.index)
        self.refused += problems
        return made[0] if made else None


Site = RenderedSite | SiteOnRequest
"""What a host sets in its frame."""


class _PrintedOnRequest(dict[str, Printed]):
    """The facts of PDFs, each of which is made when it is asked for."""

    site: SiteOnRequest

    def __contains__(self, path: object) -> bool:
        with suppress(KeyError):
            return bool(self[str(path)])
        return False

    def __missing__(self, path: str) -> Printed:
        facts = self.site.printed(path)
        if facts is None:
            raise KeyError(path)
        self[path] = facts
        return facts


def site_on_request(publication: ReadPublication, today: date) -> SiteOnRequest:
    """Lay out a publication for a preview. Nothing of it is rendered yet."""
    index = forget_gone(publication, today)
    plan = gated_plan(publication, today, without_faulty(publication), preview=True)
    clean, unread = clean_media(plan, publication.root, index)
    kit = kit_of(plan, clean, publication.settings.language.value, publication.look)
    ready = (
        *kit.web.assets.artifacts(),
        *media_artifacts(plan, clean),
        *fonts.web_fonts(cache_folder()),
        *server_files.in_site(plan.settings, publication.frame_for(BuildTarget.SERVER)),
    )
    # As in a build, pages of ours are rendered before anything is printed, and hand-written ones after it.
    printed = _PrintedOnRequest()
    macros = SiteMacros(plan, replace(kit, printed=printed))
    made: dict[str, Artifact | None] = {artifact.path: artifact for artifact in ready}
    printed.site = SiteOnRequest(publication, plan, kit, macros, index, made, unread)
    return printed.site
