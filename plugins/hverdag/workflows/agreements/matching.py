"""Which rows of a file are there already. Without their words, agreements from one meeting look the same in git; so a
row is known by its words where those are in private/wordings, and otherwise by its place among those of its meeting."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...features.agreements import command_rules as rules
from ...model.problem import Problem
from ...model.slug import squeezed
from ...model.uptake.agreements import Agreement, AgreementFile
from ...parse.csv_table import Table
from .rows import ReadRow


@dataclass(frozen=True)
class Held:
    """An agreement that is in the repository: its file, its number there, what it says with its words, and what it says
    in git."""

    path: str
    number: int
    agreement: Agreement
    in_git: Agreement


@dataclass
class Matched:
    """The rows that are new, with their numbers among those of their meeting; those that change what is there; the
    numbers of rows that are there already, each with where; and what is told of others."""

    new: list[ReadRow] = field(default_factory=list)
    changed: list[tuple[ReadRow, Held]] = field(default_factory=list)
    doubles: list[tuple[int, str | int]] = field(default_factory=list)
    told: list[Problem] = field(default_factory=list)


def matched(
    read: Sequence[ReadRow], public: Sequence[AgreementFile], words: Mapping[tuple[str, ...], Agreement], table: Table
) -> Matched:
    """Return what becomes of the sound rows of a file. `words` are the agreements of private/wordings."""
    return _Matching(public, words, table).matched(read)


class _Matching:
    def __init__(
        self, public: Sequence[AgreementFile], words: Mapping[tuple[str, ...], Agreement], table: Table
    ) -> None:
        self._table = table
        self._words = words
        self._held: dict[tuple[str, ...], list[Held]] = {}
        for file in public:
            for number, one in enumerate(file.agreements):
                whole = _with_words(one, words.get(one.identity))
                self._held.setdefault(one.meeting, []).append(Held(file.path, number, whole, one))
        self._new: dict[tuple[str, ...], list[ReadRow]] = {}
        self._claimed: set[tuple[str, int]] = set()

    def matched(self, read: Sequence[ReadRow]) -> Matched:
        found = Matched()
        for row in sorted(read, key=lambda one: not self._is_known(one)):
            self._match(row, found)
        found.new.sort(key=lambda one: one.row.number)
        found.changed.sort(key=lambda one: one[0].row.number)
        return found

    def _is_known(self, row: ReadRow) -> bool:
        """Return True if the words of a row are those of an agreement that is there: it is matched first, so that no
        other row takes its place."""
        one = row.agreement
        return one is not None and any(_same(one, held.agreement) for held in self._held.get(one.meeting, ()))

    def _match(self, row: ReadRow, found: Matched) -> None:
        one = row.agreement
        if one is None:
            return
        earlier = next(
            (new for new in self._new.get(one.meeting, ()) if new.agreement and _same(one, new.agreement)), None
        )
        if earlier:
            found.doubles.append((row.row.number, earlier.row.number))
            return
        held = self._find(one)
        if held is None:
            self._add(row, one, found)
            return
        self._claimed.add((held.path, held.number))
        if held.agreement.result and one.result and held.agreement.result is not one.result:
            source = self._table.at(row.row, "outcome")
            given = {"given": one.outcome, "known": held.agreement.outcome}
            found.told.append(rules.ANSWERED.at(source, **given))
        elif _says_more(one, held.agreement):
            found.changed.append((row, held))
        else:
            found.doubles.append((row.row.number, held.path))

    def _find(self, one: Agreement) -> Held | None:
        """Return the agreement that a row is: the one with its words, or the first whose words nobody knows."""
        free = [held for held in self._held.get(one.meeting, ()) if (held.path, held.number) not in self._claimed]
        known = (held for held in free if _same(one, held.agreement))
        return next(known, None) or next((held for held in free if not held.agreement.agreement), None)

    def _add(self, row: ReadRow, one: Agreement, found: Matched) -> None:
        number = self._number_of(one)
        new = ReadRow(row.row, row.mark, one.model_copy(update={"number": number}), moved=row.moved)
        self._new.setdefault(one.meeting, []).append(new)
        found.new.append(new)

    def _number_of(self, one: Agreement) -> int:
        """Return the number of a new row in its meeting. Words may be in private/ alone: those of a run that was ended
        before it had written the rest, which are its own, or those of an agreement that is deleted."""
        held = {other.agreement.number for other in self._held.get(one.meeting, ())}
        held |= {new.agreement.number for new in self._new.get(one.meeting, ()) if new.agreement}
        alone = [words for words in self._words.values() if words.meeting == one.meeting and words.number not in held]
        own = next((words.number for words in alone if _same(words, one)), None)
        return own or max((*held, *(words.number for words in alone)), default=0) + 1


def _with_words(one: Agreement, words: Agreement | None) -> Agreement:
    if words is None:
        return one
    more = {name: getattr(one, name) or getattr(words, name) for name in ("agreement", "happened")}
    return one.model_copy(update=more)


def _same(one: Agreement, other: Agreement) -> bool:
    return squeezed(one.agreement) == squeezed(other.agreement)


def _says_more(one: Agreement, held: Agreement) -> bool:
    """Return True if a row says what became of an agreement, or another day to look at it, that is not there yet."""
    moved = bool(one.review and one.review != held.review and not held.result)
    return bool(one.result and not held.result) or moved or bool(one.happened and one.happened != held.happened)


def changed_agreement(one: Agreement, held: Agreement) -> Agreement:
    """Return an agreement that is there with what a row says more."""
    review = one.review if one.review and not held.result else held.review
    more = {"outcome": held.outcome or one.outcome, "review": review, "happened": one.happened or held.happened}
    return held.model_copy(update={**more, "agreement": held.agreement or one.agreement})


def lasting(found: Matched) -> Iterator[ReadRow]:
    """Yield the rows that something is written of."""
    yield from found.new
    yield from (row for row, _ in found.changed)
