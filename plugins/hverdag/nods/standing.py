"""Determines which nods are valid: those to the current text, and those renewed by a language correction."""

from collections.abc import Callable, Collection, Iterable, Mapping

from ..model.editorial.change import Change
from ..model.handbook import Handbook
from ..model.texts.nods import Contributor, Standing, StandingNod, Standings
from ..model.texts.story import Story
from .correction import Misspelt, before, is_correction
from .difference import differences
from .passages import Text, fingerprint, passages, signed, written

Past = Callable[[Story, Collection[str]], Mapping[str, Text]]
"""Returns the earlier texts of a story for the given nods, by nod, as far as they are known."""


def standings(stories: Iterable[Story], handbook: Handbook, past: Past, misspelt: Misspelt) -> dict[str, Standings]:
    """Return the standings of the nods by story path. Stories without contributors are left out."""
    return {story.path: standing(story, handbook, past, misspelt) for story in stories if story.contributors}


def standing(story: Story, handbook: Handbook, past: Past, misspelt: Misspelt) -> Standings:
    """Return the standings of the nods to a story."""
    text = passages(story, handbook.pictures)
    now = fingerprint(text)
    renewed, broken = _corrected(story, text, now, misspelt)
    nods = [_standing(contributor, now, renewed) for contributor in story.contributors]
    pairs = list(zip(story.contributors, nods, strict=True))
    lost = {contributor.nod.text for contributor, its in pairs if contributor.nod and its is None}
    earlier = past(story, lost) if lost else {}
    comparisons = {fingerprint(old): _change(old, text, misspelt) for old in earlier.values()}
    complete = (its or _stale(contributor, comparisons) for contributor, its in pairs)
    return Standings(now, tuple(complete), broken)


def _corrected(story: Story, text: Text, now: str, misspelt: Misspelt) -> tuple[frozenset[str], tuple[int, ...]]:
    """Return the fingerprints of earlier texts whose language corrections the teller has nodded to, and the numbers of
    the invalid corrections."""
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
    """Return the standing of a nod to the current text or a renewed one, or None for a nod to another text."""
    if contributor.nod is None:
        return StandingNod(contributor, Standing.MISSING)
    nodded, role = contributor.nod.text, contributor.role
    if nodded == signed(now, role):
        return StandingNod(contributor, Standing.GIVEN)
    is_renewed = any(nodded == signed(old, role) for old in renewed)
    return StandingNod(contributor, Standing.RENEWED) if is_renewed else None


Comparison = tuple[tuple[Change, ...], bool]
"""The changes, and True if they are a language correction."""


def _change(old: Text, text: Text, misspelt: Misspelt) -> Comparison:
    return differences(written(old), written(text)), is_correction(old, text, misspelt)


def _stale(contributor: Contributor, comparisons: Mapping[str, Comparison]) -> StandingNod:
    """Return the standing of a nod to another text. `comparisons` maps the fingerprints of earlier texts to changes."""
    for old, comparison in comparisons.items():
        if contributor.nod and contributor.nod.text == signed(old, contributor.role):
            return StandingNod(contributor, Standing.STALE, *comparison)
    return StandingNod(contributor, Standing.UNKNOWN)
