"""Build beside, then swap."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hverdag.publish import release

STAGE = """
import sys, pathlib
from hverdag.publish.release import BusyError, staging
try:
    with staging(pathlib.Path(sys.argv[1])):
        pass
except BusyError:
    sys.exit(7)
"""


def publish(site: Path, text: str) -> None:
    with release.staging(site) as folder:
        (folder / "index.html").write_text(text, encoding="utf-8")
        release.swap(folder, site)


def test_a_release_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for text in ("en", "to", "tre"):
        publish(site, text)
        assert (site / "index.html").read_text("utf-8") == text
    kept = [path for path in (tmp_path / ".site").iterdir() if path.name.startswith("release-")]
    assert len(kept) == 2, "the newest, and the one before it for readers with a page open"


def test_the_site_can_be_moved_with_its_releases(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    publish(tmp_path / "a/site", "en")
    (tmp_path / "a").rename(tmp_path / "b")
    assert (tmp_path / "b/site/index.html").read_text("utf-8") == "en"


def test_an_unfinished_staging_folder_is_cleared_away(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, "en")
    (tmp_path / ".site/staging-doed").mkdir()
    with release.staging(site):
        assert not (tmp_path / ".site/staging-doed").exists()
    assert (site / "index.html").read_text("utf-8") == "en"


def test_two_builds_do_not_meet(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with release.staging(site):
        assert subprocess.run([sys.executable, "-c", STAGE, str(site)], check=False).returncode == 7
    assert subprocess.run([sys.executable, "-c", STAGE, str(site)], check=False).returncode == 0


@pytest.mark.parametrize("foreign", ["folder", "link", "file"])
def test_a_folder_of_someone_else_is_never_replaced(tmp_path: Path, foreign: str) -> None:
    site, other = tmp_path / "site", tmp_path / "andet"
    other.mkdir()
    (other / "vigtig.txt").write_text("vigtigt", encoding="utf-8")
    if foreign == "folder":
        other.rename(site)
    elif foreign == "link":
        site.symlink_to(other)
    else:
        site.write_text("vigtigt", encoding="utf-8")
    with pytest.raises(release.ForeignFolderError), release.staging(site):
        pass
    assert "vigtigt" in (site if foreign == "file" else site / "vigtig.txt").read_text("utf-8")


def test_an_empty_folder_is_free(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", "en")
    assert (tmp_path / "site/index.html").read_text("utf-8") == "en"


def test_without_links_the_folders_change_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    site = tmp_path / "site"
    publish(site, "en")
    publish(site, "to")
    assert not site.is_symlink()
    assert (site / "index.html").read_text("utf-8") == "to"


def test_a_build_killed_between_two_renames_is_put_right(tmp_path: Path) -> None:
    site = tmp_path / "site"
    before = tmp_path / ".site/release-before-x"
    before.mkdir(parents=True)
    (before / release.MARKER).touch()
    (tmp_path / ".site" / release.MARKER).touch()
    (before / "index.html").write_text("en", encoding="utf-8")
    with release.staging(site):
        assert (site / "index.html").read_text("utf-8") == "en"


def test_readers_never_miss_a_page(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, "0")
    missed: list[OSError] = []
    done = threading.Event()
    read_once = threading.Semaphore(0)

    def read() -> None:
        while not done.is_set():
            try:
                (site / "index.html").read_bytes()
            except OSError as error:
                missed.append(error)
            read_once.release()

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(100):
        publish(site, str(number))
        # A build takes seconds: no reader is so slow that two of them go by while it opens one file. On a busy
        # machine this thread would be.
        read_once.acquire()
        while read_once.acquire(blocking=False):
            pass
        read_once.acquire()
    done.set()
    reader.join()
    assert missed == []


def test_a_site_is_readable_by_the_web_server(tmp_path: Path) -> None:
    publish(tmp_path / "site", "en")
    assert (tmp_path / "site").stat().st_mode & 0o055 == 0o055
