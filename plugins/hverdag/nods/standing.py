"""Which nods stand: to the text as it is, to one that a language correction leads back to, or to neither."""

from collections.abc import Callable, Collection, Iterable, Mapping

from ..model.editorial.change import Change
from ..model.handbook import Handbook
from ..model.texts.nods import Contributor, Standing, StandingNod, Standings
from ..model.texts.story import Story
from .correction import Misspelt, before, is_correction
from .difference import differences
from .passages import Text, fingerprint, passages, signed, written

Past = Callable[[Story, Collection[str]], Mapping[str, Text]]
"""Finds the earlier texts of a story that nods were given to, by what the nods hold, where they are still kept."""


def standings(stories: Iterable[Story], handbook: Handbook, past: Past, misspelt: Misspelt) -> dict[str, Standings]:
    """Return what the nods to each story are worth, by the story's path. Stories without contributors have none."""
    return {story.path: standing(story, handbook, past, misspelt) for story in stories if story.contributors}


def standing(story: Story, handbook: Handbook, past: Past, misspelt: Misspelt) -> Standings:
    """Return what the nods to a story are worth."""
    text = passages(story, handbook.pictures)
    now = fingerprint(text)
    renewed, broken = _corrected(story, text, now, misspelt)
    nods = [_standing(one, now, renewed) for one in story.contributors]
    lost = {one.nod.text for one, its in zip(story.contributors, nods, strict=True) if one.nod and its is None}
    earlier = past(story, lost) if lost else {}
    told = {fingerprint(old): _change(old, text, misspelt) for old in earlier.values()}
    found = (its or _stale(one, told) for one, its in zip(story.contributors, nods, strict=True))
    return Standings(now, tuple(found), broken)


def _corrected(story: Story, text: Text, now: str, misspelt: Misspelt) -> tuple[frozenset[str], tuple[int, ...]]:
    """Return the fingerprints that lead here by a language correction that the teller has nodded to, and the numbers
    of the corrections that lead nowhere."""
    teller = story.contributors[0]
    sound: set[str] = set()
    broken: list[int] = []
    for number, correction in enumerate(story.corrections):
        old = before(text, correction.was, correction.of)
        if old is not None and is_correction(old, text, misspelt):
            sound.add(correction.of)
        else:
            broken.append(number)
    agreed = teller.nod is not None and teller.nod.text == signed(now, teller.role)
    return frozenset(sound if agreed else ()), tuple(broken)


def _standing(contributor: Contributor, now: str, renewed: Iterable[str]) -> StandingNod | None:
    """What a nod is worth as far as the text of today tells; nothing for a nod to another text."""
    if contributor.nod is None:
        return StandingNod(contributor, Standing.MISSING)
    nodded, role = contributor.nod.text, contributor.role
    if nodded == signed(now, role):
        return StandingNod(contributor, Standing.GIVEN)
    is_renewed = any(nodded == signed(old, role) for old in renewed)
    return StandingNod(contributor, Standing.RENEWED) if is_renewed else None


Told = tuple[tuple[Change, ...], bool]
"""What has changed, and whether it is a language correction."""


def _change(old: Text, text: Text, misspelt: Misspelt) -> Told:
    return differences(written(old), written(text)), is_correction(old, text, misspelt)


def _stale(contributor: Contributor, told: Mapping[str, Told]) -> StandingNod:
    """What a nod to another text is worth; `told` holds earlier texts by their fingerprints."""
    for old, change in told.items():
        if contributor.nod and contributor.nod.text == signed(old, contributor.role):
            return StandingNod(contributor, Standing.STALE, *change)
    return StandingNod(contributor, Standing.UNKNOWN)
