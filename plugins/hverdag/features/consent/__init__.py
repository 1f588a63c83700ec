"""Consent: its rules, and the notices that replace stories whose consent has ended.

The consent gate itself is in the pipeline; no feature can bypass it.
"""

from ...model.held_data import HeldData, HeldGroup, Own
from ...model.message import message
from ..feature import Feature
from ..later import Later
from ..rules import checks_in

FEATURE = Feature(
    id="consent",
    checks=checks_in(f"{__name__}.rules"),
    plan_notices=Later(__name__, "plan:plan_notices"),
    render=Later(__name__, "web:render"),
    holds_about_people=(
        HeldData(
            group=HeldGroup.TEXTS,
            name=message("Names and consents"),
            what=message("Who told it, who can be recognised in it, and what they have said yes to."),
            where=(Own.CONSENT_REGISTER,),
            until=message("Our own time limit, given below the table"),
            seen=message("Those who look after the register"),
        ),
    ),
)
