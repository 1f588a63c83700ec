"""Holds the nods that are written as ones from the forge against what the forge itself says.

Anyone can type the number of an account and a commit. So each such nod that is new in a change must have an approval of
that account at that commit, which has not been taken back, and the text at that commit must be the one nodded to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model.editorial.approval import GivenReview, Opinion
from ...model.editorial.review import ForgeAnswer, Missing, Review, StoryReview, Want
from ...model.handbook import Handbook
from ...model.texts.nods import Nod, NodKind, Standing
from ...nods.identities import Identities
from ...nods.passage import Text
from ...nods.passages import VERSION, fingerprint, signed
from ...vcs.history import History


def with_forge_answers(
    review: Review, handbook: Handbook, history: History, reviews: Sequence[GivenReview] | None
) -> Review:
    """Return a review with the forge's answer to each new nod that is written as one from it. `reviews` are those of
    the change, the oldest first, or None if nobody asked the forge."""
    identities = Identities.of(handbook)
    changed = [story.after for story in review.stories if story.after]
    texts = history.approved(changed, identities)
    return replace(review, stories=tuple(_with_answers(story, texts, reviews) for story in review.stories))


def _with_answers(
    story: StoryReview, texts: Mapping[str, Mapping[str, Text | None]], reviews: Sequence[GivenReview] | None
) -> StoryReview:
    of_story = texts.get(story.after.path, {}) if story.after else {}
    answers = {
        role: _answer(role, nod, of_story, reviews) if reviews is not None else ForgeAnswer.NOT_ASKED
        for role, nod in _new_nods(story)
    }
    asked = replace(story, forge=answers)
    told = {nod.contributor.role for nod in story.standings.nods if nod.standing is Standing.UNAPPROVED}
    wanted = (
        Missing(Want.NOD_UNCONFIRMED, role, (answers[role].value,)) for role in asked.unconfirmed if role not in told
    )
    return replace(asked, missing=(*story.missing, *wanted))


def _new_nods(story: StoryReview) -> list[tuple[str, Nod]]:
    """Return the nods from the forge that the story did not have before, by role."""
    before = {(one.role, one.nod) for one in (story.before.contributors if story.before else ())}
    now = story.after.contributors if story.after else ()
    return [
        (one.role, one.nod)
        for one in now
        if one.nod and one.nod.kind is NodKind.FORGE and (one.role, one.nod) not in before
    ]


def _answer(role: str, nod: Nod, texts: Mapping[str, Text | None], reviews: Sequence[GivenReview]) -> ForgeAnswer:
    """Return what the reviews of a change say of a nod."""
    own = [review for review in reviews if review.account == nod.account]
    if nod.commit not in _approved(own):
        is_known = any(review.commit == nod.commit for review in own)
        return ForgeAnswer.TAKEN_BACK if is_known else ForgeAnswer.NO_APPROVAL
    if nod.commit not in texts:
        return ForgeAnswer.UNREADABLE
    text = texts[nod.commit]
    fits = text is not None and (nod.version != VERSION or nod.text == signed(fingerprint(text), role))
    return ForgeAnswer.CONFIRMED if fits else ForgeAnswer.OTHER_TEXT


def _approved(own: Sequence[GivenReview]) -> set[str]:
    """Return the commits that an account approves of: whoever asks for changes, or whose last word was dismissed, has
    taken back what was approved before."""
    approved: set[str] = set()
    for review in own:
        if review.opinion is Opinion.APPROVED:
            approved.add(review.commit)
        else:
            approved.clear()
    return approved
