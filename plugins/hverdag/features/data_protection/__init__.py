"""The page on data protection: which personal data is kept, by whom, for how long, and how it is erased."""

from ...model.addresses import PROTECTION
from ..assets import Assets
from ..feature import Feature
from .model import DataProtectionSection
from .plan import data_protection_address, plan
from .platform import HELD
from .web import render

FEATURE = Feature(
    id="data_protection",
    settings=DataProtectionSection,
    plan=plan,
    render=render,
    assets=Assets(files=("protection.css",)),
    footer=("Data protection", PROTECTION),
    pages=lambda settings: (data_protection_address(settings),),
    holds_about_people=HELD,
)
