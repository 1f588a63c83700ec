"""Parts of the status as other features add them, made up to test with."""

from datetime import date

from hverdag.model.message import message
from hverdag.model.shown import Shown
from hverdag.model.uptake.status import STATUS, Figure, Quote, StatusPart, StatusTable

_RECEIPTS = f"{STATUS}#receipts"
_MONTHS = tuple((date(2026 + (at + 7) // 12, (at + 7) % 12 + 1, 1), 3 * (at + 1)) for at in range(4))


def goals(_: Shown) -> tuple[StatusPart, ...]:
    """Two goals with a number, of which one is reached."""
    used = Figure(
        "Arbejdspladser, der har brugt et redskab", 12, 118, "Kvitteringer", _RECEIPTS, _MONTHS, 30, date(2027, 12, 31)
    )
    reached = Figure("Forvaltninger, vi har nået", 8, 8, "Kvitteringer", _RECEIPTS, (), 8)
    return (
        StatusPart(
            id="goals",
            order=10,
            title=message("Result goals"),
            paragraphs=("Byrådet har godkendt værdierne.",),
            figures=(used, reached),
        ),
    )


def receipts(_: Shown) -> tuple[StatusPart, ...]:
    """Receipts by department and by tool."""
    departments = StatusTable(
        "Arbejdspladser efter forvaltning",
        ("Forvaltning", "Har brugt noget", "Arbejdspladser"),
        (("Børn og Unge", 9, 40), ("Ældre og Sundhed", 3, 31)),
    )
    return (
        StatusPart(
            id="receipts",
            order=20,
            title="Hvad der er brugt hvor",
            figures=(
                Figure("Kvitteringer", 1234, None, "Kvitteringer", _RECEIPTS),
                Figure("Virksomhedsplaner, der er kommet ind", 0, 118, "Planer", _RECEIPTS, is_received=True),
            ),
            tables=(departments,),
        ),
    )


def sentences(_: Shown) -> tuple[StatusPart, ...]:
    """A sentence from a workplace."""
    return (
        StatusPart(
            id="sentences",
            order=70,
            title="Tre sætninger fra året",
            quotes=(Quote("Vi læste den højt og sad stille bagefter.", "En arbejdsplads i Børn og Unge"),),
        ),
    )


FINDERS = (goals, receipts, sentences)
