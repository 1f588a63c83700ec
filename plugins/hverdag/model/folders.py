"""The folders in the site's addresses, with their usual names in each language."""

from collections.abc import Mapping
from functools import lru_cache

from .declared import Declared, Text, declared
from .language import Language


class Folders(Declared):
    """The folders in the site's addresses. One that is empty has its usual name in the readers' language."""

    values: Text = declared("Values", "The folder of the value pages.")
    stories: Text = declared("Stories", "The folder of the story pages.")
    methods: Text = declared("Methods", "The folder of the method pages.")
    guides: Text = declared("Guides", "The folder of the guides.")
    goals: Text = declared("Goals", "The folder of the goal pages.")
    strategy: Text = declared("Strategy", "The folder of the strategy's pages.")
    themes: Text = declared("Themes", "The folder of the theme pages.")


USUAL: Mapping[Language, Mapping[str, str]] = {
    Language.DANISH: {
        "values": "vaerdier",
        "stories": "fortaellinger",
        "methods": "metoder",
        "guides": "guider",
        "goals": "maal",
        "strategy": "strategi",
        "themes": "emner",
    },
    Language.ENGLISH: {
        "values": "values",
        "stories": "stories",
        "methods": "methods",
        "guides": "guides",
        "goals": "goals",
        "strategy": "strategy",
        "themes": "themes",
    },
}
"""The names of the folders in each language."""


@lru_cache(maxsize=20)
def named_folders(folders: Folders, language: Language) -> Folders:
    """Return the folders with none of the core ones empty: each has the name it was given, or its usual one."""
    usual = USUAL[language]
    return folders.model_copy(update={name: getattr(folders, name) or usual[name] for name in usual})
