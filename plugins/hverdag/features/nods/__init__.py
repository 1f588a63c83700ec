"""Nods: the rules for contributors and their nods. The standing of a nod is determined in the room `nods`."""

from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ..feature import Feature
from ..rules import checks_in

FEATURE = Feature(
    id="nods",
    checks=checks_in(f"{__name__}.rules"),
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Nods, decisions and answers"),
            what=message(
                "Which role nodded and when, a fingerprint of the text, the number of the account that approved on "
                "GitHub, who else appears (as a relation), the group's doubts, management's answer, and references to "
                "consents."
            ),
            where=(message("In git, beside the story"),),
            until=message("As long as the story"),
            seen=message(
                "Everyone with access to the repository. Readers see how many nodded, how the nods were given and "
                "where they are kept, the doubts and the answer."
            ),
        ),
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Texts that were nodded to"),
            what=message("The text of a story as it was when somebody nodded to it."),
            where=(message("In .hverdag/nodded, on the computer where the nod was written"),),
            until=message("Until nobody's nod is to that text any more, or the story is withdrawn."),
            seen=message("Whoever wrote the nod, and nobody else."),
        ),
    ),
)
