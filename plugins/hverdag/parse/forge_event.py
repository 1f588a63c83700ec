"""A forge's description of reviews: GitHub's `pull_request_review` event to an Approval, and its list of the reviews of
a proposal, both as GitHub documents them.

Anyone who can open a pull request controls parts of it, so every field is validated against its format.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints, TypeAdapter, ValidationError

from ..model.editorial.approval import Accounts, Approval, GivenReview, Opinion
from ..model.problem import Problem
from ..model.time_zone import day_in
from .fields import declare
from .files import MAX_BYTES, text_of
from .front_matter import read_fields

LARGEST = 5_000_000
"""Bytes: many times the size of GitHub's event."""

_Login = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})(?:\[bot\])?$")]
_Commit = Annotated[str, StringConstraints(pattern=r"^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]


class _User(BaseModel):
    login: _Login
    id: int = Field(ge=1, lt=10**18)


class _ForgeReview(BaseModel):
    user: _User
    state: str
    commit_id: _Commit
    submitted_at: datetime


class _End(BaseModel):
    sha: _Commit


class _ForgeChange(BaseModel):
    head: _End
    base: _End


class _ForgeEvent(BaseModel):
    action: str
    review: _ForgeReview
    pull_request: _ForgeChange


class _ListedUser(BaseModel):
    login: str = ""
    id: int = Field(ge=1, lt=10**18)


class _ListedReview(BaseModel):
    user: _ListedUser | None
    state: str
    commit_id: str | None = None
    submitted_at: AwareDatetime | None = None


class EventError(ValueError):
    """The file is no review event; the message names the faulty field, `JSON` or the limit."""


_REVIEWS = TypeAdapter(list[_ListedReview])


def read_event(path: Path, zone: str) -> Approval:
    """Return the approval in the file of an event; its day is that in a time zone. Raises EventError if the file is no
    review event."""
    try:
        event = _ForgeEvent.model_validate(json.loads(_content(path)))
        day = day_in(zone, event.review.submitted_at)
    except ValidationError as error:
        # Only the field's name is reported: its content is untrusted, and must not reach the log.
        raise EventError(".".join(map(str, error.errors()[0]["loc"])) or "JSON") from error
    except EventError:
        raise
    except (OSError, ValueError, OverflowError, RecursionError) as error:
        raise EventError("JSON") from error
    review, change = event.review, event.pull_request
    return Approval(
        login=review.user.login,
        account=str(review.user.id),
        day=day,
        commit=review.commit_id,
        head=change.head.sha,
        base=change.base.sha,
        opinion=_opinion(event),
    )


def _opinion(event: _ForgeEvent) -> Opinion:
    """Return what an event says. Of a review that is edited only the words change."""
    if event.action == "dismissed":
        return Opinion.DISMISSED
    return _opinion_of(event.review.state) if event.action == "submitted" else Opinion.NONE


def _opinion_of(state: str) -> Opinion:
    return Opinion(state.casefold()) if state.casefold() in set(Opinion) else Opinion.NONE


def _content(path: Path) -> str:
    """Return the text of a file. Raises EventError if it is too large."""
    with path.open("rb") as stream:
        raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise EventError(f"{LARGEST // 1_000_000} MB")
    return raw.decode("utf-8")


def read_reviews(path: Path) -> tuple[GivenReview, ...]:
    """Return the reviews of a proposal, the oldest first, from the list that the forge gives of them: one list, or the
    lists of several pages. Comments are left out, and so are the reviews of accounts that are no more.

    Raises EventError if the file is no such list.
    """
    try:
        listed = _REVIEWS.validate_python(list(_pages(_content(path))))
    except EventError:
        raise
    except (OSError, ValueError, RecursionError) as error:
        raise EventError("JSON") from error
    reviews = [
        GivenReview(str(one.user.id), _opinion_of(one.state), one.commit_id or "", one.submitted_at, one.user.login)
        for one in listed
        if one.user and one.submitted_at and _opinion_of(one.state) is not Opinion.NONE
    ]
    return tuple(sorted(reviews, key=lambda review: review.given))


def _pages(text: str) -> Iterator[object]:
    """Yield the items of every list in a text. Raises ValueError if there is anything else in it."""
    decoder, at = json.JSONDecoder(), 0
    while text[at:].strip():
        page, end = decoder.raw_decode(text[at:].lstrip())
        at = len(text) - len(text[at:].lstrip()) + end
        if not isinstance(page, list):
            raise ValueError
        for item in page:
            yield from item if isinstance(item, list) else (item,)
    if not at:
        raise ValueError


def read_accounts(path: Path) -> tuple[Accounts | None, list[Problem]]:
    """Return the accounts of contributors, and the problems in their file; None if it cannot be read."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        return None, []
    text, problems = text_of(raw, path.name) if len(raw) <= MAX_BYTES else (None, [])
    if text is None:
        return None, problems
    tree = read_fields(text, path.name)
    accounts, faults = declare(Accounts, tree, path.name)
    return accounts, [*problems, *tree.problems, *faults]
