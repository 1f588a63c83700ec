"""From a checked publication to finished pages and files, paper included. Nothing is written outside the cache."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from ..model.addresses import is_page
from ..model.artifact import Artifact, CopiedFile, PrivateFile, Progress, StoryCodes, WebPage
from ..model.build_target import BuildTarget
from ..model.handbook import Handbook
from ..model.notice import Notice
from ..model.printable import Printed
from ..model.problem import Problem
from ..model.settings import Settings
from ..model.shown import Shown
from ..model.texts.consent import Reach, Unavailable
from ..privacy import holds_number
from ..publish import fonts, pdf, pictures, server_files
from ..publish.cache.folder import cache_folder
from ..publish.cache.memo import Memo
from ..publish.cache.story_index import StoryIndex, recorder
from ..publish.word_files import documents
from ..web.assets import SiteAssets
from .consent_gate import allowed, notices_of
from .consequences import Consequences, consequences
from .forget_gone import forget_gone
from .form_lookup import FormLookup, begin_lookup
from .languages.links import ONE_LANGUAGE, SiteLanguages
from .macros import SiteMacros
from .one_report import one_report
from .outputs import Outputs, render_views
from .plan import SitePlan, plan_site
from .program import program
from .read import ReadPublication
from .refusals import refusals
from .stand_ins import with_stand_ins
from .unavailable import lost_addresses
from .without_faulty import without_faulty


@dataclass(frozen=True)
class RenderedSite:
    """A publication that has been laid out and rendered: pages for a host to set in its frame, and finished files.

    `met` are the problems of paper and pictures, and `unmade` the files that were not made because of them. `private`
    are the files that concern one workplace or person, which are no part of it. `languages` are those it has."""

    publication: ReadPublication
    plan: SitePlan
    pages: tuple[WebPage, ...]
    artifacts: tuple[Artifact, ...]
    printed: tuple[Printed, ...]
    macros: SiteMacros
    lookup: FormLookup
    private: tuple[PrivateFile, ...]
    met: tuple[Problem, ...]
    unmade: frozenset[str] = frozenset()
    preview: bool = False
    target: BuildTarget = BuildTarget.SERVER
    languages: SiteLanguages = ONE_LANGUAGE

    @property
    def settings(self) -> Settings:
        """The settings that may be used."""
        return self.publication.settings

    @property
    def assets(self) -> SiteAssets:
        """The style sheets, scripts and icons of the site."""
        return self.macros.kit.web.assets

    @property
    def addresses(self) -> tuple[str, ...]:
        """The address of every page of ours."""
        return tuple(self._page_by_address)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that are made only when they are asked for: none."""
        return ()

    def page(self, address: str) -> WebPage:
        """Return the page of ours at one of `addresses`."""
        return self._page_by_address[address]

    @cached_property
    def _page_by_address(self) -> Mapping[str, WebPage]:
        return {page.address: page for page in self.pages}

    def with_met(self, problems: Iterable[Problem]) -> "RenderedSite":
        """Return the site with problems that a host has met."""
        return replace(self, met=(*self.met, *more)) if (more := tuple(problems)) else self

    @cached_property
    def consequences(self) -> Consequences:
        """What follows from the errors of the texts."""
        return consequences(self.publication, self.plan, self.unmade)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the publication, and those met on the way from it."""
        return one_report(self.publication.problems, self.met, consequences=self.consequences)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.is_error)


def render(
    publication: ReadPublication,
    today: date,
    *,
    preview: bool = False,
    set_aside: bool = False,
    target: BuildTarget = BuildTarget.SERVER,
    reach: Reach | None = None,
    is_searched: bool = True,
    progress: Progress = lambda *_: None,
) -> RenderedSite:
    """Lay out and render a publication. In the place of what is faulty there are stand-ins, so that the rest of it is
    looked over; with `set_aside`, faulty stories are left out, for someone who looks at a preview.

    `reach` is where the pages are to be met, if not where handbook.yml says; where `is_searched` is False, the words of
    the site are looked up only if the search asks for them.
    """
    index = forget_gone(publication, today)
    whole = without_faulty(publication) if set_aside else with_stand_ins(publication)
    plan = gated_plan(publication, today, whole, preview=preview, target=target, reach=reach)
    root, cache = publication.root, cache_folder()
    is_kept = bool(program()) and not (publication.errors or preview)
    lookup = _lookup(publication, plan, index, is_kept=is_kept, begins=is_searched)
    clean, unread = clean_media(plan, root, index)
    outputs = _rendered(publication, plan, clean, index, is_kept=is_kept)
    lookup.go_on(text for page in outputs.pages if page.entry for text in page.entry.texts)
    made, printed, refused = _made(plan, outputs, root, progress, index, is_whole=not unread)
    rules = server_files.in_site(plan.settings, publication.frame_for(target)) if target is BuildTarget.SERVER else ()
    artifacts = (*outputs.artifacts, *made, *copied(outputs.copies, made), *fonts.web_fonts(cache), *rules)
    every = (outputs.papers, outputs.derived, outputs.documents, outputs.copies)
    wanted = frozenset(file.path for files in every for file in files)
    return RenderedSite(
        publication,
        plan,
        outputs.pages,
        artifacts,
        printed,
        outputs.macros,
        lookup,
        outputs.private,
        (*outputs.problems, *refusals(plan, outputs), *unread, *refused),
        wanted - {artifact.path for artifact in artifacts},
        preview,
        target,
    )


def _lookup(read: ReadPublication, plan: SitePlan, index: StoryIndex, *, is_kept: bool, begins: bool) -> FormLookup:
    """Return what looks up the words of a site; where `is_kept` is true, in what earlier runs have found too. Where
    `begins` is true, it has begun."""
    known, language = Memo(cache_folder(), read.known_as, "words"), plan.settings.language
    keep = partial(known.save, index, codes_of(plan))
    lookup = FormLookup(language, known, keep) if is_kept else FormLookup(language, {})
    if begins and read.searches_itself(plan.shown.target):
        begin_lookup(plan, lookup)
    return lookup


def _rendered(
    publication: ReadPublication,
    plan: SitePlan,
    media: Mapping[str, bytes | Path],
    index: StoryIndex,
    *,
    is_kept: bool,
) -> Outputs:
    """Return what all views are rendered to: from an earlier run, where nothing that they are made of has changed."""
    known = Memo(cache_folder(), publication.known_as, f"views {plan.shown.target}")
    look = publication.look
    outputs = render_views(plan, media, publication.settings.language.value, known if is_kept else None, look)
    if is_kept:
        known.save(index, codes_of(plan))
    return outputs


def codes_of(plan: SitePlan) -> StoryCodes:
    """Return the codes of the stories that a site shows."""
    return tuple(shown.story.code for shown in plan.shown.stories)


def clean_media(
    plan: SitePlan, root: Path, index: StoryIndex
) -> tuple[Mapping[str, bytes | Path], tuple[Problem, ...]]:
    """Return the pictures and recordings of a site as readers may have them, by their paths in the publication, and the
    problems of those that cannot be read. `index` records which stories the cache's copies hold."""

    def codes_of(path: str) -> StoryCodes:
        return plan.title_codes.get(path, ())

    known = plan.shown.handbook.pictures
    media, unread = pictures.clean_media(
        plan.media, known, root, cache_folder(), lambda path: recorder(index, codes_of(path))
    )
    return index.all_kept(media, codes_of), tuple(unread)


def _made(
    plan: SitePlan, outputs: Outputs, root: Path, progress: Progress, index: StoryIndex, *, is_whole: bool
) -> tuple[tuple[Artifact, ...], tuple[Printed, ...], tuple[Problem, ...]]:
    """Return PDFs and Word files, the facts of what is printed, and the problems. Word files are made where `is_whole`
    is true and paper refuses nothing: what it refuses would stop Word too, and with less to say about it."""
    cache = cache_folder()
    paper, refused = pdf.pdfs(outputs.papers, root, cache, progress, story_index=index)
    paths = [path for view, files in plan.printed if view.printable for path in files]
    facts = pdf.printed(paper, paths)
    derived, more = pdf.reprints(outputs.derived, paper, facts, cache, progress, story_index=index)
    word = documents(outputs.documents, cache, progress, story_index=index) if is_whole and not refused else []
    printed = tuple(sorted((*facts, *pdf.printed(derived, paths)), key=lambda one: paths.index(one.path)))
    outputs.macros.kit.printed.update({one.path: one for one in printed})
    return (*paper, *derived, *word), printed, (*refused, *more)


def copied(copies: Iterable[CopiedFile], artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """Yield the copies of finished files, where the file itself was made."""
    made = {artifact.path: artifact.content for artifact in artifacts}
    yield from (Artifact(copy.path, made[copy.of], copy.story_codes) for copy in copies if copy.of in made)


def gated_plan(
    publication: ReadPublication,
    today: date,
    whole: Handbook,
    *,
    preview: bool = False,
    target: BuildTarget = BuildTarget.SERVER,
    reach: Reach | None = None,
) -> SitePlan:
    """Return what is laid out of a handbook after the consent gate, with notices where it holds something back."""
    gated = allowed(whole, today, reach or publication.settings.reach)
    shown, stories = Shown(gated, today, preview, target), notices_of(gated)
    plan = plan_site(shown, stories)
    lost = {
        address: Unavailable.ELSEWHERE if holds_number(address) else why
        for address, why in lost_addresses(whole, plan).items()
    }
    guides = [Notice(address, why) for address, why in lost.items() if why is Unavailable.ENDED and is_page(address)]
    in_place = [notice._replace(address=plan.addresses.by_target[notice.target]) for notice in stories]
    plan = plan_site(shown, (*stories, *guides)) if guides else plan
    return replace(plan, notices=(*in_place, *guides), lost=lost)
