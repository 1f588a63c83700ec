"""What the manifest of a live site does not say: which files tell of which story where it is lost, and which
pages or files hold a story's words by another road. In doubt a file does."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from ..features.search.data import FOLDER as SEARCH
from ..model.build_target import BuildTarget
from ..model.handbook import Handbook
from ..model.language import in_own_site
from ..model.manifest import Manifest, is_printed
from ..model.texts.story import Story
from ..parse.files import rough_text
from ..verify import site_texts
from ..verify.withheld import WithheldTexts
from ..web.assets import FOLDER
from .read import ReadPublication

_STORY_DATA = (f"{FOLDER}/", f"{SEARCH}/")
"""Where scripts may hold stories; the files right in the first are the site's own."""

_WINDOW = 6
"""So many of a story's words in a row are the story."""


def guessed_manifest(site: Path, publication: ReadPublication, today: date) -> Manifest | None:
    """Return what the manifest of a site may have been, for the stories that today's texts have; None if there is no
    site. Everything printed may hold every story; a page or a script, those whose name, code or title is in it, or a
    theme that only stories name."""
    if not (site / "index.html").is_file():
        return None
    settings, books = publication.settings, [one.handbook for one in publication.in_every_language]
    stories = [(story, _names(story, book)) for book in books for story in book.stories if story.code]
    paths = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file())
    outputs = {path: {story.code: "" for story in _told_in(site, path, stories)} for path in paths}
    named = (settings.title, settings.organisation, settings.edition)
    told = {path: codes for path, codes in outputs.items() if codes}
    return Manifest(*named, BuildTarget.SERVER, settings.reach, today, told)


def _told_in(site: Path, path: str, stories: list[tuple[Story, re.Pattern[str]]]) -> Iterator[Story]:
    """Yield the stories that a file may tell of. Each comes with what finds its names."""
    own = in_own_site(path)
    if is_printed(path):
        yield from (story for story, _ in stories)
    elif path.endswith(".html") or (own.startswith(_STORY_DATA) and own.count("/") != FOLDER.count("/") + 1):
        text = f"{path}\n{rough_text(site, path)}"
        yield from (story for story, names in stories if names.search(text))
    else:
        heard = (story for story, _ in stories if story.audio_path or story.pictures)
        files = ((story, {one.rpartition("/")[2] for one in (story.audio_path, *story.pictures)}) for story in heard)
        yield from (story for story, names in files if path.rpartition("/")[2] in names)


def _names(story: Story, handbook: Handbook) -> re.Pattern[str]:
    """Return what finds a story's name, code or title, or a theme that only stories name."""
    themes = (theme.name for theme in handbook.themes_of(story) if not theme.about)
    words = "|".join(re.escape(word) for word in (story.id, story.code, story.title, *themes) if word)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def files_with_words_of(stories: Iterable[Story], site: Path) -> Mapping[str, frozenset[str]]:
    """Return the files of a site that hold words of the texts of some stories, by path, with the codes of the stories:
    pages, data, and every document that can be read, whoever has put it there."""
    withheld = WithheldTexts()
    for story in stories:
        withheld.add(story.code, (story.body.text,), _WINDOW, _WINDOW)
        withheld.add(story.code, (story.summary, story.because), _WINDOW, _WINDOW)
    found: dict[str, frozenset[str]] = {}
    for path in site_texts.paths(site) if withheld else ():
        # Each file by itself: of what two have in common, the second would be left out.
        rows = site_texts.letters(site, (path,))
        codes = frozenset(passage.owner for _, row in rows for passage in withheld.found_in(row))
        found |= {path: codes} if codes else {}
    return found
