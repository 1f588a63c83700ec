"""Agreements: what a workplace does from a certain day, and what became of it."""

from ...model.data_kind import DataKind
from ...model.uptake.agreements import FOLDER, AgreementFile
from ..assets import Assets, MadeAsset
from ..feature import Feature
from ..kit import Slot
from ..later import Later
from ..rules import checks_in
from . import command_rules
from .counts import counts
from .held import HELD
from .labels import words_script
from .scripts import FILES, WORDS

FEATURE = Feature(
    id="agreements",
    data=(
        DataKind(
            id="agreements",
            model=AgreementFile,
            path=f"{FOLDER}*.yml",
            title="Agreements, in values/agreements/",
            most=1_000_000,
            contributed=True,
        ),
    ),
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in workplaces and receipts",
    command_rules=command_rules.RULES,
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "plan:render"),
    slots=(Slot("guide.leader", Later(__name__, "leader:leaders"), Later(__name__, "leader:leader")),),
    assets=Assets(styles=("agreements.css",), files=FILES, made=(MadeAsset(WORDS, words_script),)),
    counts=counts,
    status=Later(__name__, "status:status"),
    holds_about_people=HELD,
)
