"""Holds the nods that are written as ones from the forge against what the forge itself says.

Anyone can type the number of an account and a commit. So each such nod that is new in a change must have an approval of
that account at that commit, which has not been taken back, and the text at that commit must be the one nodded to. Who
has the list of accounts sees too whether the account speaks for that contributor; without it, an account that stands
behind several is pointed out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...model.editorial.approval import ForgeRecord, GivenReview, Opinion
from ...model.editorial.review import ForgeAnswer, Missing, Note, Review, StoryReview, Want
from ...model.handbook import Handbook
from ...model.texts.nods import Nod, NodKind, Standing
from ...model.texts.story import State
from ...nods.identities import Identities
from ...nods.passage import Text
from ...nods.passages import VERSION, fingerprint, folded, signed
from ...vcs.history import History

_AT_REST = (State.DRAFT, State.RETIRED, State.DECLINED)
"""States in which no nod counts for anything."""


def with_forge_answers(review: Review, handbook: Handbook, history: History, forge: ForgeRecord | None) -> Review:
    """Return a review with the forge's answer to each new nod that is written as one from it; `forge` is None if nobody
    asked."""
    changed = [story.after for story in review.stories if story.after]
    texts = history.approved(changed, Identities.of(handbook))
    return replace(review, stories=tuple(_with_answers(story, texts, forge) for story in review.stories))


def _with_answers(
    story: StoryReview, texts: Mapping[str, Mapping[str, Text | None]], forge: ForgeRecord | None
) -> StoryReview:
    of_story = texts.get(story.story.path, {})
    answers = {
        role: _answer(story.story.id, role, nod, of_story, forge) if forge else ForgeAnswer.NOT_ASKED
        for role, nod in _new_nods(story)
    }
    names = {review.account: review.login or review.account for review in (forge.reviews if forge else ())}
    approvers = {role: names[nod.account] for role, nod in _new_nods(story) if answers[role] is ForgeAnswer.CONFIRMED}
    asked = replace(story, forge=answers, approvers=approvers)
    told = {nod.contributor.role for nod in story.standings.nods if nod.standing is Standing.UNAPPROVED}
    wanted = (
        Missing(Want.NOD_UNCONFIRMED, role, (answers[role].value,)) for role in asked.unconfirmed if role not in told
    )
    notes = () if forge and forge.accounts else _shared_accounts(story, answers)
    return replace(asked, missing=(*story.missing, *wanted), notes=(*story.notes, *notes))


def _shared_accounts(story: StoryReview, new: Mapping[str, ForgeAnswer]) -> Iterator[tuple[Note, str]]:
    """Yield a note for each account that stands behind several contributors, if one of their nods is new."""
    by_account: dict[str, list[str]] = {}
    for one in story.story.contributors:
        if one.nod and one.nod.kind is NodKind.FORGE:
            by_account.setdefault(one.nod.account, []).append(one.role)
    for roles in by_account.values():
        if len(roles) > 1 and new.keys() & set(roles):
            yield Note.ONE_ACCOUNT, "; ".join(roles)


def _new_nods(story: StoryReview) -> list[tuple[str, Nod]]:
    """Return the nods from the forge that the story did not have before, by role. All are new where the story is taken
    a step nearer to readers: whoever merged it as a draft may have asked nobody about them."""
    is_read_before = story.before and (
        story.before.state is State.PUBLISHED or story.story.state in (story.before.state, *_AT_REST)
    )
    before = {(one.role, one.nod) for one in (story.before.contributors if story.before and is_read_before else ())}
    now = story.after.contributors if story.after else ()
    return [
        (one.role, one.nod)
        for one in now
        if one.nod and one.nod.kind is NodKind.FORGE and (one.role, one.nod) not in before
    ]


def _answer(story: str, role: str, nod: Nod, texts: Mapping[str, Text | None], forge: ForgeRecord) -> ForgeAnswer:
    """Return what the forge says of a nod to a story."""
    speaks_for = forge.accounts.of(nod.account) if forge.accounts else ()
    if forge.accounts and not any((one.story, folded(one.role)) == (story, folded(role)) for one in speaks_for):
        return ForgeAnswer.OTHER_ROLE
    own = [review for review in forge.reviews if review.account == nod.account]
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
