"""What is published of Material: its style sheet, and none of its scripts."""

import re
from importlib.resources import files
from pathlib import Path

from mkdocs.structure.files import Files

SCRIPTS = "assets/javascripts/"
"""Material's folder of scripts."""

TEMPLATES = Path(str(files("material"))) / "templates"

_LOOK = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")


def leave_out(theme: Files) -> None:
    """Take out Material's files that no page of ours loads: its scripts, its colours, and maps for its developers."""
    for file in list(theme):
        if Path(file.abs_src_path or "").is_relative_to(TEMPLATES) and not _is_loaded(file.src_uri):
            theme.remove(file)


def look_of(theme: Files) -> str:
    """Return the address of Material's style sheet: its name holds a digest."""
    return next((file.url for file in theme if _LOOK.fullmatch(file.src_uri)), "")


def _is_loaded(path: str) -> bool:
    return not path.startswith("assets/") or bool(_LOOK.fullmatch(path))
