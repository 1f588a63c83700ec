"""A consultant's own sheet: what those who took part said of the courses that she has led."""

from dataclasses import dataclass
from datetime import date

from ..message import Message


@dataclass(frozen=True)
class CourseResult:
    """What was told of one course at one time: how many answered, how many agreed with each question, and what was
    written, sorted. A number is None where it would be about few people."""

    name: str
    day: date | None
    answers: int
    agree: tuple[tuple[Message, Message | int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class ConsultantSheet:
    """The sheet of one consultant: her id and role, and her courses, the newest first. `waiting` are the names of those
    that too few have answered about yet."""

    id: str
    role: str
    courses: tuple[CourseResult, ...]
    waiting: tuple[str, ...] = ()
