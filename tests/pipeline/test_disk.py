"""Disks that are full or refuse, and a cache that somebody has written in: told as what it is, and the site stays."""

import errno
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from hverdag import cli
from hverdag.host.mkdocs import render_site
from hverdag.model.artifact import Progress
from hverdag.pipeline import build
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.render import RenderedSite
from hverdag.pipeline.result import TRIES, HostResult, Report
from hverdag.publish import fonts
from hverdag.publish.release import MARKER
from tests.conftest import TODAY, Publication
from tests.consent import own_cache, warm_cache
from tests.files_that_tell import pdf

__all__ = ["own_cache", "warm_cache"]

CPR = "010190-1234"
POSTER = "print/kort/doeren-kort.pdf"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A disk with so many bytes; only root can make one."""
    mounted = list[Path]()

    def mount(size: int) -> Path:
        folder = tmp_path / f"disk-{size}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be mounted here")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, but: int = 0) -> Path:
    """Fill a disk, but for so many bytes."""
    path = folder / "fyld"
    with path.open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(bytes(4096))
    os.truncate(path, max(path.stat().st_size - but, 0))
    return path


def whole(folder: Path) -> dict[str, str]:
    """Each file of a site, and a digest of it."""
    home = folder.resolve()
    files = (path for path in home.rglob("*") if path.is_file() and path.name not in (MARKER, "sitemap.xml.gz"))
    return {path.relative_to(home).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def told(report: Report) -> list[tuple[str, object]]:
    return [(problem.rule, problem.parameters.get("given")) for problem in report.errors]


def offline(publication: Publication, renderer: Callable[..., HostResult] = render_site) -> Report:
    return build.offline(publication.root, TODAY, publication.root.parent / "haandbog.zip", renderer)


class TestAFullDisk:
    """No room left: said so, with where; nothing else is blamed for it."""

    def test_for_temporary_files(
        self, good: Publication, small_disk: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert offline(good).built
        before = (good.root.parent / "haandbog.zip").read_bytes()
        disk = small_disk(1_000_000)
        monkeypatch.setattr(tempfile, "tempdir", str(disk))
        good.write("stories/doeren.md", (good.root / "stories/doeren.md").read_text("utf-8") + "\nDen stod åben.\n")
        for report in (offline(good), check_site(good.root, TODAY, render_site)):
            ((rule, where),) = told(report)
            assert rule == "disk-full"
            assert str(where).startswith(str(disk))
        assert (good.root.parent / "haandbog.zip").read_bytes() == before
        assert not any(path.is_file() for path in disk.glob("hverdag-*/run-*/**/*"))

    def test_for_the_site(self, good: Publication, small_disk: Callable[[int], Path]) -> None:
        good.site = small_disk(60_000_000) / "site"
        assert good.build().built
        before = whole(good.site)
        filled = fill(good.site.parent, 300_000)
        good.write("stories/doeren.md", (good.root / "stories/doeren.md").read_text("utf-8") + "\nDen stod åben.\n")
        ((rule, where),) = told(good.build())
        assert rule == "disk-full"
        assert str(where).startswith(str(good.site.parent))
        assert whole(good.site) == before
        filled.unlink()
        assert good.build().built
        assert {path.name for path in good.site.parent.iterdir()} == {"site", ".site", "site.edition.json"}

    def test_for_the_cache_stops_nothing(
        self, good: Publication, small_disk: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        disk = small_disk(1_000_000)
        fill(disk)
        (disk / "fyld").rename(disk / "fyld.lock")
        monkeypatch.setenv("HVERDAG_CACHE", str(disk))
        report = good.build()
        assert report.built
        assert report.errors == ()

    def test_for_the_texts(self, good: Publication, small_disk: Callable[[int], Path]) -> None:
        root = small_disk(3_000_000) / "good"
        shutil.copytree(good.root, root)
        fill(root.parent)
        before = whole(root)
        for words in (["new", "story", "--title", "Cyklen" * 900], ["withdraw", "vinduet", "--yes"]):
            done = run(*words, "-C", str(root))
            assert done.returncode == 1
            assert "ikke mere plads" in done.stderr
            assert "Traceback" not in done.stderr
        assert whole(root) == before

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
    def test_for_what_a_command_prints(self, good: Publication) -> None:
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            command = [sys.executable, "-m", "hverdag", "check", "-C", str(good.root)]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert done.returncode == 1
        assert "ikke plads" in done.stderr
        assert not {"Traceback", "Exception ignored"} & set(re.findall(r"Traceback|Exception ignored", done.stderr))


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "hverdag", *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EMFILE, "disk-open-files"),
        (errno.EIO, "disk-broken"),
        (errno.ENAMETOOLONG, "disk-name"),
        (errno.EACCES, "disk-denied"),
        (errno.EROFS, "disk-denied"),
        (errno.ENOENT, "disk-gone"),
    ],
)
def test_whatever_is_refused_while_the_site_is_made_is_told_and_the_site_stays(
    good: Publication, number: int, rule: str
) -> None:
    good.site.mkdir()

    def refuse(*_: object) -> HostResult:
        raise OSError(number, os.strerror(number), str(good.root / "site/side.html"))

    for report in (
        build.build(good.root, TODAY, good.site, refuse),
        check_site(good.root, TODAY, refuse),
        offline(good, refuse),
    ):
        assert told(report) == [(rule, str(good.root / "site/side.html"))]
        assert not report.built
    assert list(good.site.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EMFILE, errno.EIO])
def test_mkdocs_swallows_no_fault_of_the_disk(good: Publication, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was told as a fault in mkdocs.yml, and half a page as a personal number."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number), "side.html")

    monkeypatch.setattr("mkdocs.utils.write_file", refuse)
    assert [rule for rule, _ in told(good.build())] == [
        {errno.ENOSPC: "disk-full", errno.EMFILE: "disk-open-files", errno.EIO: "disk-broken"}[number]
    ]


def test_a_fault_that_nobody_foresaw_in_a_command_is_told_without_a_trace(
    good: Publication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only", "/srv/haandbog")

    monkeypatch.setattr(cli, "cli", refuse)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert "/srv/haandbog" in capsys.readouterr().err


class TestADamagedCache:
    """What is published is what was made, whatever lies in the cache."""

    def flip(self, folder: Path, ending: str = "*") -> int:
        """Change bytes in the middle of every file, and nothing of its size."""
        paths = [path for path in folder.rglob(ending) if path.is_file() and path.suffix != ".lock"]
        for path in paths:
            content = bytearray(path.read_bytes())
            middle = len(content) // 2
            content[middle : middle + 7] = bytes(byte ^ 0xFF for byte in content[middle : middle + 7])
            path.write_bytes(content)
        return len(paths)

    def test_bytes_that_were_flipped_are_made_again(
        self, good: Publication, own_cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(fonts, "PACKED", "hverdag_fonts_of_nobody")  # those that are installed are not kept again
        assert good.build().built
        before = whole(good.site)
        for folder in ("paper", "documents", "pictures", "fonts", "paper-fonts", "memo"):
            assert self.flip(own_cache / folder), folder
        report = good.build()
        assert report.built
        assert report.errors == ()
        assert whole(good.site) == before

    @pytest.mark.parametrize("folder", ["looked-over", "stories"])
    def test_lists_that_were_flipped_stop_nothing(self, good: Publication, own_cache: Path, folder: str) -> None:
        assert good.build().built
        before = whole(good.site)
        assert self.flip(own_cache / folder)
        assert good.build().built
        assert whole(good.site) == before
        assert check_site(good.root, TODAY, render_site).errors == ()

    def test_what_is_changed_after_it_was_found_is_made_again(self, good: Publication, own_cache: Path) -> None:
        assert good.build().built
        before, tries = whole(good.site), list[int]()

        def robbed(site: RenderedSite, folder: Path, progress: Progress) -> HostResult:
            tries.append(self.flip(own_cache / "paper", "*.pdf") if not tries else 0)
            return render_site(site, folder, progress)

        report = build.build(good.root, TODAY, good.site, robbed)
        assert report.built
        assert len(tries) == 2
        assert whole(good.site) == before

    def test_where_it_is_changed_each_time_nothing_is_published(self, good: Publication, own_cache: Path) -> None:
        assert good.build().built
        before = whole(good.site)

        def robbed(site: RenderedSite, folder: Path, progress: Progress) -> HostResult:
            self.flip(own_cache / "paper", "*.pdf")
            return render_site(site, folder, progress)

        report = build.build(good.root, TODAY, good.site, robbed)
        assert [problem.rule for problem in report.errors] == ["cache-lost"]
        assert whole(good.site) == before

    def test_a_file_that_is_lost_at_every_try_is_told(self, good: Publication, own_cache: Path) -> None:
        tries = list[str]()

        def lost(*_: object) -> HostResult:
            tries.append("")
            raise FileNotFoundError(errno.ENOENT, "", str(own_cache / "paper/a.pdf"))

        report = build.build(good.root, TODAY, good.site, lost)
        assert [problem.rule for problem in report.errors] == ["cache-lost"]
        assert len(tries) == TRIES

    def test_a_file_that_somebody_has_put_there_is_looked_through(self, good: Publication, own_cache: Path) -> None:
        """Its name says truly what is in it: and it was cleared by its name."""
        assert good.build().built
        ours = sha256((good.site / POSTER).read_bytes()).hexdigest()
        (path,) = (own_cache / "paper").rglob(f"*.{ours}.pdf")
        forged = pdf(f"Hun har nummer {CPR}.")
        path.unlink()
        path.with_name(path.name.replace(ours, sha256(forged).hexdigest())).write_bytes(forged)
        report = good.build()
        assert not report.built
        assert {(problem.rule, problem.source.path) for problem in report.errors} == {("privacy-cpr", POSTER)}
        assert whole(good.site)[POSTER] == ours


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_a_web_server_can_read_the_site_whatever_the_umask_is(good: Publication, umask: int) -> None:
    before = os.umask(umask)
    try:
        assert good.build().built
        assert offline(good).built
    finally:
        os.umask(before)
    site = good.site.resolve()
    every = {path: stat.S_IMODE(path.stat().st_mode) for path in (site.parent, site, *site.rglob("*"))}
    assert {mode for path, mode in every.items() if path.is_dir()} == {0o755}
    assert {mode for path, mode in every.items() if path.is_file()} == {0o644}
    beside = (good.root / "site.edition.json", good.root.parent / "haandbog.zip")
    assert [stat.S_IMODE(path.stat().st_mode) for path in beside] == [0o644, 0o644]
