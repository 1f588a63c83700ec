"""A publication with a look of its own: one example of each kind, as CONTRIBUTING.md shows them."""

import shutil
from pathlib import Path

from hverdag.locale import catalogue
from hverdag.pipeline.result import Report
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication, copied

LOOK = Path(__file__).parent / "theme"


def with_look(folder: Path) -> Publication:
    """Copy the small publication into a folder, with the examples as its theme/."""
    publication = copied("good", folder)
    shutil.copytree(LOOK, publication.root / "theme")
    return publication


def told(report: Report, language: str = "da") -> list[str]:
    """Return the errors of a report as they are shown, in order."""
    words = catalogue(language)
    return [
        f"{one.source.path}:{one.source.line}:{one.source.column} {one.rule}: {words.sentence(one, rules()[one.rule])}"
        for one in report.errors
    ]
