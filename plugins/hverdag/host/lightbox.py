"""The plugin glightbox, as far as a handbook has it: a picture on a hand-written page opens in full size.

It writes a script and a style into every page, ours too, which servers of handbooks forbid; its own script names
another computer, for films. So its files are published beside the pages and without those addresses, a page with a
picture to open links to them, and no other page is touched.
"""

import json
import re
from importlib import resources
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..locale import Catalogue
from .hooks import replace_hooks
from .pages import FinishedPage

NAME = "glightbox"
STYLES = ("assets/stylesheets/glightbox.min.css", "assets/stylesheets/glightbox.page.css")
SCRIPTS = ("assets/javascripts/glightbox.min.js", "assets/javascripts/glightbox.page.js")
_OPENS = '<a class="glightbox"'
_BODY = re.compile(r"<html><head></head><body>(.*)</body></html>", re.DOTALL)
_STYLE = re.compile(r"<style id=\"glightbox-style\">(.*?)</style>", re.DOTALL)
_OPTIONS = re.compile(r"GLightbox\((\{.*?\})\)")
_FILMS = re.compile(r"https://cdn\.[^\"']+")
_START = """\
(function () {
  var box = GLightbox(%(options)s), words = %(words)s;
  box.on("open", function () {
    for (var name in words) {
      var button = document.querySelector(".glightbox-container " + name);
      if (button) { button.setAttribute("aria-label", words[name]); }
    }
  });
  box.on("slide_after_load", function (loaded) {
    var shown = loaded.slide.querySelector("img"), own = loaded.trigger && loaded.trigger.querySelector("img");
    if (shown && own) { shown.alt = own.alt; }
  });
  if (window.document$) { window.document$.subscribe(function () { box.reload(); }); }
})();
"""


def adapt(config: MkDocsConfig) -> None:
    """Have the plugin do nothing but mark the pictures of hand-written pages; `lightbox_files` are the rest."""
    replace_hooks(config, NAME, "page_content", _marking)
    replace_hooks(config, NAME, "post_page", lambda _: _linking)
    replace_hooks(config, NAME, "post_build", lambda _: _nothing)


def lightbox_files(files: Files, config: MkDocsConfig, words: Catalogue) -> None:
    """Add the plugin's style sheets and scripts to a site that uses it, as files of their own."""
    plugin: Any = config.plugins.get(NAME)
    if plugin is None:
        return
    bare = SimpleNamespace(meta={}, url="")
    written = plugin.on_post_page("<html><head></head><body></body></html>", page=bare, config=config)
    style, options = _STYLE.search(written), _OPTIONS.search(written)
    home = resources.files(type(plugin).__module__.partition(".")[0]) / NAME
    said = {".gclose": words.say("Close"), ".gprev": words.say("Previous picture"), ".gnext": words.say("Next picture")}
    start = _START % {"options": options[1] if options else "{}", "words": json.dumps(said)}
    script = _FILMS.sub("", (home / "glightbox.min.js").read_text("utf-8"))
    made = ((home / "glightbox.min.css").read_text("utf-8"), style[1] if style else "", script, start)
    for path, content in zip((*STYLES, *SCRIPTS), made, strict=True):
        files.append(File.generated(config, path, content=content))


def _marking(method: Any) -> Any:
    def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if isinstance(page, FinishedPage):
            return html
        marked = str(method(html, page=page, config=config, files=files))
        whole = _BODY.fullmatch(marked.strip())  # it makes a whole document of a part
        return whole[1] if whole else marked

    return on_page_content


def _linking(output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 as MkDocs calls it
    if isinstance(page, FinishedPage) or _OPENS not in output:
        return output
    sheets = "".join(f'<link rel="stylesheet" href="{get_relative_url(path, page.url)}">' for path in STYLES)
    scripts = "".join(f'<script src="{get_relative_url(path, page.url)}"></script>' for path in SCRIPTS)
    return output.replace("</head>", f"{sheets}</head>", 1).replace("</body>", f"{scripts}</body>", 1)


def _nothing(*, config: MkDocsConfig) -> None:
    """Do nothing: the files are in the site already."""
