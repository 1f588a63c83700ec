"""The title of a guide, and its dilemma as data."""

from typing import TypedDict

from ...locale import Catalogue
from ...model.texts.story import Dilemma
from .model import Guide


class DilemmaData(TypedDict):
    """A dilemma: its question, and the answers to choose among."""

    question: str
    options: list[str]


def guide_title(guide: Guide, words: Catalogue) -> str:
    """Return the title of a guide; of one about the handbook itself, the title of its method."""
    if guide.of_handbook:
        return guide.method.heading
    return words.say("{method}: {subject}", method=guide.method.heading, subject=guide.subject.heading)


def dilemma_data(dilemma: Dilemma | None) -> DilemmaData | None:
    """Return a dilemma as data."""
    return {"question": dilemma.question, "options": list(dilemma.options)} if dilemma else None
