"""How the site looks on MkDocs: our frame around Material's machinery, set here so that mkdocs.yml stays short."""

from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..features.registry import registry
from ..locale import catalogue
from ..model.addresses import STORY_LIST
from ..model.build_target import BuildTarget
from ..model.settings import Settings
from ..model.slug import slug
from ..pipeline.render import RenderedSite
from ..web.assets import ICON, scripts, style_sheets

_QUIET = 10  # logging.DEBUG: dead links are found by verify, in the finished site and in the reader's language

_SHOWN = ("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name")
"""What Material's templates show of mkdocs.yml, and do not escape."""


@dataclass(frozen=True)
class Frame:
    """What every page shows around its text."""

    site: RenderedSite
    problems: str = ""
    _kept: dict[tuple[str, ...], str] = field(default_factory=dict)

    def kept(self, *key: str) -> str:
        """Return a frame that was drawn before, or nothing. Most pages share theirs."""
        return self._kept.get(key, "")

    def keep(self, drawn: str, *key: str) -> str:
        """Keep a frame for the next page that needs the same, and return it."""
        return self._kept.setdefault(key, str(drawn))

    def door(self, page: Page | None, nav: Navigation) -> tuple[str, str]:
        """Return the address of the door a page is behind, and how aria-current says so: it is the page itself,
        or the page lies in its folder."""
        here = page.url if page else ""
        for item in nav.items:
            if isinstance(item, Page) and item.url and _folder(here).startswith(_folder(item.url)):
                return item.url, "page" if item.url == here else "true"
        return "", ""

    @property
    def preview(self) -> bool:
        """Whether drafts are shown."""
        return self.site.preview

    @property
    def settings(self) -> Settings:
        """The handbook's settings."""
        return self.site.settings

    @property
    def offline(self) -> bool:
        """Whether this is the edition for a USB stick or a shared folder."""
        return self.site.target is BuildTarget.USB

    @property
    def accessibility(self) -> str:
        """The address of the accessibility statement: a page of the site, or a web address."""
        given = self.settings.accessibility
        return self.site.plan.addresses.by_target.get(f"docs/{given}", given)

    @property
    def footer_links(self) -> tuple[tuple[str, str], ...]:
        """What features link to at the foot of every page: addresses and words."""
        links = (feature.footer for feature in registry().features if feature.footer)
        return tuple((self.site.plan.addresses.by_target[target], self.say(words)) for words, target in links)

    @property
    def story_list(self) -> str:
        """The address of the list of stories."""
        return self.site.plan.addresses.by_target[STORY_LIST]

    @property
    def problem_count(self) -> int:
        """How many problems a preview has."""
        return len(self.site.problems)

    def say(self, message: str, **parameters: Any) -> str:
        """Return a message in the readers' language."""
        return catalogue(self.settings.language.value).say(message, **parameters)


def _folder(address: str) -> str:
    """The folder that a page's address stands for, in either edition: `vaerdier/index.html` and `vaerdier/` are one."""
    stem = address.removesuffix("index.html").removesuffix(".html").rstrip("/")
    return f"{stem}/" if stem else ""


def dress(config: MkDocsConfig, site: RenderedSite) -> dict[str, str]:
    """Set theme and addresses from the handbook's settings.

    Returns what mkdocs.yml calls the pages that list documents of a kind. In its nav they are `values/index.md`,
    `stories/index.md` and so on, whatever folders the handbook has for them.
    """
    settings = site.settings
    config.site_name = settings.title or config.site_name
    # What is on a USB stick has no address of its own on the web.
    config.site_url = (settings.site_url or config.site_url) if site.target is BuildTarget.SERVER else None
    for name in _SHOWN:
        if config[name]:
            config[name] = escape(config[name])
    config.theme.dirs.insert(0, str(files("hverdag.host") / "theme"))
    say = catalogue(settings.language.value).say
    for key, given in _theme(settings, say).items():
        config.theme[key] = given
    config.extra_css = [*style_sheets(registry().style_sheets), *config.extra_css]
    config.extra_javascript = [*scripts(registry().scripts), *config.extra_javascript]
    # Heading ids on hand-written pages: Python-Markdown's own lose æ, ø and å.
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, *_: slug(text)
    config.validation.links.not_found = _QUIET
    config.validation.links.unrecognized_links = _QUIET
    config.validation.links.anchors = _QUIET
    lists = [kind for kind in registry().kinds if not kind.is_in_docs]
    homes = {f"{kind.folder}index.md": f"{kind.address_home(settings)}/index.md" for kind in lists}
    labels: dict[str, str] = {}
    config.nav = _homed(config.nav, homes, labels)
    return labels


def _homed(nav: Any, names: dict[str, str], labels: dict[str, str]) -> Any:
    """Return a nav with the lists' own addresses, and note their labels."""
    if isinstance(nav, list):
        return [_homed(item, names, labels) for item in nav]
    if isinstance(nav, dict):
        for label, item in nav.items():
            if isinstance(item, str) and item in names:
                labels[names[item]] = label
        return {label: _homed(item, names, labels) for label, item in nav.items()}
    return names.get(nav, nav) if isinstance(nav, str) else nav


def _theme(settings: Settings, say: Any) -> dict[str, Any]:
    day = {
        "media": "(prefers-color-scheme: light)",
        "scheme": "default",
        "toggle": {"icon": "material/weather-night", "name": say("Switch to night colours")},
    }
    night = {
        "media": "(prefers-color-scheme: dark)",
        "scheme": "slate",
        "toggle": {"icon": "material/weather-sunny", "name": say("Switch to day colours")},
    }
    return {
        "language": settings.language.value,
        "font": False,
        "favicon": ICON,
        "palette": [day, night],
        "features": ["search.highlight"],
    }
