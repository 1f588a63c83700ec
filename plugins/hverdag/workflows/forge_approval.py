"""Turns an approval in the forge into nods by the account's contributors, to the text that the account approved, and
takes them away again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from ..model.editorial.approval import AccountNod, Accounts, Approval, Opinion
from ..model.problem import Problem, Source
from ..model.texts.nods import ACCOUNT
from ..nods import rules
from ..nods.identities import Identities
from ..nods.passages import passages
from ..parse.forge_event import EventError, read_accounts, read_event
from ..parse.publication import read_story, time_zone_of
from ..pipeline.read import ReadPublication, read_and_check
from ..vcs.git import Repository
from ..vcs.history import History
from .nod import Planned, plan_nod
from .nod_removal import PlannedRemoval, plan_removals
from .story_file import RefusedError


class ApprovalStatus(StrEnum):
    """The result of a review, for one contributor or as a whole."""

    NODDED = "nodded"
    GIVEN_ALREADY = "given already"
    TAKEN_AWAY = "taken away"
    NOTHING_TO_TAKE = "nothing to take away"
    CHANGED = "changed since"
    REFUSED = "refused"
    NO_APPROVAL = "no approval"
    OLDER = "older commit"
    NO_CONTRIBUTOR = "no contributor"
    NOT_IN_CHANGE = "not in the change"


@dataclass(frozen=True)
class ApprovalResult:
    """The result of a review for one contributor: the nod, the nod that is taken away, or the reason why there is
    none."""

    fate: ApprovalStatus
    login: str = ""
    planned: Planned | None = None
    removed: PlannedRemoval | None = None
    problem: Problem | None = None


def approve(root: Path, today: date, event: Path, accounts: Path) -> Iterator[ApprovalResult]:
    """Write a nod for each contributor behind an approval, or take away what is no longer approved, and yield the
    result for each.

    Without anything to write, yield one result with the reason. Raises RefusedError if a file cannot be read, and
    GitError if git does not have the approved commit.
    """
    try:
        approval = read_event(event, time_zone_of(root))
    except EventError as error:
        raise RefusedError(rules.EVENT.at(Source(event.name), given=str(error))) from error
    if approval.day > today:
        raise RefusedError(rules.EVENT.at(Source(event.name), given="review.submitted_at"))
    if approval.opinion is Opinion.NONE:
        yield ApprovalResult(ApprovalStatus.NO_APPROVAL, approval.login)
    elif approval.opinion is Opinion.APPROVED:
        yield from _nods(root, today, approval, known_accounts(accounts))
    else:
        yield from _removals(root, today, approval)


def known_accounts(path: Path) -> Accounts:
    """Return the accounts in a file. Raises RefusedError with the first problem in it."""
    known, problems = read_accounts(path)
    if known is None or problems:
        raise RefusedError(problems[0] if problems else rules.ACCOUNTS.at(Source(path.name)))
    for number, account in enumerate(known.accounts):
        if not ACCOUNT.fullmatch(account.id):
            at = known.at("accounts", number)
            raise RefusedError(rules.ACCOUNT_NUMBER.at(at, line=at.line))
    return known


def _removals(root: Path, today: date, approval: Approval) -> Iterator[ApprovalResult]:
    """Take away the nods that rest on what is no longer approved. Which accounts are known makes no difference."""
    removals = list(plan_removals(read_and_check(root, today), approval))
    if not removals:
        yield ApprovalResult(ApprovalStatus.NOTHING_TO_TAKE, approval.login)
    for removal in removals:
        if isinstance(removal, Problem):
            yield ApprovalResult(ApprovalStatus.REFUSED, approval.login, problem=removal)
            continue
        try:
            removal.write()
            yield ApprovalResult(ApprovalStatus.TAKEN_AWAY, approval.login, removed=removal)
        except RefusedError as refused:
            yield ApprovalResult(ApprovalStatus.REFUSED, approval.login, problem=refused.problem)


def _nods(root: Path, today: date, approval: Approval, known: Accounts) -> Iterator[ApprovalResult]:
    """Write the nods of an approval."""
    spoken_for = known.of(approval.account)
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
        planned = plan_nod(publication, nod.story, nod.role, approval.day, approval=approval)
    except RefusedError as refused:
        return ApprovalResult(ApprovalStatus.REFUSED, approval.login, problem=refused.problem)
    return ApprovalResult(
        ApprovalStatus.GIVEN_ALREADY if planned.given_already else ApprovalStatus.NODDED, approval.login, planned
    )
