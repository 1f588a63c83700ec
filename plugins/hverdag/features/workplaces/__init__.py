"""The workplaces of the organisation, which stories and receipts name."""

from ...model.data_kind import DataKind
from ...model.held_data import NOTHING_ABOUT_PEOPLE
from ...model.uptake.workplaces import PATH, Workplaces
from ..feature import Feature
from ..rules import checks_in

FEATURE = Feature(
    id="workplaces",
    data=(
        DataKind(
            id="workplaces",
            model=Workplaces,
            path=PATH,
            title="The workplaces, in values/workplaces.yml",
            most=400_000,
        ),
    ),
    checks=checks_in(f"{__name__}.rules"),
    rule_group="What is checked in workplaces and receipts",
    holds_about_people=NOTHING_ABOUT_PEOPLE,
)
