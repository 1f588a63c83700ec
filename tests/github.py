"""What GitHub's own reader makes of a text, in the normal form. It is of CommonMark 0.29, so it decides on GitHub's
extensions alone."""

import cmarkgfm
from cmarkgfm.cmark import Options

from .normal_form import form_of_html

_OPTIONS = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
_EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]


def form_at_github(text: str) -> str:
    """The normal form of a text in stories/, as GitHub reads it; one tilde strikes nothing."""
    html = cmarkgfm.markdown_to_html_with_extensions(text, options=_OPTIONS, extensions=_EXTENSIONS)
    return form_of_html(html, "stories")
