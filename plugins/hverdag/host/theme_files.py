"""What is published of Material: its style sheet, and none of its scripts.

MkDocs looks through every file of a theme, and Material has over 14,000 icons: half of what a small site takes.
So its folder is put aside while MkDocs looks.
"""

import re
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

TEMPLATES = Path(str(files("material"))) / "templates"

_LOOK = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")


def put_aside(config: MkDocsConfig) -> None:
    """Have MkDocs take no file of Material's."""
    config.theme.dirs = [folder for folder in config.theme.dirs if Path(folder) != TEMPLATES]


def take_style_sheet(theme: Files, config: MkDocsConfig) -> None:
    """Have Material's style sheet published."""
    sheets = (path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "assets/stylesheets").glob("main.*.css"))
    for sheet in filter(_LOOK.fullmatch, sheets):
        theme.append(File(sheet, str(TEMPLATES), config.site_dir, config.use_directory_urls))


def give_back(env: Environment, config: MkDocsConfig) -> None:
    """Let templates of plugins find Material's parts, but for those that ours take the place of."""
    config.theme.dirs.append(str(TEMPLATES))
    if isinstance(env.loader, FileSystemLoader):
        env.loader.searchpath.append(str(TEMPLATES))


def look_of(theme: Files) -> str:
    """Return the address of Material's style sheet: its name holds a digest."""
    return next((file.url for file in theme if _LOOK.fullmatch(file.src_uri)), "")
