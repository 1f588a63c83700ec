"""Handbook to what came of the stories: numbers, themes, and management's words on what was left out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from ..features.outcome.model import Outcome, Reason, Theme
from ..model.handbook import Handbook
from ..model.texts.answers import Answer
from ..model.texts.consent import Withheld
from ..model.texts.story import Origin, State, Story

FEWEST = 2
"""How many stories that readers cannot see must share a theme before it is counted: one alone could be found by it."""


class _Fate(StrEnum):
    CHOSEN = "chosen"
    RETIRED = "retired"
    LEFT = "left"
    UNDER_WAY = "under way"


def assemble_outcome(handbook: Handbook) -> Outcome:
    """Count what came in, and what came of it.

    A story came in when it is no draft, and it is collected, names contributors or has management's response. It is
    *left* where management declined it or its state says so; *chosen* where management chose it and it is published,
    or has been and is retired; and *under way* in every other case, also where it was chosen and is not published yet.
    One that was retired before anyone answered is not counted at all: nothing will come of it.
    """
    fates = {story.path: (story, _fate(story)) for story in handbook.stories if _came_in(story)}
    by_fate = {fate: [story for story, its in fates.values() if its is fate] for fate in _Fate}
    came_in = [story for story, _ in fates.values()]
    return Outcome(
        came_in=len(came_in),
        chosen=tuple(sorted(by_fate[_Fate.CHOSEN], key=lambda story: (story.code, story.id))),
        retired=len(by_fate[_Fate.RETIRED]),
        left=len(by_fate[_Fate.LEFT]),
        reasons=tuple(sorted(_reasons(by_fate[_Fate.LEFT]))),
        under_way=len(by_fate[_Fate.UNDER_WAY]),
        themes=tuple(_themes(came_in)),
        invented=sum(story.origin is Origin.ILLUSTRATIVE for story in came_in),
    )


def _came_in(story: Story) -> bool:
    if story.state is State.DRAFT or (story.state is State.RETIRED and not story.response):
        return False
    if story.withheld is Withheld.ELSEWHERE:  # it has not been taken out: it is in another edition
        return False
    return bool(story.origin is Origin.COLLECTED or story.contributors or story.response)


def _fate(story: Story) -> _Fate:
    if story.state is State.DECLINED or (story.response and story.response.answer is Answer.DECLINED):
        return _Fate.LEFT
    if story.response and story.state is State.PUBLISHED:
        return _Fate.CHOSEN
    return _Fate.RETIRED if story.state is State.RETIRED else _Fate.UNDER_WAY


def _reasons(left: Iterable[Story]) -> Iterator[Reason]:
    """Why each was left out. One that was chosen first, and left later, has no words for that."""
    for story in left:
        response = story.response
        if response and response.answer is Answer.DECLINED and response.reason and response.date:
            yield Reason(response.date, response.reason, response.role)


def _themes(came_in: Iterable[Story]) -> Iterator[Theme]:
    """Count the themes of all that came in, taken together.

    Those that readers cannot see are counted where at least FEWEST of them share the theme. Otherwise, whoever takes
    the stories of the handbook from the number would be left with one, and know what it is about.
    """
    shown: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    names: dict[str, str] = {}
    # The handbook's own way of writing a theme comes first: how the others write it is theirs.
    for story in sorted(came_in, key=lambda story: not story.is_published):
        for name in {theme.casefold(): theme for theme in story.themes}.values():
            names.setdefault(name.casefold(), name)
            (shown if story.is_published else hidden)[name.casefold()] += 1
    for key, name in names.items():
        number = shown[key] + (hidden[key] if hidden[key] >= FEWEST else 0)
        if number:
            yield Theme(name, number)
