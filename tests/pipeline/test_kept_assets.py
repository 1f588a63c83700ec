"""A page of yesterday that a reader has open still finds its style sheets and scripts, and no story of yesterday."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from hverdag.model.digest_name import with_digest
from hverdag.model.manifest import NAME
from hverdag.parse.manifest import read_manifest
from hverdag.pipeline import outputs
from hverdag.web.assets import FOLDER, own_assets
from tests.conftest import TODAY, Publication

STYLE = "hverdag.css"


def address(release: int) -> str:
    return with_digest(f"{FOLDER}/{STYLE}", look(release))


def look(release: int) -> str:
    return f"{own_assets()[STYLE]}\n/* {release} */\n"


@pytest.fixture
def build(good: Publication, monkeypatch: pytest.MonkeyPatch) -> "Build":
    return Build(good, monkeypatch)


class Build:
    """Builds a publication again with another style sheet, on a day."""

    def __init__(self, publication: Publication, patch: pytest.MonkeyPatch) -> None:
        self.publication, self.patch = publication, patch

    def __call__(self, release: int, day: date) -> None:
        changed = {**own_assets(), STYLE: look(release)}
        self.patch.setattr(outputs, "own_assets", lambda: changed)
        report = self.publication.build(day)
        assert report.built, report.problems

    def styles(self) -> set[str]:
        site = self.publication.site
        return {path.relative_to(site).as_posix() for path in (site / FOLDER).glob("hverdag.*.css")}

    def kept(self) -> dict[str, date]:
        manifest = read_manifest(self.publication.site / NAME)
        assert manifest
        assert manifest == read_manifest(self.publication.root / "site.edition.json")
        return dict(manifest.kept)


def test_they_stay_through_the_day_after(build: Build) -> None:
    day = timedelta(days=1)
    build(1, TODAY)
    assert build.styles() == {address(1)}
    assert build.kept() == {}
    build(2, TODAY)
    assert build.styles() == {address(1), address(2)}
    build(3, TODAY + day)
    assert build.styles() == {address(1), address(2), address(3)}
    assert build.kept() == {address(1): TODAY, address(2): TODAY + day}
    assert (build.publication.site / address(2)).read_text("utf-8") == look(2)
    build(3, TODAY + 2 * day)
    assert build.styles() == {address(2), address(3)}
    # What is in use again is a file of the site's own.
    build(2, TODAY + 2 * day)
    assert build.kept() == {address(3): TODAY + 2 * day}
    build(2, TODAY + 9 * day)
    assert build.styles() == {address(2)}


def test_nothing_is_kept_that_may_tell_of_a_story_or_that_no_build_has_made(build: Build) -> None:
    build(1, TODAY)
    site = build.publication.site
    for path in (f"{FOLDER}/hverdag.bcdfghjklm.css", f"{FOLDER}/x.js", with_digest(f"{FOLDER}/x.svg", "evil")):
        (site / path).write_text("evil", "utf-8")
    data = {path.name for path in site.glob("search/data.*.js")} | {path.name for path in site.glob(f"{FOLDER}/*/*.js")}
    build.publication.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg lukkede det stille.")
    build(2, TODAY)
    assert build.styles() == {address(1), address(2)}
    there = {path.name for path in site.rglob("*.*")}
    assert not {"hverdag.bcdfghjklm.css", "x.js"} & there
    assert not [path for path in site.rglob("*") if path.is_file() and path.read_bytes() == b"evil"]
    gone = data - there
    assert {name.partition(".")[0] for name in gone} >= {"data", "story-vinduet"}


def test_nothing_of_another_organisation_is_kept(build: Build) -> None:
    build(1, TODAY)
    build.publication.change("values/handbook.yml", "organisation: ", "organisation: Ny ")
    build(2, TODAY)
    assert build.styles() == {address(2)}
    assert Path(address(1)).name not in {path.name for path in build.publication.site.rglob("*")}
