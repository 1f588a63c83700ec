"""Writes the short addresses without MkDocs: there is one for every code on paper, and MkDocs would take three times as
long."""

from collections.abc import Iterable
from pathlib import Path

from ..model.addresses import SHORT
from ..model.artifact import Artifact


def is_short(artifact: Artifact) -> bool:
    """Whether a file is at a short address."""
    return artifact.path.startswith(f"{SHORT}/")


def write_short(artifacts: Iterable[Artifact], site: Path) -> None:
    """Write the short addresses into a finished site."""
    for artifact in filter(is_short, artifacts):
        path = site / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(artifact.content), encoding="utf-8")
