"""The sheet to tell a story on by hand, as data for paper."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...paper.data import shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ..kit import Kit
from .paper_data import TellData
from .plan import TellingView
from .steps import steps


def render(view: TellingView, kit: Kit) -> Iterator[Output]:
    """Render the sheet, unless the settings leave it out."""
    if view.printable is None:
        return
    places = (("hand-in", kit.settings.at("telling", "hand_in")),)
    yield from papers(PrintJob(view.printable, data(view, kit.paper), "telling/tell.typ", places), kit.paper)


def data(view: TellingView, paper: PaperKit) -> TellData:
    """Return the data of the sheet, in reading order."""
    words, settings = paper.words, paper.settings
    say = words.say
    return {
        **paper.frame(say("Tell a story")),
        **paper.address(view.code),
        "lead": say(
            "Something from work that you still think about. It may be small, and it may still be hard. "
            "Write as you talk: we edit the text together afterwards."
        ),
        "rooms": [
            {"name": say("What happened?"), "hint": say("Begin in the middle of it. What did you do, what was said?")},
            {"name": say("Who was there?"), "hint": say("Write what they do, not what they are called.")},
            {
                "name": say("What does it say about the way we work?"),
                "hint": say("And why is it worth telling? Your own words are printed with the story."),
            },
        ],
        "reach": {
            "name": say("How may we reach you?"),
            "hint": say("A telephone number, an email address, or when you are on duty. We cut this strip off."),
        },
        "hand_in": shown_all(list(_hand_in(view, paper))),
        "steps": [step.title for step in steps(settings, words)],
        "no": say("You can always say no, even afterwards."),
        "imprint": paper.imprint(""),
        "labels": {
            "hand_in": say("Where the sheet goes"),
            "after": say("What happens to it"),
            "qr_alt": say("QR code for the page about telling a story"),
        },
    }


def _hand_in(view: TellingView, paper: PaperKit) -> Iterator[str]:
    """Yield where to hand the sheet in, and how to reach the editors instead."""
    say, contact = paper.words.say, paper.settings.contact
    yield view.section.hand_in or say("Give it to {name}.", name=contact.name)
    if contact.phone:
        yield say("Would you rather talk? Ring {phone}.", phone=contact.phone)
    if view.section.hours:
        yield f"{view.section.hours.rstrip('.')}."
