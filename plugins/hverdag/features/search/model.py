"""The section of handbook.yml on search."""

from ...model.declared import Declared, Text, declared


class SearchSection(Declared):
    """The section of handbook.yml."""

    synonyms: tuple[tuple[Text, ...], ...] = declared(
        "Synonyms",
        "Words that mean the same to your readers, such as `[boss, manager]`; search finds either.",
        default=(),
    )
