"""The year's status as data for paper: four pages of A4 for a handbook of the usual size."""

from collections.abc import Iterator, Sequence

from ...model.artifact import Output
from ...model.printable import Printable
from ...model.uptake.status import STATUS
from ...paper.data import shown_all
from ...paper.history import history_data
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from .paper_data import CountedFromData, FigureData, PartData, StatusData, TableData
from .plan import StatusView
from .printed import TITLE
from .status_words import FigureWords, PartWords, StatusWords, TableWords, counted_on

GOALS_END = 20
"""The order of the part that begins the second page: the first one is for the goals alone."""

_SHORT = 18
"""Characters: a column with nothing longer in it is as wide as its words."""


def paper(view: StatusView, printable: Printable, told: StatusWords, kit: PaperKit) -> Iterator[Output]:
    """Yield the PDF and its small picture."""
    codes = tuple(dict.fromkeys(code for part in view.on_paper for code in part.story_codes))
    job = PrintJob(printable, data(view, printable.name, told, kit), "status/status.typ", story_codes=codes)
    yield from papers(job, kit)


def data(view: StatusView, code: str, told: StatusWords, kit: PaperKit) -> StatusData:
    """Return the data of the paper, in reading order."""
    settings, words = kit.settings, kit.words
    whole: StatusData = {
        **kit.frame(f"{words.tell(TITLE)}. {settings.title}"),
        "imprint": kit.imprint(kit.known(code)),
        "running": words.tell(TITLE),
        "counted_on": counted_on(settings, view.today, words),
        "answer": told.answer,
        "first": [_figure(one, kit) for one in told.first],
        "goals": [_part(part, told.first, kit) for part in told.parts if part.order < GOALS_END],
        "others": [_part(part, told.first, kit) for part in told.parts if part.order >= GOALS_END],
        "principles": list(told.principles),
        "contact": [settings.contact.name, settings.contact.phone, settings.contact.mail],
        "notice": settings.notice,
        "labels": _labels(kit),
    }
    return shown_all(whole)


def _part(part: PartWords, first: Sequence[FigureWords], kit: PaperKit) -> PartData:
    return {
        "id": part.id,
        "title": part.title,
        "paragraphs": list(part.paragraphs),
        "figures": [_figure(one, kit) for one in part.figures if one not in first],
        "histories": [
            {"name": one.name, "chart": chart} for one in part.figures if (chart := history_data(kit.words, one.figure))
        ],
        "tables": [_table(one) for one in part.tables if one.rows],
        "quotes": [{"text": one.text, "by": one.by} for one in part.quotes],
    }


def _figure(one: FigureWords, kit: PaperKit) -> FigureData:
    return {**_leads_to(one, kit), "name": one.name, "number": one.number, "share": one.share, "note": one.note}


def _leads_to(one: FigureWords, kit: PaperKit) -> CountedFromData:
    """Return what a number is counted from, and where that is shown: in this paper, or on a page."""
    path, _, place = one.target.partition("#")
    if path == STATUS and place:
        return {"source": one.source, "place": place, "href": ""}
    return {"source": one.source, "place": "", "href": kit.link(one.target)}


def _table(one: TableWords) -> TableData:
    columns = [[name, *(row[at].text for row in one.rows if at < len(row))] for at, name in enumerate(one.head)]
    wide = [any(len(text) > _SHORT for text in column[1:]) for column in columns]
    return {
        "caption": one.caption,
        "head": list(one.head),
        "rows": [[{"text": cell.text, "number": cell.is_number} for cell in row] for row in one.rows],
        "wide": wide,
    }


def _labels(kit: PaperKit) -> dict[str, str]:
    say = kit.words.say
    return {
        "page": say("Page"),
        "of": say("of"),
        "in_short": say("How far are we, and how do we know?"),
        "what": say("What we count"),
        "how_far": say("How far"),
        "goal": say("The goal"),
        "how_known": say("How we know"),
        "counted": say("How it is counted"),
        "on_page": say("page"),
        "contact": say("Ask us"),
    }
