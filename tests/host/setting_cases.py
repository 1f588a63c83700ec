"""What may stand in mkdocs.yml, and what comes of each: tests/host/test_settings.py builds them all."""

from dataclasses import dataclass, field

LAST = 17
"""The line of the golden mkdocs.yml that a setting is added on."""


@dataclass(frozen=True)
class Case:
    """Lines at the end of mkdocs.yml, or in the place of others; files besides; and what comes of it: a place and words
    of the one sentence that refuses it, or a page with what is on it."""

    lines: str = ""
    refused: str = ""
    at: str = f"mkdocs.yml:{LAST}:1"
    instead: tuple[str, str] = ("", "")
    files: dict[str, str] = field(default_factory=dict)
    page: str = "index.html"
    shows: str = ""


NAMES = ("  name: material", "  name: material\n")
PAGE = "# Hjælp\n\nHer er hjælp.\n"
CASES: dict[str, Case] = {
    "site_name": Case(instead=("site_name: Mini", "site_name: Maxi")),
    "site_url": Case("site_url: https://intranet.example/bog/\n", shows='rel="canonical" href="https://intranet'),
    "site_url that is none": Case("site_url: hest\n", refused="site_url: The URL isn't valid"),
    "site_description": Case("site_description: Om hverdagen & os\n", shows='content="Om hverdagen &amp; os"'),
    "site_author": Case("site_author: Os\n"),
    "nav": Case(
        instead=("  - Værdier: values/index.md", "  - Hvad: values/\n  - Ude: https://a.example/"), shows=">Ude</a>"
    ),
    "nav that names a section wrongly": Case(
        instead=("values/index.md", "vaerdi/index.md"),
        at="mkdocs.yml:12:14",
        refused='there is no page "vaerdi/index.md" for nav to lead to. Did you mean "values/index.md"?',
    ),
    "not_in_nav": Case(),
    "exclude_docs": Case("exclude_docs: |\n  /gemt.md\n", files={"docs/gemt.md": PAGE}),
    "exclude_docs of a method": Case(
        "exclude_docs: |\n  kort.md\n",
        at="mkdocs.yml:18:3",
        refused="exclude_docs can only leave out hand-written",
    ),
    "exclude_docs of a story": Case(
        "exclude_docs: |\n  /stories/\n",
        at="mkdocs.yml:18:3",
        refused="stories/doeren.md is one of the handbook's texts",
    ),
    "draft_docs": Case("draft_docs: |\n  gemt.md\n", files={"docs/gemt.md": PAGE}),
    "draft_docs of a method": Case(
        "draft_docs: metoder/\n", at="mkdocs.yml:17:13", refused="draft_docs can only leave out"
    ),
    "docs_dir": Case("docs_dir: docs\n"),
    "docs_dir with another name": Case("docs_dir: sider\n", refused="pages of a handbook lie in docs/"),
    "docs_dir that is there": Case(
        "docs_dir: sider\n", files={"sider/index.md": PAGE}, refused='folder "sider" the name'
    ),
    "site_dir": Case(instead=("site_dir: .hverdag/mkdocs", "site_dir: ud")),
    "use_directory_urls": Case("use_directory_urls: true\n"),
    "use_directory_urls: false": Case("use_directory_urls: false\n", refused="with use_directory_urls: false"),
    "theme": Case(instead=NAMES, shows="<html"),
    "theme with another name": Case(
        instead=("name: material", "name: readthedocs"), at="mkdocs.yml:4:9", refused="Write it as name: material"
    ),
    "theme: mkdocs": Case(
        instead=("name: material", "name: mkdocs"), at="mkdocs.yml:4:9", refused="Write it as name: material"
    ),
    "theme that nobody has": Case(
        instead=("name: material", "name: hest"), at="mkdocs.yml:4:9", refused="Write it as name: material"
    ),
    "theme: custom_dir": Case(
        instead=("  name: material", "  name: material\n  custom_dir: overrides"),
        files={"overrides/main.html": '{% extends "base.html" %}{% block announce %}<p>Et opslag</p>{% endblock %}'},
        page="fortaellinger/doeren/index.html",
        shows="<p>Et opslag</p>",
    ),
    "theme: custom_dir among texts": Case(
        instead=("  name: material", "  name: material\n  custom_dir: docs/metoder"),
        at="mkdocs.yml:5:3",
        refused="the folder of custom_dir holds docs/, or lies in it",
    ),
    "theme: custom_dir around texts": Case(
        instead=("  name: material", "  name: material\n  custom_dir: ."),
        at="mkdocs.yml:5:3",
        refused="custom_dir holds",
    ),
    "theme: logo": Case(
        instead=("  name: material", "  name: material\n  logo: img/m.svg\n  favicon: img/m.svg"),
        files={"docs/img/m.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'},
        shows='<img class="hv-header__logo" src="img/m.svg" alt="">',
    ),
    "theme: logo that is not there": Case(
        instead=("  name: material", "  name: material\n  logo: m.png"),
        at="mkdocs.yml:5:3",
        refused='logo names "m.png"',
    ),
    "extra_css": Case("extra_css: [egen.css]\n", files={"docs/egen.css": "p { margin: 0 }"}, shows='href="egen.css"'),
    "extra_css that is not there": Case(
        "extra_css: [egn.css]\n", at="mkdocs.yml:17:13", refused='extra_css names "egn.css"'
    ),
    "extra_css from elsewhere": Case(
        "extra_css: ['https://x.example/a.css']\n", at="mkdocs.yml:17:14", refused="extra_css asks another computer for"
    ),
    "extra_javascript": Case(
        "extra_javascript:\n  - path: egen.js\n    defer: true\n", files={"docs/egen.js": "1;"}, shows='src="egen.js"'
    ),
    "extra_javascript from elsewhere": Case(
        "extra_javascript: ['https://x.example/a.js']\n", at="mkdocs.yml:17:21", refused="extra_javascript asks another"
    ),
    "extra_templates": Case(
        "extra_templates: [om.html]\n",
        files={"docs/om.html": "<!doctype html><html lang=da><title>x</title><p>{{ config.site_name }}</p></html>"},
        page="om.html",
        shows="<p>Minihåndbogen</p>",
    ),
    "extra_templates that is a page": Case(
        "extra_templates: [hjaelp.md]\n", at="mkdocs.yml:17:19", refused='"hjaelp.md" is a page, and no template'
    ),
    "markdown_extensions": Case("markdown_extensions: [admonition, pymdownx.details]\n"),
    "markdown_extensions that is not installed": Case(
        "markdown_extensions: [hest]\n", refused="Failed to load extension"
    ),
    "strict": Case("strict: true\n"),
    "validation": Case("validation:\n  nav:\n    omitted_files: warn\n  links:\n    anchors: warn\n"),
    "dev_addr": Case("dev_addr: 127.0.0.1:8765\n"),
    "dev_addr that is none": Case("dev_addr: hest\n", refused="dev_addr: Must be a string of format 'IP:PORT'"),
    "watch": Case("watch: [andet]\n", files={"andet/x.txt": "x"}),
    "watch of nothing": Case(
        "watch: [andet]\n", refused="watch: The path 'andet' isn't an existing file or directory."
    ),
    "remote_branch": Case("remote_branch: sider\nremote_name: ude\n"),
    "repo_url": Case(
        "repo_url: https://forge.example/bog\nedit_uri: edit/main/docs/\n",
        page="hjaelp/index.html",
        shows='<a href="https://forge.example/bog/edit/main/docs/hjaelp.md">',
    ),
    "edit_uri_template": Case(
        "repo_url: https://forge.example\nedit_uri_template: 'ret?side={path}'\nrepo_name: Smedjen\n",
        page="hjaelp/index.html",
        shows="https://forge.example/ret?side=hjaelp.md",
    ),
    "edit_uri that runs": Case("repo_url: 'javascript://x/%0aalert(1)'\nedit_uri: '?a='\n", page="hjaelp/index.html"),
    "copyright": Case("copyright: '&copy; 2026 <b>Os & jer</b>'\n", shows="<p>© 2026 Os &amp; jer</p>"),
    "extra": Case("extra:\n  hest: 1\n"),
    "extra: analytics": Case(
        "extra: {analytics: {provider: google}}\n", at="mkdocs.yml:17:9", refused="tells another computer"
    ),
    "INHERIT": Case("INHERIT: fra.yml\n", files={"fra.yml": "copyright: Fra os\n"}, shows="<p>Fra os</p>"),
    "INHERIT of what is refused": Case(
        "INHERIT: fra.yml\n",
        files={"fra.yml": "site_author: Os\nuse_directory_urls: false\n"},
        at="fra.yml:2:1",
        refused="use_directory",
    ),
    "INHERIT of nothing": Case("INHERIT: fra.yml\n", refused="Inherited config file 'fra.yml' does not exist"),
    "!ENV": Case("copyright: !ENV [HVERDAG_NOWHERE, Os alle]\n", shows="<p>Os alle</p>"),
    "hooks": Case(
        "hooks: [krog.py]\n",
        files={"krog.py": "def on_page_markdown(markdown, **_):\n    return markdown.replace('hjælp', 'en hånd')\n"},
        page="hjaelp/index.html",
    ),
    "plugins: two that search": Case(
        instead=("  - search:", "  - /search\n  - search:"),
        at="mkdocs.yml:7:5",
        refused="there are two plugins for search",
    ),
    "plugins: one twice": Case(
        instead=("  - hverdag: {frame: own}", "  - hverdag: {frame: own}\n  - search"),
        at="mkdocs.yml:6:5",
        refused='"material/search" is listed twice',
    ),
    "plugins: one that is switched off": Case(
        instead=("  - hverdag: {frame: own}", "  - hverdag:\n      enabled: false"),
        at="mkdocs.yml:11:7",
        refused="plugins / hverdag",
    ),
    "plugins: an option that is none": Case(
        instead=("  - hverdag: {frame: own}", "  - hverdag:\n      hest: 1"), at="mkdocs.yml:11:7", refused="hverdag"
    ),
    "plugins: macros on every page": Case(
        instead=("render_by_default: false", "render_by_default: true"),
        at="mkdocs.yml:9:7",
        refused="with render_by_default: true, macros would run on every page",
    ),
    "plugins: macros that are missing": Case(
        instead=("  - macros:\n      render_by_default: false\n", ""),
        at="mkdocs.yml:5:1",
        refused='docs/index.md uses "{{ fact("indbyggere") }}", but the plugin macros is missing',
    ),
    "a setting that does not exist": Case("copyrite: x\n", refused='called "copyrite". Did you mean "copyright"?'),
}
