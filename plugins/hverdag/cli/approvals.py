"""What an approval in the forge has led to, in words."""

from datetime import date
from pathlib import Path

from ..locale import Catalogue
from ..workflows.forge_approval import ApprovalResult, ApprovalStatus, approve
from .options import refusal, tell


def write_approval(root: Path, today: date, files: tuple[Path, Path], words: Catalogue) -> int:
    """Write the nods of an approval, or take away what is no longer approved, print each outcome, and return the exit
    code: 1 if any was refused."""
    refused = False
    for outcome in approve(root, today, *files):
        tell(_outcome_sentence(outcome, words))
        refused = refused or outcome.fate is ApprovalStatus.REFUSED
    return 1 if refused else 0


def _outcome_sentence(outcome: ApprovalResult, words: Catalogue) -> str:
    if outcome.planned:
        role = outcome.planned.standing.contributor.role
        if outcome.fate is ApprovalStatus.GIVEN_ALREADY:
            return words.say("{role} has already nodded to this text. Nothing was changed.", role=role)
        return words.say("Written in {path}: {role} has nodded.", path=outcome.planned.story.path, role=role)
    if outcome.removed:
        roles, path = "; ".join(outcome.removed.roles), outcome.removed.story.path
        return words.say("Taken away in {path}: the nod of {roles}.", path=path, roles=roles)
    if outcome.problem:
        return refusal(outcome.problem, words)
    return _failure_sentence(outcome.fate, outcome.login, words)


def _failure_sentence(fate: ApprovalStatus, login: str, words: Catalogue) -> str:
    """Return the sentence that says why an approval is no nod."""
    say = words.say
    return {
        ApprovalStatus.NO_APPROVAL: say("{login} has not approved anything, so there is no nod.", login=login),
        ApprovalStatus.NOTHING_TO_TAKE: say("{login} has no nod here that could be taken away.", login=login),
        ApprovalStatus.OLDER: say(
            "{login} has approved an earlier commit. That is no nod to the text as it is now.", login=login
        ),
        ApprovalStatus.NO_CONTRIBUTOR: say(
            "{login} speaks for no contributor. The approval counts as it always does, but is no nod.", login=login
        ),
        ApprovalStatus.NOT_IN_CHANGE: say(
            "{login} took part in none of the stories of this change. The approval is no nod.", login=login
        ),
        ApprovalStatus.CHANGED: say(
            "The text is not the one that {login} approved. Ask for a new approval.", login=login
        ),
    }[fate]
