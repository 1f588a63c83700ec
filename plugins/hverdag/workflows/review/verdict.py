"""Determines what a story lacks before it can be published, and who can provide it."""

from collections.abc import Iterator, Sequence
from datetime import date

from ...check.left_over import is_anothers
from ...model.declared import Declared
from ...model.editorial.review import Missing, Want
from ...model.handbook import Handbook
from ...model.problem import Problem, Tag
from ...model.texts.nods import AnswerField, Standing
from ...model.texts.story import State, Story
from ...pipeline.rule_registry import has_tag

ON_THE_WAY = (State.IN_REVIEW, State.PUBLISHED)

BACKWARDS = frozenset(
    {
        (State.PUBLISHED, State.DRAFT),
        (State.PUBLISHED, State.DECLINED),
        (State.RETIRED, State.DRAFT),
        (State.RETIRED, State.DECLINED),
    }
)
"""Forbidden changes of state. A published story is removed as `retired`, so that its printed code still works."""

_NODS = {
    Standing.MISSING: Want.NOD,
    Standing.STALE: Want.NOD_AGAIN,
    Standing.UNKNOWN: Want.NOD_UNKNOWN,
    Standing.OUTDATED: Want.NOD_OUTDATED,
    Standing.NEWER: Want.NOD_NEWER,
    Standing.UNAPPROVED: Want.NOD_UNAPPROVED,
}

_REWORDED = {
    AnswerField.DECISION: Want.DECISION_REWORDED,
    AnswerField.RESPONSE: Want.RESPONSE_REWORDED,
    AnswerField.MENTIONED: Want.MENTIONED_REWORDED,
}


def is_listed_as_missing(problem: Problem) -> bool:
    """Return True if a problem is listed as something missing, and not as a fault."""
    return has_tag(problem, Tag.TOLD_AS_MISSING)


def _must_be_mended(problem: Problem) -> bool:
    return problem.is_error or has_tag(problem, Tag.MUST_BE_ANSWERED)


def missing(
    before: Story | None, after: Story | None, handbook: Handbook, problems: Sequence[Problem], today: date
) -> Iterator[Missing]:
    """Yield what is missing. `problems` are those of the story's file. Nothing is asked for a story that is removed
    because its consent has ended: no missing nod may delay that; and nothing for what came with the sample and goes."""
    if before is not None and is_anothers(before, handbook):
        before = None
    if after is None:
        yield from _of_removed(before, handbook)
        return
    faults = sum(_must_be_mended(problem) and not is_listed_as_missing(problem) for problem in problems)
    if faults:
        yield Missing(Want.FAULTS, given=(str(faults),))
    if before is not None and (before.state, after.state) in BACKWARDS:
        yield Missing(Want.STEP, given=(before.state.value, after.state.value))
    reworded = [] if before is None or after.has_ended(today) else [*_reworded(before, after)]
    yield from reworded
    if after.state is State.DRAFT:
        yield Missing(Want.FINISHED)
    elif after.state in ON_THE_WAY and not after.has_ended(today):
        wanted = [*_nods(after, handbook), *_answers(after, handbook)]
        yield from wanted
        if after.state is State.IN_REVIEW and not (wanted or faults or reworded):
            yield Missing(Want.STATE)
    elif after.state is State.DECLINED and handbook.requirements(after).response and not after.response:
        yield Missing(Want.RESPONSE)


def _reworded(before: Story, after: Story) -> Iterator[Missing]:
    """Yield the answers that say something else than before, as if it had been said on the same day."""
    for field, want in _REWORDED.items():
        was, now = before.answer(field), after.answer(field)
        if was and now and was.date == now.date and _said(was) != _said(now):
            yield Missing(want)


def _said(answer: Declared) -> dict[str, object]:
    """Return what an answer says, without the text that it is about."""
    return answer.model_dump(exclude={"text", "version"})


def _of_removed(before: Story | None, handbook: Handbook) -> Iterator[Missing]:
    """Yield the code of a removed story if handbook.yml does not list it as retired; it may be printed on paper."""
    gone = before is not None and before.code and before.state in (State.PUBLISHED, State.RETIRED)
    if before is not None and gone and before.code not in handbook.settings.retired:
        yield Missing(Want.CODE, given=(before.code,))


def _nods(story: Story, handbook: Handbook) -> Iterator[Missing]:
    if not handbook.requirements(story).nods:
        return
    if not story.contributors:
        yield Missing(Want.CONTRIBUTORS)
    nods = handbook.nods(story).nods
    if any(nod.correctable for nod in nods):
        yield Missing(Want.CORRECTION, nods[0].contributor.role)
    for nod in nods:
        if nod.standing in _NODS and not nod.correctable:
            # A newer program is the editors' to fetch, and nobody's yes.
            role = nod.contributor.role if nod.standing is not Standing.NEWER else ""
            yield Missing(_NODS[nod.standing], role)


def _answers(story: Story, handbook: Handbook) -> Iterator[Missing]:
    demands, selection = handbook.requirements(story), handbook.settings.selection
    if demands.consent and not story.consent:
        yield Missing(Want.CONSENT, story.contributors[0].role if story.contributors else "")
    if demands.because and not story.because:
        yield Missing(Want.BECAUSE, story.contributors[0].role if story.contributors else "")
    if demands.mentioned and not story.mentioned:
        yield Missing(Want.MENTIONED)
    if demands.decision and not story.decision:
        yield Missing(Want.DECISION)
    if demands.response and not story.response:
        yield Missing(Want.RESPONSE)
    if demands.selection and (selection is None or story.id not in selection.stories):
        yield Missing(Want.SELECTION, given=(handbook.settings.edition,))
