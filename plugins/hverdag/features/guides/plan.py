"""Guides and the composer to views, and what they add to the pages of others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ...model.addresses import COMPOSER, GUIDE_LIST
from ...model.meeting import MeetingPlan, plan_meeting
from ...model.message import Words, message
from ...model.once import Rounds
from ...model.settings import Settings
from ...model.shown import Shown, ShownStory
from ...model.texts.method import Method
from ...model.texts.value import Value
from ...model.uptake.slip import uses_receipts
from ...model.view import NO_STORIES, Coded, Lead, View
from ..index import Index
from ..kit import Views
from .addresses import composer_address, list_address, print_address, subject_address
from .guide_chain import GuideChain
from .making import guides_of
from .model import PAPERS, Guide


@dataclass(frozen=True, kw_only=True)
class GuideView(View):
    """A guide, with the stories that are read at its meeting; and whether it has a slip for a receipt."""

    kind = "guide"

    guide: Guide
    told: tuple[ShownStory, ...]
    has_slip: bool = False


@dataclass(frozen=True, kw_only=True)
class ComposerView(View):
    """The composer's choices: the stories, and the plans of the methods. `former` are the ids that each had before, by
    its path: they stand in addresses that were mailed. `values` are what to talk about while there is no story, and
    `of_value` the stories of each, by its id."""

    stories: tuple[ShownStory, ...]
    plans: tuple[MeetingPlan, ...]
    former: Mapping[str, tuple[str, ...]]
    values: tuple[Value, ...] = ()
    of_value: Mapping[str, tuple[ShownStory, ...]] = field(default_factory=dict)
    has_slip: bool = False


@dataclass(frozen=True, kw_only=True)
class GuidesView(View):
    """A choice of guides: those of one story or value, or those of one method, where the guide of the handbook itself
    stands apart as `whole`. `has_stories` is False if no story can be put into a guide."""

    guides: tuple[Guide, ...]
    method: Method | None = None
    whole: Guide | None = None
    has_stories: bool = True


@dataclass(frozen=True, kw_only=True)
class TalkView(View):
    """The guides for stories, by method, the story to read now, and the values to talk about if there is no guide.
    `whole` are the guides of the handbook itself, by method."""

    guides: Mapping[str, tuple[Guide, ...]]
    now: str
    values: tuple[Value, ...] = ()
    whole: Mapping[str, Guide] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class GuideListView(View):
    """The page that leads to all guides: what the talk macro shows, and the methods that make guides."""

    talk: TalkView
    methods: tuple[Method, ...]


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view for every ready guide, the composer and the list of guides, if there are methods, and the talk
    macro."""
    has_slip = uses_receipts(shown.handbook)
    views = _guide_views(shown, has_slip)
    yield from views
    guides = tuple(view.guide for view in views)
    methods = [method for method in shown.handbook.methods if method.makes_guides]
    chain = GuideChain(shown.handbook.methods, [guide for guide in guides if guide.of_handbook])
    plans = tuple(chain.of_plan(plan_meeting(method, shown.values)) for method in methods)
    stories = shown.on_paper
    codes = tuple(shown_story.story.code for shown_story in stories)
    if plans:
        place = (COMPOSER, composer_address(shown.settings))
        named = (*(shown_story.story for shown_story in stories), *shown.values, *methods)
        former = {document.path: ids for document in named if (ids := shown.handbook.former_ids(document))}
        yield ComposerView(
            story_codes=codes,
            places=(place,),
            stories=stories,
            plans=plans,
            former=former,
            values=shown.values,
            of_value=shown.on_paper_of_value,
            has_slip=has_slip,
        )
    for_stories: dict[str, list[Guide]] = {method.id: [] for method in methods if method.uses_texts}
    for guide in guides:
        if guide.story:
            for_stories[guide.method.id].append(guide)
    now = shown.story_now
    talk = TalkView(
        story_codes=codes,
        guides={method: tuple(own) for method, own in for_stories.items()},
        now=now.story.id if now else "",
        values=shown.values,
        whole={guide.method.id: guide for guide in guides if guide.of_handbook},
    )
    yield talk
    if plans:
        place = (GUIDE_LIST, list_address(shown.settings))
        yield GuideListView(story_codes=codes, places=(place,), talk=talk, methods=tuple(methods))


_ROUNDS = Rounds[tuple[GuideView, ...]]()


def _guide_views(shown: Shown, has_slip: bool) -> list[GuideView]:
    """Return the views of all guides, in the order of the methods."""
    views: list[GuideView] = []
    folder = shown.settings.address_folders.guides
    _ROUNDS.begin()
    for guides in guides_of(shown):
        told = {story.id: shown.by_id[story.id] for guide in guides for story in guide.stories}
        make = partial(_views, guides, told, shown.settings, has_slip)
        views += _ROUNDS.get(guides[0].subject.path, (guides, told, folder, has_slip), make) if guides else ()
    order = {method.id: number for number, method in enumerate(shown.handbook.methods)}
    return sorted(views, key=lambda view: order[view.guide.method.id])


def _views(
    guides: Iterable[Guide], told: Mapping[str, ShownStory], settings: Settings, has_slip: bool
) -> tuple[GuideView, ...]:
    return tuple(_view(guide, told, settings, has_slip) for guide in guides)


def _view(guide: Guide, told: Mapping[str, ShownStory], settings: Settings, has_slip: bool) -> GuideView:
    title: Words = guide.method.heading
    if not guide.of_handbook:
        title = message("{method}: {subject}", method=guide.method.heading, subject=guide.subject.heading)
    page = (guide.path, subject_address(guide.method, guide.subject, settings))
    papers = ((f"{guide.path}.{ending}", print_address(guide, ending)) for ending in PAPERS)
    leads = (
        Lead(message("See the guide"), guide.path),
        Lead(message("Get it on paper (PDF)"), f"{guide.path}.pdf"),
    )
    return GuideView(
        story_codes=guide.story_codes,
        title_codes=NO_STORIES if guide.of_handbook else guide.story_codes,
        subject=guide.subject.path,
        places=(page, *papers),
        coded=Coded(guide.code, message("Guide"), title, leads, guide.story_codes),
        guide=guide,
        told=tuple(told[story.id] for story in guide.stories),
        has_slip=has_slip,
    )


_CHOICES = Rounds[GuidesView]()


def talks(_: Shown, views: Views) -> Mapping[str, View]:
    """Return a view of the guides of each story and value, by its path."""
    by_subject: dict[str, list[Guide]] = {}
    for guide in _guides(views):
        if not guide.of_handbook:
            by_subject.setdefault(guide.subject.path, []).append(guide)
    _CHOICES.begin()
    return {path: _CHOICES.get(path, tuple(guides), partial(_choice, guides)) for path, guides in by_subject.items()}


def ready_guides(shown: Shown, views: Views) -> Mapping[str, View]:
    """Return a view of the guides of each method that makes guides, by its path; a view may have no guides."""
    methods = [method for method in shown.handbook.methods if method.makes_guides]
    by_method: dict[str, list[Guide]] = {method.path: [] for method in methods}
    for guide in _guides(views):
        by_method[guide.method.path].append(guide)
    return {
        method.path: replace(_choice(by_method[method.path], method), has_stories=bool(shown.on_paper))
        for method in methods
    }


def _choice(guides: Sequence[Guide], method: Method | None = None) -> GuidesView:
    named = tuple(guide for guide in guides if not guide.of_handbook)
    whole = next((guide for guide in guides if guide.of_handbook), None)
    codes = tuple(dict.fromkeys(code for guide in named for code in guide.story_codes)) or NO_STORIES
    return GuidesView(story_codes=codes, guides=named, method=method, whole=whole)


def _guides(views: Views) -> Iterator[Guide]:
    return (view.guide for view in views if isinstance(view, GuideView))
