"""The page on data protection: which personal data is kept, by whom, for how long, and how it is erased."""

from ...model.addresses import PROTECTION
from ..assets import Assets
from ..feature import Feature
from ..later import Later
from ..rules import checks_in
from .addresses import data_protection_address
from .model import DataProtectionSection
from .platform import HELD

FEATURE = Feature(
    id="data_protection",
    settings=DataProtectionSection,
    checks=checks_in(f"{__name__}.rules"),
    plan=Later(__name__, "plan:plan"),
    render=Later(__name__, "web:render"),
    assets=Assets(files=("protection.css",)),
    footer=("Data protection", PROTECTION),
    pages=lambda settings: (data_protection_address(settings),),
    holds_about_people=HELD,
)
