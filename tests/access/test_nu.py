"""Every page is sound HTML, as it is published and as scripts leave it."""

from pathlib import Path

import pytest

from tests.conftest import GOLDEN

from .conftest import Publications, Reach
from .finding import left
from .nu import nu
from .publications import COURSE, SAMPLE, USB
from .states import STATES


@pytest.mark.slow
def test_every_published_page_is_sound_html(publications: Publications) -> None:
    folders = [publications(name).folder for name in (SAMPLE, COURSE, USB)]
    files = [path for folder in folders if folder for path in sorted(folder.rglob("*.html"))]
    assert len(files) > 100
    assert _told([*files, GOLDEN / "faults.html"]) == ""


@pytest.mark.browser
def test_every_state_is_sound_html(reach: Reach, tmp_path: Path) -> None:
    files = []
    for number, state in enumerate(STATES):
        if not (state.reach or state.before):
            continue  # but for what scripts do at once, it is a published page
        with reach(state) as visit:
            files.append(tmp_path / f"{number} {state.name}.html".replace(":", ""))
            files[-1].write_text(visit.page.content(), encoding="utf-8")
    assert _told(files) == ""


def _told(files: list[Path]) -> str:
    found = nu(files)
    return "\n".join(f"{path.name}: {told}" for path, finding in found for told in left([finding]))
