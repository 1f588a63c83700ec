"""The sheets that ask for stories, as data for paper."""

from collections.abc import Iterator

from ...locale import Catalogue
from ...model.artifact import Output
from ...model.settings import Settings
from ...model.view import View
from ...paper.data import shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ..kit import Kit
from .paper_data import InvitationData
from .phone_sheet import phone_sheet
from .plan import CODE, InvitationView, PhoneSheetView


def render(view: View, kit: Kit) -> Iterator[Output]:
    """Render a sheet; what is missing is shown by a macro."""
    if isinstance(view, InvitationView) and view.printable:
        settings = kit.settings
        places = (("hand-in", settings.at("telling", "hand_in")), ("question", view.value.at("questions")))
        job = PrintJob(view.printable, invitation(view, kit.paper), "coverage/invitation.typ", places)
        yield from papers(job, kit.paper)
    elif isinstance(view, PhoneSheetView) and view.printable:
        sheet = phone_sheet(kit.paper, view.printable.name)
        yield from papers(PrintJob(view.printable, sheet, "coverage/phone_sheet.typ"), kit.paper)


def invitation(view: InvitationView, paper: PaperKit) -> InvitationData:
    """Return the data of an invitation, in reading order."""
    words, settings = paper.words, paper.settings
    say = words.say
    usual = say("When did you last see it at work, and what happened?")
    return {
        **paper.frame(words.tell(view.title)),
        **paper.address(CODE),
        "value": paper.value(view.value),
        "question": shown_all(view.value.questions[0] if view.value.questions else usual),
        "ways": shown_all(list(_ways(view, settings, words))),
        "steps": shown_all(list(_steps(settings, words))),
        "no": say("Nobody has to tell. You can always say no, even afterwards, and you need not say why."),
        "imprint": paper.imprint(""),
        "labels": {
            "question": say("A question to begin with"),
            "ways": say("Tell it as you like"),
            "after": say("What happens to it"),
            "qr_alt": say("QR code for the page about telling a story"),
        },
    }


def _ways(view: InvitationView, settings: Settings, words: Catalogue) -> Iterator[dict[str, str]]:
    """Yield the ways to tell that there are: by word of mouth, by telephone, and on paper."""
    say, contact, telling = words.say, settings.contact, view.telling
    yield {
        "name": say("By word of mouth"),
        "text": say("Tell it to {name}. We listen, and we write it down.", name=contact.name),
    }
    if contact.phone:
        hours = f" {telling.hours.rstrip('.')}." if telling.hours else ""
        yield {"name": say("By telephone"), "text": say("Ring {phone}.", phone=contact.phone) + hours}
    if "telling" in settings.printed:
        hand_in = telling.hand_in or say("Give it to {name}.", name=contact.name)
        yield {"name": say("On paper"), "text": f"{say('Take the sheet “Tell a story”.')} {hand_in}"}


def _steps(settings: Settings, words: Catalogue) -> Iterator[str]:
    """Yield what happens with a story, as far as the publication demands it."""
    yield words.say("We write it down together with you.")
    if settings.demands.nods:
        yield words.say("Everyone who took part hears it and nods yes.")
    if settings.demands.consent:
        yield words.say("You decide where it may be, and until when.")
