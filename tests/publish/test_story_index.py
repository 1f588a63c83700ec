"""The lists of what the cache story_codes of each story: written down first, and forgotten on one word."""

import os
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hverdag.publish.cache.story_index import LONG, StoryIndex
from tests.conftest import examples

ORGANISATION = "Fjordby"


def digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()


def listed(cache: Path, code: str) -> Path:
    """Where the list of a story lies, by its code."""
    name = digest(f"{ORGANISATION}\0{code}")
    return cache / "stories" / name[:2] / f"{name}.txt"


def lines(cache: Path, code: str) -> list[str]:
    return listed(cache, code).read_text("ascii").splitlines()


def path_of(name: str, ending: str = "pdf") -> str:
    """The path in the cache of a file that is kept there."""
    return f"paper/{digest(name)[:2]}/{digest(name)}.3.{ending}"


def kept(cache: Path, name: str) -> Path:
    path = cache / path_of(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"abc")
    return path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def memory(tmp_path: Path) -> StoryIndex:
    return StoryIndex(tmp_path, ORGANISATION)


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


class TestKept:
    """Before a file is used, it is written down which stories it story_codes."""

    def test_it_is_on_the_list_of_each_of_its_stories(self, tmp_path: Path, memory: StoryIndex) -> None:
        path = kept(tmp_path, "a")
        assert memory.kept(path, b"andet", ["f01", "f02"]) == path
        assert lines(tmp_path, "f01") == lines(tmp_path, "f02") == [path_of("a")]
        assert files(tmp_path / "stories") == sorted(
            listed(tmp_path, code).relative_to(tmp_path / "stories").as_posix() for code in ("f01", "f02")
        )
        assert path.read_bytes() == b"abc"

    def test_each_file_is_on_it_once_and_in_order(self, tmp_path: Path, memory: StoryIndex) -> None:
        for name in ("b", "a", "b", "a", "c"):
            memory.kept(kept(tmp_path, name), b"", ["f01"])
        assert listed(tmp_path, "f01").read_text("ascii") == "".join(f"{path_of(name)}\n" for name in "bac")

    def test_small_and_capital_letters_of_a_code_are_the_same(self, tmp_path: Path, memory: StoryIndex) -> None:
        memory.kept(kept(tmp_path, "a"), b"", ["F01"])
        memory.kept(kept(tmp_path, "b"), b"", ["f01"])
        assert lines(tmp_path, "f01") == [path_of("a"), path_of("b")]

    @pytest.mark.usefixtures("open_umask")
    def test_the_list_can_be_read_by_its_user_alone(self, tmp_path: Path, memory: StoryIndex) -> None:
        memory.kept(kept(tmp_path, "a"), b"", ["f01"])
        assert listed(tmp_path, "f01").stat().st_mode & 0o777 == 0o600

    def test_what_is_not_kept_needs_no_list(self, tmp_path: Path, memory: StoryIndex) -> None:
        assert memory.kept(None, b"abc", ["f01"]) == b"abc"
        assert files(tmp_path) == []

    def test_of_no_story_it_is_kept_and_not_written_down(self, tmp_path: Path, memory: StoryIndex) -> None:
        path = kept(tmp_path, "a")
        assert memory.kept(path, b"abc", []) == path
        assert files(tmp_path) == [path_of("a")]

    def test_what_cannot_be_written_down_is_deleted(self, tmp_path: Path, memory: StoryIndex) -> None:
        path = kept(tmp_path, "a")
        write(tmp_path / "stories", "en fil")
        assert memory.kept(path, b"abc", ["f01"]) == b"abc"
        assert not path.exists()

    def test_what_cannot_be_written_down_nor_deleted_is_not_used(
        self, tmp_path: Path, memory: StoryIndex, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object, **__: object) -> None:
            raise PermissionError

        path = kept(tmp_path, "a")
        write(tmp_path / "stories", "en fil")
        monkeypatch.setattr(Path, "unlink", refuse)
        assert memory.kept(path, b"abc", ["f01"]) == b"abc"

    def test_a_list_that_someone_has_written_in_can_be_added_to(self, tmp_path: Path, memory: StoryIndex) -> None:
        listed(tmp_path, "f01").parent.mkdir(parents=True)
        listed(tmp_path, "f01").write_bytes(b"\xff\xfe\n")
        path = kept(tmp_path, "a")
        assert memory.kept(path, b"abc", ["f01"]) == path
        assert listed(tmp_path, "f01").read_bytes() == f"\xff\xfe\n{path_of('a')}\n".encode("latin-1")

    def test_a_link_in_the_place_of_a_list_is_not_followed(self, tmp_path: Path, memory: StoryIndex) -> None:
        write(tmp_path / "andet.txt", "urørt")
        listed(tmp_path, "f01").parent.mkdir(parents=True)
        listed(tmp_path, "f01").symlink_to(tmp_path / "andet.txt")
        assert memory.kept(kept(tmp_path, "a"), b"abc", ["f01"]) == b"abc"
        assert (tmp_path / "andet.txt").read_text("utf-8") == "urørt"


class TestAllKept:
    """The files of a publication: those that lie in the cache are written down."""

    def test_only_what_lies_in_the_cache_is_written_down(self, tmp_path: Path) -> None:
        cache, own = tmp_path / "cache", tmp_path / "stories/billede.png"
        write(own, "abc")
        path = kept(cache, "a")
        asked: list[str] = []

        def story_codes(name: str) -> list[str]:
            asked.append(name)
            return [name.partition("/")[0]]

        held: dict[str, bytes | Path] = {"f01/a.pdf": path, "f02/b.pdf": b"abc", "f03/c.png": own}
        assert StoryIndex(cache, ORGANISATION).all_kept(held, story_codes) == held
        assert asked == ["f01/a.pdf", "f02/b.pdf", "f03/c.png"]
        assert files(cache) == sorted([path_of("a"), listed(cache, "f01").relative_to(cache).as_posix()])
        assert lines(cache, "f01") == [path_of("a")]
        assert own.exists()

    def test_what_cannot_be_written_down_is_handed_on_as_its_content(self, tmp_path: Path, memory: StoryIndex) -> None:
        path = kept(tmp_path, "a")
        write(tmp_path / "stories", "en fil")
        assert memory.all_kept({"a.pdf": path}, lambda _: ["f01"]) == {"a.pdf": b"abc"}
        assert not path.exists()


class TestForget:
    """Everything that story_codes a story goes, and nothing else does."""

    def test_every_file_of_the_story_goes_and_its_list_with_it(self, tmp_path: Path, memory: StoryIndex) -> None:
        for name, codes in (("a", ["f01"]), ("b", ["f01", "f02"]), ("c", ["f02"])):
            memory.kept(kept(tmp_path, name), b"", codes)
        assert memory.forget(["F01"]) == 2
        assert files(tmp_path) == sorted([path_of("c"), listed(tmp_path, "f02").relative_to(tmp_path).as_posix()])
        assert lines(tmp_path, "f02") == [path_of("b"), path_of("c")]

    def test_files_of_several_stories_are_counted_once_each(self, tmp_path: Path, memory: StoryIndex) -> None:
        for name, codes in (("a", ["f01"]), ("b", ["f01", "f02"]), ("c", ["f02"])):
            memory.kept(kept(tmp_path, name), b"", codes)
        assert memory.forget(["f01", "f02", "f03"]) == 3
        assert files(tmp_path) == []
        assert memory.forget(["f01", "f02"]) == 0

    def test_another_organisation_has_lists_of_its_own(self, tmp_path: Path, memory: StoryIndex) -> None:
        memory.kept(kept(tmp_path, "a"), b"", ["f01"])
        assert StoryIndex(tmp_path, "Lilleby").forget(["f01"]) == 0
        assert lines(tmp_path, "f01") == [path_of("a")]
        assert memory.forget(["f01"]) == 1

    def test_the_words_of_all_texts_go_with_the_first_file(self, tmp_path: Path, memory: StoryIndex) -> None:
        memory.kept(kept(tmp_path, "a"), b"", ["f01"])
        write(tmp_path / "words/ab/ord.json", "[]")
        assert memory.forget(["f02"]) == 0
        assert files(tmp_path / "words") == ["ab/ord.json"]
        assert memory.forget(["f01"]) == 1
        assert not (tmp_path / "words").exists()

    def test_a_file_that_is_gone_already_is_not_counted(self, tmp_path: Path, memory: StoryIndex) -> None:
        path = kept(tmp_path, "a")
        memory.kept(path, b"", ["f01"])
        path.unlink()
        assert memory.forget(["f01"]) == 0
        assert files(tmp_path) == []

    def test_a_file_that_another_build_deletes_at_the_same_moment_is_gone(
        self, tmp_path: Path, memory: StoryIndex, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path, whole = kept(tmp_path, "a"), Path.unlink
        memory.kept(path, b"", ["f01"])

        def raced(one: Path, missing_ok: bool = False) -> None:
            if one == path:
                whole(one)
            whole(one, missing_ok)

        monkeypatch.setattr(Path, "unlink", raced)
        assert memory.forget(["f01"]) == 1
        assert files(tmp_path) == []

    @pytest.mark.usefixtures("open_umask")
    def test_what_cannot_be_deleted_stays_on_its_list_alone(
        self, tmp_path: Path, memory: StoryIndex, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        paths, whole = [kept(tmp_path, name) for name in "abc"], Path.unlink
        for path in paths:
            memory.kept(path, b"", ["f01"])

        def stubborn(one: Path, missing_ok: bool = False) -> None:
            if one == paths[1]:
                raise PermissionError
            whole(one, missing_ok)

        monkeypatch.setattr(Path, "unlink", stubborn)
        assert memory.forget(["f01"]) == 2
        assert listed(tmp_path, "f01").read_text("ascii") == f"{path_of('b')}\n"
        assert listed(tmp_path, "f01").stat().st_mode & 0o777 == 0o600
        assert [path.exists() for path in paths] == [False, True, False]

    def test_a_list_that_cannot_be_deleted_or_written_stops_nothing(
        self, tmp_path: Path, memory: StoryIndex, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        paths, whole = [kept(tmp_path, name) for name in "ab"], Path.unlink
        for path in paths:
            memory.kept(path, b"", ["f01"])

        def stubborn(one: Path, missing_ok: bool = False) -> None:
            if one != paths[0]:
                raise PermissionError
            whole(one, missing_ok)

        def refuse(*_: object, **__: object) -> int:
            raise PermissionError

        monkeypatch.setattr(Path, "unlink", stubborn)
        monkeypatch.setattr(os, "open", refuse)
        assert memory.forget(["f01"]) == 1
        assert [path.exists() for path in paths] == [False, True]

    def test_a_folder_in_the_place_of_a_file_is_left_and_stays_on_its_list(
        self, tmp_path: Path, memory: StoryIndex
    ) -> None:
        path = kept(tmp_path, "a")
        memory.kept(path, b"", ["f01"])
        path.unlink()
        path.mkdir()
        assert memory.forget(["f01"]) == 0
        assert lines(tmp_path, "f01") == [path_of("a")]

    def test_what_is_written_down_meanwhile_is_on_the_list_afterwards(
        self, tmp_path: Path, memory: StoryIndex, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path, other, whole = kept(tmp_path, "a"), kept(tmp_path, "b"), Path.unlink
        memory.kept(path, b"", ["f01"])

        def slow(one: Path, missing_ok: bool = False) -> None:
            if one == path:
                memory.kept(other, b"", ["f01"])
            whole(one, missing_ok)

        monkeypatch.setattr(Path, "unlink", slow)
        assert memory.forget(["f01"]) == 1
        assert lines(tmp_path, "f01") == [path_of("b")]
        assert files(tmp_path) == sorted([path_of("b"), listed(tmp_path, "f01").relative_to(tmp_path).as_posix()])

    @pytest.mark.parametrize(
        "path",
        [
            f"../udenfor/{digest('a')[:2]}/{digest('a')}.3.pdf",
            f"paper/../paper/{digest('a')[:2]}/{digest('a')}.3.pdf",
            f"Paper/ab/{digest('a')}.3.pdf",
            f"paper1/ab/{digest('a')}.3.pdf",
            f"paper/{digest('a')}.3.pdf",
            f"paper/a/{digest('a')}.3.pdf",
            f"paper/abc/{digest('a')}.3.pdf",
            f"paper/AB/{digest('a')}.3.pdf",
            f"paper/ab/{digest('a')[:63]}.3.pdf",
            f"paper/ab/{digest('a')}0.3.pdf",
            f"paper/ab/{'G' * 64}.3.pdf",
            f"paper/ab/{digest('a')}.pdf",
            f"paper/ab/{digest('a')}.X.pdf",
            f"paper/ab/{digest('a')}..pdf",
            f"paper/ab/{digest('a')}.3.PDF",
            f"paper/ab/{digest('a')}.3.",
            f"paper/ab/{digest('a')}.3.pdf.txt",
            f"paper/ab/{digest('a')}x3.pdf",
            f"paper/ab/{digest('a')}.3xpdf",
            f"paper/ab/{digest('a')}.3.pdf ",
            f"/ab/{digest('a')}.3.pdf",
            "stories/list.txt",
        ],
    )
    def test_a_line_that_is_no_file_on_a_shelf_deletes_nothing(self, tmp_path: Path, path: str) -> None:
        cache = tmp_path / "cache"
        cache.mkdir()
        target = Path(f"{cache}/{path}".replace("//", "/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        (cache / "paper").mkdir(exist_ok=True)
        target.write_bytes(b"abc")
        write(listed(cache, "f01"), f"{path}\n")
        assert StoryIndex(cache, ORGANISATION).forget(["f01"]) == 0
        assert target.read_bytes() == b"abc"

    @pytest.mark.parametrize(
        "path", [f"a/00/{'0' * 64}.0.x", f"fonts/9f/{'9f' * 32}.1234567890.woff2", path_of("a"), path_of("a", "7z")]
    )
    def test_a_line_that_is_a_file_on_a_shelf_deletes_it(self, tmp_path: Path, memory: StoryIndex, path: str) -> None:
        write(tmp_path / path, "abc")
        write(listed(tmp_path, "f01"), f"\n{path}\n")
        assert memory.forget(["f01"]) == 1
        assert files(tmp_path) == []

    def test_a_list_of_other_letters_loses_only_those_lines(self, tmp_path: Path, memory: StoryIndex) -> None:
        path = kept(tmp_path, "a")
        listed(tmp_path, "f01").parent.mkdir(parents=True)
        listed(tmp_path, "f01").write_bytes(f"\xff\n{path_of('a')}\n\xe6".encode("latin-1"))
        assert memory.forget(["f01"]) == 1
        assert not path.exists()


class TestAKilledBuild:
    """What it had begun is not lost."""

    def test_a_list_that_was_renamed_and_not_deleted_is_read_by_the_next(
        self, tmp_path: Path, memory: StoryIndex
    ) -> None:
        first, second = kept(tmp_path, "a"), kept(tmp_path, "b")
        memory.kept(first, b"", ["f01"])
        index = listed(tmp_path, "f01")
        index.rename(index.with_name(f"{index.name}.{os.getpid()}"))
        memory.kept(second, b"", ["f01"])
        assert memory.forget(["f01"]) == 2
        assert files(tmp_path) == []

    def test_a_file_is_on_its_list_before_it_is_there(self, tmp_path: Path, memory: StoryIndex) -> None:
        assert memory.record(tmp_path / path_of("a"), ["f01"])
        assert lines(tmp_path, "f01") == [path_of("a")]

    def test_what_is_found_again_is_on_the_lists_again(self, tmp_path: Path, memory: StoryIndex) -> None:
        first, second = kept(tmp_path, "a"), kept(tmp_path, "b")
        assert memory.record_all([(first, ["f01", "f02"]), (second, ["f01"]), (first, ["F02"])])
        assert lines(tmp_path, "f01") == [path_of("a"), path_of("b")]
        assert lines(tmp_path, "f02") == [path_of("a")]


class TestLongLists:
    """A list that has grown long has lines of files that are gone: they go."""

    LENGTH = len(f"{path_of('a')}\n")

    def grown(self, cache: Path, memory: StoryIndex, count: int) -> list[str]:
        """The lines of a list that had so many, of which one is of a file that is there, when another is added."""
        gone = [path_of(f"gone {number}") for number in range(count - 1)]
        kept(cache, "a")
        write(listed(cache, "f01"), "".join(f"{line}\n" for line in (*gone, path_of("a"))))
        memory.kept(kept(cache, "b"), b"", ["f01"])
        return lines(cache, "f01")

    def test_up_to_its_length_it_is_left(self, tmp_path: Path, memory: StoryIndex) -> None:
        count = LONG // self.LENGTH - 2
        assert (LONG, self.LENGTH, (count + 2) * self.LENGTH) == (30_000, 80, LONG)
        found = self.grown(tmp_path, memory, count)
        assert len(found) == count + 1
        assert found[-2:] == [path_of("a"), path_of("b")]

    def test_once_beyond_it_it_is_left_until_it_is_as_long_again(self, tmp_path: Path, memory: StoryIndex) -> None:
        count = LONG // self.LENGTH
        assert len(self.grown(tmp_path, memory, count)) == count + 1

    def test_where_it_reaches_it_only_lines_of_files_that_are_there_stay(
        self, tmp_path: Path, memory: StoryIndex
    ) -> None:
        found = self.grown(tmp_path, memory, LONG // self.LENGTH - 1)
        assert found == sorted([path_of("a"), path_of("b")])
        assert files(tmp_path / "paper") == sorted(path_of(name).removeprefix("paper/") for name in "ab")
        assert memory.forget(["f01"]) == 2


@settings(max_examples=examples(20))
@given(
    some.dictionaries(some.sampled_from("abcdefgh"), some.sets(some.sampled_from(["f01", "F02", "f03"])), min_size=1),
    some.sets(some.sampled_from(["F01", "f02", "f03", "f04"])),
)
def test_what_holds_a_forgotten_story_is_gone_and_all_else_stays(
    held: dict[str, set[str]], forgotten: set[str]
) -> None:
    small = {code.lower() for code in forgotten}
    gone = {name for name, codes in held.items() if small & {code.lower() for code in codes}}
    with tempfile.TemporaryDirectory() as folder:
        memory = StoryIndex(Path(folder), ORGANISATION)
        for name, codes in held.items():
            assert memory.kept(kept(Path(folder), name), b"", sorted(codes)) == Path(folder) / path_of(name)
        assert memory.forget(sorted(forgotten)) == len(gone)
        assert {name for name in held if not (Path(folder) / path_of(name)).exists()} == gone
        assert memory.forget(sorted(forgotten)) == 0
