"""The addresses of the pages of themes."""

from collections.abc import Iterator

from ...model.handbook import Handbook
from ...model.settings import Settings
from ...model.themes import Theme
from ..claim import Claim


def list_address(settings: Settings) -> str:
    """Return the address of the list of themes."""
    return f"{settings.address_folders.themes}/"


def theme_address(theme: Theme, settings: Settings) -> str:
    """Return the address of a theme's page."""
    return f"{list_address(settings)}{theme.address_name}/"


def claims(handbook: Handbook) -> Iterator[Claim]:
    """Yield the address of each theme in handbook.yml. All are in one file, so another rule reports two with one
    address."""
    settings = handbook.settings
    yield from (Claim(settings.path, theme_address(theme, settings)) for theme in settings.themes if theme.id)
