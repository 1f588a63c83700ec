"""Other people's plugins that need something of ours around them, to do in a handbook what they do elsewhere."""

from collections.abc import MutableMapping

from mkdocs.config.defaults import MkDocsConfig

from ..pipeline.on_request import Site
from . import feeds, lightbox
from .inclusions import Inclusions, Tell


def adapt(config: MkDocsConfig, site: Site, tell: Tell, sources: MutableMapping[str, str]) -> None:
    """Put ours around them, for one build. `tell` is called with what pages may not have of what they ask for, and
    files that tell of stories are added to `sources`."""
    lightbox.adapt(config)
    feeds.adapt(config, site, sources)
    Inclusions(config, site.publication.root, tell)
