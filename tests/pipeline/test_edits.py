"""What is remembered from one run to the next changes nothing: random edits are built with a memory and without one.

A run here takes some of the edits. `HVERDAG_EDITS=200 python -m pytest tests/pipeline/test_edits.py` takes as many as
it is told.
"""

import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.parse.pages import reader
from hverdag.pipeline import build
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.result import Report
from hverdag.publish.release import MARKER
from tests.conftest import TODAY, Publication
from tests.consent import with_fonts

EDITS = int(os.environ.get("HVERDAG_EDITS", "32"))
RUNS = 8

Edit = Callable[[Publication, Random], None]


def _story(good: Publication, chance: Random) -> Path:
    return chance.choice(sorted((good.root / "stories").glob("*.md")))


def _replaced(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def longer(good: Publication, chance: Random) -> None:
    path = _story(good, chance)
    more = chance.choice(["Vi *talte* om det.", "- et\n- to", "## Bagefter\n\nDer var stille.", "[Døren](doeren.md)"])
    path.write_text(f"{path.read_text('utf-8')}\n\n{more} {chance.randrange(99)}\n", encoding="utf-8")


def renamed(good: Publication, chance: Random) -> None:
    path = _story(good, chance)
    path.rename(path.with_name(f"n{chance.randrange(9)}-{path.name[-12:]}"))


def removed(good: Publication, chance: Random) -> None:
    _story(good, chance).unlink()


def retitled(good: Publication, chance: Random) -> None:
    _replaced(_story(good, chance), "title: ", f"title: Nu {chance.randrange(99)} ")


def withdrawn(good: Publication, chance: Random) -> None:
    _replaced(_story(good, chance), "state: published", "state: retired")


def told_of_more(good: Publication, chance: Random) -> None:
    _replaced(_story(good, chance), "themes: [", f"themes: [emne {chance.randrange(5)}, ")


def faulty(good: Publication, chance: Random) -> None:
    _replaced(_story(good, chance), "title: ", chance.choice(["title: [", "titel: ", "title: 150368-5010 "]))


def of_a_value(good: Publication, chance: Random) -> None:
    path = chance.choice(sorted((good.root / "values").glob("*.md")))
    path.write_text(f"{path.read_text('utf-8')}\n\nOg {chance.randrange(99)} gange mere.\n", encoding="utf-8")


def of_the_settings(good: Publication, chance: Random) -> None:
    old, new = chance.choice([("title: ", "title: Vores "), ("organisation: ", "organisation: Nye ")])
    _replaced(good.root / "values/handbook.yml", old, new)


def of_a_page(good: Publication, chance: Random) -> None:
    path = chance.choice(sorted((good.root / "docs").rglob("*.md")))
    path.write_text(f"{path.read_text('utf-8')}\n\nEn linje til, {chance.randrange(99)}.\n", encoding="utf-8")


def of_mkdocs(good: Publication, chance: Random) -> None:
    _replaced(good.root / "mkdocs.yml", "site_name: ", f"site_name: N{chance.randrange(9)}")


def started_over(good: Publication, _: Random) -> None:
    for name in ("stories", "values", "docs"):
        shutil.rmtree(good.root / name)
        shutil.copytree(GOOD / name, good.root / name)
    shutil.copy(GOOD / "mkdocs.yml", good.root)


GOOD = Path(__file__).parents[1] / "golden/good"
OFTEN = (longer, longer, retitled, told_of_more, of_a_value, of_a_page, of_the_settings)
SELDOM = (renamed, removed, withdrawn, faulty, of_mkdocs, started_over, started_over, started_over)


@pytest.mark.parametrize("run", range(RUNS))
def test_a_build_with_a_memory_is_a_build_without(
    good: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: int
) -> None:
    """Every file of the site, and every problem, is the same. So is what a check tells before it: a build tells that
    too, where it has something to publish."""
    chance, today = Random(run), TODAY  # noqa: S311 not a secret
    monkeypatch.setenv("HVERDAG_CACHE", str(with_fonts(tmp_path / "memory")))
    for number in range(EDITS // RUNS):
        edit: Edit = chance.choice(chance.choice([OFTEN, OFTEN, SELDOM]))
        edit(good, chance)
        if chance.random() < 0.2:
            today += timedelta(days=chance.randrange(400) - 150)
        checked = check_site(good.root, today, render_site).problems
        remembered = _built(good, tmp_path / "with", today)
        with monkeypatch.context() as patch:
            patch.setenv("HVERDAG_CACHE", str(with_fonts(tmp_path / f"none-{number}")))
            patch.setattr(reader, "_KEPT", {})
            anew = _built(good, tmp_path / "without", today)
            told = anew[0] if anew[1] else check_site(good.root, today, render_site).problems
        assert checked == told, edit.__name__
        assert remembered[0] == anew[0], edit.__name__
        assert {path for path, _ in remembered[1].items() ^ anew[1].items()} == set(), edit.__name__


def _built(good: Publication, site: Path, today: date) -> tuple[tuple[object, ...], dict[str, bytes]]:
    """Return the problems of a build, and the files of the site; none where there are errors."""
    report: Report = build.build(good.root, today, site, render_site)
    paths = (path for path in site.rglob("*") if path.is_file() and path.name != MARKER)
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}
    return report.problems, files if report.built else {}
