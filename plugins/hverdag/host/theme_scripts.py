"""The scripts of the theme, without what they would ask another computer for."""

import re

from mkdocs.structure.files import Files

_FOLDER = "assets/javascripts/"
_ADDRESS = re.compile(r"(?<=[\"'`])(?:https?:)?//(?!www\.w3\.org/)\w[^\"'`$]*")
"""An address that a script has in quotes. Those of the W3C are names of kinds of XML, and are asked for nothing."""
_DRAWN = "pre.mermaid"
"""What Material draws with a library that it asks another computer for."""


def keep_at_home(files: Files) -> None:
    """Take the addresses of other computers out of the theme's scripts that load something, and have them draw nothing
    that only a script from there can draw: it is shown as it is written."""
    for file in files:
        if file.src_uri.startswith(_FOLDER) and file.src_uri.endswith(".min.js") and "/lunr/" not in file.src_uri:
            file.content_string = _ADDRESS.sub("", file.content_string).replace(f'"{_DRAWN}"', f'"{_DRAWN}:not(*)"')
