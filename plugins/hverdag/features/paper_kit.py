"""What papers are made with that are no part of the site."""

from ..locale import catalogue
from ..model.artifact import Addresses
from ..model.own_look import NO_LOOK, OwnLook
from ..model.settings import Settings
from ..paper.kit import PaperKit
from .registry import registry


def paper_kit(settings: Settings, language: str, look: OwnLook = NO_LOOK) -> PaperKit:
    """Return a kit for papers that show no text of the handbook and lead to no place in it: nothing of the site has to
    be planned for them. `look` is the organisation's own."""
    return PaperKit(settings, catalogue(language), Addresses({}), {}, registry().template_folders, look)
