"""Model to the chapters of the site: which stories go where, and what leads on from each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from ..features.stories.related import related
from ..model.addresses import (
    composer_address,
    draw_address,
    file_address,
    goal_address,
    guide_address,
    in_a_file,
    method_address,
    page_address,
    page_file,
    print_address,
    protection_address,
    story_address,
    value_address,
)
from ..model.artifact import Addresses
from ..model.build_target import BuildTarget
from ..model.chapters import (
    COMPOSER,
    DRAW,
    PROTECTION,
    STORY_LIST,
    VALUE_LIST,
    GoalChapter,
    Neighbours,
    Site,
    StoryChapter,
    ValueChapter,
)
from ..model.handbook import Handbook
from ..model.meeting import PAPERS, Guide
from ..model.printable import Printable
from ..model.texts.consent import Channel
from ..model.texts.document import Document
from ..model.texts.story import State, Story
from ..model.texts.value import Value
from .goals import assemble_goals
from .guides import assemble_guides, assemble_plan
from .outcome import assemble_outcome
from .passports import assemble_passport
from .printed import assemble_printed
from .protection import assemble_protection
from .shortcuts import assemble_shortcuts


def assemble_site(
    handbook: Handbook, today: date, preview: bool = False, edition: BuildTarget = BuildTarget.SERVER
) -> Site:
    """Lay out the site. With `preview`, drafts and stories in review are part of it, marked as such."""
    shown = sorted(_shown(handbook, preview), key=lambda story: (story.code, story.id))
    on_paper = [story for story in shown if story.allows(Channel.PRINT)]
    by_value = {value.id: _of_value(value, shown) for value in handbook.values}
    for_paper = {value.id: _of_value(value, on_paper) for value in handbook.values}
    bare = {story.id: _bare(story, handbook) for story in shown}
    values = tuple(
        ValueChapter(value, tuple(bare[story.id] for story in by_value[value.id])) for value in handbook.values
    )
    media = tuple(dict.fromkeys(_media((*handbook.values, *shown, *handbook.methods))))
    guides = tuple(assemble_guides(handbook, on_paper, for_paper))
    plans = tuple(assemble_plan(handbook, method) for method in handbook.methods)
    printed = tuple(assemble_printed(handbook, [story for story in on_paper if story.is_published]))
    goals = tuple(assemble_goals(handbook, bare))
    gone = tuple(story for story in handbook.stories if story.withheld)
    by_target = _addresses(handbook, (*shown, *gone), media, guides, printed) | _goal_addresses(goals, handbook)
    addresses = _in_edition(by_target, handbook, edition)
    # Nobody types the address of a file from paper: the short addresses are the server's.
    typed = edition is BuildTarget.SERVER
    shortcuts = assemble_shortcuts(handbook, shown, guides, printed) if typed else ()
    return Site(
        handbook,
        values,
        tuple(_chapters(handbook, bare, by_value)),
        addresses,
        media,
        today,
        guides,
        plans,
        printed,
        shortcuts,
        goals,
        assemble_outcome(handbook),
        gone,
        protection=assemble_protection(handbook),
    )


def _shown(handbook: Handbook, preview: bool) -> Iterable[Story]:
    states = {State.PUBLISHED, State.DRAFT, State.IN_REVIEW} if preview else {State.PUBLISHED}
    return (story for story in handbook.stories if story.state in states)


def _bare(story: Story, handbook: Handbook) -> StoryChapter:
    return StoryChapter(story, handbook.showing(story), handbook.settings.kind(story.kind))


def _chapters(
    handbook: Handbook, bare: Mapping[str, StoryChapter], by_value: Mapping[str, list[Story]]
) -> Iterator[StoryChapter]:
    """Yield each story with what leads on from it."""
    between = {value.id: _between(value, by_value[value.id]) for value in handbook.values}
    near = related([chapter.story for chapter in bare.values()])
    for id, chapter in bare.items():
        yield replace(
            chapter,
            neighbours=tuple(between[value.id][id] for value in chapter.values),
            related=tuple(bare[other.id] for other in near[id]),
            passport=assemble_passport(handbook, chapter.story),
        )


def _of_value(value: Value, shown: Iterable[Story]) -> list[Story]:
    carrying = [story for story in shown if value.id in story.values]
    return sorted(carrying, key=lambda story: story.values.index(value.id) > 0)


def _between(value: Value, stories: list[Story]) -> dict[str, Neighbours]:
    before = [None, *stories][: len(stories)]
    after = [*stories, None][1:]
    return {
        story.id: Neighbours(value, previous, following)
        for story, previous, following in zip(stories, before, after, strict=True)
    }


def _media(documents: Iterable[Document]) -> Iterator[str]:
    """Yield the pictures and recordings that are used: one that belongs to a draft alone is nobody's business."""
    for document in documents:
        if isinstance(document, Story) and document.audio:
            yield document.audio_path
        yield from document.pictures


def _addresses(
    handbook: Handbook,
    stories: Iterable[Story],
    media: tuple[str, ...],
    guides: tuple[Guide, ...],
    printed: tuple[Printable, ...],
) -> dict[str, str]:
    """Return where everything is found that is not written by hand, in folders as a server has them."""
    settings = handbook.settings
    by_target = {path: file_address(path, settings) for path in media}
    by_target |= {value.path: value_address(value, settings) for value in handbook.values}
    by_target |= {story.path: story_address(story, settings) for story in stories}
    by_target |= {STORY_LIST: f"{settings.folders.stories}/", VALUE_LIST: f"{settings.folders.values}/"}
    by_target |= {method.path: method_address(method, settings) for method in handbook.methods}
    by_target |= {guide.path: guide_address(guide, settings) for guide in guides}
    for ending in PAPERS:
        by_target |= {f"{guide.path}.{ending}": print_address(guide, ending) for guide in guides}
    by_target[PROTECTION] = protection_address(settings)
    if handbook.methods:
        by_target[COMPOSER] = composer_address(settings)
    if any(one.cards for one in printed):
        by_target[DRAW] = draw_address(settings)
    return by_target


def _goal_addresses(goals: Iterable[GoalChapter], handbook: Handbook) -> dict[str, str]:
    return {chapter.goal.target: goal_address(chapter.goal, handbook.settings) for chapter in goals}


def _in_edition(by_target: dict[str, str], handbook: Handbook, edition: BuildTarget) -> Addresses:
    """Return where everything is found in one edition, hand-written pages and the files beside them included."""
    if edition is BuildTarget.USB:
        by_target = {target: in_a_file(address) for target, address in by_target.items()}
    written = page_address if edition is BuildTarget.SERVER else page_file
    for path in handbook.files:
        if path.startswith("docs/") and path not in by_target:
            by_target[path] = written(path) if path.endswith(".md") else file_address(path, handbook.settings)
    return Addresses(by_target)
