"""The notes of what was looked into before: only what is still asked for is noted again."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hverdag.publish.cache.clean_log import CleanLog
from tests.conftest import examples

FILE = f"{sha256(b'haandbog').hexdigest()[:32]}.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "looked-over"


def noted(folder: Path, *keys: str) -> None:
    with CleanLog(folder, "haandbog") as marks:
        marks.add_all(keys)


def known(folder: Path, *keys: str) -> dict[str, bool]:
    """What is known of some keys; the notes are left as they are."""
    marks = CleanLog(folder, "haandbog")
    return {key: marks.has(key) for key in keys}


def test_nothing_is_known_at_first(folder: Path) -> None:
    assert known(folder, "a", "") == {"a": False, "": False}
    assert not folder.exists()


def test_what_is_added_is_known_next_time(folder: Path) -> None:
    with CleanLog(folder, "haandbog") as marks:
        marks.add("b")
        marks.add_all(["c", "a"])
        assert not folder.exists(), "written when all has been looked into"
    assert [path.name for path in folder.iterdir()] == [FILE]
    assert (folder / FILE).read_bytes() == b"a\nb\nc"
    assert known(folder, "a", "b", "c", "d") == {"a": True, "b": True, "c": True, "d": False}


def test_a_key_may_hold_blanks(folder: Path) -> None:
    noted(folder, "a b", "c\td")
    assert known(folder, "a b", "c\td", "a", "b") == {"a b": True, "c\td": True, "a": False, "b": False}


def test_what_is_added_now_was_not_looked_into_before(folder: Path) -> None:
    with CleanLog(folder, "haandbog") as marks:
        marks.add("a")
        assert marks.has("a") is False


def test_what_is_no_longer_asked_for_is_forgotten(folder: Path) -> None:
    noted(folder, "a", "b", "c")
    with CleanLog(folder, "haandbog") as marks:
        assert marks.has("b") is True
        assert marks.has("d") is False
        marks.add("e")
    assert (folder / FILE).read_bytes() == b"b\ne"


def test_where_nothing_changed_nothing_is_written(folder: Path) -> None:
    noted(folder, "a", "b")
    before = (folder / FILE).stat().st_ino
    with CleanLog(folder, "haandbog") as marks:
        assert [marks.has(key) for key in ("a", "b", "c")] == [True, True, False]
    assert (folder / FILE).stat().st_ino == before
    noted(folder, "a", "b", "c")
    assert (folder / FILE).stat().st_ino != before


def test_where_nothing_was_ever_added_nothing_is_written(folder: Path) -> None:
    noted(folder)
    assert not folder.exists()


def test_when_nothing_is_asked_for_any_more_the_notes_are_empty(folder: Path) -> None:
    noted(folder, "a")
    noted(folder)
    assert (folder / FILE).read_bytes() == b""
    assert known(folder, "a") == {"a": False}


def test_empty_notes_are_not_written_again(folder: Path) -> None:
    noted(folder, "a")
    noted(folder)
    before = (folder / FILE).stat().st_ino
    noted(folder)
    assert (folder / FILE).stat().st_ino == before
    assert known(folder, "") == {"": False}


def test_a_name_has_notes_of_its_own(folder: Path) -> None:
    noted(folder, "a")
    with CleanLog(folder, "hverdag") as marks:
        assert marks.has("a") is False
        marks.add("b")
    assert len(list(folder.iterdir())) == 2
    assert known(folder, "a", "b") == {"a": True, "b": False}


@pytest.mark.parametrize("content", [b"a\n\xff", "a\nø".encode()])
def test_notes_that_cannot_be_read_are_none_and_written_anew(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(content)
    with CleanLog(folder, "haandbog") as marks:
        assert marks.has("a") is False
        marks.add("b")
    assert (folder / FILE).read_bytes() == b"b"


def test_where_nothing_can_be_written_the_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"en fil")
    noted(tmp_path / "fil", "a")
    assert known(tmp_path / "fil", "a") == {"a": False}


def test_what_was_found_out_before_a_fault_is_noted_and_the_fault_is_told(folder: Path) -> None:
    with pytest.raises(KeyError, match="fejl"), CleanLog(folder, "haandbog") as marks:
        marks.add("a")
        raise KeyError("fejl")
    assert known(folder, "a") == {"a": True}


@settings(max_examples=examples(20))
@given(data=some.data())
def test_each_time_only_what_was_asked_for_or_added_is_left(
    data: some.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder, keys = tmp_path_factory.mktemp("notes"), some.sets(some.sampled_from("abcdef"))
    left: set[str] = set()
    for _ in range(3):
        asked, added = data.draw(keys), data.draw(keys)
        with CleanLog(folder, "haandbog") as marks:
            assert {key for key in asked if marks.has(key)} == asked & left
            marks.add_all(added)
        left = (asked & left) | added
    assert known(folder, *"abcdef") == {key: key in left for key in "abcdef"}
