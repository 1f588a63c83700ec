"""A forge's own words to an Approval: GitHub's `pull_request_review` event, as its documentation has it.

Whoever can open a change can put anything into it: nothing is taken that does not have the form it must have.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints, ValidationError

from ..model.editorial.approval import Accounts, Approval
from ..model.problem import Problem
from .fields import declare
from .files import MAX_BYTES, text_of
from .front_matter import read_fields

LARGEST = 5_000_000
"""Bytes: many times what GitHub writes of a review."""

_Login = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})(?:\[bot\])?$")]
_Commit = Annotated[str, StringConstraints(pattern=r"^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]


class _User(BaseModel):
    login: _Login


class _Review(BaseModel):
    user: _User
    state: str
    commit_id: _Commit
    submitted_at: datetime


class _End(BaseModel):
    sha: _Commit


class _Change(BaseModel):
    number: int = Field(ge=1)
    head: _End
    base: _End


class _Event(BaseModel):
    action: str
    review: _Review
    pull_request: _Change


class EventError(ValueError):
    """The file is no review event; the text names what is wrong with it."""


def read_event(path: Path) -> Approval:
    """Read the description of a review. Raises EventError where it is none."""
    try:
        with path.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise EventError(f"{LARGEST // 1_000_000} MB")
        event = _Event.model_validate(json.loads(raw))
        day = event.review.submitted_at.astimezone().date()
    except ValidationError as error:
        # Only the field is told: what stands in it is anybody's, and may be there to be printed.
        raise EventError(".".join(map(str, error.errors()[0]["loc"])) or "JSON") from error
    except EventError:
        raise
    except (OSError, ValueError, OverflowError, RecursionError) as error:
        raise EventError("JSON") from error
    review, change = event.review, event.pull_request
    return Approval(
        login=review.user.login,
        number=change.number,
        day=day,
        commit=review.commit_id,
        head=change.head.sha,
        base=change.base.sha,
        approved=event.action == "submitted" and review.state.casefold() == "approved",
    )


def read_accounts(path: Path) -> tuple[Accounts | None, list[Problem]]:
    """Read which account belongs to which contributor; nothing where the file cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None, []
    text, problems = text_of(raw, path.name) if len(raw) <= MAX_BYTES else (None, [])
    if text is None:
        return None, problems
    tree = read_fields(text, path.name)
    accounts, faults = declare(Accounts, tree, path.name)
    return accounts, [*problems, *tree.problems, *faults]
