"""Business plans: a file for each workplace's own, and how many have been received."""

from ...model.data_kind import DataKind
from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ...model.uptake.plans import PATH, Plans
from ..feature import Feature
from ..later import Later
from ..rules import checks_in
from . import command_rules
from .counts import counts

FEATURE = Feature(
    id="plans",
    data=(
        DataKind(
            id="plans",
            model=Plans,
            path=PATH,
            title="Business plans that you have received, in values/plans.yml",
            most=1_000_000,
        ),
    ),
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in workplaces and receipts",
    command_rules=command_rules.RULES,
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "plan:render"),
    counts=counts,
    status=Later(__name__, "status:status"),
    holds_about_people=(
        HeldData(
            group=HeldGroup.COPIES,
            name=message("A file for each workplace's business plan"),
            what=message(
                "What the workplace has told us about its own work with the values, including what it has not "
                "said yes to publishing, and the titles of the stories that it has used. No names; at a small "
                "workplace, colleagues may know who is meant."
            ),
            where=(message("In private/plans, on the machine where the command was run, and with the workplace"),),
            until=message(
                "Until the command is run again, or someone deletes the folder. What the workplace has got is its own."
            ),
            seen=message("Whoever runs the command, and the workplace itself"),
        ),
        HeldData(
            group=HeldGroup.COPIES,
            name=message("Which workplaces' business plans are missing"),
            what=message("The names of workplaces, and of no people."),
            where=(message("In private/built, on the machine that builds the handbook"),),
            until=message("Until the next build"),
            seen=message("Whoever runs the build"),
        ),
    ),
)
