"""Where each file of a publication is found in the site (folder addresses, as `vaerdier/tillid/`)."""

import posixpath
from urllib.parse import quote

from .content import Story, Value
from .settings import Settings


def value_address(value: Value, settings: Settings) -> str:
    """The address of a value's page."""
    return f"{settings.folders.values}/{value.id}/"


def story_address(story: Story, settings: Settings) -> str:
    """The address of a story's page."""
    return f"{settings.folders.stories}/{story.id}/"


def page_address(path: str) -> str:
    """The address of a hand-written page: `docs/metoder/kort.md` is found at `metoder/kort/`."""
    stem = path.removeprefix("docs/").removesuffix(".md")
    folder, name = posixpath.split(stem)
    if name == "index":
        return f"{folder}/" if folder else ""
    return f"{stem}/"


def file_address(path: str, settings: Settings) -> str:
    """The address of a picture or another file that is published as it is."""
    folder, _, name = path.partition("/")
    homes = {"stories": f"{settings.folders.stories}/", "values": f"{settings.folders.values}/"}
    return homes.get(folder, "") + name


def edit_link(template: str, path: str) -> str:
    """Where a file is edited, from the settings' template, or an empty text where none is known."""
    return template.replace("{path}", quote(path)) if template else ""
