"""What papers are made with that are no part of the site."""

from ..locale import catalogue
from ..model.artifact import Addresses
from ..model.settings import Settings
from ..paper.kit import PaperKit
from .registry import registry


def paper_kit(settings: Settings, language: str) -> PaperKit:
    """Return a kit for papers that show no text of the handbook and lead to no place in it: nothing of the site has to
    be planned for them."""
    return PaperKit(settings, catalogue(language), Addresses({}), {}, registry().template_folders)
