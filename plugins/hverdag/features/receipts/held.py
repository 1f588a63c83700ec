"""What receipts hold about people: as good as nothing in git, and sentences in a folder that git never sees."""

from ...model.held_data import HeldData, HeldGroup, Holds, Own
from ...model.message import message

HELD: Holds = (
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("Receipts from workplaces"),
        what=message(
            "Which workplace used what on which day, and how many took part. No person is named. A sentence is there "
            "only when the workplace has said yes."
        ),
        where=(message("In git, in values/receipts"), Own.FORGE),
        until=message(
            "For 24 months. Then hverdag receipts --fold turns them into counts. Git also keeps what has been deleted."
        ),
        seen=message("Everyone with access to the repository. Readers see totals, and never one workplace's receipts."),
    ),
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("Sentences on receipts"),
        what=message(
            "What a workplace wrote in one sentence, and rows from forms that must be corrected, without the columns "
            "that say who filled them in. A fingerprint and a day for each row that was taken in."
        ),
        where=(message("In private/receipts, on the computer where the receipts were taken in"),),
        until=message("For 24 months, as the receipt. Rows to be corrected until they are corrected."),
        seen=message("Whoever takes the receipts in, and nobody else."),
    ),
    HeldData(
        group=HeldGroup.TEXTS,
        name=message("The overview of receipts, workplace by workplace"),
        what=message("What each workplace has sent, when it will carry on, and whether that day has passed."),
        where=(message("In private/built, on the computer that builds the handbook"),),
        until=message("Until the next build, which makes it anew from the receipts that are there"),
        seen=message("Whoever builds the handbook, and the editors who are given the file"),
    ),
)
