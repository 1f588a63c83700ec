"""A withdrawn story whose words somebody has copied: into a file beside the pages, or into another text."""

import errno
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from hverdag.model.build_target import BuildTarget
from hverdag.model.manifest import Manifest
from hverdag.model.texts.consent import Reach
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.withdrawals import Withdrawals
from hverdag.publish import release
from hverdag.workflows.withdrawal import plan_withdrawal, takedown
from tests.conftest import TODAY, Publication
from tests.consent import LAASEN, UNTIL, leaks, run
from tests.files_that_tell import pdf, word
from tests.pipeline.test_disk import fill, small_disk
from tests.pipeline.test_taking_out import (
    OTHER,
    OWN,
    TOLD,
    bare,
    built,
    cache,
    commit,
    dead_links,
    is_out,
    live,
    withdraw,
)

__all__ = ["bare", "built", "cache", "live", "small_disk"]

WORDS = "Jeg så en tørvestak. Den stod der også om mandagen."
COPIES = {
    "skema.pdf": pdf(WORDS),
    "skema.docx": word(WORDS),
    "skema.txt": f"Til mødet.\n{WORDS}\n".encode(),
    "wide.txt": f"Til mødet.\n{WORDS}\n".encode("utf-16-le"),
    "skema.csv": f"nr;tekst\n1;{WORDS}\n".encode(),
}


def put(publication: Publication, *names: str) -> None:
    """Lay copies of the story beside the pages, with links to them."""
    for name in names:
        (publication.root / "docs" / name).write_bytes(COPIES[name])
        page = (publication.root / "docs/hjaelp.md").read_text("utf-8")
        publication.write("docs/hjaelp.md", f"{page}\nHent [skemaet]({name}) her.\n")


@pytest.mark.slow
@pytest.mark.parametrize("names", [("skema.pdf",), tuple(COPIES)], ids=["one", "one of each kind"])
@pytest.mark.parametrize("is_in_git", [True, False])
def test_a_file_that_holds_a_copy_goes_too(live: Publication, names: tuple[str, ...], is_in_git: bool) -> None:
    put(live, *names)
    commit(live)
    assert live.build().built
    if not is_in_git:
        shutil.rmtree(live.root / ".git")
    withdraw(live)
    if is_in_git:
        commit(live)
    done = run(live, "build")
    assert done.exit_code == 1
    assert "consent-passage" in done.output
    assert "F77" in done.output
    assert [name for name in names if (live.site / name).exists()] == []
    assert is_out(live)
    assert dead_links(live.site) == set()
    assert ("skemaet" in live.page("hjaelp/index.html")) and ("tre" in live.page(OTHER)) is is_in_git


@pytest.mark.slow
def test_one_that_an_earlier_build_has_left_goes_with_the_next(live: Publication) -> None:
    """The manifest does not name it."""
    withdraw(live)
    assert live.build().built
    name = "skema.pdf"
    put(live, name)
    (live.site / name).write_bytes(COPIES[name])
    report = live.build()
    assert report.taken_out
    assert report.taken_out.codes == ("F77",)
    assert not (live.site / name).exists()
    assert is_out(live)


@pytest.mark.parametrize("name", COPIES)
def test_the_list_of_a_withdrawal_names_it(good: Publication, name: str) -> None:
    good.write(LAASEN, TOLD)
    put(good, name)
    good.write("docs/citat.md", f"# Citat\n\n{WORDS}\n")
    planned = plan_withdrawal(read_and_check(good.root, TODAY), "laasen", TODAY)
    listed = takedown(planned, TODAY, ())
    assert listed.media == (f"docs/{name}",)
    assert "docs/citat.md" in listed.references


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 100_000])
def test_a_full_disk_keeps_nothing_up(bare: Publication, small_disk: Callable[[int], Path], room: int) -> None:
    """Deleting needs no room."""
    disk = small_disk(60_000_000)
    shutil.copytree(bare.root, disk / "good", symlinks=True)
    full = Publication(disk / "good")
    withdraw(full)
    fill(disk, room)
    report = full.build()
    assert "disk-full" in {problem.rule for problem in report.errors}
    assert report.taken_out
    assert leaks(full.site) == {}
    assert leaks(full.root / ".site") == {}


@pytest.mark.slow
def test_on_a_full_disk_that_is_not_to_be_changed_it_is_told(
    bare: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "no room")

    withdraw(bare)
    monkeypatch.setattr(release, "make_folder", refuse)
    told = {(problem.rule, problem.source.path) for problem in bare.build().errors}
    assert ("consent-still-up", LAASEN) in told
    assert "disk-full" in {rule for rule, _ in told}


@pytest.mark.parametrize("site", ["site", "site-preview", ".hverdag/mkdocs"])
def test_every_command_deletes_what_a_killed_build_of_any_site_has_left(good: Publication, site: str) -> None:
    good.write(f"{site}/index.html", "x")
    home = good.root / site
    home = home.with_name(f".{home.name}")
    for left in ("staging-abcdefgh", "release-abcdefgh"):
        (home / left).mkdir(parents=True)
        (home / left / "index.html").write_text(WORDS, encoding="utf-8")
    (home / release.MARKER).touch()
    (good.root / site / release.MARKER).touch()
    read_and_check(good.root, TODAY)
    assert leaks(home) == {}
    assert (good.root / site / "index.html").is_file()


def gone(publication: Publication) -> bool:
    """Whether the live site's story may not be met any more."""
    read = read_and_check(publication.root, TODAY)
    identity = Manifest("", "", "", BuildTarget.SERVER, Reach.INTRANET, TODAY, {OWN: {"F77": ""}})
    return Withdrawals(read, TODAY).still_up(identity) == {"F77"}


@pytest.mark.parametrize(
    ("old", "new", "is_out"),
    [
        ("state: published", "state: withdrawn", True),
        ("state: published", "state: trukket tilbage", True),
        ("state: published", "state: 'Tilbagetrukket' # i dag", True),
        ("state: published", "state: publised", False),
        ("state: published", "state: Published!", False),
        ("  channels:", "  withdrawn:\n  channels:", True),
        (TOLD, "", True),
        (TOLD, "\n", True),
    ],
)
def test_whatever_looks_like_a_withdrawal_is_one(good: Publication, old: str, new: str, is_out: bool) -> None:
    good.write(LAASEN, TOLD)
    good.change(LAASEN, old, new)
    assert gone(good) is is_out


@pytest.mark.slow
def test_no_clock_brings_a_story_back(bare: Publication) -> None:
    after, before = UNTIL + timedelta(1), UNTIL - timedelta(1)
    assert bare.build(after).built
    assert leaks(bare.site) == {}
    for _ in range(2):
        report = bare.build(before)
        assert report.built
        assert leaks(bare.site) == {}
        (told,) = [problem for problem in report.problems if problem.rule == "consent-clock"]
        assert (told.source.path, told.parameters) == (LAASEN, {"day": str(after), "given": "site"})
    bare.change(LAASEN, f"until: {UNTIL}", "until: 2027-11-01")
    report = bare.build(before)
    assert report.built
    assert "consent-clock" not in {problem.rule for problem in report.problems}
    assert leaks(bare.site)
