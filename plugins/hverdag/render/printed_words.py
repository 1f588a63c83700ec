"""What printed things are called, and how each is printed, in one language."""

from ..locale import Catalogue
from ..model.printable import Form, Ink, Printable, Product
from ..model.texts.value import Value


def printable_name(printable: Printable, words: Catalogue) -> str:
    """Return what readers call a printable."""
    say, subject = words.say, printable.subject
    if printable.product is Product.BOOK and printable.volume:
        part = subject.heading if subject else say("values and methods")
        return say("The book, volume {number}: {part}", number=printable.volume, part=part)
    if subject:
        name = say("The value {name}") if isinstance(subject, Value) else "{name}"
        return name.format(name=subject.heading)
    names = {
        Product.PAMPHLET: say("The pamphlet"),
        Product.BOOK: say("The book"),
        Product.VALUES_POSTER: say("All the values"),
        Product.AGREEMENT: say("The value agreement"),
        Product.VALUE_CARDS: say("Value cards"),
        Product.DILEMMA_CARDS: say("Dilemma cards"),
        Product.QUESTION_CARDS: say("Question cards"),
    }
    return names[printable.product]


def form_name(form: Form, words: Catalogue) -> str:
    """Return what sets a form apart from the others of the same thing: its paper, and how it is printed."""
    say, size = words.say, form.size.value
    if form.sheets:
        return say("{size} to fold and staple", size=size)
    if form.ink is Ink.SHOP:
        return say("{size} for a print shop", size=size)
    if form.backs:
        return say("{size} to print on both sides", size=size)
    if "colour" in form.parts:
        return say("{size} in colour", size=size)
    if form.ink is Ink.COLOUR:
        return say("{size} to print on one side", size=size)
    return say("{size} in black and white", size=size) if form.parts else size
