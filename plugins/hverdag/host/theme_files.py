"""What is published of Material: its style sheet, and none of its scripts.

MkDocs looks through every file of a theme, and Material has over 14,000 icons: half of what a small site takes.
So its folder is put aside while MkDocs looks.
"""

import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..model.own_look import OURS
from ..web.own_look import FRAME

TEMPLATES = Path(str(files("material"))) / "templates"

SITE_THEME = Path(str(files("hverdag"))) / "host" / "site_theme"
"""What the templates of a site's own custom_dir begin from, where they know Material's names."""

_LOOK = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")


def put_aside(config: MkDocsConfig) -> None:
    """Have MkDocs take no file of Material's."""
    config.theme.dirs = [folder for folder in config.theme.dirs if Path(folder) != TEMPLATES]


def take_style_sheet(theme: Files, config: MkDocsConfig) -> None:
    """Have Material's style sheet published."""
    sheets = (path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "assets/stylesheets").glob("main.*.css"))
    for sheet in filter(_LOOK.fullmatch, sheets):
        theme.append(File(sheet, str(TEMPLATES), config.site_dir, config.use_directory_urls))


class FrameLoader(FileSystemLoader):
    """Finds the templates of a site in its folders, and those of our frame under `hverdag/` too: a template of the
    site's own that takes the place of one of ours begins from it there."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, its file, and what tells whether it has changed."""
        if not template.startswith(f"{OURS}/"):
            return super().get_source(environment, template)
        try:
            return FileSystemLoader(str(FRAME)).get_source(environment, template.removeprefix(f"{OURS}/"))
        except TemplateNotFound:
            raise TemplateNotFound(template) from None


def give_back(env: Environment, config: MkDocsConfig) -> None:
    """Let templates of plugins and of custom_dir find Material's parts, but for those that ours take the place of, and
    ours under `hverdag/`."""
    config.theme.dirs.append(str(TEMPLATES))
    if isinstance(env.loader, FileSystemLoader):
        env.loader = FrameLoader([*env.loader.searchpath, str(TEMPLATES)])


def look_of(theme: Files) -> str:
    """Return the address of Material's style sheet: its name holds a digest."""
    return next((file.url for file in theme if _LOOK.fullmatch(file.src_uri)), "")
