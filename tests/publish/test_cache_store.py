"""What is kept between builds: written whole or not at all, and found again only as it was written."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hverdag.model.problem import Level
from hverdag.publish.cache.folder import cache_folder, wanted_folder
from hverdag.publish.cache.store import DAYS, RULES, CacheStore, is_kept, keep
from tests.conftest import examples

HOUR, DAY = 3600, 86_400
PDF = b"%PDF-1.7 indhold %%EOF"
DIGEST = sha256(b"opskrift").hexdigest()
DRAWER = DIGEST[:2]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "paper"


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> int:
    """The clock stands still, on a whole second."""
    stands = int(time.time())
    monkeypatch.setattr(time, "time", lambda: float(stands))
    return stands


def laid(shelf: Path, name: str, content: bytes, drawer: str = DRAWER) -> Path:
    """A file on a shelf, under any name."""
    (shelf / drawer).mkdir(parents=True, exist_ok=True)
    path = shelf / drawer / name
    path.write_bytes(content)
    return path


def name_of(content: bytes, digest: str = DIGEST, ending: str = "pdf") -> str:
    return f"{digest}.{sha256(content).hexdigest()}.{ending}"


def put(shelf: Path, ending: str = "pdf", content: bytes = PDF) -> Path:
    path = CacheStore(shelf, ending).put("opskrift", content)
    assert path is not None
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def aged(path: Path, moment: int) -> Path:
    os.utime(path, (moment, moment))
    return path


def test_the_rule_and_the_days_are_as_the_manual_says() -> None:
    assert [(rule.id, rule.level) for rule in RULES] == [
        ("cache-lost", Level.ERROR),
        ("cache-unused", Level.WARNING),
    ]
    assert DAYS == 60


def test_the_cache_is_where_the_environment_says_or_else_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda name: f"/hjemme/{name}")
    monkeypatch.setenv("HVERDAG_CACHE", "/andet/sted")
    assert wanted_folder() == Path("/andet/sted")
    monkeypatch.setenv("HVERDAG_CACHE", "")
    assert wanted_folder() == Path("/hjemme/hverdag")
    monkeypatch.delenv("HVERDAG_CACHE")
    assert wanted_folder() == Path("/hjemme/hverdag")


def test_only_what_lies_in_the_cache_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "sted"))
    assert cache_folder() == tmp_path / "sted"
    paths = {name: str(tmp_path / name) for name in ("sted/paper/a.pdf", "stedet/a.pdf", "a.pdf")}
    assert [name for name, path in paths.items() if is_kept(path)] == ["sted/paper/a.pdf"]
    assert not is_kept("a.pdf")
    assert not is_kept(None)


def kept_names(cache: Path) -> list[str]:
    """What is in a cache, but for the folder that is written in, which is empty."""
    assert [path.name for path in (cache / "work").glob("run-*/*")] == []
    return [name for name in names(cache) if name != "work"]


class TestKeep:
    """A file is written whole or not at all."""

    @pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
    def test_it_is_written_whole_and_can_be_read_by_its_user_alone(self, tmp_path: Path, umask: int) -> None:
        before = os.umask(umask)
        try:
            path = tmp_path / "ny/mappe/fil.txt"
            assert keep(tmp_path, path, b"indhold") is True
        finally:
            os.umask(before)
        assert path.read_bytes() == b"indhold"
        assert path.stat().st_mode & 0o777 == 0o600
        assert names(path.parent) == ["fil.txt"]
        assert {found.stat().st_mode & 0o077 for found in (tmp_path / "work").rglob("*")} == {0}

    def test_what_was_there_is_written_over(self, tmp_path: Path) -> None:
        assert keep(tmp_path, tmp_path / "fil.txt", b"et langt indhold") is True
        assert keep(tmp_path, tmp_path / "fil.txt", b"kort") is True
        assert (tmp_path / "fil.txt").read_bytes() == b"kort"
        assert kept_names(tmp_path) == ["fil.txt"]

    def test_where_no_folder_can_be_made_nothing_is_written(self, tmp_path: Path) -> None:
        (tmp_path / "fil").write_bytes(b"en fil")
        assert keep(tmp_path, tmp_path / "fil/under/a.txt", b"indhold") is False
        assert keep(tmp_path / "fil", tmp_path / "fil/a.txt", b"indhold") is False
        assert kept_names(tmp_path) == ["fil"]

    def test_where_it_cannot_be_moved_into_place_nothing_is_left_of_it(self, tmp_path: Path) -> None:
        (tmp_path / "fil.txt/under").mkdir(parents=True)
        assert keep(tmp_path, tmp_path / "fil.txt", b"indhold") is False
        assert kept_names(tmp_path) == ["fil.txt"]

    def test_it_is_written_in_the_cache_and_not_on_another_disk(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "findes ikke"))
        assert keep(tmp_path, tmp_path / "fil.txt", b"indhold") is True
        assert kept_names(tmp_path) == ["fil.txt"]

    def test_what_is_left_of_it_and_cannot_be_deleted_stops_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise PermissionError

        (tmp_path / "fil.txt/under").mkdir(parents=True)
        monkeypatch.setattr(Path, "unlink", refuse)
        assert keep(tmp_path, tmp_path / "fil.txt", b"indhold") is False


class TestPut:
    """A file's name holds what it was made from, and what is in it."""

    def test_its_place_is_told_by_its_recipe_and_its_content(self, shelf: Path) -> None:
        assert put(shelf) == shelf / DRAWER / name_of(PDF)
        assert put(shelf).read_bytes() == PDF

    def test_a_recipe_may_hold_any_letters(self, shelf: Path) -> None:
        digest = sha256("grød ☕".encode()).hexdigest()
        assert CacheStore(shelf, "pdf").put("grød ☕", b"") == shelf / digest[:2] / name_of(b"", digest)

    def test_where_nothing_can_be_written_there_is_no_file(self, tmp_path: Path) -> None:
        (tmp_path / "paper").write_bytes(b"en fil")
        held = CacheStore(tmp_path / "paper", "pdf")
        assert held.put("opskrift", PDF) is None
        assert held.find("opskrift") is None

    def test_it_is_found_also_where_its_folder_was_looked_in_before(self, shelf: Path) -> None:
        held = CacheStore(shelf, "pdf")
        assert held.find("opskrift") is None
        path = held.put("opskrift", PDF)
        assert path is not None
        assert held.find("opskrift") == path

    def test_the_newest_is_found(self, shelf: Path) -> None:
        held = CacheStore(shelf, "pdf")
        first, second = held.put("opskrift", PDF), held.put("opskrift", PDF + b"\n")
        assert first != second
        assert held.find("opskrift") == second == shelf / DRAWER / name_of(PDF + b"\n")

    def test_what_is_not_recorded_first_is_not_kept(self, shelf: Path) -> None:
        asked: list[tuple[Path, bool]] = []

        def record(path: Path) -> bool:
            asked.append((path, path.exists()))
            return len(asked) > 1

        held, path = CacheStore(shelf, "pdf"), shelf / DRAWER / name_of(PDF)
        assert held.put("opskrift", PDF, record) is None
        assert held.find("opskrift") is None
        assert held.put("opskrift", PDF, record) == path
        assert asked == [(path, False), (path, False)]


class TestFind:
    """What is not as it was written is as good as none."""

    def test_another_build_finds_what_one_has_put(self, shelf: Path) -> None:
        path = put(shelf)
        assert CacheStore(shelf, "pdf").find("opskrift") == path
        assert CacheStore(shelf, "pdf").find("en anden opskrift") is None

    def test_nothing_is_found_on_an_empty_shelf(self, shelf: Path) -> None:
        assert CacheStore(shelf, "pdf").find("opskrift") is None
        assert not shelf.exists()

    def test_a_file_of_another_kind_is_left_alone(self, shelf: Path) -> None:
        png, pdf = put(shelf, "png", b"\x89PNG"), put(shelf)
        assert CacheStore(shelf, "jpg").find("opskrift") is None
        assert CacheStore(shelf, "png").find("opskrift") == png
        assert CacheStore(shelf, "pdf").find("opskrift") == pdf

    @pytest.mark.parametrize("content", [PDF[:-1], PDF + b" ", b"", bytes(len(PDF)), PDF.replace(b"ind", b"IND")])
    def test_a_file_of_other_content_than_its_name_says_is_thrown_out(self, shelf: Path, content: bytes) -> None:
        path = put(shelf)
        path.write_bytes(content)
        assert CacheStore(shelf, "pdf").find("opskrift") is None
        assert not path.exists()

    @pytest.mark.parametrize("name", ["note.txt", "note", f"{DIGEST}.1.2.pdf"])
    def test_a_file_of_another_name_is_left_alone_and_hides_no_other(self, shelf: Path, name: str) -> None:
        path, other = put(shelf), laid(shelf, name, b"1")
        assert CacheStore(shelf, "pdf").find("opskrift") == path
        assert other.read_bytes() == b"1"

    def test_a_link_is_no_file_and_what_it_leads_to_stays(self, shelf: Path, tmp_path: Path) -> None:
        target = tmp_path / "andet.pdf"
        target.write_bytes(PDF)
        link = shelf / DRAWER / name_of(PDF)
        link.parent.mkdir(parents=True)
        link.symlink_to(target)
        assert CacheStore(shelf, "pdf").find("opskrift") is None
        assert not link.is_symlink()
        assert target.read_bytes() == PDF

    def test_a_link_that_leads_nowhere_is_thrown_out(self, shelf: Path) -> None:
        link = shelf / DRAWER / name_of(PDF)
        link.parent.mkdir(parents=True)
        link.symlink_to("findes-ikke")
        assert CacheStore(shelf, "pdf").find("opskrift") is None
        assert not link.is_symlink()

    def test_what_cannot_be_thrown_out_hides_no_other(self, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        @contextmanager
        def in_order(path: Path) -> Iterator[list[os.DirEntry[str]]]:
            with whole(path) as entries:
                yield sorted(entries, key=lambda entry: entry.name)

        path, whole = put(shelf), os.scandir
        folder = shelf / DRAWER / "0.0.pdf"
        folder.mkdir()
        monkeypatch.setattr(os, "scandir", in_order)
        assert CacheStore(shelf, "pdf").find("opskrift") == path
        assert folder.is_dir()

    def test_a_folder_in_a_files_place_is_no_file(self, shelf: Path) -> None:
        folder = shelf / DRAWER / name_of(b"")
        folder.mkdir(parents=True)
        assert CacheStore(shelf, "pdf").find("opskrift") is None

    def test_what_we_may_not_read_is_thrown_out(self, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path, read = put(shelf), Path.read_bytes

        def refuse(asked: Path) -> bytes:
            if asked == path:
                raise PermissionError
            return read(asked)

        monkeypatch.setattr(Path, "read_bytes", refuse)
        assert CacheStore(shelf, "pdf").find("opskrift") is None
        assert not path.exists()

    def test_a_file_that_is_gone_since_its_folder_was_looked_in_is_none(self, shelf: Path) -> None:
        path = put(shelf)
        held = CacheStore(shelf, "pdf")
        assert held.find("opskrift") == path
        path.unlink()
        assert held.find("opskrift") is None

    def test_a_file_that_was_not_whole_is_not_looked_at_again(self, shelf: Path) -> None:
        path = put(shelf)
        path.write_bytes(bytes(len(PDF)))
        held = CacheStore(shelf, "pdf")
        assert held.find("opskrift") is None
        path.write_bytes(PDF)
        assert held.find("opskrift") is None
        assert held.put("opskrift", PDF) == held.find("opskrift") == path

    def test_a_folder_is_read_once_and_only_when_it_is_asked_of(
        self, shelf: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        whole = os.scandir

        def counted(path: Path) -> object:
            asked.append(path.name)
            return whole(path)

        path = put(shelf)
        monkeypatch.setattr(os, "scandir", counted)
        held = CacheStore(shelf, "pdf")
        assert asked == []
        assert [held.find("opskrift"), held.find("opskrift")] == [path, path]
        assert asked == [DRAWER]
        assert sha256(b"en anden").hexdigest()[:2] != DRAWER
        assert held.find("en anden") is None
        assert asked == [DRAWER, sha256(b"en anden").hexdigest()[:2]]


class TestAge:
    """What no build has asked for in sixty days goes out."""

    @pytest.mark.parametrize(("more", "is_kept"), [(-HOUR, True), (0, True), (1, False), (HOUR, False)])
    def test_after_sixty_days_it_is_thrown_out(self, shelf: Path, now: int, more: int, is_kept: bool) -> None:
        path = aged(put(shelf), now - 60 * DAY - more)
        assert CacheStore(shelf, "pdf").find("opskrift") == (path if is_kept else None)
        assert path.exists() is is_kept

    def test_a_neighbour_goes_out_too_and_other_folders_are_left(self, shelf: Path) -> None:
        beside = aged(laid(shelf, f"{DRAWER}{'0' * 62}.3.png", b"abc"), 0)
        elsewhere = aged(laid(shelf, f"{'0' * 64}.3.png", b"abc", "zz"), 0)
        assert CacheStore(shelf, "pdf").find("opskrift") is None
        assert not beside.exists()
        assert elsewhere.exists()

    def test_what_a_clock_gone_wrong_has_dated_ahead_counts_from_today(self, shelf: Path, now: int) -> None:
        path = aged(put(shelf), now + 365 * DAY)
        assert CacheStore(shelf, "pdf").find("opskrift") == path
        assert path.stat().st_mtime < now + DAY

    @pytest.mark.parametrize(("age", "is_noted"), [(0, False), (DAY - 1, False), (DAY, False), (DAY + 1, True)])
    def test_that_it_was_asked_for_is_noted_once_a_day(self, shelf: Path, now: int, age: int, is_noted: bool) -> None:
        path = aged(put(shelf), now - age)
        assert CacheStore(shelf, "pdf").find("opskrift") == path
        assert (path.stat().st_mtime >= now) is (is_noted or age == 0)
        assert (path.stat().st_mtime == now - age) is not is_noted

    def test_where_that_cannot_be_noted_it_is_found_all_the_same(
        self, shelf: Path, now: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise PermissionError

        path = aged(put(shelf), now - 2 * DAY)
        monkeypatch.setattr(os, "utime", refuse)
        assert CacheStore(shelf, "pdf").find("opskrift") == path


@settings(max_examples=examples(20))
@given(some.dictionaries(some.text(), some.binary(max_size=80), min_size=1, max_size=8))
def test_whatever_is_put_is_found_as_it_was_put(recipes: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        put_in = {recipe: CacheStore(Path(folder), "bin").put(recipe, content) for recipe, content in recipes.items()}
        found = {recipe: CacheStore(Path(folder), "bin").find(recipe) for recipe in recipes}
        assert found == put_in
        assert {recipe: path.read_bytes() for recipe, path in found.items() if path} == recipes
