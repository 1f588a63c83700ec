"""A slip for a receipt, as data: the same for the PDF, the page and the Word file."""

from typing import TypedDict

from ..model.uptake.slip import ReceiptSettings, form_address, form_host
from .data import shown_all
from .kit import PaperKit
from .qr import qr_code


class SlipLabels(TypedDict):
    """The words of a slip. Those from `date` to `next` are of its blanks, and `publish` is of two boxes to tick."""

    title: str
    tool: str
    date: str
    workplace: str
    people: str
    sentence: str
    next: str
    publish: str
    yes: str
    no: str
    no_names: str
    scan: str
    open: str
    qr_alt: str


class SlipData(TypedDict):
    """A slip with its code filled in, or without one. `form` is the address of the form and `qr` an SVG of its QR
    code; both are empty if there is no form."""

    code: str
    form: str
    qr: str
    hand_in: str
    words: SlipLabels


def slip(paper: PaperKit, code: str = "") -> SlipData:
    """Return the slip for the tool with a code; without one, what was used is written on it by hand."""
    form = form_address(paper.settings, code)
    return {
        "code": code,
        "form": form,
        "qr": qr_code(form, "l") if form else "",
        "hand_in": shown_all(hand_in(paper)),
        "words": shown_all(_labels(paper, code)),
    }


def hand_in(paper: PaperKit) -> str:
    """Return the sentence that says where a slip is handed in."""
    section, settings, say = paper.settings.of(ReceiptSettings), paper.settings, paper.words.say
    return section.receipt_hand_in or say("Send it to {name}.", name=settings.contact.name)


def _labels(paper: PaperKit, code: str) -> SlipLabels:
    say = paper.words.say
    return {
        "title": say("Receipt for {code}", code=code) if code else say("Receipt"),
        "tool": say("What did you use?"),
        "date": say("Date"),
        "workplace": say("Workplace"),
        "people": say("How many took part?"),
        "sentence": say("What happened? One sentence"),
        "next": say("Next time"),
        "publish": say("May we publish the sentence?"),
        "yes": say("Yes"),
        "no": say("No"),
        "no_names": say("Write no names of people."),
        "scan": say("or scan the code."),
        "open": say("Fill it in on {host}", host=form_host(paper.settings)),
        "qr_alt": say("QR code for the form"),
    }
