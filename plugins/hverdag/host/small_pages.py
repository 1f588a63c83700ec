"""Writes small pages without MkDocs: there is one for every code on paper and every former address, and MkDocs would
take three times as long."""

from collections.abc import Iterable
from pathlib import Path

from ..model.artifact import Artifact


def is_small_page(artifact: Artifact) -> bool:
    """Return True if a file is a whole page that needs no frame."""
    return artifact.path.endswith(".html")


def write_small_pages(artifacts: Iterable[Artifact], site: Path) -> None:
    """Write the small pages into a finished site."""
    for artifact in filter(is_small_page, artifacts):
        path = site / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(artifact.content), encoding="utf-8")
