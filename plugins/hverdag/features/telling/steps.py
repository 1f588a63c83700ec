"""What happens with a story after it was told, step by step, as the demands of the settings have it."""

from collections.abc import Iterator
from typing import NamedTuple

from ...locale import Catalogue
from ...model.settings import Settings
from ...model.telling import TellingSection


class TellingStep(NamedTuple):
    """A step: what happens, in one sentence, and more about it."""

    title: str
    text: str


def steps(settings: Settings, words: Catalogue) -> Iterator[TellingStep]:
    """Yield the steps from a story that was told to one that is published. A step that the publication does not demand
    is left out: the page promises nothing that the program does not see to."""
    demands = settings.demands
    yield _answered(settings, words)
    yield _written(settings, words)
    if demands.nods:
        yield _nodded(words)
    if demands.consent:
        yield _consented(settings, words)
    if demands.mentioned:
        yield _mentioned(words)
    if demands.decision:
        yield _decided(words)
    if demands.response:
        yield _responded(words)
    yield _published(settings, words)


def _answered(settings: Settings, words: Catalogue) -> TellingStep:
    days = settings.of(TellingSection).telling.answer_days
    title = (
        words.count(
            "We get back to you within {number} working day.", "We get back to you within {number} working days.", days
        )
        if days > 0
        else words.say("We get back to you.")
    )
    text = words.say("We ring or write to you, ask about what we do not understand, and agree on what happens next.")
    return TellingStep(title, text)


def _written(settings: Settings, words: Catalogue) -> TellingStep:
    return TellingStep(
        words.say("We write it down together with you."),
        words.say(
            "It should sound like you. People become roles, such as “the night nurse”. What {many} or relatives could "
            "be recognised by, we change.",
            many=settings.those_served.many,
        ),
    )


def _nodded(words: Catalogue) -> TellingStep:
    return TellingStep(
        words.say("Everyone who took part hears it and nods yes."),
        words.say(
            "We read the text aloud to the colleagues who were there. If one says no, we edit it together, or we let "
            "it be. If more than the language is changed later, we ask all of you again."
        ),
    )


def _consented(settings: Settings, words: Catalogue) -> TellingStep:
    return TellingStep(
        words.say("You decide where it may be, and until when."),
        words.say(
            "On our own network, on paper or outside {organisation}: you choose, and you set the last day. After that "
            "day it is taken out, unless you say yes again.",
            organisation=settings.organisation,
        ),
    )


def _mentioned(words: Catalogue) -> TellingStep:
    return TellingStep(
        words.say("Someone else checks whether anyone can be recognised."),
        words.say(
            "Someone other than the teller reads it as a neighbour or a colleague would. If someone can be recognised, "
            "we change the text or ask that person first."
        ),
    )


def _decided(words: Catalogue) -> TellingStep:
    return TellingStep(
        words.say("The values group decides."),
        words.say("It goes through the marks of a good story, and writes down what it is in doubt about."),
    )


def _responded(words: Catalogue) -> TellingStep:
    return TellingStep(
        words.say("Management answers."),
        words.say("It says yes or no, and why. You get the answer, even when it is no."),
    )


def _published(settings: Settings, words: Catalogue) -> TellingStep:
    weeks = settings.of(TellingSection).telling.weeks
    selected = words.say("First the group nods to all the stories of the new edition together.")
    text = selected if settings.demands.selection else ""
    if weeks > 0:
        usual = words.count(
            "It usually takes {number} week from telling to publication.",
            "It usually takes {number} weeks from telling to publication.",
            weeks,
        )
        text = f"{text} {usual}".strip()
    return TellingStep(words.say("It is published in the handbook."), text)
