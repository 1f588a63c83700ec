"""The fixed words on a guide, in one language."""

from ...locale import Catalogue


def labels(words: Catalogue) -> dict[str, str]:
    """Return the words that templates ask for by name."""
    return {**_of_leader(words), **_of_sheet(words), **_around(words)}


def _of_leader(words: Catalogue) -> dict[str, str]:
    say = words.say
    return {
        "open": say("“"),
        "close": say("”"),
        "page": say("Page"),
        "of": say("of"),
        "leaders_page": say("The leader's page"),
        "sheet": say("The participants' sheet"),
        "time": say("Time"),
        "group": say("Group"),
        "materials": say("Bring"),
        "precondition": say("Needed first"),
        "date": say("Date"),
        "begins": say("We begin at"),
        "place": say("Place"),
        "before": say("Before the meeting"),
        "plan": say("The plan"),
        "step": say("Step"),
        "clock": say("When"),
        "min": say("min."),
        "short": say("Short"),
        "left_out": say("not in it"),
        "guidance": say("How to lead it"),
        "activity": say("Activity"),
        "responsible": say("Responsible"),
        "notes": say("Notes"),
        "stalls": say("If it stalls:"),
        "moved": say("If someone is moved:"),
        "agreed": say("What we agreed"),
        "what": say("What we will do"),
        "who": say("Who"),
        "by_when": say("By when"),
        "again": say("We look at it again on"),
        "plan_caption": say("The plan, step by step"),
        "agreed_caption": say("Who does what, and by when"),
    }


def _of_sheet(words: Catalogue) -> dict[str, str]:
    say = words.say
    return {
        "because": say("Why I tell it"),
        "more": say("More stories about the value"),
        "stories": say("Stories about the value"),
        "option": say("Answer"),
        "first_choice": say("First choice"),
        "second_choice": say("Second choice"),
        "cards": say("Value cards"),
        "cut": say("Copy the page, one for each team, and cut along the lines."),
        "made_up": say("The story is made up."),
        "qr_alt": say("QR code for the guide in the handbook"),
        "signs": say("How we notice it"),
    }


def _around(words: Catalogue) -> dict[str, str]:
    say = words.say
    return {
        "after": say("Comes after"),
        "next": say("The next talk"),
        "last_time": say("What you agreed last time"),
        "invite": say("Invite to the meeting"),
        "copy": say("Copy the text into an email or a calendar, and fill in the blanks."),
        "day": say("Date:"),
        "where": say("Place:"),
        "invite_here": say("The invitation can be copied from the guide's page in the handbook."),
        "question_cards": say("Question cards"),
        "cut_questions": say("Cut along the lines, and lay the cards face down."),
    }
