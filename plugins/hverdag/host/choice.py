"""Whose frame a site is made in."""

from mkdocs.config.defaults import MkDocsConfig

from ..model.build_target import BuildTarget
from ..model.frame_choice import FrameChoice
from ..pipeline.on_request import Site


def is_in_site(config: MkDocsConfig, site: Site) -> bool:
    """Return True if the pages stand in the frame of the site that they are part of, as mkdocs.yml says or leaves out.
    On a USB stick they never do: the search and the scripts of a theme ask for a server."""
    return site.target is BuildTarget.SERVER and config.plugins["hverdag"].config["frame"] != FrameChoice.OWN
