"""The codebook beside the file of answers for whoever evaluates from outside, as plain text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..locale import Catalogue
from ..model.message import Message


@dataclass(frozen=True)
class Codebook:
    """What the file holds: its name, the number of answers, the questions and the departments by their ids, the word in
    the place of other departments (empty if there are none), and the floor."""

    name: str
    answers: int
    questions: Mapping[str, Message]
    departments: Mapping[str, str]
    others: str
    fewest: int


def codebook_text(book: Codebook, words: Catalogue) -> str:
    """Return the codebook."""
    return "\n".join((*_lines(book, words), ""))


def _lines(book: Codebook, words: Catalogue) -> Iterator[str]:
    say, tell = words.say, words.tell
    yield f"{book.name}.csv"
    yield ""
    yield words.count("{number} answer, one in each row.", "{number} answers, one in each row.", book.answers)
    yield say("There are no names, times or texts in it, and the rows are sorted, so that their order tells nothing.")
    yield say(
        "It holds the departments and questions of the published numbers only. In each department, at least {fewest} "
        "agree with each question, and at least {fewest} do not.",
        fewest=book.fewest,
    )
    yield say(
        "It is not for publication. Each row is what one person answered: whoever knows most of it may find the rest."
    )
    yield say("Whoever gets the file must not try to find out who answered, or lay it beside other files.")
    yield ""
    yield f"department: {say('The department')}"
    yield from (f"    {id} = {name}" for id, name in book.departments.items())
    if book.others:
        yield f"    {book.others} = {say('Other departments, or none that was said')}"
    yield ""
    yield from (f"{id}: {tell(text)}" for id, text in book.questions.items())
    yield f"    1 = {say('Agrees: one of the two boxes to the right')}"
    yield f"    0 = {say('Does not agree, is in doubt, or did not answer')}"
