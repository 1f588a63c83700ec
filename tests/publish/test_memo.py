"""What is remembered from one run to the next: nothing that nobody asked for again, and nothing of a story that is
gone."""

import os
import time
from pathlib import Path

import pytest

from hverdag.publish.cache.memo import FOLDER, Memo
from hverdag.publish.cache.store import DAYS, SECONDS_A_DAY
from hverdag.publish.cache.story_index import StoryIndex

CODES = ("F01", "F02")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """An empty cache."""
    (tmp_path / "cache").mkdir(mode=0o700)
    return tmp_path / "cache"


def memo(cache: Path, publication: str = "/here", stage: str = "texts") -> Memo:
    return Memo(cache, Path(publication), stage)


def saved(cache: Path, **values: object) -> Path:
    """Save some values, and return their file."""
    held = memo(cache)
    held.update(values)
    held.save(StoryIndex(cache, "Lilleby"), CODES)
    (path,) = (cache / FOLDER).rglob("*.json")
    return path


def test_the_next_run_knows_what_was_kept(cache: Path) -> None:
    path = saved(cache, a="<p>Æøå \udc80</p>", b=[1, None])
    assert {name: memo(cache)[name] for name in "ab"} == {"a": "<p>Æøå \udc80</p>", "b": [1, None]}
    assert path.stat().st_mode & 0o077 == 0


def test_another_publication_or_stage_knows_nothing_of_it(cache: Path) -> None:
    saved(cache, a="x")
    assert "a" not in memo(cache, "/there")
    assert "a" not in memo(cache, stage="pages")


def test_what_was_not_asked_for_is_forgotten(cache: Path) -> None:
    saved(cache, a="x", b="y")
    held = memo(cache)
    assert held["a"] == "x"
    assert dict(held) == {"a": "x"}
    held.save(StoryIndex(cache, "Lilleby"), CODES)
    assert "b" not in memo(cache)
    assert memo(cache)["a"] == "x"


def test_what_is_taken_back_is_not_kept(cache: Path) -> None:
    saved(cache, a="x", b="y")
    held = memo(cache)
    assert held.pop("a", None) == "x"
    assert held.pop("c", None) is None
    held["b"] = "z"
    held["d"] = ""
    held.save(StoryIndex(cache, "Lilleby"), CODES)
    assert "a" not in memo(cache)


@pytest.mark.parametrize("code", CODES)
def test_with_a_story_that_is_gone_all_of_it_is(cache: Path, code: str) -> None:
    path = saved(cache, a="x")
    assert StoryIndex(cache, "Andetsted").forget([code]) == 0
    assert StoryIndex(cache, "Lilleby").forget([code]) == 1
    assert not path.exists()
    assert "a" not in memo(cache)


def test_where_stories_cannot_be_recorded_nothing_is_kept(cache: Path) -> None:
    (cache / "stories").write_text("in the way")
    held = memo(cache)
    held["a"] = "x"
    held.save(StoryIndex(cache, "Lilleby"), CODES)
    assert not list((cache / FOLDER).rglob("*.json"))


@pytest.mark.parametrize(
    "content", [b"", b"\n", b'a "evil"', b'a "evil"\n' + b"0" * 64, b"0" * 64 + b'\na "evil"\n', b"\xff\n\xff"]
)
def test_what_was_not_written_here_is_not_believed(cache: Path, content: bytes) -> None:
    path = saved(cache, a="x")
    path.write_bytes(content)
    assert "a" not in memo(cache)


def test_what_somebody_has_changed_is_not_believed(cache: Path) -> None:
    path = saved(cache, a="x")
    path.write_bytes(path.read_bytes().replace(b'"x"', b'"y"'))
    assert "a" not in memo(cache)


def test_a_publication_that_nobody_builds_is_forgotten_and_one_in_use_is_not(cache: Path) -> None:
    path = saved(cache, a="x")
    long_ago = time.time() - (DAYS + 1) * SECONDS_A_DAY
    os.utime(path, (long_ago, long_ago))
    held = memo(cache)
    assert held["a"] == "x"
    held.save(StoryIndex(cache, "Lilleby"), CODES)  # nothing is new, and it is in use
    other = memo(cache, "/there")
    other["b"] = ""
    other.save(StoryIndex(cache, "Lilleby"), ())
    assert path.exists()
    os.utime(path, (long_ago, long_ago))
    other["c"] = ""
    other.save(StoryIndex(cache, "Lilleby"), ())
    assert not path.exists()
