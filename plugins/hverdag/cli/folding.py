"""Folding old rows: a command says what goes and what stays, asks, and writes it."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from ..locale import Catalogue
from ..model.message import Message
from ..pipeline.read import ReadPublication
from ..workflows.tables.folding import Fold
from .options import one_line, require_yes, tell


class FoldMessages(NamedTuple):
    """What is said of one kind of rows: the comment above the counts, that none is old, how many go from git (`day`
    and `number`) and with their words (`number`), and that it is done."""

    header: Message
    none: Message
    old: Message
    words: Message
    done: Message


def fold(
    publication: ReadPublication,
    plan: Callable[[ReadPublication, date, str], Fold[Any, Any]],
    messages: FoldMessages,
    day: date,
    words: Catalogue,
    *,
    yes: bool,
) -> None:
    """Fold the old rows of a publication, as `plan` says."""
    planned = plan(publication, day, words.tell(messages.header))
    if not planned.changes:
        tell(words.tell(messages.none))
        return
    for line in _lines(planned, messages, words):
        tell(one_line(line))
    require_yes(words.say("Shall this be done?"), words, yes=yes)
    planned.write()
    tell(words.tell(messages.done))


def _lines(planned: Fold[Any, Any], messages: FoldMessages, words: Catalogue) -> Iterator[str]:
    """Yield what will be deleted and what stays, a line each."""
    say = words.say
    yield say(messages.old.text, day=words.day(planned.kept_from), number=len(planned.old))
    yield say(messages.words.text, number=planned.words)
    for change in planned.changes:
        text = say("Written: {path}", path=change.path) if change.after else ""
        yield text or say("Deleted: {path}", path=change.path)
