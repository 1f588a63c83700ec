"""The options of the plugin in mkdocs.yml: what engineers answer for."""

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type

from ..model.frame_choice import FrameChoice


class HverdagConfig(Config):  # type: ignore[no-untyped-call]
    """Everything is set in values/handbook.yml but for what engineers answer for."""

    frame = Optional(Choice(tuple(FrameChoice)))
    """Whose frame the pages stand in; that of the site where nothing is said."""

    pages_allowed = Type(list, default=[])
    """The pages that may hold code, each with who answers for it. parse/pages/site.py reads the list itself, before
    anything is built."""
