"""Answers: the evaluation of courses, the questionnaire on whether it meant anything, and what is counted of them."""

from ...model.data_kind import DataKind
from ...model.held_data import HeldData, HeldGroup
from ...model.message import message
from ...model.uptake.counts import FOLDER, CountFile
from ..feature import Feature
from ..later import Later
from ..rules import checks_in
from . import command_rules
from .counts import counts
from .model import EvaluationSection
from .printed import GROUP

FEATURE = Feature(
    id="evaluation",
    data=(
        DataKind(
            id="counts",
            model=CountFile,
            path=f"{FOLDER}*.yml",
            title="Frozen counts, in values/counts/",
            most=100_000,
        ),
    ),
    settings=EvaluationSection,
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in numbers about people",
    command_rules=command_rules.RULES,
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "paper:render"),
    print_group=GROUP,
    counts=counts,
    status=Later(__name__, "status:status"),
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Sheets and files with answers"),
            what=message("What people have ticked and written, as it was handed in or as a form exports it."),
            where=(message("With whoever collects them, and with the supplier of the form"),),
            until=message(
                "Until they are typed in or taken in. The program does not know of them: throw the sheets away, and "
                "delete the answers in the form."
            ),
            seen=message("Whoever collects them"),
        ),
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Answers that were taken in"),
            what=message(
                "What was ticked, with department or course and year; no names and no times. What was written in words "
                "is kept by itself. Each consultant's own sheet, and the file for whoever evaluates from outside."
            ),
            where=(message("In private/ on the machine where `hverdag answers` was run; never in git"),),
            until=message("Until the questionnaire has been asked again and counted; delete the files then."),
            seen=message("The account that runs the program. Each consultant gets one sheet, with no other's courses"),
            categories=(
                message(
                    "Answers about work, without names (article 6): in a small group someone may be recognised by them"
                ),
            ),
        ),
    ),
)
