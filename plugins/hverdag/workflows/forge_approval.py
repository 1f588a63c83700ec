"""Turns an approval in the forge into nods by the account's contributors, to the text that the account approved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from ..model.editorial.approval import AccountNod, Approval
from ..model.problem import Problem, Source
from ..nods import rules
from ..nods.identities import Identities
from ..nods.passages import passages
from ..parse.forge_event import EventError, read_accounts, read_event
from ..parse.publication import read_story
from ..pipeline.read import ReadPublication, read_and_check
from ..vcs.git import Repository
from ..vcs.history import History
from .nod import Planned, plan_nod
from .story_file import RefusedError


class ApprovalStatus(StrEnum):
    """The result of an approval, for one contributor or as a whole."""

    NODDED = "nodded"
    GIVEN_ALREADY = "given already"
    CHANGED = "changed since"
    REFUSED = "refused"
    NO_APPROVAL = "no approval"
    OLDER = "older commit"
    NO_CONTRIBUTOR = "no contributor"
    NOT_IN_CHANGE = "not in the change"


@dataclass(frozen=True)
class ApprovalResult:
    """The result of an approval for one contributor: the nod, or the reason why there is none."""

    fate: ApprovalStatus
    login: str = ""
    planned: Planned | None = None
    problem: Problem | None = None


def approve(root: Path, today: date, event: Path, accounts: Path) -> Iterator[ApprovalResult]:
    """Write a nod for each contributor behind an approval, and yield the result for each.

    Without any nod to write, yield one result with the reason. Raises RefusedError if a file cannot be read, and
    GitError if git does not have the approved commit.
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
        yield ApprovalResult(ApprovalStatus.NO_APPROVAL, approval.login)
        return
    spoken_for = known.of(approval.login)
    if not spoken_for:
        yield ApprovalResult(ApprovalStatus.NO_CONTRIBUTOR, approval.login)
        return
    repository = Repository(root)
    began = repository.fork_of(approval.base, approval.commit)
    nods = [nod for nod in spoken_for if _in_change(nod, root, repository, began, approval)]
    if not nods:
        yield ApprovalResult(ApprovalStatus.NOT_IN_CHANGE, approval.login)
    for nod in nods:
        # Read again for each nod: the previous one may have changed the same file.
        result = _result(nod, approval, read_and_check(root, today))
        yield _write(result)


def _write(result: ApprovalResult) -> ApprovalResult:
    """Write the nod of a result, and return the result; REFUSED if the nod could not be written."""
    try:
        if result.fate is ApprovalStatus.NODDED and result.planned:
            result.planned.write()
    except RefusedError as refused:
        return ApprovalResult(ApprovalStatus.REFUSED, result.login, problem=refused.problem)
    return result


def _in_change(nod: AccountNod, root: Path, repository: Repository, began: str, approval: Approval) -> bool:
    """Return True if the approved change touches the story or its pictures; only what it touches has been reviewed."""
    path = f"stories/{nod.story}.md"
    if not re.fullmatch(r"[\w.-]+", nod.story):
        return False
    seen, then = repository.read(approval.commit, path), repository.read(began, path)
    if seen is None or seen != then:
        return seen is not None
    history, read = History(root), read_story(seen, path)
    if read is None:
        return False
    one, other = (history.at(commit, read, Identities()) for commit in (approval.commit, began))
    return one != other


def _result(nod: AccountNod, approval: Approval, publication: ReadPublication) -> ApprovalResult:
    """Return the planned nod of one contributor if the text is still the approved one, and otherwise the reason."""
    story, history = publication.handbook.story_by_id.get(nod.story), History(publication.root)
    identities = Identities.of(publication.handbook)
    seen = history.at(approval.commit, story, identities) if story else None
    # An approval of an older commit counts if the text is unchanged since: the newer commit may only add a nod.
    newest = history.at(approval.head, story, identities) if story else None
    now = passages(story, identities) if story else None
    if story is None or seen is None or not seen == newest == now:
        return ApprovalResult(
            ApprovalStatus.CHANGED if approval.commit == approval.head else ApprovalStatus.OLDER, approval.login
        )
    try:
        record = f"pull request {approval.number}"
        planned = plan_nod(publication, nod.story, nod.role, approval.day, kept=record)
    except RefusedError as refused:
        return ApprovalResult(ApprovalStatus.REFUSED, approval.login, problem=refused.problem)
    return ApprovalResult(
        ApprovalStatus.GIVEN_ALREADY if planned.given_already else ApprovalStatus.NODDED, approval.login, planned
    )
