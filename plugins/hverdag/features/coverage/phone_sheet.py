"""What stands on the phone sheet."""

from ...paper.kit import PaperKit
from .paper_data import PhoneSheetData


def phone_sheet(paper: PaperKit, code: str) -> PhoneSheetData:
    """Return the data of the phone sheet, in reading order."""
    say = paper.words.say
    return {
        **paper.frame(say("Phone sheet")),
        "lead": say("For whoever rings. Read the questions aloud as they are, and write while you listen."),
        "before": [
            say("I am collecting stories from daily work. Is it a good time, and can you talk undisturbed?"),
            say("I write while you talk. Please leave out names: say what people do."),
            say("You can stop at any time, and you can say no afterwards. You need not say why."),
        ],
        "rooms": [
            _room(say("What happened? Begin in the middle of it."), say("Ask: “And then?”"), 7),
            _room(say("Who was there, and what did each of them do?"), "", 2),
            _room(say("What was different afterwards?"), say("It may be small, and it may still be hard."), 2),
            _room(
                say("Of all that you could have told: why did you choose this one?"),
                say("Write the answer word for word. It is printed with the story as the teller's own reason."),
                3,
            ),
            _room(say("Could anyone be recognised? What shall we change?"), "", 2),
        ],
        "stops": [
            say("They become very quiet, begin to cry or want to stop."),
            say("It is about a complaint, an accident or something unlawful. That belongs elsewhere."),
            say("Somebody else could be hurt by it, or can be recognised by what must be told."),
        ],
        "after": [
            say("Say what you have written, and ask: have I understood you?"),
            say("Say when you ring again. Nothing is published before they have heard the text and said yes."),
            say("Keep the telephone number apart from the sheet, and destroy the sheet when the text is agreed on."),
        ],
        "imprint": paper.imprint(paper.known(code)),
        "labels": {
            "before": say("Say first"),
            "stops": say("Stop if"),
            "after": say("Say last"),
        },
    }


def _room(name: str, hint: str, lines: int) -> dict[str, str | int]:
    return {"name": name, "hint": hint, "lines": lines}
