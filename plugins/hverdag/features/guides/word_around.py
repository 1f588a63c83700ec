"""What a guide has besides its plan and its sheet, in Word: the talks around it, cards with questions, and the
invitation. around.typ has the same on paper."""

from collections.abc import Iterator

from ...docx.elements import BOLD, Part, Row, paragraph, run, table, together
from .paper_data import GuidePaperData, StepData, TalkData
from .word_page import WIDTH

MM = 1440 / 25.4
"""A millimetre in twentieths of a point."""
CARD = round(52 * MM)
"""The height of a card."""
LINES = 3
"""Lines for what was agreed last time."""


def told(talks: list[TalkData]) -> str:
    """Return talks as a text: what each is called, how long it is, and where it is found."""
    return "; ".join(_told(talk) for talk in talks)


def _told(talk: TalkData) -> str:
    about = ", ".join(words for words in (talk["about"], talk["found"]) if words)
    return f"{talk['title']} ({about})"


def last_time(step: StepData, words: str) -> Iterator[Part]:
    """Yield lines for what was agreed last time, if the step looks at it."""
    if step["agreed"]:
        lines = [paragraph(style="NoteLine" if at < LINES else "LastNoteLine") for at in range(1, LINES + 1)]
        yield from together(paragraph(words, "Small"), *lines)


def after_the_talk(data: GuidePaperData) -> Iterator[Part]:
    """Yield the next talk, and where the method comes from."""
    if data["leads_to"]:
        yield paragraph([run(f"{data['labels']['next']}: ", BOLD), run(told(data["leads_to"]))], "Small")
    if data["rests_on"]:
        yield paragraph(data["rests_on"], "Small")


def question_cards(data: GuidePaperData) -> Iterator[Part]:
    """Yield the cards with the method's questions, on a page of their own."""
    say, questions = data["labels"], data["questions"]
    if not questions:
        return
    yield paragraph(say["question_cards"], "Heading1", new_page=True)
    yield paragraph(say["cut_questions"], "Small")
    cards = [[paragraph(str(at), "Small"), paragraph(asked, "CardName")] for at, asked in enumerate(questions, 1)]
    pairs = [(cards[at], cards[at + 1] if at + 1 < len(cards) else []) for at in range(0, len(cards), 2)]
    rows = [Row(pair, whole=True, height=CARD) for pair in pairs]
    width = WIDTH // 2
    yield from table("TableCards", [width, WIDTH - width], rows, caption=say["question_cards"])


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
