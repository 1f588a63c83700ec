"""What a guide says, in the order of its texts, and how a text is held to an order."""

from collections.abc import Iterator
from typing import Any

from hverdag.features.guides.paper_data import GuidePaperData, StepData
from hverdag.paper.slip import SlipData

from . import pdf


def in_order(expected: list[str], text: str) -> list[str]:
    """Return those of some texts that do not stand in another, each after the one before."""
    missing, at = [], 0
    for words in map(pdf.squeezed, expected):
        found = text.find(words, at)
        if found < 0:
            missing.append(words)
        else:
            at = found + len(words)
    return missing


def guide_in_order(data: GuidePaperData) -> Iterator[str]:
    """Yield what a guide says, from the leader's first line to the last question of the sheet."""
    guide, say = data["guide"], data["labels"]
    yield from (say["leaders_page"], guide["title"], guide["purpose"], guide["time"], guide["group"])
    yield from (*guide["materials"], guide["precondition"], say["date"], say["begins"], say["place"])
    for step in guide["before"]:
        yield from (step["name"], *_guidance(step))
    yield from (say["plan"], say["clock"], say["step"], say["guidance"], say["activity"], say["responsible"])
    for step in guide["steps"]:
        yield from (step["when"], step["name"], *_guidance(step), step["activity"], step["responsible"])
    yield from (say["agreed"], say["again"], say["what"], say["who"], say["by_when"])
    yield from slip_in_order(data["slip"])
    yield say["sheet"]
    if data["value"]:
        yield from (data["value"]["name"], data["value"]["promise"], *data["value"]["signs"])
    for story in data["stories"]:
        yield from (story["title"], story["lead"], *(value["name"] for value in story["values"]))
        yield from (*_words(story["tree"]), story["because"])
    yield from (words for story in data["more"] for words in (story["title"], story["summary"]))
    for part in data["sheet"]:
        yield part["name"]
        if part["dilemma"]:
            yield from (part["dilemma"]["question"], *part["dilemma"]["options"])
        yield from part["questions"]
    yield from (words for card in data["cards"] for words in (card["name"], card["promise"]))


def slip_in_order(slip: SlipData | None) -> Iterator[str]:
    """Yield what a slip says, from its title to its last blank."""
    if slip:
        words = slip["words"]
        yield from (words["title"], words["no_names"], slip["hand_in"], words["date"], words["workplace"])
        yield from (words["people"], words["next"], words["sentence"], words["publish"], words["yes"], words["no"])


def _guidance(step: StepData) -> Iterator[str]:
    yield from (step["guidance"], *step["say"], *step["points"], step["tells"], *step["questions"])
    if step["dilemma"]:
        yield from (step["dilemma"]["question"], *step["dilemma"]["options"])
    yield from (step["stalls"], step["moved"])


def _words(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    else:
        for child in tree if isinstance(tree, list) else tree.get("c", []):
            yield from _words(child)
