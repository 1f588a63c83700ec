"""Guides and the composer to pages, papers and files."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...model.view import View
from ..kit import Kit
from . import composer, paper, web
from .plan import ComposerView, GuideListView, GuideView
from .word_file import word_file


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render a guide as a page, a PDF and a Word file, the composer with its data, or the list."""
    if isinstance(view, GuideView):
        yield web.guide_page(view, kit)
        pdf = paper.guide_paper(view, kit)
        yield pdf
        yield word_file(view.guide, pdf, kit.media, kit.look.base)
    elif isinstance(view, ComposerView):
        scripts = composer.data(view, kit)
        yield composer.page(view, scripts, kit)
        yield from (scripts.methods, *scripts.stories.values(), *scripts.values.values())
    elif isinstance(view, GuideListView):
        yield web.list_page(view, kit)
