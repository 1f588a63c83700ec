"""The rules of the web server that publishes the handbook, as a file that it reads: types, the page for missing pages,
caching and security headers."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from ..model.artifact import Artifact
from ..model.frame_choice import FrameChoice
from ..model.manifest import NAME as MANIFEST
from ..model.settings import Server, Settings
from . import server_rules as rules
from .release import MARKER
from .work import replacing

_TEMPLATES = {Server.NGINX: "nginx.conf", Server.APACHE: "apache.htaccess", Server.IIS: "iis.config"}
_IN_SITE = {Server.APACHE: ".htaccess", Server.IIS: "web.config"}
"""The names that these servers look for in the folder that they publish."""

_PLAIN = re.compile(r"[\w./~-]*")

BESIDE = ".nginx.conf"
"""The ending of the name of nginx's rules, beside the site: nginx reads nothing of what it publishes."""


def in_site(settings: Settings, frame: FrameChoice) -> tuple[Artifact, ...]:
    """Return the rules that are a file of the site; none where no server is named, or where it looks for none there."""
    name = _IN_SITE.get(settings.server)
    return (Artifact(name, server_text(settings, frame)),) if name else ()


def lay_beside(settings: Settings, frame: FrameChoice, site: Path) -> None:
    """Write the rules that are no file of the site beside it. Those of a server that is named no longer stay, since it
    may still read them. Raises OSError if that is not possible."""
    if settings.server is Server.NGINX:
        with replacing(site.parent / f"{site.name}{BESIDE}", 0o644) as copy:
            copy.write_text(server_text(settings, frame), encoding="utf-8")


def server_text(settings: Settings, frame: FrameChoice) -> str:
    """Return the rules of the server that handbook.yml names, for pages in a frame; an empty text where it names
    none."""
    template = _TEMPLATES.get(settings.server)
    if template is None:
        return ""
    return (
        _environment()
        .get_template(template)
        .render(
            prefix=_prefix(settings),
            types=rules.TYPES,
            packed=rules.PACKED,
            headers=rules.headers(frame),
            asked=rules.ASKED_EACH_TIME,
            kept=rules.KEPT,
            kept_a_week=rules.KEPT_A_WEEK,
            with_digest=rules.WITH_DIGEST,
            fonts=rules.FONTS,
            not_for_readers=rules.NOT_FOR_READERS,
            hidden=(MANIFEST, MARKER),
        )
    )


def _prefix(settings: Settings) -> str:
    """Return the path that the site has on its server, with a slash at each end. Whoever writes the address writes no
    other rule: what is neither a letter nor a digit is escaped."""
    path = unquote(urlsplit(settings.site_url).path).strip("/")
    plain = path if _PLAIN.fullmatch(path) else quote(path)
    return f"/{plain}/" if plain else "/"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "server"),
        autoescape=select_autoescape(("config",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
