"""Whose frame a site is made in."""

from mkdocs.config.defaults import MkDocsConfig

from ..model.build_target import BuildTarget
from ..model.frame_choice import FrameChoice
from ..pipeline.on_request import Site
from .config_file import PLUGIN


def says_site(config: MkDocsConfig) -> bool:
    """Return True if mkdocs.yml has the pages stand in the frame of the site, or says nothing of it."""
    return bool(config.plugins[PLUGIN].config["frame"] != FrameChoice.OWN)


def is_in_site(config: MkDocsConfig, site: Site) -> bool:
    """Return True if the pages stand in the frame of the site that they are part of. On a USB stick they never do: the
    search and the scripts of a theme ask for a server."""
    return site.target is BuildTarget.SERVER and says_site(config)
