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
                "Which role nodded and when, a fingerprint of the text, who else appears (as a relation), the group's "
                "doubts, management's answer, and references to consents."
            ),
            where=(message("In git, beside the story"),),
            until=message("As long as the story"),
            seen=message(
                "Everyone with access to the repository. Readers see how many nodded, the doubts and the answer."
            ),
        ),
    ),
)
