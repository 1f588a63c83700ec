"""Receipts: that workplaces have used a story, a guide, a poster, a course, or something of their own."""

from ...model.data_kind import DataKind
from ...model.uptake.receipts import FOLDER, ReceiptFile
from ...model.uptake.slip import ReceiptSettings
from ..feature import Feature
from ..later import Later
from ..rules import checks_in
from . import command_rules
from .counts import counts
from .held import HELD
from .printed import GROUP
from .tools import tools

FEATURE = Feature(
    id="receipts",
    data=(
        DataKind(
            id="receipts",
            model=ReceiptFile,
            path=f"{FOLDER}*.yml",
            title="Receipts, in values/receipts/",
            most=1_000_000,
            contributed=True,
        ),
    ),
    settings=ReceiptSettings,
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in workplaces and receipts",
    command_rules=command_rules.RULES,
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "render:render"),
    print_group=GROUP,
    counts=counts,
    status=Later(__name__, "status:status"),
    tools=tools,
    holds_about_people=HELD,
)
