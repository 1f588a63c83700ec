"""The preview of a handbook in two languages: both are in it, as in the finished site."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hverdag.host.mkdocs import configured
from hverdag.host.preview.languages import LanguagesPreview
from tests.conftest import TODAY, Publication
from tests.in_two_languages import with_english

BANNER = re.compile(r'\n<p class="hv-preview" role="note">.*?</p>', re.DOTALL)
DANISH, ENGLISH, HELP = "fortaellinger/vinduet/index.html", "en/stories/vinduet/index.html", "en/help/index.html"


@pytest.fixture
def bilingual(good: Publication) -> Publication:
    (good.root / "stories/kladden.md").unlink()
    return with_english(good)


@pytest.fixture
def preview(bilingual: Publication, tmp_path: Path) -> Iterator[LanguagesPreview]:
    (tmp_path / "preview").mkdir()
    made = LanguagesPreview(bilingual.root, tmp_path / "preview", configured, lambda: None, TODAY)
    made.refresh()
    yield made
    made.close()


def asked(preview: LanguagesPreview, path: str) -> str:
    preview.write(path)
    return (preview.folder / path).read_text("utf-8")


def test_pages_are_those_of_a_build(bilingual: Publication, preview: LanguagesPreview) -> None:
    assert bilingual.build().built
    for path in (DANISH, ENGLISH, HELP, "index.html", "en/index.html", "en/values/tillid/index.html"):
        assert BANNER.sub("", asked(preview, path)) == bilingual.page(path)


def test_what_is_saved_in_one_language_is_seen_there(bilingual: Publication, preview: LanguagesPreview) -> None:
    before = asked(preview, DANISH)
    assert "zigzagging" in asked(preview, ENGLISH)
    bilingual.change("stories/vinduet.en.md", "zigzagging", "whistling")
    preview.refresh()
    assert "whistling" in asked(preview, ENGLISH)
    assert asked(preview, DANISH) == before


def test_a_text_that_is_deleted_is_gone(bilingual: Publication, preview: LanguagesPreview) -> None:
    assert "Read this in English" in asked(preview, DANISH)
    (bilingual.root / "stories/vinduet.en.md").unlink()
    bilingual.write("docs/index.en.md", "# The Mini Handbook\n")
    preview.refresh()
    assert "Read this in English" not in asked(preview, DANISH)
    preview.write(ENGLISH)
    assert not (preview.folder / ENGLISH).exists()


def test_a_fault_in_the_other_language_is_on_the_page_of_problems(
    bilingual: Publication, preview: LanguagesPreview
) -> None:
    bilingual.change("stories/vinduet.en.md", "kind: opgave", "kind: oops")
    preview.refresh()
    assert "stories/vinduet.en.md" in asked(preview, "problemer/index.html")
    assert "zigzagging" not in asked(preview, "en/stories/index.html")
    for page in ("en/problemer/index.html", ENGLISH):
        shown = asked(preview, page)
        assert "edit/stories/vinduet.en.md" in shown
        assert "kind: oops" in shown
        assert "stories/vinduet.md" not in shown


def test_a_language_can_come_and_go(bilingual: Publication, preview: LanguagesPreview) -> None:
    settings = (bilingual.root / "values/handbook.en.yml").read_text("utf-8")
    (bilingual.root / "values/handbook.en.yml").unlink()
    preview.refresh()
    assert "In English" not in asked(preview, DANISH)
    bilingual.write("values/handbook.en.yml", settings)
    preview.refresh()
    assert "zigzagging" in asked(preview, ENGLISH)
    assert "In English" in asked(preview, DANISH)
