"""Pages that a theme makes without a file of ours or of the site's, as that for what is missing."""

from mkdocs.config.defaults import MkDocsConfig

from .own_frame import OwnFrame
from .site_frame import SiteFrame


class ThemePages:
    """Sees to such pages as to any other: readers meet them too."""

    _frame: OwnFrame | SiteFrame

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Return a page as it is published, and a file of another kind as it is."""
        return self._frame.finished(output, template_name) if template_name.endswith(".html") else output
