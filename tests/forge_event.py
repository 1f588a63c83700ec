"""A review as GitHub tells of it: the documented payload of `pull_request_review`, written by us, cut to what is whole
in itself."""

import json
from pathlib import Path
from typing import Any


def review_event(
    commit: str, head: str, base: str, login: str = "anna-fjordby", account: int = 583231, **changed: Any
) -> dict[str, Any]:
    """Return a submitted, approving review of pull request 12."""
    user = {"login": login, "id": account, "type": "User", "site_admin": False}
    event: dict[str, Any] = {
        "action": "submitted",
        "review": {
            "id": 80,
            "node_id": "PRR_1",
            "user": user,
            "body": "Ja, sådan var det.",
            "commit_id": commit,
            "submitted_at": "2026-04-03T10:12:00Z",
            "state": "approved",
            "html_url": "https://git.fjordby.example/hverdag/pull/12#pullrequestreview-80",
            "author_association": "COLLABORATOR",
        },
        "pull_request": {
            "number": 12,
            "state": "open",
            "title": "Cyklen",
            "user": {"login": "redaktionen", "id": 1000},
            "head": {"ref": "cyklen", "sha": head},
            "base": {"ref": "main", "sha": base},
        },
        "repository": {"id": 7, "name": "hverdag", "full_name": "fjordby/hverdag", "private": True},
        "sender": user,
    }
    for name, value in changed.items():
        event["review"][name] = value
    return event


def write_event(path: Path, event: object) -> Path:
    """Write an event as the forge does, and return its path."""
    path.write_text(json.dumps(event), encoding="utf-8")
    return path
