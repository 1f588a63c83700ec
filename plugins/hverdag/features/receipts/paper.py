"""The sheet of slips as data for paper."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...model.uptake.receipts import own_ways
from ...paper.data import shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ...paper.slip import slip
from ..kit import Kit
from .paper_data import SlipsData
from .plan import SlipsView


def slips(view: SlipsView, kit: Kit) -> Iterator[Output]:
    """Render the sheet of slips."""
    if view.printable:
        places = (("hand-in", kit.settings.at("receipt_hand_in")),)
        sheet = data(kit.paper, view.code)
        yield from papers(PrintJob(view.printable, sheet, "receipts/receipts.typ", places), kit.paper)


def data(paper: PaperKit, code: str) -> SlipsData:
    """Return the data of the sheet, which has a code of its own."""
    say, own = paper.words.say, own_ways(paper.settings.language)[0]
    hint = say("Write the code, such as F07, or the name. If it was your own, write {own}.", own=own)
    return {
        **paper.frame(say("Receipts")),
        "slip": slip(paper),
        "address": paper.address(code)["short_address"],
        "here": say("Fill it in here, or scan the code."),
        "tool_hint": shown_all(hint),
        "kept": shown_all(say("We ask you before we publish the sentence.")),
    }
