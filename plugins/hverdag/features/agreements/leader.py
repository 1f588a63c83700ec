"""The place on the leader's page where agreements are written down, and those of last time are found again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...model.addresses import COMPOSER, HANDBOOK_GUIDE, guide_path
from ...model.shown import Shown
from ...model.texts.method import Method, Subject
from ...model.view import NO_STORIES, View
from ...web.page import Page
from ..kit import Kit, Views
from .scripts import FILES, WORDS


@dataclass(frozen=True, kw_only=True)
class LeaderView(View):
    """Where a leader writes what was agreed: the story or the value, and the method, as the file says them. Where the
    guide is put together, the story comes with the choice; `is_page` is True where the page itself is meant."""

    story: str = ""
    method: str = ""
    has_scripts: bool = True
    is_page: bool = False


def leaders(shown: Shown, _: Views) -> Mapping[str, View]:
    """Return a view for each guide, by its target; for what is put together with each method, by the method's path; and
    for the page where that is done."""
    found: dict[str, View] = {COMPOSER: LeaderView(story_codes=NO_STORIES, is_page=True)}
    for method in shown.handbook.methods:
        found |= dict(_of_method(method, shown))
    return found


def _of_method(method: Method, shown: Shown) -> Iterator[tuple[str, View]]:
    whole = LeaderView(story_codes=NO_STORIES, method=_named(method.heading, method.code))
    yield method.path, replace(whole, has_scripts=False)
    yield guide_path(method.id, HANDBOOK_GUIDE), whole
    if Subject.VALUE in method.applies_to:
        for value in shown.values:
            yield guide_path(method.id, value.id), replace(whole, story=_named(value.heading, value.code))
    if Subject.STORY in method.applies_to:
        for story in (one.story for one in shown.on_paper):
            named = replace(whole, story=_named(story.heading, story.code), story_codes=(story.code,))
            yield guide_path(method.id, story.id), named


def _named(heading: str, code: str) -> str:
    return f"{heading} ({code})" if code else heading


def leader(view: LeaderView, page: Page, _: Kit) -> Markup:
    """Return the place for the page of a guide."""
    scripts = [page.asset(name) for name in (WORDS, *FILES)] if view.has_scripts else []
    return page.fragment("agreements/leader.html", view=None if view.is_page else view, scripts=scripts)
