"""The fixed words in the book, in one language."""

from ...locale import Catalogue


def book_labels(words: Catalogue) -> dict[str, str]:
    """Return the words that the template asks for by name."""
    say = words.say
    return {
        "open": say("“"),
        "close": say("”"),
        "page": say("page"),
        "contents": say("Contents"),
        "contact": say("Ask us"),
        "find": say("Find the handbook here"),
        "qr_alt": say("QR code for the handbook"),
        "volumes": say("The handbook's volumes"),
        "values": say("Our values"),
        "about_values": say("What we promise, how it is noticed on an ordinary day, and what we can talk about."),
        "signs": say("How we notice it"),
        "talk": say("Talk about it"),
        "stories": say("Stories"),
        "about_stories": say("Each story stands under the value that it shows best. Read it aloud, and talk about it."),
        "because": say("Why I tell it"),
        "dilemma": say("The dilemma"),
        "made_up": say("The story is made up."),
        "methods": say("Methods"),
        "about_methods": say("A method is a recipe for a meeting. Choose one for the time you have, and then a story."),
        "time": say("Time"),
        "group": say("Group"),
        "materials": say("Bring"),
        "precondition": say("Needed first"),
        "before": say("Before the meeting"),
        "plan": say("The plan"),
        "stalls": say("If it stalls:"),
        "moved": say("If someone is moved:"),
        "about_method": say("About the method"),
        "index": say("Index"),
    }
