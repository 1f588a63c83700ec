"""Two processes that search a site together find what one finds alone."""

from pathlib import Path

import pytest

from hverdag.model.artifact import Artifact
from hverdag.parse import other_process
from hverdag.parse.other_process import OtherProcess
from hverdag.pipeline.gates import SCAN
from hverdag.privacy.scan import Guard
from hverdag.privacy.scan import worker as scan_worker
from hverdag.privacy.scan.scan_site import SiteScan
from hverdag.verify import extract

NUMBER, OTHER = "150368-5010", "150368-5029"
PAGES = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of some pages and a data file, each with much in common."""
    site = tmp_path / "site"
    for number in range(PAGES):
        page = site / str(number) / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<nav>Side 1 2 3 4 5 6 7 8 9 10</nav>\n<p>Fortælling {number} fra 2026-11-21 10.30</p>\n")
    (site / "data.json").write_text('["2026-11-21 10.30"]')
    return site


def scan(folder: Path, cache: Path, *, together: bool, artifacts: tuple[Artifact, ...] = ()) -> list[tuple[str, str]]:
    """Return the findings in a site, by one process or by two."""
    looking = SiteScan(folder, folder.parent, Guard(), {}, artifacts, cache)
    if not together:
        found = looking.problems()
    else:
        other = OtherProcess(SCAN, [(str(folder), path) for path in looking.halves[1]])
        found = looking.problems(other)
    return [(problem.rule, problem.source.path) for problem in found]


@pytest.mark.parametrize(
    "at",
    [
        {},
        {"0": NUMBER},
        {"11": NUMBER},
        {"0": NUMBER, "11": NUMBER},
        {"3": OTHER, "9": NUMBER},
        {"8": NUMBER, "9": NUMBER},
        {"8": "150368-", "9": "5010"},
    ],
)
def test_two_find_what_one_finds(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: dict[str, str]
) -> None:
    """Wherever the findings are, and whoever shares them, the report is the same; so is what is remembered."""
    monkeypatch.setattr(other_process, "WORTH_IT", 1)
    for name, text in at.items():
        page = folder / name / "index.html"
        page.write_text(f"{page.read_text()}<p>{text}</p>\n")
    alone = scan(folder, tmp_path / "one", together=False)
    assert scan(folder, tmp_path / "two", together=True) == alone
    assert bool(alone) == any(NUMBER in text or OTHER in text for text in at.values())
    logs = [[path.read_bytes() for path in (tmp_path / name).rglob("*.txt")] for name in ("one", "two")]
    assert logs[0] == logs[1]


def test_the_other_process_takes_its_half(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first process does not search again what the other has found clean."""
    monkeypatch.setattr(other_process, "WORTH_IT", 1)
    searched: list[str] = []
    plain = extract.pages

    def noted(site: Path, paths: list[str]) -> object:
        searched.extend(paths)
        return plain(site, paths)

    monkeypatch.setattr(extract, "pages", noted)
    assert scan(folder, tmp_path / "cache", together=True) == []
    assert len(searched) == PAGES // 2 + 1


def test_what_was_changed_meanwhile_is_searched(folder: Path, tmp_path: Path) -> None:
    """A page is believed to be clean only as the other process has read it."""
    looking = SiteScan(folder, folder.parent, Guard(), {}, (), tmp_path / "cache")
    _, rest = looking.halves
    marks = list(scan_worker.clean_marks([(str(folder), path) for path in rest]))
    assert None not in marks
    (folder / rest[0]).write_text(f"<p>{NUMBER}</p>")
    again = SiteScan(folder, folder.parent, Guard(), {}, (), tmp_path / "cache")
    assert [problem.source.path for problem in again.problems(_Answered(marks))] == [rest[0]]


class _Answered:
    """Another process that has answered."""

    is_idle = False

    def __init__(self, marks: list[str | None]) -> None:
        self._marks = marks

    def results(self) -> list[str | None]:
        return self._marks


def test_nothing_to_search_is_nothing() -> None:
    """Of no pages there is nothing to say."""
    assert list(scan_worker.clean_marks([])) == []
