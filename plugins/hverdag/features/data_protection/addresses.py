"""The address of the page on data protection."""

from ...model.settings import Language, Settings


def data_protection_address(settings: Settings) -> str:
    """Return the address of the page."""
    return "databeskyttelse/" if settings.language is Language.DANISH else "data-protection/"
