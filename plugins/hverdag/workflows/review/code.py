"""Finds what a change touches of the ground that engineers answer for: what runs, or decides what runs, in a build."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...model.editorial.review import CodeChange, CodeKind
from ...model.handbook import Handbook
from ...parse.files import rough_text
from ...parse.pages.site import read_site
from ...pipeline.page_macros import may_ask
from ...pipeline.plain_site import MKDOCS
from ...pipeline.proposal import PAGES, is_about, is_text
from ...vcs.git import Repository

_LOOK = ("docs/overrides/", "overrides/", "theme/")


def code_changes(
    root: Path, repository: Repository, began: str, changed: Sequence[str], handbook: Handbook
) -> Iterator[CodeChange]:
    """Yield each of the `changed` files that engineers answer for; `began` is the commit where the change began."""
    allowed = read_site(root, handbook.files).allowed
    for path in changed:
        if path == MKDOCS:
            yield CodeChange(CodeKind.SETUP, path)
        elif is_text(path):
            if path.startswith("docs/") and path.endswith(PAGES):
                then = (repository.read(began, path) or b"").decode("utf-8-sig", "replace")
                if path in allowed or may_ask(then) or may_ask(rough_text(root, path)):
                    yield CodeChange(CodeKind.PAGE, path)
        elif path.startswith(_LOOK):
            yield CodeChange(CodeKind.LOOK, path)
        elif not is_about(path):
            yield CodeChange(CodeKind.PROGRAM, path)
