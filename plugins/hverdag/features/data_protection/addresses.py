"""The address of the page on data protection."""

from ...model.language import Language
from ...model.settings import Settings


def data_protection_address(settings: Settings) -> str:
    """Return the address of the page."""
    return "databeskyttelse/" if settings.language is Language.DANISH else "data-protection/"
