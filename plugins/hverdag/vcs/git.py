"""Reads earlier versions of files from git.

Only plumbing commands are used, so that git runs nothing that the clone's configuration names. References are passed
so that git cannot take them for options.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path, PurePosixPath

GIT = "git"
MOST_VERSIONS = 300
"""Maximum number of earlier versions read of one file; more than any story is edited."""

MOST_COMMITS = 10_000
"""Maximum number of commits listed when only their dates or file names are needed."""

LARGEST = 30_000_000
"""Maximum size in bytes of a file exported from a commit."""

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
    """Git has no answer. `given` is the reference that was asked for, if any."""

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
    """The git repository of the publication in a folder, which may be a subfolder of the repository.

    Raises GitError if git is not installed, or if the folder is in no repository.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        output = self._ask("rev-parse", "--show-prefix", "--is-shallow-repository", fault=Fault.NO_REPOSITORY)
        prefix, _, shallow = output.decode("utf-8", "replace").rstrip("\n").rpartition("\n")
        self._prefix = prefix
        self.is_shallow = shallow == "true"
        self._digests: dict[str, str] = {}

    def commit(self, reference: str) -> str:
        """Return the hash of the commit that a reference names. Raises GitError if there is none."""
        fault = Fault.SHALLOW if self.is_shallow else Fault.UNKNOWN
        if not reference or "\0" in reference:
            raise GitError(Fault.UNKNOWN, reference)
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
        return self._ask(*asked, fault=fault, reference=reference).decode().strip()

    def fork(self, reference: str) -> str:
        """Return the merge base of a reference and HEAD. Raises GitError if they have no common commit, or if the clone
        is too shallow to contain it."""
        return self.fork_of(reference, "HEAD")

    def fork_of(self, reference: str, other: str) -> str:
        """Return the merge base of two references. Raises GitError as `fork` does."""
        base, head = self.commit(reference), self.commit(other)
        fault = Fault.SHALLOW if self.is_shallow else Fault.UNRELATED
        return self._ask("merge-base", base, head, fault=fault, reference=reference).decode().split("\n")[0]

    def files(self, commit: str, folders: Sequence[str], wanted: Callable[[str], bool]) -> Iterator[Version]:
        """Yield the regular files in some folders of a commit for which `wanted` returns True, up to LARGEST bytes.
        Paths are relative to the publication."""
        entries = {path: blob for path, blob in self.blobs(commit, folders).items() if wanted(path)}
        yield from (Version(commit, path, content) for path, content in self.contents(entries))

    def blobs(self, commit: str, folders: Sequence[str]) -> Mapping[str, str]:
        """Return the regular files in some folders of a commit, up to LARGEST bytes, as paths relative to the
        publication, each with git's name for its content."""
        listed = self._ask("ls-tree", "-r", "-z", "-l", commit, "--", *folders).decode("utf-8", "replace")
        blobs = {}
        for line in listed.split("\0"):
            about, _, path = line.partition("\t")
            parts = about.split()
            if parts and parts[0] in _REGULAR and int(parts[3]) <= LARGEST and _is_inside(path):
                blobs[path] = parts[2]
        return blobs

    @property
    def is_at_work(self) -> bool:
        """True if git is in the middle of a merge, a rebase or the like, and waits for somebody to finish it."""
        names = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
        asked = [word for name in names for word in ("--git-path", name)]
        paths = self._ask("rev-parse", *asked).decode("utf-8", "replace").splitlines()
        return any((self._root / path).exists() for path in paths)

    def changed(self, commit: str) -> tuple[str, ...]:
        """Return the sorted paths of the files that differ between a commit and HEAD. Uncommitted changes are left out:
        to read the work tree, git would run filters from the clone's configuration."""
        asked = ("diff-tree", "-r", "--name-only", "--no-renames", "--relative", "-z", commit, "HEAD")
        return tuple(sorted(filter(None, set(self._ask(*asked).decode("utf-8", "replace").split("\0")))))

    def touched(self, commit: str) -> frozenset[str]:
        """Return the tracked files of the publication that may differ between a commit and the work tree. Git compares
        sizes and times only: to read the files, it would run filters from the clone's configuration."""
        asked = ("--name-only", "--no-renames", "--ignore-submodules", "--relative", "-z")
        listed = self._ask("diff-index", "--cached", *asked, commit, "--", ".")
        listed += self._ask("diff-files", *asked, "--", ".")
        return frozenset(filter(None, listed.decode("utf-8", "replace").split("\0")))

    def first_parents(self, start: str, most: int) -> tuple[tuple[str, str], ...]:
        """Return up to `most` commits that changed a file of the publication, from a reference back along the first
        parents, the newest first, as pairs of hash and ISO date."""
        asked = ("rev-list", "--first-parent", f"--max-count={most}", "--format=%H %cs", self.commit(start), "--", ".")
        lines = self._ask(*asked).decode("utf-8", "replace").splitlines()
        return tuple((match[1], match[2]) for match in map(_DATED.fullmatch, lines) if match)

    def contents(self, blobs: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Yield path and content of some files, which are given by path with git's name for their content."""
        contents = self._contents(list(blobs.values()))
        yield from ((path, contents[name]) for path, name in blobs.items() if name in contents)

    def versions(self, path: str) -> Iterator[Version]:
        """Yield the committed versions of a file, the newest first. A shallow clone has only some of them."""
        with suppress(GitError):
            listed = self._ask("rev-list", f"--max-count={MOST_VERSIONS}", "HEAD", "--", path).decode().split()
            yield from self._read([(commit, path) for commit in listed])

    def dated(self, paths: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return up to MOST_COMMITS newest commits that changed any of the files, the oldest first, as pairs of hash
        and ISO date."""
        with suppress(GitError):
            asked = ("rev-list", f"--max-count={MOST_COMMITS}", "--format=%H %cs", "HEAD", "--", *paths)
            lines = self._ask(*asked).decode("utf-8", "replace").splitlines()
            return tuple((match[1], match[2]) for match in map(_DATED.fullmatch, reversed(lines)) if match)
        return ()

    def gone(self, folder: str) -> Iterator[Version]:
        """Yield the last version of each file that was removed from a folder or renamed."""
        yield from self._read([(f"{commit}^", path) for commit, path in self._log(folder, "--diff-filter=D")])

    def marked(self, folder: str, word: str) -> Iterator[Version]:
        """Yield the version of each file in a folder at each commit that wrote a word in it or took one out."""
        yield from self._read(list(self._log(folder, f"-S{word}", "--full-history", "-m")))

    def _log(self, folder: str, *asked: str) -> Iterator[tuple[str, str]]:
        with suppress(GitError):
            # A diff driver of the clone's configuration would be run.
            safe = ("--no-textconv", "--no-ext-diff", "--no-show-signature", f"--max-count={MOST_COMMITS}")
            shown = ("--no-renames", "--format=%H", "--name-only", "-z", "--relative", "HEAD", "--", folder)
            commit, log = "", self._ask("log", *asked, *safe, *shown)
            for part in filter(None, (part.strip("\n") for part in log.decode("utf-8", "replace").split("\0"))):
                commit, path = (part, "") if len(part) in (40, 64) and "/" not in part else (commit, part)
                yield from ((commit, path),) if path else ()

    def _read(self, places: Sequence[tuple[str, str]]) -> Iterator[Version]:
        """Yield the versions of files, which are given by commit and path; those that did not exist are left out."""
        yield from (Version(*place, content) for place, content in self.read_all(places).items())

    def read_all(self, places: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], bytes]:
        """Return the contents of files by (commit, path); those that did not exist are left out."""
        contents = self._contents([f"{commit}:./{path}" for commit, path in places])
        return {place: contents[name] for place in places if (name := f"{place[0]}:./{place[1]}") in contents}

    def known(self, commits: Iterable[str]) -> frozenset[str]:
        """Return those of some commits, named by their whole digests, that this clone has."""
        wanted = sorted(set(commits))
        output = self._ask("cat-file", "--batch-check", stdin="".join(f"{name}\n" for name in wanted).encode())
        answers = (line.split(" ") for line in output.decode("utf-8", "replace").splitlines())
        return frozenset(answer[0] for answer in answers if answer[1:2] == ["commit"])

    def read(self, commit: str, path: str) -> bytes | None:
        """Return the content of a file at a commit, or None if it did not exist."""
        return next(iter(self._contents([f"{commit}:./{path}"]).values()), None)

    def digest(self, commit: str, path: str, largest: int) -> str:
        """Return the SHA-256 of a file at a commit; an empty string if it did not exist or is larger than `largest`
        bytes. What many commits have in common is read once."""
        if "\n" in path:
            return ""
        about = self._ask("cat-file", "--batch-check", stdin=f"{commit}:./{path}\n".encode()).split()
        if len(about) != 3 or about[1] != b"blob" or int(about[2]) > largest:
            return ""
        name = about[0].decode()
        if name not in self._digests:
            self._digests[name] = sha256(self._contents([name])[name]).hexdigest()
        return self._digests[name]

    def _contents(self, names: Sequence[str]) -> Mapping[str, bytes]:
        """Return the contents of many blobs by name, read with one git process; missing ones are left out."""
        unique = [name for name in dict.fromkeys(names) if "\n" not in name]
        if not unique:
            return {}
        output = self._ask("cat-file", "--batch", stdin="".join(f"{name}\n" for name in unique).encode())
        contents = {}
        at = 0
        for name in unique:
            end = output.index(b"\n", at)
            line, at = output[at:end], end + 1
            head = line.split(b" ")
            if len(head) != 3 or line == name.encode() + b" missing":
                continue
            if head[1] == b"blob":
                contents[name] = output[at : at + int(head[2])]
            if head[1] in (b"blob", b"tree", b"commit", b"tag"):
                at += int(head[2]) + 1
        return contents

    def _ask(self, *words: str, fault: Fault = Fault.UNKNOWN, reference: str = "", stdin: bytes = b"") -> bytes:
        safe = ("-c", "core.fsmonitor=false", "-c", "core.quotepath=false", "--no-pager", "--literal-pathspecs")
        # A hook or another tool may have set GIT_DIR and the like for its own repository.
        ours = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
        quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
        environment = {**ours, **quiet, "LC_ALL": "C"}
        try:
            done = subprocess.run(  # noqa: S603 no shell
                (GIT, *safe, *words), cwd=self._root, input=stdin, capture_output=True, check=False, env=environment
            )
        except OSError as error:
            raise GitError(Fault.NO_GIT) from error
        if done.returncode:
            raise GitError(fault, reference)
        return done.stdout


def _is_inside(path: str) -> bool:
    """Return True if a path stays inside the folder it is written to."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and "\0" not in path
