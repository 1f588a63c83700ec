"""From a checked publication to finished pages and files, paper included. Nothing is written outside the cache."""

from dataclasses import dataclass, replace
from datetime import date

from ..assemble.site import assemble_site
from ..model.addresses import printed_address
from ..model.artifact import Artifact, Progress, WebPage
from ..model.build_target import BuildTarget
from ..model.chapters import Site
from ..model.printable import Printed
from ..model.problem import Problem
from ..model.settings import Settings
from ..model.texts.consent import Reach
from ..publish import fonts, pdf, pictures
from ..publish.cache.store import cache_folder
from ..publish.cache.story_index import StoryIndex
from ..publish.word_files import documents
from ..render.fragments import Fragments
from ..render.site import render_site
from .consent_gate import allowed, without_numbers
from .read import ReadPublication
from .rule_registry import RULE_GROUPS
from .unavailable import lost_addresses
from .without_faulty import without_faulty


@dataclass(frozen=True)
class RenderedSite:
    """A publication that has been laid out and rendered: pages for a host to set in its frame, and finished files.

    `problems` are those of the publication, and those met on paper and in pictures.
    """

    publication: ReadPublication
    plan: Site
    pages: tuple[WebPage, ...]
    artifacts: tuple[Artifact, ...]
    printed: tuple[Printed, ...]
    fragments: Fragments
    problems: tuple[Problem, ...]
    preview: bool = False
    target: BuildTarget = BuildTarget.SERVER

    @property
    def settings(self) -> Settings:
        """The settings that may be used."""
        return self.publication.settings

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.is_error)


def forget_gone(publication: ReadPublication, today: date) -> StoryIndex:
    """Delete what the cache keeps of stories that nobody may see any longer, and return the cache's list of stories."""
    index = StoryIndex(cache_folder(), publication.settings.organisation)
    index.forget(publication.handbook.gone(today))
    return index


def render(
    publication: ReadPublication,
    today: date,
    *,
    preview: bool = False,
    target: BuildTarget = BuildTarget.SERVER,
    reach: Reach | None = None,
    progress: Progress = lambda *_: None,
) -> RenderedSite:
    """Lay out and render a publication. Faulty stories are left out of it; a build stops before, where there are any.

    `reach` is where the pages are to be met, if not where handbook.yml says.
    """
    index = forget_gone(publication, today)
    whole = without_faulty(publication)
    site = assemble_site(allowed(whole, today, reach or publication.settings.reach), today, preview, target)
    site = without_numbers(replace(site, lost=lost_addresses(whole, site, today, preview, target)))
    root, cache = publication.root, cache_folder()
    media, unread = pictures.clean_media(site.media, site.handbook.pictures, root, cache)
    language = publication.settings.language.value
    outputs = render_site(site, index.all_kept(media, site.story_codes), language, RULE_GROUPS)
    paper, refused = pdf.pdfs(outputs.papers, root, cache, progress, story_index=index)
    paths = [printed_address(one, form, site.settings) for one in site.printed for form in one.forms]
    facts = pdf.printed(paper, paths)
    derived, more = pdf.reprints(outputs.reprints, paper, facts, cache, progress, story_index=index)
    # What paper refuses would stop Word too, and with less to say about it.
    word = [] if refused or unread else documents(outputs.documents, cache, progress, story_index=index)
    printed = tuple(sorted((*facts, *pdf.printed(derived, paths)), key=lambda one: paths.index(one.path)))
    problems = (*publication.problems, *outputs.problems, *unread, *refused, *more)
    return RenderedSite(
        publication,
        site,
        outputs.pages,
        (*outputs.artifacts, *paper, *derived, *word, *fonts.web_fonts(cache)),
        printed,
        outputs.fragments.knowing(printed),
        tuple(sorted(problems, key=lambda problem: problem.order)),
        preview,
        target,
    )
