"""The answers to a story, told in words: which they are, and whether they are to the text as it is."""

from ..message import Message, message
from ..texts.nods import AnswerField, Standing, StandingAnswer

OPTIONS = {AnswerField.DECISION: "decision", AnswerField.RESPONSE: "response", AnswerField.MENTIONED: "second"}
"""The options of `hverdag nod` that write which text an answer is to."""


def named(answer: StandingAnswer) -> Message:
    """Return what an answer is called inside a sentence."""
    names = {
        AnswerField.DECISION: message("the group's decision of {day}", day=answer.day),
        AnswerField.RESPONSE: message("management's response of {day}", day=answer.day),
        AnswerField.MENTIONED: message("the answer of {day} to whether anyone can be recognised,", day=answer.day),
    }
    return names[answer.field]


def told(answer: StandingAnswer) -> Message:
    """Return the sentence about an answer to another text, or to one that nobody has noted."""
    if answer.standing is Standing.STALE:
        return message("{what} is about an earlier text.", what=named(answer))
    return message("Nothing says which text {what} is about.", what=named(answer))
