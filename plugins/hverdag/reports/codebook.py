"""The codebook beside the anonymised file of answers, as plain text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..locale import Catalogue
from ..model.message import Message


@dataclass(frozen=True)
class Codebook:
    """What the file holds: its name, the number of answers, the questions and the departments by their ids, the word in
    the place of other departments (empty if there are none), the answers from 1 to 5, and the floor."""

    name: str
    answers: int
    questions: Mapping[str, Message]
    departments: Mapping[str, str]
    others: str
    scale: Sequence[Message]
    fewest: int


def codebook_text(book: Codebook, words: Catalogue) -> str:
    """Return the codebook."""
    return "\n".join((*_lines(book, words), ""))


def _lines(book: Codebook, words: Catalogue) -> Iterator[str]:
    say, tell = words.say, words.tell
    yield f"{book.name}.csv"
    yield ""
    yield words.count("{number} answer, one in each row.", "{number} answers, one in each row.", book.answers)
    yield say(
        "There are no names, times or texts in it, and the rows are sorted, so that their order tells nothing. "
        "At least {fewest} answers share each department.",
        fewest=book.fewest,
    )
    yield say("Whoever gets the file must not try to find out who answered, or lay it beside other files.")
    yield ""
    yield f"department: {say('The department')}"
    yield from (f"    {id} = {name}" for id, name in book.departments.items())
    if book.others:
        yield f"    {book.others} = {say('Other departments, or none that was said')}"
    yield ""
    yield from (f"{id}: {tell(text)}" for id, text in book.questions.items())
    yield from (f"    {number} = {tell(step)}" for number, step in enumerate(book.scale, 1))
    yield f"    {say('(empty)')} = {say('Not answered')}"
