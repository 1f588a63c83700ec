"""Compares two versions of the handbook, story by story."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ...model.declared import fields
from ...model.editorial.outside import FieldChange
from ...model.editorial.review import Event, Note, Review, StoryReview, Touched
from ...model.handbook import Handbook
from ...model.problem import Problem
from ...model.shown import Shown
from ...model.texts.answers import Requirements
from ...model.texts.nods import AnswerField
from ...model.texts.story import Origin, Story
from ...model.texts.value import Value
from ...model.view import View
from ...nods.identities import Identities
from ...nods.passages import folded, passages
from ...nods.shown import Line, written
from ...pipeline.plan import SitePlan, plan_site
from .changed_fields import changed_fields
from .discreet import discreet_differences
from .verdict import is_listed_as_missing, missing

NODDED_TO = frozenset(
    {"title", "summary", "values", "workplace", "questions", "dilemma", "because", "image", "image_alt"}
)
"""Fields that belong to the text nodded to; their changes are shown word by word."""

OWN_SECTION = frozenset({"contributors", "corrections"})
"""Fields that have their own section of the report."""

ANSWERS = (AnswerField.DECISION, AnswerField.RESPONSE)
"""Fields that have one too, in which a new answer is shown; where one was there before, both are told."""


@dataclass(frozen=True)
class _Edition:
    """One of the two publications: what is shown of it, without faulty stories, and the whole handbook."""

    shown: Shown
    handbook: Handbook

    @cached_property
    def plan(self) -> SitePlan:
        """The plan of what is shown."""
        return plan_site(self.shown)

    @cached_property
    def identities(self) -> Identities:
        """What its files are known by."""
        return Identities.of(self.handbook)

    def content(self, story: Story) -> tuple[object, ...]:
        """Return everything a story's file says, independent of formatting, and what it shows."""
        said = story.model_dump(exclude={"path", "places", "faulty", "body"})
        return passages(story, self.identities), said

    def lines(self, story: Story) -> tuple[Line, ...]:
        """Return the text that is nodded to, as people are shown it."""
        return tuple(written(passages(story, self.identities), self.identities.names))


def compare(before: Shown, after: Shown, whole: Handbook, problems: Sequence[Problem], others: Sequence[str]) -> Review:
    """Return a review of the changes between two previews. `whole` is the newer handbook including faulty stories,
    which have no pages; `problems` are those of the newer handbook, and `others` the other changed files."""
    then, now = _Edition(before, before.handbook), _Edition(after, whole)
    pairs = sorted(_pairs(then, now), key=_order)
    paths_now = {new.path for _, new in pairs if new}
    touched = paths_now | {old.path for old, _ in pairs if old}
    return Review(
        stories=tuple(_story(old, new, then, now, problems) for old, new in pairs),
        problems=tuple(problem for problem in problems if problem.is_error and problem.source.path not in paths_now),
        others=tuple(path for path in others if path not in touched),
        criteria=whole.settings.criteria,
        loosened=tuple(_loosened(before.handbook, whole)),
    )


def _pairs(before: _Edition, after: _Edition) -> Iterator[tuple[Story | None, Story | None]]:
    """Yield each changed story as a pair of old and new; None if it was added or removed. A renamed file is
    recognised by the story's code, which never changes."""
    by_code = {story.code: story for story in before.handbook.stories if story.code}
    left = dict(before.handbook.story_by_path)
    is_alike = before.identities.name_alike(after.identities)
    for story in sorted(after.handbook.stories, key=lambda story: story.path not in before.handbook.story_by_path):
        old = left.get(story.path)
        named = by_code.get(story.code)
        if named is not None and named is not old and named.path in left:
            now = after.handbook.story_by_path.get(named.path)
            # The old file is gone, or now holds another story.
            if now is None or now.code != story.code:
                old = named
        if old is not None:
            left.pop(old.path)
        if old is story and is_alike:
            continue  # as most are: the text was read once, and means the same on both sides
        if old is None or old.path != story.path or before.content(old) != after.content(story):
            yield old, story
    yield from ((old, None) for old in left.values())


def _order(pair: tuple[Story | None, Story | None]) -> tuple[bool, str]:
    """Return the sort key of a pair: by file name, removed stories last."""
    old, new = pair
    return new is None, new.path if new else old.path if old else ""


def _story(
    old: Story | None, new: Story | None, before: _Edition, after: _Edition, problems: Sequence[Problem]
) -> StoryReview:
    whole = after.handbook
    before_text = before.lines(old) if old else ()
    after_text = after.lines(new) if new else ()
    own = tuple(
        problem for problem in problems if new and problem.source.path == new.path and not is_listed_as_missing(problem)
    )
    return StoryReview(
        before=old,
        after=new,
        events=tuple(_events(old, new, before, after)),
        text=tuple((line.field, line.text) for line in after_text) if old is None else (),
        changes=discreet_differences(before_text, after_text) if old and new else (),
        fields=tuple(_fields(old, new)) if old and new else (),
        standings=whole.nods(new) if new else before.handbook.nods(old) if old else whole.nods(Story()),
        problems=own,
        touched=touched(new, after.plan) if new else touched(old, before.plan) if old else Touched(),
        missing=tuple(missing(old, new, whole, own, after.shown.today)),
        goal=whole.settings.direction(new.response.goal) if new and new.response else None,
        notes=tuple(_notes(old, new, after.shown.today)) if old and new else (),
        unasked=_unasked(old, new) if old and new and not new.has_ended(after.shown.today) else 0,
        loose=whole.loose_answers(new) if new and not new.has_ended(after.shown.today) else (),
    )


def _events(old: Story | None, new: Story | None, before: _Edition, after: _Edition) -> Iterator[Event]:
    if old is None:
        yield Event.ADDED
    elif new is None:
        yield Event.REMOVED
    else:
        if old.path != new.path:
            yield Event.RENAMED
        if before.content(old) != after.content(new):
            yield Event.CHANGED


def _fields(old: Story, new: Story) -> Iterator[FieldChange]:
    """Yield the changed fields that nobody nods to."""
    first = {field.value for field in ANSWERS if old.answer(field) is None}
    yield from changed_fields(old, new, NODDED_TO | OWN_SECTION | first)


def _unasked(old: Story, new: Story) -> int:
    """Return how many had nodded of whom nothing is asked any more, since they are not named."""
    named = {folded(contributor.role) for contributor in new.contributors}
    return sum(bool(one.nod) and folded(one.role) not in named for one in old.contributors)


def _notes(old: Story, new: Story, today: date) -> Iterator[tuple[Note, str]]:
    """Yield the notes for the reviewer: changes that require nobody's answer, but must be seen."""
    if new.has_ended(today):
        yield Note.ENDED, ""
        return
    named = {folded(contributor.role) for contributor in new.contributors}
    yield from (
        (Note.LEFT, contributor.role) for contributor in old.contributors if folded(contributor.role) not in named
    )
    tellers = [folded(story.contributors[0].role) if story.contributors else "" for story in (old, new)]
    if all(tellers) and tellers[0] != tellers[1]:
        yield Note.TELLER, new.contributors[0].role
    if (old.origin, new.origin) == (Origin.COLLECTED, Origin.ILLUSTRATIVE):
        yield Note.ORIGIN, ""


def _loosened(before: Handbook, after: Handbook) -> Iterator[str]:
    """Yield the labels of the requirements that have been dropped."""
    for name, info in fields(Requirements).items():
        if getattr(before.settings.demands, name) and not getattr(after.settings.demands, name):
            yield info.title or name


def touched(story: Story, plan: SitePlan) -> Touched:
    """Return the pages, guides and printed products of a story in a plan; an empty result if the plan lacks it."""
    shown = plan.shown.by_id.get(story.id)
    if shown is None:
        return Touched()
    pages: tuple[Story | Value, ...] = (story, *shown.values)
    views = [planned.view for planned in plan.views]
    methods = frozenset(method.path for method in plan.shown.handbook.methods)
    products = (view.printable.product for view in views if view.printable and story.code in view.story_codes)
    return Touched(
        pages=tuple((page.heading, plan.addresses.by_target[page.path]) for page in pages),
        guides=sum(_tells(view, story, methods) for view in views),
        products=tuple(dict.fromkeys(products)),
    )


def _tells(view: View, story: Story, methods: Collection[str]) -> bool:
    """Return True if a view is a guide about a story, or one of the handbook itself, which is about its method, that
    reads the story aloud."""
    is_read = view.subject in methods and story.code in view.story_codes
    return view.kind == "guide" and (view.subject == story.path or is_read)
