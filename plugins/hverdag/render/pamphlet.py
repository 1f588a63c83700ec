"""The pamphlet as data: the values, three stories, the facts, and how to take part."""

from ..model.printable import Printable
from ..paper.data import Data, Places, shown_all
from ..paper.shared import PaperParts


def data(printable: Printable, parts: PaperParts) -> tuple[Data, Places]:
    """Return everything that the pamphlet says, in reading order."""
    settings, words = parts.site.settings, parts.words
    address = parts.address(printable.code)
    values = parts.site.handbook.values
    told: Data = shown_all(
        {
            "subtitle": parts.holds(len(values), len(printable.stories)),
            "introduction": settings.pamphlet.introduction,
            "values": [parts.value(value) for value in values],
            "facts": [{"name": fact.name, "text": fact.text} for fact in settings.facts],
            "facts_title": words.say("{organisation} in figures", organisation=settings.organisation),
            "take_part": list(settings.pamphlet.take_part) or _take_part(parts),
            "contact": [settings.contact.name, settings.contact.phone, settings.contact.mail],
            "edition": settings.edition,
            "notice": settings.notice,
            "labels": _labels(parts),
        }
    )
    stories = [{**parts.story(story), "known": parts.known(story.code)} for story in printable.stories]
    imprint = {"imprint": parts.imprint(""), "network": parts.network()}
    return {
        **parts.frame(f"{words.say('Pamphlet')}. {settings.title}"),
        **address,
        **imprint,
        **told,
        "stories": stories,
    }, ()


def _take_part(parts: PaperParts) -> list[str]:
    """What an organisation that has not written its own asks of its staff."""
    say = parts.words.say
    return [
        say("Think of something that you have seen at work and still think about. It may be small."),
        say("Tell it to a colleague who was there. Do you remember it alike?"),
        say("Write it down, or ring us, and we write it for you. Leave out the names."),
        say("Everyone who was there reads it and nods yes. Only then do we print it."),
    ]


def _labels(parts: PaperParts) -> dict[str, str]:
    say = parts.words.say
    return {
        "contents": say("Contents"),
        "values": say("Our values"),
        "signs": say("How we notice it"),
        "take_part": say("Tell us yours"),
        "contact": say("Ask us"),
        "made_up": say("The story is made up."),
        "find": say("Find the handbook here"),
        "qr_alt": say("QR code for the handbook"),
    }
