"""Problems as text, annotations, JSON or HTML, with personal numbers covered."""

from collections.abc import Iterator, Sequence
from html import escape

from ..features.registry import registry
from ..model.artifact import WebPage
from ..model.problem import Problem
from ..model.slug import slug
from ..privacy import masked
from ..privacy.scan import harmless, harmless_lines
from ..reports.problems import FORMATS, ProblemReport
from .languages.reading import OtherLanguage
from .read import ReadPublication
from .rule_registry import rules


def show(publication: ReadPublication, problems: Sequence[Problem], output_format: str) -> str:
    """Return problems in one of FORMATS, in the language of the publication's messages."""
    if publication.composed:
        other = OtherLanguage(publication.composed, publication)
        publication, problems = other.as_it_lies(), other.told(problems)
    root, paths = publication.root, {problem.source.path for problem in problems}
    lines = {masked(path): harmless_lines(root, path, publication.guard) for path in paths}
    titles = {masked(document.path): masked(document.heading) for document in publication.handbook.documents}
    harmless_problems = [harmless(problem, publication.guard) for problem in problems]
    report = ProblemReport(
        harmless_problems, rules(), lines, titles, publication.settings.edit_url, registry().declared_in
    )
    # The report is looked through once more: a file's name and a number may only together be a personal number.
    return masked(FORMATS[output_format](report, publication.language))


def faulty_pages(publication: ReadPublication) -> Iterator[WebPage]:
    """Yield a page for each faulty story at its own address: what must be mended in it."""
    faulty = {problem.source.path for problem in publication.errors}
    for story in publication.handbook.stories:
        if story.path in faulty:
            problems = [problem for problem in publication.problems if problem.source.path == story.path]
            address = f"{publication.settings.address_folders.stories}/{slug(story.id) or 'fortaelling'}/"
            title = masked(story.heading)
            told = f"<h1>{escape(title)}</h1>{show(publication, problems, 'part')}"
            yield WebPage(address, title, told, source=story.path)
