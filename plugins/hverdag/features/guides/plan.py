"""Methods and stories to guides, each with its plan, its questions and its sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ...model.addresses import COMPOSER
from ...model.meeting import SHEET_QUESTIONS, MeetingPlan, fitted_minutes, plan_meeting, steps_of
from ...model.message import message
from ...model.shown import Shown, ShownStory
from ...model.texts.method import Method, Subject
from ...model.texts.story import Story
from ...model.texts.value import Value
from ...model.uptake.slip import uses_receipts
from ...model.view import NO_STORIES, Coded, Lead, View
from ..index import Index
from ..kit import Views
from .addresses import composer_address, print_address, subject_address
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
    its path: they stand in addresses that were mailed. `values` are what to talk about while there is no story."""

    stories: tuple[ShownStory, ...]
    plans: tuple[MeetingPlan, ...]
    former: Mapping[str, tuple[str, ...]]
    values: tuple[Value, ...] = ()
    has_slip: bool = False


@dataclass(frozen=True, kw_only=True)
class GuidesView(View):
    """A choice of guides: those of one story or value, or those of one method. `has_stories` is False if no
    story can be put into a guide."""

    guides: tuple[Guide, ...]
    method: Method | None = None
    has_stories: bool = True


@dataclass(frozen=True, kw_only=True)
class TalkView(View):
    """The guides for stories, by method, the story to read now, and the values to talk about if there is no guide."""

    guides: Mapping[str, tuple[Guide, ...]]
    now: str
    values: tuple[Value, ...] = ()


def plan(shown: Shown, _: Index) -> Iterator[View]:
    """Yield a view for every ready guide, the composer, if there are methods, and the talk macro."""
    guides, has_slip = tuple(guides_of(shown)), uses_receipts(shown.handbook)
    for guide in guides:
        yield _view(guide, shown, has_slip)
    methods = [method for method in shown.handbook.methods if method.uses_texts]
    plans = tuple(plan_meeting(method, shown.values) for method in methods)
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
            has_slip=has_slip,
        )
    for_stories = {
        meeting.method.id: tuple(g for g in guides if g.method is meeting.method and isinstance(g.subject, Story))
        for meeting in plans
    }
    now = shown.story_now
    yield TalkView(story_codes=codes, guides=for_stories, now=now.story.id if now else "", values=shown.values)


def _view(guide: Guide, shown: Shown, has_slip: bool) -> GuideView:
    title = message("{method}: {subject}", method=guide.method.heading, subject=guide.subject.heading)
    page = (guide.path, subject_address(guide.method, guide.subject, shown.settings))
    papers = ((f"{guide.path}.{ending}", print_address(guide, ending)) for ending in PAPERS)
    leads = (
        Lead(message("See the guide"), guide.path),
        Lead(message("Fetch the paper (PDF)"), f"{guide.path}.pdf"),
    )
    return GuideView(
        story_codes=guide.story_codes,
        title_codes=guide.story_codes,
        subject=guide.subject.path,
        places=(page, *papers),
        coded=Coded(guide.code, message("Guide"), title, leads, guide.story_codes),
        guide=guide,
        told=tuple(shown.by_id[story.id] for story in guide.stories),
        has_slip=has_slip,
    )


def guides_of(shown: Shown) -> Iterator[Guide]:
    """Yield every ready guide: each ready method applied to each story and each value that it fits."""
    for method in shown.handbook.methods:
        if not method.ready:
            continue
        if Subject.STORY in method.applies_to:
            for shown_story in shown.on_paper:
                if method.fits(shown_story.story):
                    yield guide_of(method, shown_story.story, (shown_story.story,), shown.values)
        if Subject.VALUE in method.applies_to:
            for value in shown.values:
                stories = [
                    shown_story.story
                    for shown_story in shown.on_paper_of_value[value.id]
                    if method.fits(shown_story.story)
                ]
                if stories:
                    yield guide_of(method, value, stories, shown.values)


def guide_of(method: Method, subject: Story | Value, stories: Sequence[Story], values: tuple[Value, ...]) -> Guide:
    """Return the guide of a method for a story, or for a value with its stories, of which the first is read aloud."""
    story = stories[0]
    reading = story.body.minutes_to_plan
    meeting = method.meeting
    minutes, fitted = fitted_minutes([step.minutes for step in meeting], meeting, reading, method.minutes)
    short_steps = [step for step in meeting if step.short]
    shorts, _ = fitted_minutes([step.short for step in short_steps], short_steps, reading, method.short)
    return Guide(
        method=method,
        subject=subject,
        stories=(story,),
        more=tuple(stories[1:]),
        steps=tuple(steps_of(method, story, minutes, shorts, _own(subject, story))),
        all_values=values,
        too_long=0 if fitted else reading,
    )


def _own(subject: Story | Value, story: Story) -> tuple[str, ...]:
    """Return the questions of the subject, or if it has none those of the story, at most SHEET_QUESTIONS."""
    return (subject.questions or story.questions)[:SHEET_QUESTIONS]


def talks(_: Shown, views: Views) -> Mapping[str, View]:
    """Return a view of the guides of each story and value, by its path."""
    by_subject: dict[str, list[Guide]] = {}
    for guide in _guides(views):
        by_subject.setdefault(guide.subject.path, []).append(guide)
    return {path: _choice(guides) for path, guides in by_subject.items()}


def ready_guides(shown: Shown, views: Views) -> Mapping[str, View]:
    """Return a view of the guides of each method that uses texts, by its path; a view may have no guides."""
    methods = [method for method in shown.handbook.methods if method.uses_texts]
    by_method: dict[str, list[Guide]] = {method.path: [] for method in methods}
    for guide in _guides(views):
        by_method[guide.method.path].append(guide)
    return {
        method.path: replace(_choice(by_method[method.path], method), has_stories=bool(shown.on_paper))
        for method in methods
    }


def _choice(guides: Sequence[Guide], method: Method | None = None) -> GuidesView:
    codes = tuple(dict.fromkeys(code for guide in guides for code in guide.story_codes)) or NO_STORIES
    return GuidesView(story_codes=codes, guides=tuple(guides), method=method)


def _guides(views: Views) -> Iterator[Guide]:
    return (view.guide for view in views if isinstance(view, GuideView))
