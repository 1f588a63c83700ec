"""The pamphlet as data for paper."""

from collections.abc import Iterator

from ...model.artifact import Output
from ...paper.data import shown_all
from ...paper.kit import PaperKit
from ...paper.print_job import PrintJob, papers
from ..kit import Kit
from .paper_data import PamphletData, PamphletStoryData
from .plan import PamphletView


def render(view: PamphletView, kit: Kit) -> Iterator[Output]:
    """Render every variant of the pamphlet."""
    assert view.printable is not None, "a pamphlet is printed"  # noqa: S101
    job = PrintJob(view.printable, data(view, kit.paper), "pamphlet/pamphlet.typ", story_codes=view.story_codes)
    yield from papers(job, kit.paper)


def data(view: PamphletView, paper: PaperKit) -> PamphletData:
    """Return the data of the pamphlet, in reading order."""
    settings, words = paper.settings, paper.words
    contact = [settings.contact.name, settings.contact.phone, settings.contact.mail]
    stories: list[PamphletStoryData] = [
        {**paper.story(story, values), "known": paper.known(story.code)} for story, values in view.stories
    ]
    return {
        **paper.frame(f"{words.say('Pamphlet')}. {settings.title}"),
        **paper.address(view.code),
        "imprint": paper.imprint(""),
        "network": paper.network(),
        "subtitle": shown_all(paper.contents(len(view.values), len(view.stories))),
        "introduction": shown_all(view.section.introduction),
        "values": [paper.value(value) for value in view.values],
        "facts": shown_all([{"name": fact.name, "text": fact.text} for fact in settings.facts]),
        "facts_title": shown_all(words.say("{organisation} in figures", organisation=settings.organisation)),
        "take_part": shown_all(list(view.section.take_part) or _take_part(paper)),
        "contact": shown_all(contact),
        "edition": shown_all(settings.edition),
        "notice": shown_all(settings.notice),
        "labels": shown_all(_labels(paper)),
        "stories": stories,
    }


def _take_part(paper: PaperKit) -> list[str]:
    """Return the default steps for taking part, for an organisation that has not written its own."""
    say = paper.words.say
    return [
        say("Think of something that you have seen at work and still think about. It may be small."),
        say("Tell it to a colleague who was there. Do you remember it the same way?"),
        say("Write it down, or ring us, and we write it for you. Leave out the names."),
        say("Everyone who was there reads it and nods yes. Only then do we print it."),
    ]


def _labels(paper: PaperKit) -> dict[str, str]:
    say = paper.words.say
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
