"""Searches half the pages of a large site in a second process: `python -m hverdag.privacy.scan.worker`.

It gets the folder of the site with the path of each page. Where no page holds a finding, it returns what each is
recorded by as clean; otherwise None for every page, and the first process searches them all: a text that several pages
share is told of on the first of them.
"""

from collections.abc import Iterable
from pathlib import Path

from ...parse.other_process import answer
from ...verify import extract
from .. import find
from .scan_site import mark_of


def clean_marks(pages: list[tuple[str, str]]) -> Iterable[str | None]:
    """Return the marks of pages, each given by the folder of the site and its path there, or None for each."""
    if not pages:
        return []
    folder = Path(pages[0][0])
    paths = [path for _, path in pages]
    marks = [mark_of(folder, path) for path in paths]
    if any(find(passage.text) for passage in extract.pages(folder, paths)):
        return [None] * len(paths)
    return marks


if __name__ == "__main__":
    answer(clean_marks)
