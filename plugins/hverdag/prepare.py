"""From a folder to finished pages, without writing anything: read, check, lay out, render."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain, groupby, islice
from pathlib import Path

from . import check, privacy, verify
from .assemble.allowed import allowed
from .assemble.lost import lost_addresses
from .assemble.new_story import assemble_new_story
from .assemble.site import assemble_site
from .guarding import Guard, Sources, harmless, harmless_lines
from .history import History
from .model.addresses import printed_address
from .model.artifact import Artifact, Progress, WebPage
from .model.body import Body
from .model.chapters import Site
from .model.consent import Reach, Withheld
from .model.content import State, Value
from .model.edition import Edition
from .model.handbook import Handbook
from .model.printable import Printed
from .model.problem import Problem, Rule
from .model.settings import Settings
from .model.slug import slug
from .nods import rules as nod_rules
from .nods.correction import Misspelt
from .nods.standing import Past, standings
from .parse import rules as parse_rules
from .parse.publication import read_publication
from .publish import bundle, fonts, keep, pdf, pictures, release, setter
from .publish.documents import documents
from .publish.keep import cache_folder
from .publish.memory import Memory
from .publish.new import write_new
from .render import rules as page_rules
from .render.fragments import Fragments
from .render.new_story import new_story_text
from .render.report import FORMATS, ProblemReport
from .render.site import render_site
from .search.spelling import spelling

RULE_GROUPS: Mapping[str, tuple[Rule, ...]] = {
    "What is checked in stories and values": check.RULES,
    "What cannot be read": parse_rules.RULES,
    "Hand-written pages": page_rules.RULES,
    "Nods": nod_rules.RULES,
    "Privacy": privacy.RULES,
    "What is printed": (*setter.RULES, page_rules.PAPER_ELEMENT),
    "The finished site": (*verify.RULES, *pictures.RULES, *release.RULES, *bundle.RULES, *keep.RULES),
}
RULES: Mapping[str, Rule] = {rule.id: rule for group in RULE_GROUPS.values() for rule in group}

ON_THE_WAY = (State.DRAFT, State.IN_REVIEW)
"""Stories that their writers may look for in the site in vain."""

MOST_IN_A_FILE = 50
"""How many problems of one file are told; whoever mends fifty runs the check again."""


@dataclass(frozen=True)
class Prepared:
    """A publication that has been read and checked and, where it may be published, laid out and rendered."""

    root: Path
    language: str
    handbook: Handbook
    problems: tuple[Problem, ...]
    site: Site | None = None
    pages: tuple[WebPage, ...] = ()
    artifacts: tuple[Artifact, ...] = ()
    printed: tuple[Printed, ...] = ()
    fragments: Fragments | None = None
    preview: bool = False
    edition: Edition = Edition.ONLINE
    guard: Guard = field(default=Guard(), repr=False)

    @cached_property
    def settings(self) -> Settings:
        """The settings that may be used: for a faulty one, what it usually is."""
        settings = self.handbook.settings
        faulty = {problem.source.field for problem in self.errors if problem.source.path == settings.path}
        usual = {name: Settings.model_fields[name].get_default() for name in faulty & set(Settings.model_fields)}
        return settings.model_copy(update=usual)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.is_error)


def inspect(root: Path, today: date, language: str | None = None, past: Past | None = None) -> Prepared:
    """Read and check a publication, and make nothing of it. `past` finds earlier texts of its stories; without it,
    git is asked, where the folder has any."""
    handbook, met = read_publication(root)
    handbook = replace(
        handbook, standings=standings(handbook.stories, handbook, past or History(root), spelling_of(handbook))
    )
    guard = Sources(root, handbook, today, cache_folder()).guard()
    found = check.of_what_is_here((*met, *check.check(handbook, today)), handbook, today)
    private = check.of_what_is_here(guard.problems, handbook, today)
    problems = (*_some(found), *_some(private))
    told = tuple(sorted(problems, key=lambda problem: problem.order))
    return Prepared(root, language or handbook.settings.language.value, handbook, told, guard=guard)


def _some(*problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of each file."""
    for _, of_file in groupby(sorted(chain(*problems), key=lambda one: one.order), key=lambda one: one.source.path):
        yield from islice(of_file, MOST_IN_A_FILE)


def prepare(
    root: Path,
    today: date,
    language: str | None = None,
    preview: bool = False,
    *,
    forgiving: bool = False,
    edition: Edition = Edition.ONLINE,
    reach: Reach | None = None,
    progress: Progress = lambda *_: None,
) -> Prepared:
    """Read, check, lay out and render a publication, paper included. Nothing is written outside the cache.

    With an error nothing is laid out, unless `forgiving`: then faulty stories are left out and the rest is made.
    `reach` is where the pages are to be met, if not where handbook.yml says. What is kept of a story that nobody may
    see any longer is deleted, whatever else is wrong.
    """
    prepared = inspect(root, today, language)
    memory = Memory(cache_folder(), prepared.settings.organisation)
    memory.forget(prepared.handbook.gone(today))
    if prepared.errors and not forgiving:
        return prepared
    whole = without_faulty(prepared)
    site = assemble_site(allowed(whole, today, reach or prepared.settings.reach), today, preview, edition)
    site = _numberless(replace(site, lost=lost_addresses(whole, site, today, preview, edition)))
    begun = replace(prepared, site=site, preview=preview, edition=edition)
    return _finished(begun, site, memory, progress)


def _numberless(site: Site) -> Site:
    """Leave out the notices whose address would hold a personal number: a story's file name had one."""
    shy = [story for story in site.gone if privacy.holds_number(story.path)]
    lost = {one: Withheld.ELSEWHERE if privacy.holds_number(one) else why for one, why in site.lost.items()}
    lost |= {site.addresses.by_target[story.path]: Withheld.ELSEWHERE for story in shy}
    return replace(site, gone=tuple(story for story in site.gone if story not in shy), lost=lost)


def _finished(prepared: Prepared, site: Site, memory: Memory, progress: Progress) -> Prepared:
    """Render what has been laid out, and set it on paper."""
    root, cache = prepared.root, cache_folder()
    media, unread = pictures.clean_media(site.media, site.handbook.pictures, root, cache)
    made = render_site(site, memory.all_kept(media, site.holds), prepared.settings.language.value, RULE_GROUPS)
    paper, refused = pdf.pdfs(made.papers, root, cache, progress, memory=memory)
    paths = [printed_address(one, form, site.settings) for one in site.printed for form in one.forms]
    facts = pdf.printed(paper, paths)
    again, more = pdf.reprints(made.reprints, paper, facts, cache, progress, memory=memory)
    # What paper refuses would stop Word too, and with less to say about it.
    words = [] if refused or unread else documents(made.documents, cache, progress, memory=memory)
    printed = tuple(sorted((*facts, *pdf.printed(again, paths)), key=lambda one: paths.index(one.path)))
    problems = (*prepared.problems, *made.problems, *unread, *refused, *more)
    return replace(
        prepared,
        problems=tuple(sorted(problems, key=lambda problem: problem.order)),
        pages=made.pages,
        artifacts=(*made.artifacts, *paper, *again, *words, *fonts.web_fonts(cache)),
        printed=printed,
        fragments=made.fragments.knowing(printed),
    )


def begin_story(prepared: Prepared, today: date, title: str) -> tuple[Path, str]:
    """Begin a story: write its file with everything filled in that can be, and return its path and code."""
    begun = assemble_new_story(prepared.handbook, title, today)
    return write_new(prepared.root / begun.path, new_story_text(begun)), begun.code


def spelling_of(handbook: Handbook) -> Misspelt:
    """What tells a misspelling from a word: the dictionary is read when someone asks, and most often no one does."""
    return lambda one, other: spelling(handbook.settings.language.value).misspelt(one, other)


def show(prepared: Prepared, problems: Sequence[Problem], form: str) -> str:
    """Return problems in one of FORMATS, in the language of the publication's messages. No personal number is shown."""
    root, paths = prepared.root, {problem.source.path for problem in problems}
    lines = {privacy.masked(path): harmless_lines(root, path) for path in paths}
    titles = {privacy.masked(one.path): privacy.masked(one.heading) for one in prepared.handbook.documents}
    shown = [harmless(problem, prepared.guard) for problem in problems]
    report = ProblemReport(shown, RULES, lines, titles, prepared.settings.edit_url)
    # What is written of it is looked through once more: a file's name and a number may only together be one.
    return privacy.masked(FORMATS[form](report, prepared.language))


def without_faulty(prepared: Prepared) -> Handbook:
    """Return what can be shown of a handbook with errors: sound settings and stories, and values without what is
    faulty in them."""
    handbook = prepared.handbook
    faulty = {problem.source.path for problem in prepared.errors}
    return replace(
        handbook,
        settings=prepared.settings,
        values=tuple(_harmless(value) if value.path in faulty else value for value in handbook.values),
        stories=tuple(story for story in handbook.stories if story.path not in faulty),
        methods=tuple(method for method in handbook.methods if method.path not in faulty),
    )


def _harmless(value: Value) -> Value:
    """A faulty value without its text, in a colour and at an address that are safe."""
    name = slug(value.id) or "vaerdi"
    return value.model_copy(update={"body": Body(), "colour": "#444444", "path": f"values/{name}.md"})


def faulty_pages(prepared: Prepared) -> Iterator[WebPage]:
    """Yield, for a preview, a page for each faulty story at its own address: what must be mended in it."""
    told = {problem.source.path for problem in prepared.errors}
    for story in prepared.handbook.stories:
        if story.path in told:
            problems = [problem for problem in prepared.problems if problem.source.path == story.path]
            address = f"{prepared.settings.folders.stories}/{slug(story.id) or 'fortaelling'}/"
            yield WebPage(address, story.heading, show(prepared, problems, "part"), source=story.path)
