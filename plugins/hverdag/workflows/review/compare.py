"""What a change does to each story."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pydantic.fields import FieldInfo

from ...model.chapters import Site
from ...model.declared import Declared, fields, is_list, nested
from ...model.editorial.review import Event, FieldChange, Note, Review, StoryReview, Touched
from ...model.handbook import Handbook
from ...model.printable import Product
from ...model.problem import Problem
from ...model.texts.answers import Demands
from ...model.texts.nods import Standing, Standings
from ...model.texts.story import Origin, Story
from ...model.texts.value import Value
from ...nods.difference import differences
from ...nods.passages import folded, passages, written
from .verdict import TOLD_OTHERWISE, missing

NODDED_TO = frozenset({"title", "summary", "values", "dilemma", "image", "image_alt"})
"""Fields that are part of the text that is nodded to; they are told word by word."""

ANSWERS = frozenset({"contributors", "corrections", "decision", "response"})
"""Fields that have a part of the report to themselves."""


class _Now(NamedTuple):
    """The publication as it is: laid out without its faulty stories, whole, and its problems."""

    site: Site
    whole: Handbook
    problems: Sequence[Problem]


def compare(before: Site, after: Site, whole: Handbook, problems: Sequence[Problem], others: Sequence[str]) -> Review:
    """Compare two handbooks. The sites are laid out as previews; `whole` is the newer handbook with its faulty stories,
    which have no pages, `problems` are its, and `others` are the other files that have changed."""
    pairs = sorted(_pairs(before.handbook, whole), key=_order)
    told = {new.path for _, new in pairs if new}
    touched = told | {old.path for old, _ in pairs if old}
    return Review(
        stories=tuple(_story(old, new, before, _Now(after, whole, problems)) for old, new in pairs),
        problems=tuple(one for one in problems if one.is_error and one.source.path not in told),
        others=tuple(path for path in others if path not in touched),
        criteria=whole.settings.criteria,
        loosened=tuple(_loosened(before.handbook, whole)),
    )


def _pairs(before: Handbook, after: Handbook) -> Iterator[tuple[Story | None, Story | None]]:
    """Yield each story that has changed as it was and as it is. A code never changes, so a story is known by it where
    its file has got another name."""
    by_code = {story.code: story for story in before.stories if story.code}
    left = dict(before.story_by_path)
    for story in sorted(after.stories, key=lambda story: story.path not in before.story_by_path):
        old = left.get(story.path)
        named = by_code.get(story.code)
        if named is not None and named is not old and named.path in left:
            now = after.story_by_path.get(named.path)
            # Its own file is gone, or holds another story now.
            if now is None or now.code != story.code:
                old = named
        if old is not None:
            left.pop(old.path)
        if old is None or old.path != story.path or _said(old, before) != _said(story, after):
            yield old, story
    yield from ((old, None) for old in left.values())


def _order(pair: tuple[Story | None, Story | None]) -> tuple[bool, str]:
    """By file name; those that are gone come last."""
    old, new = pair
    return new is None, new.path if new else old.path if old else ""


def _said(story: Story, handbook: Handbook) -> tuple[object, ...]:
    """Everything that a story's file says, however it is written, and its pictures."""
    return (
        passages(story, handbook.pictures),
        story.model_dump(exclude={"path", "places", "faulty", "body"}),
        handbook.pictures.get(f"stories/{story.image}"),
    )


def _story(old: Story | None, new: Story | None, before: Site, after: _Now) -> StoryReview:
    whole, problems = after.whole, after.problems
    told = tuple(written(passages(old, before.handbook.pictures))) if old else ()
    tells = tuple(written(passages(new, whole.pictures))) if new else ()
    own = tuple(one for one in problems if new and one.source.path == new.path and one.rule not in TOLD_OTHERWISE)
    return StoryReview(
        before=old,
        after=new,
        events=tuple(_events(old, new, before.handbook, whole)),
        text=tells if old is None else (),
        changes=differences(told, tells) if old and new else (),
        fields=tuple(_fields(old, new)) if old and new else (),
        standings=whole.nods(new) if new else before.handbook.nods(old) if old else whole.nods(Story()),
        problems=own,
        touched=_touched(new, after.site) if new else _touched(old, before) if old else Touched(),
        missing=tuple(missing(old, new, whole, own, after.site.today)),
        goal=whole.settings.goal(new.response.goal) if new and new.response else None,
        notes=tuple(_notes(old, new, whole.nods(new), after.site.today)) if old and new else (),
    )


def _events(old: Story | None, new: Story | None, before: Handbook, after: Handbook) -> Iterator[Event]:
    if old is None:
        yield Event.ADDED
    elif new is None:
        yield Event.REMOVED
    else:
        if old.path != new.path:
            yield Event.RENAMED
        if _said(old, before) != _said(new, after):
            yield Event.CHANGED


def _notes(old: Story, new: Story, standings: Standings, today: date) -> Iterator[tuple[Note, str]]:
    """Yield what nobody is asked about, and whoever reviews must see."""
    if new.has_ended(today):
        yield Note.ENDED, ""
        return
    named = {folded(contributor.role) for contributor in new.contributors}
    yield from ((Note.LEFT, one.role) for one in old.contributors if folded(one.role) not in named)
    tellers = [folded(story.contributors[0].role) if story.contributors else "" for story in (old, new)]
    if all(tellers) and tellers[0] != tellers[1]:
        yield Note.TELLER, new.contributors[0].role
    answered = new.decision or new.response
    if answered and any(nod.standing is Standing.STALE and not nod.correctable for nod in standings.nods):
        yield Note.ANSWERS, ""
    if (old.origin, new.origin) == (Origin.COLLECTED, Origin.ILLUSTRATIVE):
        yield Note.ORIGIN, ""


def _fields(old: Story, new: Story) -> Iterator[FieldChange]:
    """Yield the other fields that have changed."""
    for name, info in fields(Story).items():
        was, now = getattr(old, name), getattr(new, name)
        if was == now or name in NODDED_TO | ANSWERS:
            continue
        inside = nested(info)
        if inside and not is_list(info):
            for part, about in fields(inside).items():
                yield from _field(part, about, getattr(was, part, None), getattr(now, part, None))
        else:
            yield from _field(name, info, was, now)


def _field(name: str, info: FieldInfo, was: object, now: object) -> Iterator[FieldChange]:
    if was == now:
        return
    if isinstance(was, tuple) and isinstance(now, tuple) and set(was) != set(now):
        was, now = tuple(one for one in was if one not in now), tuple(one for one in now if one not in was)
    yield FieldChange(name, info.title or name, _plain(was), _plain(now))


def _plain(value: object) -> str:
    """A value as it would be written; parts of a whole in one line."""
    if isinstance(value, Declared):
        return ", ".join(filter(None, (_plain(getattr(value, name)) for name in fields(type(value)))))
    if isinstance(value, tuple):
        return "; ".join(map(_plain, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _loosened(before: Handbook, after: Handbook) -> Iterator[str]:
    """Yield the labels of what was demanded, and is not."""
    for name, info in fields(Demands).items():
        if getattr(before.settings.demands, name) and not getattr(after.settings.demands, name):
            yield info.title or name


def _touched(story: Story, site: Site) -> Touched:
    """What a story reaches in a site; nothing where it is not in it."""
    if story.id not in site.chapter_by_id:
        return Touched()
    shown: tuple[Story | Value, ...] = (story, *site.chapter_by_id[story.id].values)
    return Touched(
        pages=tuple((one.heading, site.addresses.by_target[one.path]) for one in shown),
        guides=len(site.guides_of.get(story.path, ())),
        products=tuple(_products(story, site)),
    )


def _products(story: Story, site: Site) -> Iterable[Product]:
    held = (
        printable.product
        for printable in site.printed
        if any(one.id == story.id for one in printable.stories)
        or any(card.story is not None and card.story.id == story.id for card in printable.cards)
    )
    return dict.fromkeys(held)
