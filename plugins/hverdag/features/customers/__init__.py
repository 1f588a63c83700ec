"""What those we serve say: a small measurement of three questions, and a poster that says what was done about it."""

from ...model.data_kind import DataKind
from ...model.held_data import HeldData, HeldGroup, SeenBy
from ...model.message import message
from ...model.uptake.customers import PATH, Customers
from ...model.uptake.tools import printed_as_tools
from ..assets import Assets
from ..feature import Feature
from ..kit import Slot
from ..later import Later
from ..rules import checks_in
from . import command_rules
from .addresses import ANCHORS, claims
from .printed import GROUP, posters

FEATURE = Feature(
    id="customers",
    data=(
        DataKind(
            id="customers",
            model=Customers,
            path=PATH,
            title="What those you serve say, in values/customers.yml",
            most=100_000,
            contributed=True,
        ),
    ),
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in the small measurement",
    command_rules=command_rules.RULES,
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "render:render"),
    slots=(Slot("value.after", Later(__name__, "plan:asked_about"), Later(__name__, "web:asked")),),
    assets=Assets(files=("customers.css",)),
    reserved_ids=ANCHORS,
    print_group=GROUP,
    claims=claims,
    tools=printed_as_tools(posters),
    status=Later(__name__, "status:status"),
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Slips from the small measurement"),
            what=message("Three crosses, and the workplace. No name, and no room to write one."),
            where=(message("In the box at the workplace, with whoever counts, and with the supplier of the form"),),
            until=message(
                "Until they have been counted. The program does not know of them: tear the slips up, and delete the "
                "answers in the form."
            ),
            seen=message("Whoever empties the box and counts"),
        ),
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Answers to the small measurement"),
            what=message(
                "What was ticked, with the workplace and the measurement; no names, no times and no order. Each "
                "workplace's own file, with what it may see of its own answers."
            ),
            where=(
                message("In private/answers, where `hverdag answers` was run, and in private/built; never in git"),
                message("In values/counts in git: numbers of five or more, and words where a number would be of few"),
            ),
            until=message("The answers until the measurement has been counted: delete the file then. The counts stay."),
            seen=message("The account that runs the program, and each workplace its own file"),
            categories=(
                message(
                    "Answers from those we serve, without names (article 6): when there are few, someone may be "
                    "recognised by them"
                ),
            ),
        ),
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("What was said, and what we did"),
            what=message("Sentences that nobody can be found by, and the role of whoever did something about it."),
            where=(message("In the file values/customers.yml in git, on the page and on the poster"),),
            until=message("Until the editors delete it. Git remembers what was there."),
            seen=SeenBy.OF_THE_HANDBOOK,
        ),
    ),
)
