"""What `hverdag receipts` asks before it writes."""

import re
from collections.abc import Callable
from dataclasses import replace

from ..locale import Catalogue
from ..model.uptake.workplaces import key
from ..workflows.receipts.decisions import Decisions, Guess
from ..workflows.receipts.intake import ReceiptIntake
from .options import answered, confirmed, is_at_terminal, is_yes, one_line, require_yes, stop_unchanged, tell
from .receipt_lines import changed_lines
from .row_lines import rows_named, sentence

Plan = Callable[[Decisions], ReceiptIntake]
"""Plans the intake of a file, with what has been decided about its rows."""


def decided(first: ReceiptIntake, plan: Plan, words: Catalogue) -> Decisions:
    """Ask what only a person can say: which workplaces are meant, and how a sentence without personal data goes.
    `first` is what the file comes to before anything is decided. Where nobody sits at a terminal, nothing is."""
    if not is_at_terminal():
        return Decisions()
    said = Decisions(workplaces=_workplaces(first, words))
    return replace(said, sentences=_sentences(plan(said) if said.workplaces else first, words))


def _workplaces(planned: ReceiptIntake, words: Catalogue) -> dict[str, str]:
    """Return the ids of the workplaces that are meant by unknown names. Each name is asked about once."""
    found: dict[str, tuple[Guess, list[int]]] = {}
    for read in planned.faulty:
        for guess in read.guesses:
            found.setdefault(key(guess.given), (guess, []))[1].append(read.row.number)
    accepted = {}
    for name, (guess, numbers) in found.items():
        question = words.say(
            '{rows}: No workplace is called "{given}". Did you mean "{name}"?',
            rows=rows_named(numbers, words),
            given=guess.given,
            name=guess.name,
        )
        if confirmed(one_line(question), words):
            accepted[name] = guess.id
    return accepted


def _sentences(planned: ReceiptIntake, words: Catalogue) -> dict[int, str]:
    """Return sentences that were written anew, by their rows: where nothing else is wrong, that is all it takes."""
    written: dict[int, str] = {}
    for read in planned.faulty:
        if read.wants_new_sentence:
            number, fault = read.row.number, sentence(read.problems[0], words)
            tell(one_line(words.say("{rows}: {fault}", rows=rows_named([number], words), fault=fault)))
            written |= _anew(number, words)
    return written


def _anew(number: int, words: Catalogue) -> dict[int, str]:
    """Return a sentence that somebody has written anew, by its row; nothing if the row is to wait."""
    question = words.say("Write the sentence of row {number} anew, or press Enter, and the row waits", number=number)
    sentence = answered(question)
    return {number: sentence} if sentence else {}


def approved(planned: ReceiptIntake, said: Decisions, plan: Plan, words: Catalogue) -> ReceiptIntake:
    """Return what is to be written, when somebody has said yes to it; exit with code 1 if the answer is no. Where there
    are sentences to read, the answer may be the numbers of rows: those are written anew, or wait, and it is asked
    again."""
    while planned.to_read:
        answer = answered(words.say("Shall this be written? [yes/no, or rows to write anew, as 7, 12]"))
        if is_yes(answer):
            return planned
        numbers = _numbers(answer) & {one.row.number for one in planned.new}
        if not numbers:
            stop_unchanged(words)
        sentences = {number: text for row in sorted(numbers) for number, text in _anew(row, words).items()}
        waiting = said.waiting | (numbers - sentences.keys())
        said = replace(said, sentences={**said.sentences, **sentences}, waiting=waiting)
        planned = plan(said)
        for line in changed_lines(planned, numbers, words):
            tell(one_line(line))
    require_yes(words.say("Shall this be written?"), words, yes=False)
    return planned


def _numbers(answer: str) -> set[int]:
    """Return the numbers in an answer such as `7, 12-14`."""
    found = re.findall(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?", answer, re.ASCII)
    return {number for first, last in found for number in range(int(first), int(last or first) + 1)}
