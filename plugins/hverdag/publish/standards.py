"""The standards that PDFs keep: PDF/UA-1, and PDF/A-2a where they are kept in records."""

from typing import Literal

from ..model.artifact import Paper

STANDARD: Literal["ua-1"] = "ua-1"

ARCHIVED: Literal["a-2a"] = "a-2a"
"""Added where a paper is kept in records. It can be one file with PDF/UA-1, which PDF/A-4 cannot."""


def standards(paper: Paper) -> list[Literal["ua-1", "a-2a"]]:
    """Return the standards that a paper keeps; one with the pages of other PDFs placed on it keeps none."""
    if not paper.tagged:
        return []
    return [STANDARD, ARCHIVED] if paper.archived else [STANDARD]
