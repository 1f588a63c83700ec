"""How the site looks on MkDocs: our frame with Material's style sheet, set here so that mkdocs.yml stays short."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape, unescape
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..features.registry import registry
from ..features.search.data import ADDRESS
from ..locale import catalogue
from ..model.addresses import STORY_LIST, TELLING
from ..model.build_target import BuildTarget
from ..model.own_look import SHEETS, own_path
from ..model.settings import Settings
from ..model.slug import slug
from ..pipeline.on_request import Site
from ..web.assets import ICON, scripts, style_sheets
from ..web.languages import language_name
from ..web.own_look import FRAME
from .doors import Door, Doors, Linked, NavLink, NavPlace, around, doors_of, folder_of
from .nav_names import name_pages
from .pages import PROBLEM_ADDRESS, FinishedFile, FinishedPage
from .search import is_searched, search_scripts, silence_plugins
from .theme_files import SITE_THEME, look_of, put_aside

_MATERIALS = "assets/images/favicon.png"
"""The icon that Material has where none is given."""

_SHOWN = ("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name")
"""What Material's templates show of mkdocs.yml, and do not escape."""


@dataclass(frozen=True)
class Frame:
    """What every page shows around its text. `titles` are those of hand-written pages, by their path."""

    site: Site
    look: str = ""
    is_searched: bool = False
    is_served: bool = False
    nav: Doors = field(default_factory=Doors)
    titles: Mapping[str, str] = field(default_factory=dict)
    _kept: dict[tuple[object, ...], str] = field(default_factory=dict)

    def key(self, page: FinishedPage, base_url: str) -> tuple[object, ...]:
        """Return what decides how the frame of a page of ours looks; `base_url` leads from it to the front page."""
        folder = next((one for one in around(page.url) if one in self._linked_folders), "")
        return (*self.place(page).key, base_url, folder, page.shape, self.problem_count if self.preview else 0)

    @cached_property
    def _linked_folders(self) -> frozenset[str]:
        """The folders that links of the frame lead into: from a page that lies there, they are shorter."""
        links = (*(entry for door in self.doors for entry in door.pages), *self.doors, *self.footer_links)
        addresses = (self.story_list, self.telling, *(link.address for link in links))
        return frozenset(folder for address in addresses for folder in (folder_of(address), *around(address)))

    def kept(self, *key: object) -> str:
        """Return a frame that was drawn before, or nothing. Most pages share theirs."""
        return self._kept.get(key, "")

    def keep(self, drawn: str, *key: object) -> str:
        """Keep a frame for the next page that needs the same, and return it."""
        return self._kept.setdefault(key, str(drawn))

    @property
    def doors(self) -> tuple[Door, ...]:
        """The doors in the header."""
        return self.nav.doors

    def place(self, page: Page | None) -> NavPlace:
        """Return which door a page is behind, and the pages beside it."""
        if page is None:
            return NavPlace()
        place = self.nav.place(page.url)
        is_linked = place.row or any(entry.address == page.url for entry in self.footer_links)
        return replace(place, address=page.url if is_linked else "")

    def asset(self, name: str) -> str:
        """Return the address of a style sheet, a script or an icon of ours, by its name."""
        return self.site.assets.asset(name)

    @property
    def search_scripts(self) -> tuple[str, ...]:
        """The names of the scripts that look for a reader's words, in the order in which they are loaded."""
        return search_scripts(self.settings.language)

    @property
    def search_data(self) -> str:
        """The address of the script that names what they look in."""
        return ADDRESS

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

    @cached_property
    def footer_links(self) -> tuple[NavLink, ...]:
        """The links at the foot of every page: those of handbook.yml, the accessibility statement, and features'."""
        at = self.site.plan.addresses.by_target
        own = [
            NavLink(self.titles[path], at[path])
            for path in _footer(self.settings)
            if path in at and path in self.titles
        ]
        given = self.settings.accessibility
        if given:
            own.append(NavLink(self.say("Accessibility statement"), at.get(f"docs/{given}", given)))
        for one in self.site.languages.fronts:
            own.append(NavLink(language_name(one.language), one.address, language=one.language.tag))
        added = (feature.footer for feature in registry().features if feature.footer)
        return (*own, *(NavLink(self.say(words), at[target]) for words, target in added))

    @property
    def telling(self) -> str:
        """The address of the page on telling a story; an empty string if there is none."""
        return self.site.plan.addresses.by_target.get(TELLING, "")

    @property
    def story_list(self) -> str:
        """The address of the list of stories."""
        return self.site.plan.addresses.by_target[STORY_LIST]

    @property
    def problems(self) -> str:
        """The address of a preview's page of problems; an empty string if there are none."""
        return PROBLEM_ADDRESS if self.is_served and self.site.problems else ""

    @property
    def problem_count(self) -> int:
        """How many problems a preview has."""
        return len(self.site.problems)

    def say(self, message: str, **parameters: Any) -> str:
        """Return a message in the readers' language."""
        return catalogue(self.settings.language.value).say(message, **parameters)


def _footer(settings: Settings) -> tuple[str, ...]:
    """Return the paths of the pages that handbook.yml puts at the foot, without one that stands there anyway."""
    paths = (f"docs/{given}" for given in settings.footer if given != settings.accessibility)
    return tuple(dict.fromkeys(paths))


def frame_of(
    site: Site, nav: Navigation, pages: Files, config: MkDocsConfig, linked: Linked, *, is_served: bool
) -> Frame:
    """Return the frame of a site, when the titles of all hand-written pages are known. `linked` returns the addresses
    that the macros on such a page link to; what `is_served` has a page of problems."""
    made = set(site.addresses)
    read = [file for file in pages.documentation_pages() if not isinstance(file, FinishedFile)]
    return Frame(
        site,
        look_of(pages),
        is_searched(config),
        is_served,
        doors_of(nav, lambda address: () if address in made else linked(address)),
        {f"docs/{file.src_uri}": unescape(str(file.page.title)) for file in read if file.page},
    )


def dress(config: MkDocsConfig, site: Site) -> dict[str, str]:
    """Set theme and addresses from the handbook's settings, and return what mkdocs.yml calls pages of ours."""
    settings = site.settings
    config.site_name = settings.title or config.site_name
    # What is on a USB stick has no address of its own on the web.
    config.site_url = (settings.site_url or config.site_url) if site.target is BuildTarget.SERVER else None
    for name in _SHOWN:
        if config[name]:
            config[name] = escape(_plain(config[name]) if name == "copyright" else config[name])
    put_aside(config)
    own = config.theme.custom_dir  # the site's own templates come first
    first = int(own is not None and own in config.theme.dirs)
    config.theme.dirs[first:first] = [str(FRAME), str(SITE_THEME)]
    silence_plugins(config)
    asset = site.assets.asset
    for key, given in {
        "language": settings.language.value,
        "font": False,
        "favicon": asset(ICON) if config.theme["favicon"] in (None, _MATERIALS) else config.theme["favicon"],
    }.items():
        config.theme[key] = given
    own_sheets = map(own_path, site.publication.look.named(SHEETS))
    config.extra_css = [*map(asset, (*style_sheets(registry().style_sheets), *own_sheets)), *config.extra_css]
    config.extra_javascript = [*map(asset, scripts(registry().scripts)), *config.extra_javascript]
    # Heading ids on hand-written pages: Python-Markdown's own lose æ, ø and å.
    config.mdx_configs.setdefault("toc", {})["slugify"] = lambda text, *_: slug(text)
    return name_pages(config, site)


def _plain(html: str) -> str:
    """Return the words of a piece of HTML. What comes back is no HTML."""
    return Markup(html).striptags()  # noqa: S704
