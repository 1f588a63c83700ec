"""Answers to frozen counts, so that no number, and no difference between two of them, is about fewer people than the
floor.

What an attacker may subtract, and why it tells nothing:

- **A department from everybody.** The departments whose number of answers may be told are chosen once, for all
  questions; the others are one rest, which is nobody or as many as the floor. A question is told of some of these
  departments, never of others, so it never divides the rest.
- **All from one.** Where everybody in a group answers alike, their number tells what each of them answered. So in a
  question no cell is ever empty, neither in a group nor in what is left.
- **One's own from all.** A consultant knows her own sheet. What is left of all courses without hers is as many as the
  floor, in every cell; a workplace knows its own number, so five of them are in every number of people who took part.
- **A question from another.** Those who did not answer a question are counted with those who do not agree. So every
  question is about the same people, and the numbers differ by nobody.
- **A year's second file from its first.** Each answer is counted in one file only. Whoever believes that the second
  file holds the first finds no difference under the floor either: such rows are left out.
- **A mean from another mean.** There are none: a mean times its number is a sum.

Numbers are hidden first, and per cents are made of what is left.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .counts import FEWEST_IN_PER_CENT, CountFile, CountKind, CountRow
from .floor import Cells, is_safe, shown_parts, total
from .isolating import revealing_editions
from .workplaces import FEWEST_WORKPLACES

AGREES = 4
"""The lowest answer on the scale from 1 to 5 that counts as agreeing."""
FEWEST_COURSES = 5
"""The fewest courses that evaluations are told of: one course rates one consultant."""
FEWEST_CONSULTANTS = 3
"""The fewest consultants: of two, each could subtract what is her own."""

REST = ""
"""Those who are in no department that is told of."""


@dataclass(frozen=True)
class Answered:
    """What one person answered: the department or the course, and 1 to 5 for each question, 0 where nothing was
    answered."""

    part: str
    answers: tuple[int, ...]


@dataclass
class Frozen:
    """Rows of counts, and what was left out: questions by their ids, and whether departments were. `counted` is True if
    the answers themselves are counted: they are never counted again."""

    rows: list[CountRow] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    has_hidden_parts: bool = False
    counted: bool = False


def freeze_questionnaire(
    given: Sequence[Answered], questions: Sequence[str], asked: int | None, fewest: int, *, by_part: bool = True
) -> Frozen:
    """Return the counts of the answers to the questionnaire: of everybody, and by department where that is safe."""
    found = Frozen()
    if len(given) < max(fewest, 1):
        return found
    kind, found.counted = CountKind.QUESTIONNAIRE.value, True
    of = asked if asked and is_safe((asked - len(given),), fewest) and asked >= len(given) else None
    found.rows.append(CountRow(count=kind, cells=(len(given),), of=of))
    of_parts = _by_part(given)
    parts = _named({part: (len(ones),) for part, ones in of_parts.items()}, fewest) if by_part else ()
    found.rows += [CountRow(count=kind, part=part, cells=(len(of_parts[part]),)) for part in parts]
    found.has_hidden_parts = by_part and len(parts) < len(of_parts)
    for at, question in enumerate(questions):
        _freeze_question(found, _divided(of_parts, at, parts), kind, question, fewest)
    return found


def freeze_courses(
    given: Sequence[Answered],
    questions: Sequence[str],
    consultants: Mapping[str, str],
    people: Mapping[str, int | None],
    fewest: int,
) -> Frozen:
    """Return the counts of the evaluations of courses, by the consultant and the number of people of each course:
    always all courses together, and none at all if they are too few.

    Each consultant knows her own courses, so what is told is safe without hers too."""
    courses = {one.part for one in given}
    leading = {consultants.get(course, "") for course in courses} - {""}
    found, others = Frozen(), [*_without_each(given, consultants, leading)]
    if len(courses) < FEWEST_COURSES or len(leading) < FEWEST_CONSULTANTS or len(given) < FEWEST_IN_PER_CENT:
        return found
    if any(len(rest) < fewest for rest in others):
        return found
    kind, found.counted = CountKind.COURSES.value, True
    silent = [_silent(rest, people) for rest in (given, *others)]
    is_told = all(number is not None and number >= 0 and is_safe((number,), fewest) for number in silent)
    of = sum(people.get(course) or 0 for course in courses) if is_told else None
    found.rows.append(CountRow(count=kind, cells=(len(given),), of=of, courses=len(courses)))
    for at, question in enumerate(questions):
        if all(is_safe(divided(rest, at), fewest) for rest in others):
            _freeze_question(found, {REST: divided(given, at)}, kind, question, fewest)
        else:
            found.hidden.append(question)
    return found


def _without_each(
    given: Sequence[Answered], consultants: Mapping[str, str], leading: Iterable[str]
) -> Iterator[list[Answered]]:
    """Yield what is left when each consultant subtracts what is her own; once more without the courses that nobody is
    known to lead, which may be hers."""
    for id in sorted(leading):
        for own in ({id}, {id, ""}):
            yield [one for one in given if consultants.get(one.part, "") not in own]


def _silent(given: Sequence[Answered], people: Mapping[str, int | None]) -> int | None:
    """Return how many took part in courses without an answer about them; None if that is known of some only."""
    numbers = [people.get(course) for course in {one.part for one in given}]
    return sum(number or 0 for number in numbers) - len(given) if all(numbers) else None


def freeze_participants(
    people: Mapping[str, int], workplaces: Mapping[str, Collection[str]], fewest: int, *, by_part: bool = True
) -> Frozen:
    """Return the counts of how many took part, by the people and the workplaces of each department; `REST` are those
    who came from several, or from one that is unknown.

    Five workplaces at least are in each number, and in what is left of everybody without the departments that are told
    of: otherwise it would be that of a few workplaces."""
    found, kind, everybody = Frozen(), CountKind.PARTICIPANTS.value, sum(people.values())
    filled = {part: number for part, number in people.items() if number}
    if everybody < max(fewest, 1) or not _are_wide(filled, workplaces):
        return found
    found.counted = True
    found.rows.append(CountRow(count=kind, cells=(everybody,)))
    shown = [part for part in filled if part != REST and filled[part] >= fewest and _are_wide([part], workplaces)]
    shown.sort(key=lambda part: (-filled[part], part))
    while shown and not _is_safe_rest([part for part in filled if part not in shown], filled, workplaces, fewest):
        shown.pop()
    parts = sorted(shown) if by_part else []
    found.rows += [CountRow(count=kind, part=part, cells=(filled[part],)) for part in parts]
    found.has_hidden_parts = by_part and len(parts) < len([part for part in filled if part != REST])
    return found


def _is_safe_rest(
    rest: Collection[str], people: Mapping[str, int], workplaces: Mapping[str, Collection[str]], fewest: int
) -> bool:
    return not rest or (sum(people[part] for part in rest) >= fewest and _are_wide(rest, workplaces))


def _are_wide(parts: Iterable[str], workplaces: Mapping[str, Collection[str]]) -> bool:
    """Return True if enough different workplaces are in some departments together."""
    return len({id for part in parts for id in workplaces.get(part, ())}) >= FEWEST_WORKPLACES


def without_revealing(frozen: Frozen, name: str, earlier: Iterable[CountFile], fewest: int) -> Frozen:
    """Return counts without the rows that, laid beside earlier files of the same year, tell of few people; nothing at
    all if the number of answers itself does."""
    files, hidden, rows = tuple(earlier), list(frozen.hidden), tuple(frozen.rows)
    while bad := _revealing(CountFile(path=name, rows=rows), files, fewest):
        told = [row for number, row in enumerate(rows) if number in bad]
        hidden += [row.question for row in told if row.question and not row.part]
        if not all(row.question for row in told):
            return Frozen(hidden=hidden)
        rows = tuple(row for number, row in enumerate(rows) if number not in bad)
    return Frozen(list(rows), hidden, frozen.has_hidden_parts, frozen.counted)


def _revealing(file: CountFile, files: Iterable[CountFile], fewest: int) -> set[int]:
    return {one.number for other in files for one in revealing_editions(file, other, fewest)}


def divided(given: Iterable[Answered], at: int) -> Cells:
    """Return how many agree with a question, and how many others there are."""
    answers = [one.answers[at] for one in given]
    agree = sum(answer >= AGREES for answer in answers)
    return agree, len(answers) - agree


def _freeze_question(found: Frozen, cells: Mapping[str, Cells], kind: str, question: str, fewest: int) -> None:
    everybody = total(cells.values())
    if not is_safe(everybody, fewest):
        found.hidden.append(question)
        return
    found.rows.append(CountRow(count=kind, question=question, cells=everybody))
    parts = _named(cells, fewest)
    found.rows += [CountRow(count=kind, question=question, part=part, cells=tuple(cells[part])) for part in parts]
    found.has_hidden_parts |= len(parts) < len([part for part in cells if part != REST])


def _divided(by_part: Mapping[str, Sequence[Answered]], at: int, parts: Sequence[str]) -> dict[str, Cells]:
    """Return the answers to a question by department, those of all other departments as one rest."""
    rest = [one for part, ones in by_part.items() if part not in parts for one in ones]
    return {**{part: divided(by_part[part], at) for part in parts}, REST: divided(rest, at)}


def _named(parts: Mapping[str, Cells], fewest: int) -> tuple[str, ...]:
    """Return the departments that are shown, in order. If the rest could be shown too, nothing changes: what is left
    without it is safe, and so is the rest."""
    return tuple(sorted(shown_parts(parts, fewest) - {REST}))


def _by_part(given: Iterable[Answered]) -> dict[str, list[Answered]]:
    found: dict[str, list[Answered]] = {}
    for one in given:
        found.setdefault(one.part, []).append(one)
    return found
