"""Determines which nods are valid: those to the current text, and those renewed by a language correction."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from ..model.editorial.change import Change
from ..model.handbook import Handbook
from ..model.texts.nods import AnswerField, Contributor, Standing, StandingAnswer, StandingNod, Standings
from ..model.texts.story import Story
from .correction import is_correction, text_before
from .difference import differences
from .identities import Identities
from .passage import Text
from .passages import VERSION, fingerprint, passages, signed
from .shown import written
from .slight_changes import Misspelt

Past = Callable[[Story, Collection[str], Identities], Mapping[str, Text]]
"""Returns the earlier texts of a story for the given nods, by nod, as far as they are known; the identities are those
of the handbook as it is."""


def standings(handbook: Handbook, past: Past, misspelt: Misspelt) -> dict[str, Standings]:
    """Return the standings of the nods and the answers by story path. Stories without any are left out."""
    identities = Identities.of(handbook)
    told = (story for story in handbook.stories if story.contributors or any(map(story.answer, AnswerField)))
    return {story.path: standing(story, identities, past, misspelt) for story in told}


def standing(story: Story, identities: Identities, past: Past, misspelt: Misspelt) -> Standings:
    """Return the standings of the nods and the answers to a story."""
    text = passages(story, identities)
    now = fingerprint(text)
    renewed, broken = _corrected(story, text, now, misspelt)
    nods = [_standing(contributor, now, renewed) for contributor in story.contributors]
    pairs = list(zip(story.contributors, nods, strict=True))
    lost = {contributor.nod.text for contributor, its in pairs if contributor.nod and its is None}
    earlier = past(story, lost, identities) if lost else {}
    lines = tuple(written(text, identities.names)) if earlier else ()
    comparisons = {
        fingerprint(old): (differences(written(old, identities.names), lines), is_correction(old, text, misspelt))
        for old in earlier.values()
    }
    complete = (its or _stale(contributor, comparisons) for contributor, its in pairs)
    return Standings(now, tuple(complete), broken, tuple(_answers(story, now, renewed)))


def without_unapproved(found: Standings, approved: Mapping[str, Text | None]) -> Standings:
    """Return the standings of a story without the nods that are to another text than the one that was approved.
    `approved` are the texts of the story by the commits at which they were, as far as they are known."""

    def checked(nod: StandingNod) -> StandingNod:
        given, role = nod.contributor.nod, nod.contributor.role
        if given is None or given.version != VERSION or given.commit not in approved:
            return nod
        text = approved[given.commit]
        is_approved = text is not None and given.text == signed(fingerprint(text), role)
        return nod if is_approved else StandingNod(nod.contributor, Standing.UNAPPROVED)

    return replace(found, nods=tuple(map(checked, found.nods)))


def _answers(story: Story, now: str, renewed: Collection[str]) -> Iterator[StandingAnswer]:
    for field in AnswerField:
        answer = story.answer(field)
        if answer and answer.date:
            yield StandingAnswer(field, answer.date, _of_answer(answer.text, answer.version, now, renewed))


def _of_answer(text: str, version: int, now: str, renewed: Collection[str]) -> Standing:
    if not text:
        return Standing.MISSING
    if version != VERSION:
        return _of_version(version)
    if text == now:
        return Standing.GIVEN
    return Standing.RENEWED if text in renewed else Standing.STALE


def _of_version(version: int) -> Standing:
    """Return the standing of what was given by other rules than those of now."""
    return Standing.NEWER if version > VERSION else Standing.OUTDATED


def _corrected(story: Story, text: Text, now: str, misspelt: Misspelt) -> tuple[frozenset[str], tuple[int, ...]]:
    """Return the fingerprints of earlier texts whose language corrections the teller has nodded to, and the numbers of
    the invalid corrections."""
    sound: set[str] = set()
    broken: list[int] = []
    for number, correction in enumerate(story.corrections):
        old = text_before(text, correction)
        if old is not None and is_correction(old, text, misspelt):
            sound.add(correction.of)
        else:
            broken.append(number)
    agreed = any(_standing(teller, now, ()) == StandingNod(teller, Standing.GIVEN) for teller in story.contributors[:1])
    return frozenset(sound if agreed else ()), tuple(broken)


def _standing(contributor: Contributor, now: str, renewed: Iterable[str]) -> StandingNod | None:
    """Return the standing of a nod to the current text or a renewed one, or None for a nod to another text."""
    if contributor.nod is None:
        return StandingNod(contributor, Standing.MISSING)
    if contributor.nod.version != VERSION:
        return StandingNod(contributor, _of_version(contributor.nod.version))
    nodded, role = contributor.nod.text, contributor.role
    if nodded == signed(now, role):
        return StandingNod(contributor, Standing.GIVEN)
    is_renewed = any(nodded == signed(old, role) for old in renewed)
    return StandingNod(contributor, Standing.RENEWED) if is_renewed else None


Comparison = tuple[tuple[Change, ...], bool]
"""The changes, and True if they are a language correction."""


def _stale(contributor: Contributor, comparisons: Mapping[str, Comparison]) -> StandingNod:
    """Return the standing of a nod to another text. `comparisons` maps the fingerprints of earlier texts to changes."""
    for old, comparison in comparisons.items():
        if contributor.nod and contributor.nod.text == signed(old, contributor.role):
            return StandingNod(contributor, Standing.STALE, *comparison)
    return StandingNod(contributor, Standing.UNKNOWN)
