"""The year's status: how far the value work has come, and how we know. A page, and a PDF of four pages."""

from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ..assets import Assets
from ..feature import Feature
from ..rules import checks_in
from .model import StatusSection
from .own_parts import own_parts
from .plan import GROUP, claims, plan
from .render import render

FEATURE = Feature(
    id="status",
    settings=StatusSection,
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in the year's status",
    plan=plan,
    render=render,
    print_group=GROUP,
    claims=claims,
    status=own_parts,
    assets=Assets(files=("status.css",)),
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
