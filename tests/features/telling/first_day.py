"""The sample as it is on the first day: values, methods and pages, and no story yet."""

import re
import shutil
from pathlib import Path

from tests.conftest import ROOT, Publication

HANDBOOK = "values/handbook.yml"
_LINK = re.compile(r"\[([^\]]+)\]\(\.\./stories/[^)]+\)")


def first_day(folder: Path) -> Publication:
    """Return a copy of the sample without stories, and without what its texts say of them."""
    publication = Publication(folder / "first-day")
    for name in ("values", "docs"):
        shutil.copytree(ROOT / name, publication.root / name)
    shutil.copy(ROOT / "mkdocs.yml", publication.root)
    (publication.root / "stories").mkdir()
    # Nobody has used anything yet, and receipts and agreements name stories.
    for used in ("receipts", "agreements"):
        shutil.rmtree(publication.root / "values" / used, ignore_errors=True)
    for value in (publication.root / "values").glob("*.md"):
        value.write_text(_LINK.sub(r"\1", value.read_text("utf-8")), encoding="utf-8")
    text = (publication.root / HANDBOOK).read_text("utf-8")
    text = re.sub(r"^selections:\n(?: .*\n)+", "", text, flags=re.MULTILINE)
    publication.write(HANDBOOK, re.sub(r"^  stories: \[.*\]\n", "", text, flags=re.MULTILINE))
    return publication
