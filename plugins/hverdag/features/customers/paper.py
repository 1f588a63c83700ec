"""The slip, the tally sheet and the poster as data for paper, each sheet with a file to type its answers into."""

from collections.abc import Iterator

from ...locale import Catalogue
from ...model.artifact import Artifact, Output
from ...model.csv_text import csv_bytes
from ...model.problem import Source
from ...model.settings import Settings
from ...model.uptake.customers import PATH, Measurement, Said
from ...model.view import View
from ...paper.data import shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ...paper.qr import qr_code
from ..kit import Kit
from .faces import boxes
from .paper_data import SaidData, SlipData, TallyData
from .printed import ROWS
from .questions import tally_headings, template_headings
from .sheets import SheetView, SlipView, TallyView, YouSaidView


def slip(view: SlipView, kit: Kit) -> Iterator[Output]:
    """Render the slip, and the empty file with its headings."""
    yield from _printed(view, slip_data(view, kit.paper), "slip", kit)
    yield _template(view, template_headings(view.questions, kit.words))


def tally(view: TallyView, kit: Kit) -> Iterator[Output]:
    """Render the tally sheet, and the empty file with its headings."""
    yield from _printed(view, tally_data(view, kit.paper), "tally", kit)
    yield _template(view, tally_headings(kit.words))


def poster(view: YouSaidView, kit: Kit) -> Iterator[Output]:
    """Render the poster."""
    yield from _printed(view, said_data(view, kit.paper), "you_said", kit)


def _printed(view: View, data: SlipData | TallyData | SaidData, template: str, kit: Kit) -> Iterator[Output]:
    """Render a sheet; one that is too full is told as the fault of the file that its words are in."""
    assert view.printable is not None, "what is rendered here is printed"  # noqa: S101
    source = Source(PATH)
    job = PrintJob(view.printable, data, f"customers/{template}.typ", ((template, source),), source)
    yield from papers(job, kit.paper)


def _template(view: SheetView, headings: list[str]) -> Artifact:
    assert view.printable is not None, "what is rendered here is printed"  # noqa: S101
    return Artifact(f"print/{view.printable.name}.csv", csv_bytes([headings]))


def slip_data(view: SlipView, paper: PaperKit) -> SlipData:
    """Return the data of a slip, in reading order."""
    say, measurement = paper.words.say, view.measurement
    return {
        **paper.frame(say("Three questions for you")),
        "lead": slip_lead(paper.words),
        "questions": _numbered(view),
        "boxes": boxes(paper.words),
        "promises": shown_all(slip_promises(measurement, view.fewest, paper.settings, paper.words)),
        "hand_in": shown_all(slip_hand_in(measurement, paper.words)),
        "form": shown_all(view.form),
        "qr": qr_code(view.form) if view.form else "",
        "imprint": shown_all(" · ".join((paper.settings.organisation, measurement.id, *_known(view, paper)))),
        "labels": {
            "what": say("What happens with your answers"),
            "place": say("Place"),
            "form": say("You can also answer on a phone"),
            "qr_alt": say("QR code for the same questions online"),
        },
    }


def _known(view: SlipView | TallyView, paper: PaperKit) -> tuple[str, ...]:
    """Return where the newest edition of a sheet is found; nothing if nobody outside can find it."""
    known = paper.known(view.coded.code) if view.coded else ""
    return (known,) if known else ()


def slip_lead(words: Catalogue) -> str:
    """Return what a slip says first."""
    return words.say("Is it like this here? Put one cross on each line. It is voluntary. Do not write your name.")


def slip_hand_in(measurement: Measurement, words: Catalogue) -> str:
    """Return where a slip is put."""
    return measurement.hand_in or words.say("Put the slip in the box.")


def slip_promises(measurement: Measurement, fewest: int, settings: Settings, words: Catalogue) -> list[str]:
    """Return what becomes of the answers."""
    who = measurement.counted_by or settings.contact.name
    return [
        words.say("{who} counts them. Nobody sees who has answered what.", who=who),
        words.say("We who work here talk about the numbers together."),
        words.say("We show nothing about fewer than {fewest} answers.", fewest=fewest),
    ]


def tally_data(view: TallyView, paper: PaperKit) -> TallyData:
    """Return the data of a tally sheet, in reading order."""
    say, measurement, words = paper.words.say, view.measurement, paper.words
    who = measurement.counted_by or paper.settings.contact.name
    steps = (
        say("Two of you count together once the last day has passed. One of you may well come from another workplace."),
        say(
            "Fewer than {fewest} slips? Then tear them up, and count none: with so few, someone could be recognised.",
            fewest=view.fewest,
        ),
        say("Take one slip at a time. Put a line for each answer, and every fifth across the four."),
        say("An empty line on a slip counts as: I do not know."),
        say("Write the numbers here or in the file beside this sheet, and give them to: {who}.", who=who),
        say("Then tear up the slips."),
    )
    return {
        **paper.frame(say("Tally: {value}", value=view.value)),
        "lead": say("One sheet for each workplace."),
        "questions": _numbered(view),
        "boxes": boxes(words),
        "steps": shown_all(list(steps)),
        "imprint": paper.imprint(" · ".join((measurement.id, *_known(view, paper)))),
        "labels": {
            "workplace": say("Workplace"),
            "asked": say("Slips handed out"),
            "slips": say("Slips that came back"),
            "how": say("How to count"),
            "measurement": say("Measurement"),
            "id": shown_all(measurement.id),
        },
    }


def said_data(view: YouSaidView, paper: PaperKit) -> SaidData:
    """Return the data of a poster: as many rows as it has room for."""
    say = paper.words.say
    rows = [_row(one, paper) for one in view.said]
    empty = {"said": "", "did": "", "by": ""}
    return {
        **paper.frame(say("You said, we did")),
        **paper.address(view.code),
        "lead": say("Tell us more: we would like to hear it."),
        "rows": [*rows, *([empty] * (ROWS - len(rows)))],
        "imprint": paper.imprint(""),
        "labels": {
            "said": say("You said"),
            "did": say("We did"),
            "qr_alt": say("QR code for the handbook"),
        },
    }


def _row(one: Said, paper: PaperKit) -> dict[str, str]:
    by = ", ".join((one.role, *([paper.words.day(one.date)] if one.date else [])))
    return shown_all({"said": one.said, "did": one.did, "by": by})


def _numbered(view: SheetView) -> list[str]:
    return shown_all([f"{number}. {text}" for number, text in enumerate(view.questions, 1)])
