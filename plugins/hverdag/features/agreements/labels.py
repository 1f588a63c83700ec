"""The words that the scripts of agreements show, and what they need to read and write a file: one script for all
guides."""

import json

from ...locale import Catalogue, catalogue
from ...model.csv_text import delimiter
from ...model.shown import Shown
from ...model.time_zone import known_zone
from ...model.uptake.agreement_columns import IDS, REQUIRED, labels, outcome_keys


def words_script(shown: Shown) -> str:
    """Return the script that gives the others the words by name, the columns of a file, the outcomes by what people
    write, and the time zone."""
    settings = shown.settings
    words = catalogue(settings.language.value)
    data = json.dumps(
        {
            "language": settings.language.value,
            "zone": known_zone(settings.time_zone),
            "ids": IDS,
            "labels": labels(settings.language),
            "required": REQUIRED,
            "delimiter": delimiter(settings.language),
            "outcomes": outcome_keys(settings.language),
            "words": {**_form(words), **_before(words), **_files(words)},
        },
        ensure_ascii=False,
    )
    return f"window.hverdagAgreementsGiven = {data};\n"


def _form(words: Catalogue) -> dict[str, str]:
    say = words.say
    return {
        "intro": say(
            "Write down what you will do from now on. Then you can print it, save it, and bring it to the next "
            "meeting. Nothing is sent, and nothing is kept until you ask for it."
        ),
        "one": say("An agreement"),
        "what": say("What will we do?"),
        "from": say("From the day"),
        "review": say("We look at it again"),
        "workplace": say("Workplace (if you like)"),
        "write": say("Add the agreement"),
        "written": say("The agreement is on the page."),
        "remove": say("Remove"),
        "removed": say("The agreement is removed."),
        "no_words": say("Write what you do."),
        "day_form": say("Day-month-year, such as 30-11-2026"),
        "no_date": say("Write the day that it holds from, such as 30-11-2026."),
        "no_review": say("Write the day that you look at it again as 30-11-2026, or leave the field empty."),
        "future": say("An agreement holds from today, or from an earlier day. Change the date."),
        "review_before": say("You cannot look at it again before you have agreed on it. Change one of the dates."),
    }


def _before(words: Catalogue) -> dict[str, str]:
    say = words.say
    return {
        "last_time": say("What you agreed last time"),
        "bring": say("Do you have a file with what you agreed? Then bring it in here, and say what became of it."),
        "open": say("Open agreements from a file"),
        "since": say("Agreed on {day}."),
        "due": say("To be looked at again on {day}."),
        "was_due": say("Should have been looked at again on {day}."),
        "became": say("What became of it?"),
        "kept": say("Kept"),
        "changed": say("Changed"),
        "dropped": say("Dropped"),
        "happened": say("What happened?"),
        "seen_one": say("1 agreement that you have looked at"),
        "seen_many": say("{number} agreements that you have looked at"),
        "opened_one": say("1 agreement is here."),
        "opened_many": say("{number} agreements are here."),
        "overdue_one": say("1 should have been looked at again already."),
        "overdue_many": say("{number} should have been looked at again already."),
        "left_out": say("Left out, since the date, the agreement or the outcome cannot be read: row {numbers}."),
        "unreadable": say(
            "The file cannot be read. Choose the file that you saved here, or a spreadsheet that is saved as CSV, with "
            "the headings Date, Workplace and Agreement."
        ),
        "from_here": say("These were remembered on this machine. Everyone who uses it can see them."),
    }


def _files(words: Catalogue) -> dict[str, str]:
    say = words.say
    return {
        "save": say("Save as a file"),
        "saved": say("The file is among your downloads. Bring it to the next meeting."),
        "file": say("agreements"),
        "calendar": say("Put it in the calendar"),
        "in_calendar": say("The calendar file is among your downloads. Open it, and your own calendar reminds you."),
        "event": say("Look again at what we agreed"),
        "event_overdue": say("Look again at what we agreed: the day has passed"),
        "remember": say("Remember on this machine"),
        "remembered": say(
            "Remembered in this browser. Everyone who uses the machine can see it. Press “Forget” when you are done."
        ),
        "refused": say("This browser remembers nothing. Save a file instead."),
        "forget": say("Forget"),
        "forgotten": say("Forgotten. None of it is on this machine any longer, apart from files you have saved."),
    }
