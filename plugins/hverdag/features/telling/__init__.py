"""Telling a story: the ways to reach the editors, a sheet to write on by hand, and what happens with a story."""

from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ...model.telling import TellingSection
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro
from ..later import Later
from ..rules import checks_in
from .addresses import hand_written
from .printed import GROUP

FEATURE = Feature(
    id="telling",
    settings=TellingSection,
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "paper:render"),
    macros=(
        Macro("ways_to_tell", Later(__name__, "web:ways_to_tell")),
        Macro("after_telling", Later(__name__, "web:after_telling")),
    ),
    assets=Assets(styles=("telling.css",)),
    reserved_ids=("tell-after", "tell-form", "tell-mail", "tell-never", "tell-no", "tell-paper", "tell-phone"),
    print_group=GROUP,
    hand_written=hand_written,
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Calls, emails and sheets from those who tell a story"),
            what=message("What was told, before anything is changed in it, and how the teller can be reached."),
            where=(message("With the editors: their telephone, mailbox and folder"),),
            until=message(
                "Until the teller has had an answer. The program does not know of them: the editors delete the email "
                "and throw the sheet away."
            ),
            seen=message("The editors. A web form may have more readers"),
            categories=(
                message(
                    "Ordinary data (article 6): the name and the telephone number or email address of whoever tells"
                ),
            ),
        ),
    ),
)
