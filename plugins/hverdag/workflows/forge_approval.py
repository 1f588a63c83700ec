"""An approval in the forge counts as a nod: of the account's own contributors, to the text that the account saw."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from ..model.editorial.approval import AccountNod, Approval
from ..model.problem import Problem, Source
from ..nods import rules
from ..nods.passages import passages
from ..parse.forge_event import EventError, read_accounts, read_event
from ..parse.publication import read_story
from ..pipeline.read import ReadPublication, read_and_check
from ..vcs.git import Repository
from ..vcs.history import History
from .nod import Planned, RefusedError, plan_nod


class Fate(StrEnum):
    """What becomes of an approval, for one contributor or as a whole."""

    NODDED = "nodded"
    GIVEN_ALREADY = "given already"
    CHANGED = "changed since"
    REFUSED = "refused"
    NO_APPROVAL = "no approval"
    OLDER = "older commit"
    NO_CONTRIBUTOR = "no contributor"
    NOT_IN_CHANGE = "not in the change"


@dataclass(frozen=True)
class Outcome:
    """What became of an approval: for a story, the nod; where there is none, why."""

    fate: Fate
    login: str = ""
    planned: Planned | None = None
    problem: Problem | None = None


def approve(root: Path, today: date, event: Path, accounts: Path) -> Iterator[Outcome]:
    """Write a nod for each contributor that an approval speaks for; yield what became of each, or why there is none.

    Raises RefusedError where one of the files cannot be read, and GitError where git cannot tell what was seen.
    """
    try:
        approval = read_event(event)
    except EventError as error:
        raise RefusedError(rules.EVENT.at(Source(event.name), given=str(error))) from error
    if approval.day > today:
        raise RefusedError(rules.EVENT.at(Source(event.name), given="review.submitted_at"))
    known, problems = read_accounts(accounts)
    if known is None or problems:
        raise RefusedError(problems[0] if problems else rules.ACCOUNTS.at(Source(accounts.name)))
    if not approval.approved:
        yield Outcome(Fate.NO_APPROVAL, approval.login)
        return
    spoken_for = known.of(approval.login)
    if not spoken_for:
        yield Outcome(Fate.NO_CONTRIBUTOR, approval.login)
        return
    repository = Repository(root)
    began = repository.fork_of(approval.base, approval.commit)
    found = [nod for nod in spoken_for if _in_change(nod, root, repository, began, approval)]
    if not found:
        yield Outcome(Fate.NOT_IN_CHANGE, approval.login)
    for nod in found:
        # Read anew for each: the nod before may stand in the same file.
        outcome = _outcome(nod, approval, read_and_check(root, today))
        yield _written(outcome)


def _written(outcome: Outcome) -> Outcome:
    """Write a nod, and return what became of it."""
    try:
        if outcome.fate is Fate.NODDED and outcome.planned:
            outcome.planned.write()
    except RefusedError as refused:
        return Outcome(Fate.REFUSED, outcome.login, problem=refused.problem)
    return outcome


def _in_change(nod: AccountNod, root: Path, repository: Repository, began: str, approval: Approval) -> bool:
    """Whether the change that was approved touches the story or its pictures: nobody has read the others."""
    path = f"stories/{nod.story}.md"
    if not re.fullmatch(r"[\w.-]+", nod.story):
        return False
    seen, then = repository.read(approval.commit, path), repository.read(began, path)
    if seen is None or seen != then:
        return seen is not None
    history, read = History(root), read_story(seen, path)
    return read is not None and history.at(approval.commit, read) != history.at(began, read)


def _outcome(nod: AccountNod, approval: Approval, publication: ReadPublication) -> Outcome:
    """Nod for one contributor, where the text is still the one that was approved."""
    story, history = publication.handbook.story_by_id.get(nod.story), History(publication.root)
    seen = history.at(approval.commit, story) if story else None
    # An older commit counts where its text is the newest all the same: another's nod may have come in between.
    newest = history.at(approval.head, story) if story else None
    now = passages(story, publication.handbook.pictures) if story else None
    if story is None or seen is None or not seen == newest == now:
        return Outcome(Fate.CHANGED if approval.commit == approval.head else Fate.OLDER, approval.login)
    try:
        kept = f"pull request {approval.number}"
        planned = plan_nod(publication, nod.story, nod.role, approval.day, kept=kept)
    except RefusedError as refused:
        return Outcome(Fate.REFUSED, approval.login, problem=refused.problem)
    return Outcome(Fate.GIVEN_ALREADY if planned.given_already else Fate.NODDED, approval.login, planned)
