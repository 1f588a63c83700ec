"""The only room that asks git: what a publication was at another time, and which texts a file has held.

Only plumbing is used, so that nothing a clone is configured with is run, and no reference is read as an option.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

GIT = "git"
MOST_VERSIONS = 300
"""So many earlier versions of a file are looked at: more than any story has been edited."""

MOST_COMMITS = 10_000
"""So many commits are asked for where only their days, or the names of files, are wanted."""

LARGEST = 30_000_000
"""Bytes of a file of another time that is read."""

_REGULAR = ("100644", "100755")
_DATED = re.compile(r"([0-9a-f]+) ([1-9]\d{3}-\d\d-\d\d)", re.ASCII)


class Fault(StrEnum):
    """Why git has no answer."""

    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    UNKNOWN = "unknown-reference"
    SHALLOW = "shallow"
    UNRELATED = "unrelated"


class GitError(Exception):
    """Git has no answer. `given` is the reference that was asked for."""

    def __init__(self, fault: Fault, given: str = "") -> None:
        super().__init__(fault.value, given)
        self.fault = fault
        self.given = given


@dataclass(frozen=True)
class Version:
    """A file as it was at a commit."""

    commit: str
    path: str
    content: bytes


class Repository:
    """The history of the publication in a folder, which may be only a part of its repository.

    Raises GitError where there is no git, or no repository.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        found = self._ask("rev-parse", "--show-prefix", "--is-shallow-repository", fault=Fault.NO_REPOSITORY)
        prefix, _, shallow = found.decode("utf-8", "replace").rstrip("\n").rpartition("\n")
        self._prefix = prefix
        self.is_shallow = shallow == "true"

    def commit(self, reference: str) -> str:
        """Return the commit that a reference names. Raises GitError where there is none."""
        fault = Fault.SHALLOW if self.is_shallow else Fault.UNKNOWN
        if not reference or "\0" in reference:
            raise GitError(Fault.UNKNOWN, reference)
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
        return self._ask(*asked, fault=fault, given=reference).decode().strip()

    def fork(self, reference: str) -> str:
        """Return the commit that the work here began from, seen from a reference. Raises GitError where the two have
        nothing in common, or where the clone does not reach that far back."""
        return self.fork_of(reference, "HEAD")

    def fork_of(self, reference: str, other: str) -> str:
        """Return the commit that two references have in common. Raises GitError as `fork` does."""
        base, head = self.commit(reference), self.commit(other)
        fault = Fault.SHALLOW if self.is_shallow else Fault.UNRELATED
        return self._ask("merge-base", base, head, fault=fault, given=reference).decode().split("\n")[0]

    def files(self, commit: str, folders: Sequence[str], wanted: Callable[[str], bool]) -> Iterator[Version]:
        """Yield the regular files that a commit holds in some folders, those that are wanted, by their paths from the
        publication."""
        entries = []
        for line in (
            self._ask("ls-tree", "-r", "-z", "-l", commit, "--", *folders).decode("utf-8", "replace").split("\0")
        ):
            about, _, path = line.partition("\t")
            if (
                about
                and (parts := about.split())[0] in _REGULAR
                and int(parts[3]) <= LARGEST
                and _is_inside(path)
                and wanted(path)
            ):
                entries.append((path, parts[2]))
        contents = self._contents([name for _, name in entries])
        for path, name in entries:
            if name in contents:
                yield Version(commit, path, contents[name])

    def changed(self, commit: str) -> tuple[str, ...]:
        """Return the paths of all files that are not as they were at a commit, as far as that has been committed: to
        look at the files themselves, git would run what the clone is configured with."""
        asked = ("diff-tree", "-r", "--name-only", "--no-renames", "--relative", "-z", commit, "HEAD")
        return tuple(sorted(filter(None, set(self._ask(*asked).decode("utf-8", "replace").split("\0")))))

    def versions(self, path: str) -> Iterator[Version]:
        """Yield the earlier versions of a file, the newest first. A clone that is not whole has only some of them."""
        with suppress(GitError):
            listed = self._ask("rev-list", f"--max-count={MOST_VERSIONS}", "HEAD", "--", path).decode().split()
            contents = self._contents([f"{commit}:./{path}" for commit in listed])
            for commit in listed:
                if f"{commit}:./{path}" in contents:
                    yield Version(commit, path, contents[f"{commit}:./{path}"])

    def dated(self, paths: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return the newest MOST_COMMITS commits that changed any of some files, the oldest of them first, each with
        its day, as 2026-11-21."""
        with suppress(GitError):
            asked = ("rev-list", f"--max-count={MOST_COMMITS}", "--format=%H %cs", "HEAD", "--", *paths)
            lines = self._ask(*asked).decode("utf-8", "replace").splitlines()
            found = (_DATED.fullmatch(line) for line in reversed(lines))
            return tuple((one[1], one[2]) for one in found if one)
        return ()

    def gone(self, folder: str) -> Iterator[Version]:
        """Yield the files that have been removed from a folder, or given another name, as they last were."""
        with suppress(GitError):
            asked = (
                "log",
                "--diff-filter=D",
                "--no-renames",
                "--format=%H",
                "--name-only",
                "-z",
                "--no-show-signature",
            )
            told = self._ask(*asked, f"--max-count={MOST_COMMITS}", "--relative", "HEAD", "--", folder).decode(
                "utf-8", "replace"
            )
            commit = ""
            wanted = []
            for part in filter(None, (part.strip("\n") for part in told.split("\0"))):
                if len(part) in (40, 64) and "/" not in part:
                    commit = part
                else:
                    wanted.append((f"{commit}^", part))
            contents = self._contents([f"{commit}:./{path}" for commit, path in wanted])
            for commit, path in wanted:
                if f"{commit}:./{path}" in contents:
                    yield Version(commit, path, contents[f"{commit}:./{path}"])

    def read_all(self, places: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], bytes]:
        """Return files as they were, by commit and path, where they were there."""
        contents = self._contents([f"{commit}:./{path}" for commit, path in places])
        return {place: contents[name] for place in places if (name := f"{place[0]}:./{place[1]}") in contents}

    def read(self, commit: str, path: str) -> bytes | None:
        """Return a file as it was at a commit, or nothing where it was not there."""
        return next(iter(self._contents([f"{commit}:./{path}"]).values()), None)

    def _contents(self, names: Sequence[str]) -> Mapping[str, bytes]:
        """Read many objects at once."""
        unique = [name for name in dict.fromkeys(names) if "\n" not in name]
        if not unique:
            return {}
        told = self._ask("cat-file", "--batch", given_in="".join(f"{name}\n" for name in unique).encode())
        found = {}
        at = 0
        for name in unique:
            end = told.index(b"\n", at)
            head = told[at:end].split(b" ")
            missing = told[at:end] == name.encode() + b" missing"
            at = end + 1
            if missing or len(head) != 3:
                continue
            if head[1] == b"blob":
                size = int(head[2])
                found[name] = told[at : at + size]
                at += size + 1
            elif head[1] in (b"tree", b"commit", b"tag"):
                at += int(head[2]) + 1
        return found

    def _ask(self, *words: str, fault: Fault = Fault.UNKNOWN, given: str = "", given_in: bytes = b"") -> bytes:
        safe = ("-c", "core.fsmonitor=false", "-c", "core.quotepath=false", "--no-pager", "--literal-pathspecs")
        # What a hook or another tool has set for its own repository is not meant for this one.
        ours = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
        quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
        kept = {**ours, **quiet, "LC_ALL": "C"}
        try:
            done = subprocess.run(  # noqa: S603 no shell
                (GIT, *safe, *words), cwd=self._root, input=given_in, capture_output=True, check=False, env=kept
            )
        except OSError as error:
            raise GitError(Fault.NO_GIT) from error
        if done.returncode:
            raise GitError(fault, given)
        return done.stdout


def _is_inside(path: str) -> bool:
    """Whether a path may be written below a folder."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and "\0" not in path


def export(
    repository: Repository, commit: str, folders: Sequence[str], to: Path, wanted: Callable[[str], bool]
) -> None:
    """Write the files of another time to a folder, those that are wanted."""
    for version in repository.files(commit, folders, wanted):
        with suppress(OSError):  # a name that this computer cannot have
            (to / version.path).parent.mkdir(parents=True, exist_ok=True)
            (to / version.path).write_bytes(version.content)
