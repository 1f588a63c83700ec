"""The folders and links that a release is made of, one step at a time."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from hverdag.model.problem import Level
from hverdag.publish import release, remains
from hverdag.publish.release import (
    MARKER,
    RULES,
    BusyError,
    ForeignFolderError,
    UnwritableError,
    releases_folder,
    staging,
    swap,
)

Fault = Callable[[Path, Path], bool]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / ".site"


def staged(home: Path, name: str, text: str = "") -> Path:
    """A staging folder as a build leaves it, with one page in it."""
    folder = home / name
    folder.mkdir(parents=True)
    (home / MARKER).touch()
    (folder / "index.html").write_text(text or name, encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def ours(folder: Path, text: str) -> Path:
    """A folder that an earlier build has made."""
    folder.mkdir(parents=True)
    (folder / MARKER).touch()
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def page(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def refuse_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)


def refuse_renames(monkeypatch: pytest.MonkeyPatch, is_refused: Fault) -> None:
    whole = Path.rename

    def rename(path: Path, target: Path) -> Path:
        if is_refused(path, Path(target)):
            raise OSError("no such rename")
        return whole(path, target)

    monkeypatch.setattr(Path, "rename", rename)


def refuse_to_delete(monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder can be deleted; who asks for no fault to be told is told of none."""

    def refuse(path: Path, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(path)

    monkeypatch.setattr(shutil, "rmtree", refuse)


def test_each_rule_of_the_release_is_an_error() -> None:
    assert [(rule.id, rule.level) for rule in RULES] == [
        ("site-busy", Level.ERROR),
        ("site-foreign", Level.ERROR),
        ("site-unwritable", Level.ERROR),
        ("consent-still-up", Level.ERROR),
    ]


def test_folders_of_earlier_builds_are_known_by_the_mark_they_bear() -> None:
    assert MARKER == ".hverdag-release"


def test_releases_lie_beside_the_site_under_its_own_name() -> None:
    assert releases_folder(Path("web/site")) == Path("web/.site")
    assert releases_folder(Path("/srv/haandbog")) == Path("/srv/.haandbog")


class TestStaging:
    """A folder to build in, for one build at a time."""

    def test_it_is_empty_and_nobody_elses_and_lies_beside_the_site(self, site: Path, home: Path) -> None:
        with staging(site) as folder:
            assert folder.parent == home
            assert folder.name.startswith("staging-")
            assert names(folder) == []
            assert folder.stat().st_mode & 0o777 == 0o700, "nobody reads a site that is not looked over"
            assert (home / MARKER).is_file()
            assert not site.exists()

    def test_it_is_gone_when_the_build_is_over(self, site: Path, home: Path) -> None:
        with staging(site) as folder:
            (folder / "halv.html").touch()
        assert not folder.exists()
        assert [name for name in names(home) if name.startswith("staging-")] == []
        assert MARKER in names(home)

    def test_it_is_gone_when_the_build_fails_and_the_next_can_begin(self, site: Path) -> None:
        with pytest.raises(KeyError, match="fejl"), staging(site) as folder:
            (folder / "halv.html").touch()
            raise KeyError("fejl")
        assert not folder.exists()
        with staging(site) as again:
            assert again != folder

    def test_it_is_held_as_long_as_the_build_lasts_and_no_longer(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        locks: list[FileLock] = []

        def lock(path: Path) -> FileLock:
            locks.append(FileLock(path))
            return locks[-1]

        monkeypatch.setattr(release, "FileLock", lock)
        with staging(site):
            assert [(one.lock_file, one.is_locked) for one in locks] == [(str(home / "lock"), True)]
        assert [one.is_locked for one in locks] == [False]

    def test_a_second_build_gives_way_and_leaves_the_first_alone(self, site: Path) -> None:
        with staging(site) as folder:
            (folder / "index.html").touch()
            with pytest.raises(BusyError) as caught, staging(site):
                pass
            assert str(caught.value) == str(site)
            assert names(folder) == ["index.html"]
        with staging(site) as folder:
            assert folder.is_dir()

    def test_a_build_that_is_running_is_not_waited_for(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[object] = []

        def acquire(lock: FileLock, timeout: float | None = None) -> None:
            asked.append(timeout)
            raise Timeout(lock.lock_file)

        monkeypatch.setattr(FileLock, "acquire", acquire)
        with pytest.raises(BusyError) as caught, staging(site):
            pass
        assert asked == [0]
        assert isinstance(caught.value.__cause__, Timeout)

    def test_two_sites_side_by_side_do_not_wait_for_one_another(self, tmp_path: Path) -> None:
        with staging(tmp_path / "a") as first, staging(tmp_path / "b") as second:
            assert (first.parent, second.parent) == (tmp_path / ".a", tmp_path / ".b")

    def test_dots_in_the_path_are_read_before_the_folder_is_looked_for(self, tmp_path: Path, home: Path) -> None:
        with staging(tmp_path / "nyt/../site") as folder:
            assert folder.parent == home
        assert names(tmp_path) == [".site"]

    def test_a_short_path_is_one_from_where_we_stand(
        self, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        with staging(Path("site")) as folder:
            assert folder.parent == home
            (folder / "index.html").write_text("kort", encoding="utf-8")
            swap(folder, Path("site"))
        assert page(tmp_path / "site") == "kort"

    def test_folders_above_the_site_are_made(self, tmp_path: Path) -> None:
        with staging(tmp_path / "ny/mappe/site") as folder:
            assert folder.parent == tmp_path / "ny/mappe/.site"

    def test_a_path_through_a_file_cannot_be_written_to(self, tmp_path: Path) -> None:
        (tmp_path / "fil").write_text("en fil", encoding="utf-8")
        with pytest.raises(UnwritableError) as caught, staging(tmp_path / "fil/site"):
            pass
        assert str(caught.value) == str(tmp_path / "fil/site")
        assert isinstance(caught.value.__cause__, OSError)

    @pytest.mark.parametrize("name", [".site/vigtig.txt", ".site"])
    def test_a_folder_of_someone_else_where_the_releases_go_is_left_alone(
        self, site: Path, tmp_path: Path, name: str
    ) -> None:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("vigtigt", encoding="utf-8")
        with pytest.raises(ForeignFolderError) as caught, staging(site):
            pass
        assert str(caught.value) == str(site)
        assert [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()] == [name]

    def test_an_empty_folder_where_the_releases_go_is_free(self, site: Path, home: Path) -> None:
        home.mkdir()
        with staging(site):
            assert (home / MARKER).is_file()

    @pytest.mark.parametrize("name", ["site/vigtig.txt", "site"])
    def test_a_site_of_someone_else_gets_no_folder_beside_it(
        self, site: Path, home: Path, tmp_path: Path, name: str
    ) -> None:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
        with pytest.raises(ForeignFolderError) as caught, staging(site):
            pass
        assert str(caught.value) == str(site)
        assert not home.exists()

    @pytest.mark.parametrize("name", ["site", "dyb/nede/site"])
    def test_nothing_is_built_inside_another_release(self, tmp_path: Path, name: str) -> None:
        ours(tmp_path / "anden", "anden")
        with pytest.raises(ForeignFolderError), staging(tmp_path / "anden" / name):
            pass
        assert names(tmp_path / "anden") == [MARKER, "index.html"]

    @pytest.mark.parametrize(
        "target", [".site/release-a", ".site/../.site/release-a", "{tmp}/.site/release-a", ".site/release-gone"]
    )
    def test_a_link_to_one_of_our_releases_is_ours(self, site: Path, tmp_path: Path, home: Path, target: str) -> None:
        ours(home / "release-a", "a")
        (home / MARKER).touch()
        site.symlink_to(target.format(tmp=tmp_path))
        with staging(site) as folder:
            assert folder.parent == home

    @pytest.mark.parametrize("target", ["andet", ".site/release-a/under", ".site", "andet/release-a"])
    def test_a_link_to_anywhere_else_is_not(self, site: Path, tmp_path: Path, home: Path, target: str) -> None:
        ours(home / "release-a", "a")
        (home / "release-a/under").mkdir()
        (home / MARKER).touch()
        ours(tmp_path / "andet", "andet")
        site.symlink_to(target)
        with pytest.raises(ForeignFolderError), staging(site):
            pass
        assert site.readlink() == Path(target)


class TestWhatAKilledBuildLeft:
    """It is put right when the next one begins."""

    @pytest.mark.parametrize("marker", [True, False])
    def test_everything_goes_but_the_site_and_the_release_that_is_kept_beside_it(
        self, site: Path, home: Path, marker: bool
    ) -> None:
        swap(staged(home, "staging-a"), site)
        swap(staged(home, "staging-b"), site)
        for name in ("staging-c", "staging-d", "release-e", "release-before-f", "deleting-g"):
            staged(home, name)
            if marker:
                (home / name / MARKER).touch()
        (home / "next").symlink_to("release-e")
        with staging(site) as folder:
            assert names(home) == [MARKER, "lock", "release-a", "release-b", folder.name]
        assert page(site) == "staging-b"

    def test_it_is_swept_also_where_nothing_is_built(self, site: Path, home: Path) -> None:
        remains.sweep(site)
        assert not home.exists()
        swap(staged(home, "staging-a"), site)
        staged(home, "release-b")
        with staging(site):
            staged(home, "release-c")
            remains.sweep(site)
            assert "release-c" in names(home), "another build is at work"
        remains.sweep(site)
        assert names(home) == [MARKER, "lock", "release-a"]

    def test_a_swap_that_was_killed_before_the_link_leaves_the_old_site_and_what_is_kept(
        self, site: Path, home: Path
    ) -> None:
        swap(staged(home, "staging-a"), site)
        swap(staged(home, "staging-b"), site)
        staged(home, "release-c")
        (home / "release-c" / MARKER).write_text("release-b", "utf-8")
        with staging(site):
            pass
        assert names(home) == [MARKER, "lock", "release-a", "release-b"]
        assert page(site) == "staging-b"

    def test_a_swap_that_was_killed_after_the_link_keeps_nothing_that_was_not_to_be_kept(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        swap(staged(home, "staging-a"), site)
        monkeypatch.setattr(release, "_sweep", lambda *_, **__: None)
        swap(staged(home, "staging-b"), site, keep_last=False)
        monkeypatch.undo()
        assert "release-a" in names(home)
        with staging(site):
            assert "release-a" not in names(home)

    def test_a_marker_that_somebody_deleted_is_made_again(self, site: Path, home: Path) -> None:
        swap(staged(home, "staging-a"), site)
        for path in (home / MARKER, home / "release-a" / MARKER):
            path.unlink()
        with staging(site) as folder:
            (folder / "index.html").write_text("ny", "utf-8")
            swap(folder, site)
        assert page(site) == "ny"
        assert (home / MARKER).is_file()

    def test_without_a_marker_and_without_a_site_the_releases_are_known_by_their_names(
        self, site: Path, home: Path
    ) -> None:
        staged(home, "release-ab12cd_x")
        (home / MARKER).unlink()
        (home / "lock").touch()
        with staging(site) as folder:
            assert names(home) == [MARKER, "lock", folder.name]

    @pytest.mark.parametrize("name", ["release-notes", "release-ab12cd_xy", "release-ab12cd_x.txt", "vigtig"])
    def test_names_that_are_only_like_ours_are_somebody_elses(self, site: Path, home: Path, name: str) -> None:
        (home / name).mkdir(parents=True)
        with pytest.raises(ForeignFolderError), staging(site):
            pass
        assert names(home) == [name]

    def test_the_marker_of_a_site_that_is_no_link_can_be_lost(self, site: Path, home: Path) -> None:
        ours(site, "gammel")
        (site / "edition.json").write_text("{}", "utf-8")
        (site / MARKER).unlink()
        swap(staged(home, "staging-a"), site)
        assert page(site) == "staging-a"

    def test_what_is_not_a_folder_or_not_named_as_ours_stays(self, site: Path, home: Path, tmp_path: Path) -> None:
        swap(staged(home, "staging-a"), site)
        ours(tmp_path / "andet", "andet")
        (home / "release-link").symlink_to(tmp_path / "andet")
        (home / "release-brev.txt").touch()
        (home / "andet").mkdir()
        with staging(site):
            pass
        assert names(home) == [MARKER, "andet", "lock", "release-a", "release-brev.txt", "release-link"]
        assert page(tmp_path / "andet") == "andet"

    def test_the_newest_site_that_was_moved_away_comes_back(self, site: Path, home: Path) -> None:
        for second, name in enumerate(("c", "a", "b"), 1):
            os.utime(ours(home / f"release-before-{name}", name), (second, second))
        (home / MARKER).touch()
        with staging(site):
            assert page(site) == "b"
            assert [name for name in names(home) if name.startswith("release-")] == []

    def test_a_site_that_is_there_stays(self, site: Path, home: Path) -> None:
        ours(home / "release-before-a", "gammel")
        (home / MARKER).touch()
        (ours(site, "ny") / MARKER).write_text("release-before-a", "utf-8")
        with staging(site):
            assert page(site) == "ny"
            assert page(home / "release-before-a") == "gammel"

    def test_an_empty_folder_stays_empty(self, site: Path, home: Path) -> None:
        ours(home / "release-before-a", "gammel")
        (home / MARKER).touch()
        site.mkdir()
        with staging(site):
            assert names(site) == []

    def test_where_it_cannot_come_back_the_build_goes_on(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ours(home / "release-before-a", "gammel")
        (home / MARKER).touch()
        refuse_renames(monkeypatch, lambda path, _: path.name == "release-before-a")
        with staging(site) as folder:
            assert folder.is_dir()
            assert not site.exists()


class TestSwap:
    """The finished folder becomes the site."""

    def test_the_site_is_a_short_link_to_the_release(self, site: Path, home: Path) -> None:
        swap(staged(home, "staging-a"), site)
        assert site.is_symlink()
        assert site.readlink() == Path(".site/release-a")
        assert names(home) == [MARKER, "release-a"]
        assert names(site) == [MARKER, "index.html"]

    def test_only_the_first_part_of_its_name_changes(self, site: Path, home: Path) -> None:
        swap(staged(home, "staging-staging-a"), site)
        assert site.readlink() == Path(".site/release-staging-a")

    def test_dots_in_the_path_are_read_as_for_staging(self, tmp_path: Path, site: Path, home: Path) -> None:
        swap(staged(home, "staging-a"), tmp_path / "nyt/../site")
        assert site.readlink() == Path(".site/release-a")

    def test_the_last_release_is_kept_and_older_ones_go(self, site: Path, home: Path) -> None:
        for name in "abc":
            swap(staged(home, f"staging-{name}"), site)
        assert names(home) == [MARKER, "release-b", "release-c"]
        assert page(site) == "staging-c"

    def test_the_last_release_goes_too_where_it_is_asked(self, site: Path, home: Path) -> None:
        swap(staged(home, "staging-a"), site)
        swap(staged(home, "staging-b"), site, keep_last=False)
        assert names(home) == [MARKER, "release-b"]

    def test_a_release_without_a_marker_goes(self, site: Path, home: Path) -> None:
        staged(home, "release-fremmed")
        swap(staged(home, "staging-a"), site)
        assert names(home) == [MARKER, "release-a"]

    @pytest.mark.parametrize("umask", [0o000, 0o027, 0o077])
    def test_a_web_server_can_read_it_whatever_the_umask_is(self, tmp_path: Path, umask: int) -> None:
        before = os.umask(umask)
        try:
            with staging(tmp_path / "ny/mappe/site") as folder:
                (folder / "under/mappe").mkdir(parents=True)
                (folder / "under/mappe/side.html").touch()
                (folder / "under/program").touch(0o777)
                swap(folder, tmp_path / "ny/mappe/site")
        finally:
            os.umask(before)
        rights = {path: stat.S_IMODE(path.lstat().st_mode) for path in (tmp_path / "ny").rglob("*")}
        folders = {path for path in rights if path.is_dir() and not path.is_symlink()}
        files = {path for path in rights if path.is_file() and path.name != "lock" and path.parent.name != ".site"}
        assert {rights[path] for path in folders} == {0o755}
        assert {rights[path] for path in files} == {0o644}
        assert len(folders) == 5
        assert len(files) == 3

    def test_a_link_to_a_release_that_is_gone_is_replaced(self, site: Path, home: Path) -> None:
        folder = staged(home, "staging-a")
        site.symlink_to(".site/release-gone")
        swap(folder, site)
        assert page(site) == "staging-a"

    def test_a_link_to_an_empty_release_is_replaced_by_a_link(self, site: Path, home: Path) -> None:
        folder = staged(home, "staging-b")
        (home / "release-a").mkdir()
        site.symlink_to(".site/release-a")
        swap(folder, site)
        assert site.readlink() == Path(".site/release-b")

    def test_a_link_that_was_half_made_is_made_again(self, site: Path, home: Path) -> None:
        folder = staged(home, "staging-a")
        (home / "next").symlink_to("release-gone")
        swap(folder, site)
        assert site.readlink() == Path(".site/release-a")
        assert names(home) == [MARKER, "release-a"]

    def test_a_site_that_was_taken_over_meanwhile_stops_it(self, site: Path, home: Path) -> None:
        folder = staged(home, "staging-a")
        site.mkdir()
        (site / "vigtig.txt").touch()
        with pytest.raises(ForeignFolderError) as caught:
            swap(folder, site)
        assert str(caught.value) == str(site)
        assert names(site) == ["vigtig.txt"]
        assert names(folder) == ["index.html"]

    def test_an_empty_folder_gives_way_to_a_link(self, site: Path, home: Path) -> None:
        site.mkdir()
        swap(staged(home, "staging-a"), site)
        assert site.readlink() == Path(".site/release-a")


class TestWhatCannotBeDeleted:
    """It stays, and stops nothing."""

    def test_a_staging_folder(self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        staged(home, "staging-a")
        refuse_to_delete(monkeypatch)
        with staging(site) as folder:
            assert folder.is_dir()
        assert (home / "deleting-a").is_dir()

    def test_an_old_release(self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        swap(staged(home, "staging-a"), site)
        refuse_to_delete(monkeypatch)
        swap(staged(home, "staging-b"), site, keep_last=False)
        assert page(site) == "staging-b"
        assert names(home) == [MARKER, "deleting-a", "release-b"]


class TestWithoutLinks:
    """The folders change places, and back again where that fails."""

    def test_the_first_release_is_the_site_itself(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        refuse_links(monkeypatch)
        swap(staged(home, "staging-a"), site)
        assert not site.is_symlink()
        assert page(site) == "staging-a"
        assert names(home) == [MARKER]

    def test_a_folder_of_ours_gives_way_also_where_links_can_be_made(self, site: Path, home: Path) -> None:
        ours(site, "gammel")
        swap(staged(home, "staging-a"), site)
        assert not site.is_symlink()
        assert page(site) == "staging-a"
        assert names(home) == [MARKER, "release-before-a"], "no half a link, and the release before it"

    def test_the_last_release_is_kept_and_older_ones_go(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        refuse_links(monkeypatch)
        for name in "abc":
            swap(staged(home, f"staging-{name}"), site)
        assert names(home) == [MARKER, "release-before-c"]
        assert page(home / "release-before-c") == "staging-b"
        swap(staged(home, "staging-d"), site, keep_last=False)
        assert names(home) == [MARKER]

    def test_of_a_swap_that_was_killed_between_two_renames_the_last_site_comes_back(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Also where a clock that was set back has made the release before it look newer."""

        def kill(site: Path, release: Path) -> None:
            site.rename(release.parent / f"release-before-{release.name.partition('-')[2]}")
            raise KeyboardInterrupt

        refuse_links(monkeypatch)
        for name in "ab":
            swap(staged(home, f"staging-{name}"), site)
        os.utime(home / "release-before-b", (2_000_000_000, 2_000_000_000))
        monkeypatch.setattr(release, "_exchange", kill)
        with pytest.raises(KeyboardInterrupt):
            swap(staged(home, "staging-c"), site)
        with staging(site):
            assert page(site) == "staging-b"

    def test_the_old_site_is_moved_under_the_name_of_the_new(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        moved: list[tuple[str, str]] = []
        refuse_renames(monkeypatch, lambda path, target: bool(moved.append((path.name, target.name))))
        refuse_links(monkeypatch)
        ours(site, "gammel")
        swap(staged(home, "staging-a-b"), site)
        assert moved == [
            ("staging-a-b", "release-a-b"),
            ("site", "release-before-a-b"),
            ("release-a-b", "site"),
        ]

    def test_the_old_site_comes_back_where_the_new_cannot_be_moved(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        refuse_links(monkeypatch)
        refuse_renames(monkeypatch, lambda path, target: (path.name, target.name) == ("release-a", "site"))
        ours(site, "gammel")
        folder = staged(home, "staging-a")
        with pytest.raises(OSError, match="no such rename"):
            swap(folder, site)
        assert page(site) == "gammel"
        assert names(home) == [MARKER, "release-a"]

    def test_where_there_was_no_site_the_fault_itself_is_told(
        self, site: Path, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        refuse_links(monkeypatch)
        refuse_renames(monkeypatch, lambda path, target: (path.name, target.name) == ("release-a", "site"))
        folder = staged(home, "staging-a")
        with pytest.raises(OSError, match="no such rename"):
            swap(folder, site)
        assert not site.exists()
        assert names(home) == [MARKER, "release-a"]
