"""All supported plugins at once: the site, the offline edition and the one that may be passed on."""

import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Publication, copied

pytestmark = pytest.mark.slow

SETTINGS = """\
site_name: Mini
site_url: https://intranet.example/bog/
site_dir: .hverdag/mkdocs
theme:
  name: material
plugins:
  - awesome-pages
  - search:
      lang: da
  - macros:
      render_by_default: false
  - tags
  - meta
  - typeset
  - redirects:
      redirect_maps:
        gammel.md: hjaelp.md
        gl/doer.md: stories/doeren.md
  - git-revision-date-localized:
      type: iso_date
  - include-markdown
  - glightbox
  - minify_html
  - rss
  - hverdag:
      frame: own
markdown_extensions:
  - attr_list
  - pymdownx.superfences
  - pymdownx.snippets
nav:
  - Værdier: values/index.md
  - Fortællinger: stories/index.md
  - ...
not_in_nav: |
  /index.md
  /dele/
"""
PAGE = """\
---
tags: [nøgler]
---

# Hjælp

![En rød dør](img/doer.png)

{% include "dele/a.md" %}

--8<-- "docs/dele/b.md"

Sidst ændret {{ git_revision_date_localized }}.
"""


@pytest.fixture
def all_at_once(tmp_path: Path) -> Publication:
    good = copied("good", tmp_path)
    good.write("mkdocs.yml", SETTINGS)
    good.write("docs/hjaelp.md", PAGE)
    for name in "ab":
        good.write(f"docs/dele/{name}.md", f"Del {name} kommer herfra.\n")
        good.write(f"docs/fag/{name}.md", f"# Side {name}\n\nHer står noget.\n")
    good.write("docs/fag/.pages", "title: Fagene\nnav:\n  - b.md\n  - a.md\n")
    (good.root / "docs/img").mkdir()
    Image.new("RGB", (400, 300), "#a33").save(good.root / "docs/img/doer.png")
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "1")):
        subprocess.run(["git", *words], cwd=good.root, check=True)
    return good


def unpacked(made: Path) -> Path:
    folder = made.with_suffix("")
    with zipfile.ZipFile(made) as opened:
        opened.extractall(folder)
    return next(folder.rglob("edition.json")).parent


def is_whole(site: Path) -> None:
    """What each plugin makes of a page, in a site or an edition."""
    page = next(path for path in (site / "hjaelp/index.html", site / "hjaelp.html") if path.is_file())
    text = page.read_text("utf-8")
    assert "Del a kommer herfra." in text
    assert "Del b kommer herfra." in text
    assert "glightbox.page.js" in text
    assert re.search(r"Sidst ændret .*20\d\d", text)
    assert "Fagene" in text
    assert not re.search(r"<script>|<style>|https?://(?!intranet|git\.)", text)
    story = next(path for path in site.rglob("*doeren*") if path.parent.name == "fortaellinger")
    told = (story / "index.html" if story.is_dir() else story).read_text("utf-8")
    assert "Den binder." in told
    assert "glightbox" not in told


def test_they_build_the_site_and_both_editions(run: Callable[..., str], all_at_once: Publication) -> None:
    run(all_at_once, "hverdag", "build")
    is_whole(all_at_once.site)
    assert "../hjaelp/" in all_at_once.page("gammel/index.html")
    assert "fortaellinger/doeren/" in (all_at_once.site / "feed_rss_created.xml").read_text("utf-8")
    for name, more in (("inde", ()), ("ude", ("--outside",))):
        made = all_at_once.root.parent / f"{name}.zip"
        run(all_at_once, "hverdag", "offline", "--output", str(made), *more)
        is_whole(unpacked(made))
