"""A story that its teller may take back, and where its words are found."""

import re
import shutil
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from hverdag.cli import cli
from hverdag.host.mkdocs import render_site
from hverdag.pipeline import build
from hverdag.publish.cache.store import cache_folder

from .conftest import TODAY, Publication, copied
from .told import told

WORDS = (
    "mosekonge",  # title
    "blikspand",  # summary
    "tørvestak",  # text
    "sneplov",  # question
    "gyngestol",  # why it is told
    "lerkrukke",  # dilemma
    "harpiks",  # options
    "glasværket",  # workplace
    "fuglekiggeri",  # theme
    "guldsnor",  # what the picture shows
    "karetmageren",  # who is mentioned
    "sam-2026-077",  # where the consent is kept
)
UNTIL = date(2027, 3, 1)
STORY = f"""---
title: En mosekonge
summary: Den handler om et blikspand.
values: [mod]
kind: opgave
workplace: Glasværket
audience: [alle]
themes: [fuglekiggeri]
questions: [Hvem kører sneplov?, Hvem ser det?, Hvem siger det?]
because: Jeg sad selv i en gyngestol.
dilemma:
  question: Hvor stiller du en lerkrukke?
  options: [I harpiks., Nej.]
origin: illustrative
state: published
image: billede.png
image_alt: En guldsnor
told: 2026-02-01
review_by: 2027-11-01
code: F77
consent:
  reference: SAM-2026-077
  channels: [intranet, print, outside]
  until: {UNTIL}
mentioned:
  people:
    - relation: karetmageren
      changed: sted
      recognisable: false
  asked: skolelederen
  date: 2026-02-03
---

Jeg så en tørvestak. Den stod der også om mandagen.
"""
LAASEN = "stories/laasen.md"
_READ: dict[tuple[bytes, str, tuple[str, ...]], set[str]] = {}


def with_fonts(cache: Path) -> Path:
    """Make a cache that has the fonts, which take a while to make, and nothing else."""
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("fonts", "paper-fonts"):
        if (cache_folder() / name).is_dir():
            shutil.copytree(cache_folder() / name, cache / name)
    return cache


@pytest.fixture(scope="session")
def warm_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache as it is after builds of the golden publication, of the same with the story taken back, and with it."""
    folder = tmp_path_factory.mktemp("warm")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HVERDAG_CACHE", str(with_fonts(folder / "cache")))
        copied("good", folder / "plain").build()
        telling = tell(copied("good", folder / "telling"))
        for withdrawn in ("  withdrawn: 2026-11-01\n", ""):
            telling.write(LAASEN, STORY.replace(f"  until: {UNTIL}\n", f"  until: {UNTIL}\n{withdrawn}"))
            telling.build()
    return folder / "cache"


@pytest.fixture
def own_cache(warm_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own: what one test withdraws, another has just found."""
    shutil.copytree(warm_cache, tmp_path / "cache")
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def told_of(good: Publication, own_cache: Path) -> Publication:
    """A publication with a story that everything knows, and a cache of its own."""
    return tell(good)


def tell(good: Publication) -> Publication:
    """Add a story that everything knows: a link, a page that asks for it, the pamphlet."""
    good.write(LAASEN, STORY)
    Image.new("RGB", (60, 40), "#123456").save(good.root / "stories/billede.png")
    good.write("stories/vinduet.md", (good.root / "stories/vinduet.md").read_text("utf-8") + "\nSe [her](laasen.md).\n")
    page = "---\ntitle: Udvalgt\nrender_macros: true\n---\n\n# Udvalgt\n\n{{ story('laasen') }}\n\n{{ outcome() }}\n"
    good.write("docs/udvalgt.md", page)
    good.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /udvalgt.md\n")
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{settings}pamphlet:\n  stories: [laasen]\n")
    return good


def leaks(folder: Path, words: tuple[str, ...] = WORDS) -> dict[str, set[str]]:
    """The files under a folder that hold any of some words, and which."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in (".woff2", ".ttf"):
            held = _held(path, words)
            if held:
                found[path.relative_to(folder).as_posix()] = held
    return found


def _held(path: Path, words: tuple[str, ...]) -> set[str]:
    """Which words a file holds. What has the same content is read once: sites are much alike."""
    key = (sha256(path.read_bytes()).digest(), path.suffix, words)
    if key not in _READ:
        text = re.sub(r"\s+", " ", "\n".join(told(path)).replace("\u00ad", "")).casefold()
        _READ[key] = {word for word in words if re.search(rf"(?<![^\W_]){word}", text)}
    return _READ[key]


def unpacked(made: Path) -> Path:
    with zipfile.ZipFile(made) as packed:
        packed.extractall(made.with_suffix(""))
    return made.with_suffix("")


def run(publication: Publication, *words: str, today: date = TODAY, typed: str = "") -> Result:
    given = [*words, "-C", str(publication.root), "--today", str(today)]
    done = CliRunner().invoke(cli, given, input=typed, catch_exceptions=False)
    assert "Traceback" not in done.output
    return done


def offline(publication: Publication, name: str, *, outside: bool = False, today: date = TODAY) -> Path:
    made = publication.root.parent / name
    report = build.offline(publication.root, today, made, render_site, outside=outside)
    assert report.built, report.problems
    return made
