"""The journal as a PDF for the records system, and as an index that a spreadsheet opens."""

from typing import TypedDict

from ...locale import Catalogue
from ...model.artifact import Paper
from ...model.csv_text import csv_bytes, delimiter
from ...model.problem import Source
from ...model.settings import PATH
from ...paper.data import shown_all, written
from ...paper.kit import FrameData, PaperKit
from .model import Journal, JournalEntry, RecordKind


class EntryData(TypedDict):
    """An entry, by the number that the index has too."""

    number: str
    day: str
    kind: str
    who: str
    about: str
    texts: list[str]


class JournalData(FrameData):
    """The whole journal, which journal.typ reads. `dated` is the day as year, month and day."""

    imprint: str
    running: str
    period: str
    about: list[str]
    dated: list[int]
    entries: list[EntryData]
    notice: str
    labels: dict[str, str]


def paper(journal: Journal, name: str, kit: PaperKit) -> Paper:
    """Return the journal as a paper called `name`."""
    template, data = kit.template("journal/journal.typ"), written(_data(journal, kit))
    return Paper(name, template, data, Source(PATH), story_codes=journal.story_codes, archived=True)


def index(journal: Journal, kit: PaperKit) -> bytes:
    """Return the index as CSV: a row for each entry, by the number that it has in the PDF."""
    words = kit.words
    say = words.say
    head = [say("No."), say("Day"), say("What"), say("Who"), say("Code"), say("Title"), say("Words")]
    rows = [[*row[:-1], " ".join(row[-1].split())] for row in _rows(journal, words)]
    return csv_bytes([head, *rows], delimiter(kit.settings.language))


def _rows(journal: Journal, words: Catalogue) -> list[list[str]]:
    names = kind_names(words)
    return [
        [
            str(number),
            one.date.isoformat(),
            names[one.kind],
            one.who,
            one.reference,
            one.title,
            " ".join(map(words.tell, one.texts)),
        ]
        for number, one in enumerate(journal.entries, 1)
    ]


def kind_names(words: Catalogue) -> dict[RecordKind, str]:
    """Return the names of the kinds of entries."""
    return {
        RecordKind.SELECTION: words.say("Selection of stories"),
        RecordKind.DECISION: words.say("Decision on the criteria"),
        RecordKind.ANSWER: words.say("Management's response"),
        RecordKind.STATEMENT: words.say("Statement on a goal"),
        RecordKind.ENDED: words.say("Taken out: the consent has ended"),
    }


def _data(journal: Journal, kit: PaperKit) -> JournalData:
    words = kit.words
    names, say = kind_names(words), words.say
    day = journal.today
    whole: JournalData = {
        **kit.frame(f"{say('Journal of the work with the values')}. {kit.settings.title}"),
        "imprint": kit.imprint(""),
        "running": say("Journal of the work with the values"),
        "period": _period(journal, words),
        "about": [
            say("What was selected, decided, answered and said, by day. People appear as groups and roles."),
            say(
                "Of a story that was declined only the reason is here, and of one that is taken out only code and days."
            ),
        ],
        "dated": [day.year, day.month, day.day],
        "entries": [_entry(number, one, names, words) for number, one in enumerate(journal.entries, 1)],
        "notice": kit.settings.notice,
        "labels": {
            "page": say("Page"),
            "of": say("of"),
            "number": say("No."),
            "day": say("Day"),
            "what": say("What"),
            "words": say("Words"),
            "none": say("There is nothing to enter from these days."),
        },
    }
    return shown_all(whole)


def _period(journal: Journal, words: Catalogue) -> str:
    last = words.day(journal.last)
    if journal.first:
        period = words.say("From {first} to {last}.", first=words.day(journal.first), last=last)
    else:
        period = words.say("Up to {last}.", last=last)
    return f"{period} {words.say('Gathered on {day}.', day=words.day(journal.today))}"


def _entry(number: int, one: JournalEntry, names: dict[RecordKind, str], words: Catalogue) -> EntryData:
    return {
        "number": str(number),
        "day": words.day(one.date),
        "kind": names[one.kind],
        "who": one.who,
        "about": " ".join(filter(None, (one.reference, one.title))),
        "texts": [words.tell(text) for text in one.texts],
    }
