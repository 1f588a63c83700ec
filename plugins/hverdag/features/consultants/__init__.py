"""Value consultants: who they are by role, what they offer, the plan of courses, and a day of training."""

from ...model.data_kind import DataKind
from ...model.held_data import HeldData, HeldGroup, SeenBy
from ...model.message import message
from ...model.uptake.courses import PATH, CourseFile
from ..assets import Assets
from ..feature import Feature
from ..kit import Macro, Slot
from ..later import Later
from ..rules import checks_in
from .addresses import ANCHORS, claims
from .model import ConsultantsSection
from .printed import GROUP
from .status import counts, status, tools

FEATURE = Feature(
    id="consultants",
    data=(
        DataKind(
            id="courses",
            model=CourseFile,
            path=PATH,
            title="Value consultants and courses, in values/courses.yml",
            most=400_000,
            contributed=True,
        ),
    ),
    settings=ConsultantsSection,
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in the value consultants' courses",
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    slots=(Slot("method.after", Later(__name__, "plan:method_help"), Later(__name__, "web:help_section")),),
    macros=(Macro("value_consultants", Later(__name__, "web:value_consultants")),),
    assets=Assets(files=("consultants.css",)),
    reserved_ids=(*ANCHORS, "help", "request-text", "request-told"),
    print_group=GROUP,
    claims=claims,
    tools=tools,
    counts=counts,
    status=status,
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Value consultants"),
            what=message(
                "Role and department, and which courses each of them has led. Where only one in a department has the "
                "role, colleagues know who it is."
            ),
            where=(message("In the file values/courses.yml in git; role and department also on their page"),),
            until=message("Until the editors delete it. Git remembers what was there."),
            seen=SeenBy.OF_THE_HANDBOOK,
            categories=(message("Ordinary data (article 6): role and department of value consultants"),),
        ),
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Emails that ask for a value consultant"),
            what=message("Workplace, wishes and days, and whoever can be reached about it."),
            where=(message("In the mailbox that `consultants` or `contact` names in values/handbook.yml"),),
            until=message(
                "Until the course has been held. The program does not know of them: we delete them ourselves."
            ),
            seen=message("Those who answer the email"),
        ),
    ),
)
