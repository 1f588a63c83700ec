"""Telling a story: the ways to reach the editors, a sheet to write on by hand, and what happens with a story."""

from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ...model.telling import TellingSection
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro
from ..rules import checks_in
from .paper import render
from .plan import GROUP, hand_written, plan
from .web import after_telling, ways_to_tell

FEATURE = Feature(
    id="telling",
    settings=TellingSection,
    checks=checks_in(f"{__name__}.rules"),
    plan=plan,
    render=render,
    macros=(Macro("ways_to_tell", ways_to_tell), Macro("after_telling", after_telling)),
    assets=Assets(styles=("telling.css",)),
    reserved_ids=("tell-after", "tell-form", "tell-mail", "tell-never", "tell-no", "tell-paper", "tell-phone"),
    print_group=GROUP,
    hand_written=hand_written,
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Calls, mails and sheets from those who tell a story"),
            what=message("What was told, before anything is changed in it, and how the teller can be reached."),
            where=(message("With the editors: their telephone, mailbox and folder"),),
            until=message(
                "Until the teller has had an answer. The program does not know of them: the editors delete the mail "
                "and throw the sheet away."
            ),
            seen=message("The editors. A web form may have more readers"),
            categories=(message("Ordinary data (article 6): the name and the telephone or mail of whoever tells"),),
        ),
    ),
)
