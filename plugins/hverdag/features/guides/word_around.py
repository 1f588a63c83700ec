"""What a guide has besides its plan and its sheet, in Word: the talks around it, cards with questions, and the
invitation. around.typ has the same on paper."""

from collections.abc import Iterator, Sequence

from ...docx.cards import cards_to_cut
from ...docx.elements import BOLD, Part, paragraph, run, together
from .paper_data import GuidePaperData, StepData
from .word_page import MM, WIDTH, blanks

CARD = round(52 * MM)
"""The height of a card."""
CARDS_TOGETHER = 8
"""Cards that a page has room for below its heading."""
LINES = 3
"""Lines for what was agreed last time."""


def last_time(step: StepData, words: str) -> Iterator[Part]:
    """Yield lines for what was agreed last time, if the step looks at it."""
    if step["agreed"]:
        lines = [paragraph(style="NoteLine" if at < LINES else "LastNoteLine") for at in range(1, LINES + 1)]
        yield from together(paragraph(words, "Small"), *lines)


def after_the_talk(data: GuidePaperData) -> Iterator[Part]:
    """Yield the next talk, the day when what was agreed is looked at again, and where the method comes from."""
    say, leads_to = data["labels"], data["leads_to"]
    # On one line, since the leader's page has none to spare.
    yield blanks(say["again"], before=[run(f"{say['next']}: ", BOLD), run(f"{leads_to}   ")] if leads_to else ())
    if data["rests_on"]:
        yield paragraph(data["rests_on"], "Small")


def value_cards(data: GuidePaperData) -> Iterator[Part]:
    """Yield the cards of the values, on a page of their own, if the method has them."""
    say = data["labels"]
    cards = [
        [paragraph(card["name"], "CardName"), paragraph(card["promise"], "PlanText"), paragraph(card["code"], "Small")]
        for card in data["cards"]
    ]
    yield from _cards(say["cards"], say["cut"], cards)


def question_cards(data: GuidePaperData) -> Iterator[Part]:
    """Yield the cards with the method's questions, on a page of their own, if it has them."""
    say = data["labels"]
    cards = [
        [paragraph(str(at), "Small"), paragraph(asked, "CardName")] for at, asked in enumerate(data["questions"], 1)
    ]
    yield from _cards(say["question_cards"], say["cut_questions"], cards)


def _cards(title: str, how: str, cards: Sequence[Sequence[Part]]) -> Iterator[Part]:
    if cards:
        yield paragraph(title, "Heading1", new_page=True)
        yield paragraph(how, "Small")
        yield from cards_to_cut(cards, WIDTH, CARD, CARDS_TOGETHER, title)


def invitation_part(data: GuidePaperData) -> Iterator[Part]:
    """Yield the invitation on a page of its own, if the method has words for it."""
    say, words = data["labels"], data["invitation"]
    if words:
        yield paragraph(say["invite"], "Heading1", new_page=True)
        yield paragraph(say["copy"], "Small")
        yield paragraph(words["title"], look=BOLD)
        yield paragraph(words["about"])
        for line in (f"{say['day']} {words['blank']}", words["time"], f"{say['where']} {words['blank']}"):
            yield paragraph(line)
        yield paragraph(words["silent"])
