"""The preview renders what is asked for: each page is the one a build makes, but for what says that it is a preview."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from hverdag.host.mkdocs import configured
from hverdag.host.preview.site import PROBLEMS, Preview
from tests.conftest import TODAY, Publication

BANNER = re.compile(rb'\n<p class="hv-preview" role="note">.*?</p>', re.DOTALL)
FRONT, STORY, LIST = "index.html", "fortaellinger/vinduet/index.html", "fortaellinger/index.html"


@pytest.fixture
def sound(good: Publication) -> Publication:
    """The golden publication without its draft."""
    (good.root / "stories/kladden.md").unlink()
    return good


@pytest.fixture
def preview(good: Publication, tmp_path: Path) -> Iterator[Preview]:
    made = opened(good, tmp_path / "preview")
    yield made
    made.close()


def opened(publication: Publication, folder: Path) -> Preview:
    folder.mkdir()
    made = Preview(publication.root, folder, configured, lambda: None)
    made.refresh()
    return made


def asked(preview: Preview, path: str) -> str:
    preview.write(path)
    return (preview.folder / path).read_text("utf-8")


def test_every_file_is_the_one_that_a_build_makes(sound: Publication, tmp_path: Path) -> None:
    report = sound.build()
    assert report.built, report.problems
    made = {path.relative_to(sound.site).as_posix(): path for path in sound.site.rglob("*") if path.is_file()}
    (tmp_path / "preview").mkdir()
    preview = Preview(sound.root, tmp_path / "preview", configured, lambda: None, TODAY)
    preview.refresh()
    without = set()
    for name, path in sorted(made.items()):
        preview.write(name)
        written = preview.folder / name
        if not written.is_file():
            without.add(name)
            continue
        content = written.read_bytes()
        if name.endswith(".html"):
            content, count = BANNER.subn(b"", content)
            assert count == (b'id="content"' in content and name != "404.html"), name
        assert content == path.read_bytes(), name
    preview.close()
    assert without == {".hverdag-release", "edition.json"}


def test_what_is_saved_is_seen_and_the_rest_is_not_rendered(good: Publication, preview: Preview) -> None:
    assert "Vinduet" in asked(preview, STORY)
    good.change("stories/vinduet.md", "title: Vinduet", "title: Ruden")
    preview.refresh()
    assert "<h1>Ruden" in re.sub(r"<h1[^>]*>", "<h1>", asked(preview, STORY))
    assert [path.relative_to(preview.folder).as_posix() for path in preview.folder.rglob("*.html")] == [STORY]
    assert "Ruden" in asked(preview, LIST)


def test_it_survives_any_fault(good: Publication, preview: Preview) -> None:
    settings, config = (good.root / "values/handbook.yml").read_text("utf-8"), (good.root / "mkdocs.yml").read_text()
    for path, text in (("values/handbook.yml", "dette: [er ikke"), ("mkdocs.yml", "site_name: [")):
        good.write(path, text)
        preview.refresh()
        assert path in asked(preview, PROBLEMS)
        assert "Se, hvad der skal rettes" in asked(preview, FRONT)
    good.write("values/handbook.yml", settings)
    good.write("mkdocs.yml", config)
    preview.refresh()
    assert "Vinduet" in asked(preview, STORY)


def test_a_file_that_is_gone_is_not_shown(good: Publication, preview: Preview) -> None:
    asked(preview, "fortaellinger/kladden/index.html")
    (good.root / "stories/kladden.md").unlink()
    preview.refresh()
    preview.write("fortaellinger/kladden/index.html")
    assert not (preview.folder / "fortaellinger/kladden/index.html").exists()


def test_one_page_that_fails_hides_no_other_and_is_told(good: Publication, preview: Preview) -> None:
    good.write("docs/a.md", "---\nrender_macros: true\n---\n# A\n\n{{ findes_ikke() }}\n")
    good.write("docs/b.md", "---\nrender_macros: true\n---\n# B\n\n{{ story('hvad') }}\n")
    preview.refresh()
    told = asked(preview, PROBLEMS)
    assert "docs/a.md" in told
    assert "docs/b.md" in told
    assert "Vinduet" in asked(preview, STORY)


def test_what_nobody_asks_for_is_looked_over_too(good: Publication, tmp_path: Path) -> None:
    found = threading.Event()
    (tmp_path / "preview").mkdir()
    preview = Preview(good.root, tmp_path / "preview", configured, found.set)
    good.write("docs/a.md", "---\nrender_macros: true\n---\n# A\n\n{{ findes_ikke() }}\n")
    preview.refresh()
    known = len(good.problems())
    assert f"Se, hvad der skal rettes ({known})" in asked(preview, FRONT)
    assert found.wait(60)
    assert f"Se, hvad der skal rettes ({known + 1})" in asked(preview, FRONT)
    preview.close()
