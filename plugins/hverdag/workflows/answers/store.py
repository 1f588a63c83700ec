"""The answers in private/answers/: no names, no times, and sorted, so that their order tells nothing."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from ...features.evaluation import command_rules as rules
from ...model.declared import Declared, Number, Placed, Text, Verbatim, declared
from ...model.problem import Source
from ...model.uptake.counts import CountKind
from ...model.uptake.freezing import Answered
from ...model.yaml_text import quoted
from ...parse.data_files import MAX_DATA
from ...parse.files import read_bytes
from ...parse.publication import fields_of
from ...publish.private_files import FOLDER
from ..source_files import Replacement
from ..story_file import RefusedError

P = TypeVar("P", bound=Placed)

ANSWERS = "answers"
"""The folder in private/."""
_CLOSED = 0o600
"""The rights to these files: also one that is copied elsewhere is for the user alone."""


class StoredAnswer(Declared):
    """What one person answered."""

    part: str = declared("Department or course", "The id; empty if it was not said.")
    answers: tuple[Number, ...] = declared("Answers", "1 to 5 for each question, 0 for none.", default=())
    counted: Text = declared("Counted", "The file of counts that holds the answer.")
    told: Number = declared("Told", "The batch in which the consultant has seen it; 0 for none.", default=0)


class OpenAnswer(Declared):
    """What somebody wrote about a course; nothing says who else answered what."""

    part: Text = declared("Course", "The id of the course.")
    text: Verbatim = declared("Text", "What was written.")
    told: Number = declared("Told", "The batch in which the consultant has seen it; 0 for none.", default=0)


class AnswerFile(Placed):
    """The answers of one year to one questionnaire."""

    questions: tuple[Text, ...] = declared("Questions", "Their ids, in the order of the answers.", default=())
    rows: tuple[StoredAnswer, ...] = declared("Rows", "The answers, sorted.", default=())
    words: tuple[OpenAnswer, ...] = declared("Words", "What was written, sorted.", default=())


class TakenIn(Placed):
    """The files that have been taken in, by a digest of their content."""

    files: tuple[Text, ...] = declared("Files", "Digests.", default=())


@dataclass(frozen=True)
class Stored:
    """The answers of one year, or to one measurement, and the bytes of their files: ticks in one, words in another."""

    year: str
    kind: CountKind
    questions: tuple[str, ...]
    rows: tuple[StoredAnswer, ...] = ()
    words: tuple[OpenAnswer, ...] = ()
    before: tuple[bytes, bytes] = (b"", b"")

    @property
    def paths(self) -> tuple[str, str]:
        """The paths of the file of ticks, and of the file of words."""
        start = f"{FOLDER}/{ANSWERS}/{self.year}-{self.kind.value}"
        return f"{start}.yml", f"{start}-words.yml"

    def with_rows(self, rows: Iterable[StoredAnswer], words: Iterable[OpenAnswer]) -> "Stored":
        """Return the same with other answers, sorted."""
        ordered = sorted(rows, key=lambda row: (row.part, row.counted, row.told, row.answers))
        return replace(
            self, rows=tuple(ordered), words=tuple(sorted(words, key=lambda one: (one.part, one.told, one.text)))
        )

    def replacements(self, root: Path) -> list[Replacement]:
        """Return the changes of the two files."""
        ticks, words = (root / path for path in self.paths)
        found = [Replacement(ticks, self.before[0], self._ticks(), _CLOSED)]
        if self.words or self.before[1]:
            found.append(Replacement(words, self.before[1], self._words(), _CLOSED))
        return found

    def _ticks(self) -> bytes:
        lines = [f"questions: [{', '.join(self.questions)}]", "rows:"]
        for row in self.rows:
            counted = f', counted: "{row.counted}"' if row.counted else ""
            told = f", told: {row.told}" if row.told else ""
            answers = ", ".join(map(str, row.answers))
            lines.append(f'  - {{part: "{row.part}", answers: [{answers}]{counted}{told}}}')
        return _encoded(lines, self.paths[0])

    def _words(self) -> bytes:
        lines = ["words:"]
        for one in self.words:
            lines += [f'  - part: "{one.part}"', f"    text: {quoted(one.text)}"]
            lines += [f"    told: {one.told}"] if one.told else []
        return _encoded(lines, self.paths[1])


def answered(row: StoredAnswer) -> Answered:
    """Return a stored answer as it is counted."""
    return Answered(row.part, row.answers)


def load(root: Path, year: str, kind: CountKind, questions: Sequence[str]) -> Stored:
    """Return the answers of a year. Raises RefusedError if a file with earlier ones cannot be read as a whole."""
    stored = Stored(year, kind, tuple(questions))
    ticks, words = (read_whole(root, path, AnswerFile) for path in stored.paths)
    if ticks[1].questions not in ((), stored.questions) or any(
        len(row.answers) != len(questions) for row in ticks[1].rows
    ):
        raise _unreadable(stored.paths[0])
    return replace(stored, rows=ticks[1].rows, words=words[1].words, before=(ticks[0], words[0]))


def years(root: Path, kind: CountKind) -> tuple[str, ...]:
    """Return the years that have answers to a questionnaire."""
    found = (root / FOLDER / ANSWERS).glob(f"[0-9][0-9][0-9][0-9]-{kind.value}.yml")
    return tuple(sorted(path.name[:4] for path in found))


def digest_of(raw: bytes) -> str:
    """Return what a file is recognised by."""
    return hashlib.sha256(raw).hexdigest()


@dataclass(frozen=True)
class TakenFiles:
    """The digests of the files that have been taken in, and the bytes of the file that holds them."""

    files: tuple[str, ...]
    before: bytes

    def replacement(self, root: Path, digest: str) -> Replacement:
        """Return the change that adds a digest."""
        lines = ["files:", *(f'  - "{one}"' for one in sorted({*self.files, digest}))]
        return Replacement(root / _JOURNAL, self.before, _encoded(lines, _JOURNAL), _CLOSED)


_JOURNAL = f"{FOLDER}/{ANSWERS}/taken-in.yml"


def taken_files(root: Path) -> TakenFiles:
    """Return the digests of the files that have been taken in."""
    raw, read = read_whole(root, _JOURNAL, TakenIn)
    return TakenFiles(read.files, raw)


def read_whole(root: Path, path: str, model: type[P]) -> tuple[bytes, P]:
    """Return the bytes of a file in private/ and its fields; nothing of either if there is none. Raises RefusedError if
    it cannot be read as a whole."""
    try:
        raw, _ = read_bytes(root, path, MAX_DATA)
    except FileNotFoundError:
        return b"", model(path=path)
    except OSError as error:
        raise _unreadable(path) from error
    read = fields_of(raw, path, model)
    if read.faulty or not read.places:
        raise _unreadable(path)
    return raw, read


def _encoded(lines: Sequence[str], path: str) -> bytes:
    content = ("\n".join(lines) + "\n").encode()
    if len(content) > MAX_DATA:
        raise _unreadable(path)
    return content


def _unreadable(path: str) -> RefusedError:
    return RefusedError(rules.STORED.at(Source(path), given=path))
