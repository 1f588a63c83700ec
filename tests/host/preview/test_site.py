"""The preview renders what is asked for: each page is the one a build makes, but for what says that it is a preview."""

import gc
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hverdag.host.mkdocs import configured
from hverdag.host.preview import site
from hverdag.host.preview.site import PROBLEMS, Preview
from hverdag.model.problem import Source
from hverdag.pipeline.on_request import SiteOnRequest
from hverdag.web.page_rules import CONFIG
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


def test_a_build_after_a_preview_is_a_build(good: Publication, preview: Preview) -> None:
    """MkDocs keeps a plugin from one configuration to the next."""
    assert "hv-preview" in asked(preview, FRONT)
    assert good.build().built
    assert not (good.site / "problemer").exists()
    assert "hv-preview" not in good.page(FRONT)


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


def test_python_looks_for_what_nobody_holds_when_nobody_waits(
    good: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(gc, "collect", lambda: looked.append(True))
    monkeypatch.setattr(site, "QUIET", 3600)
    preview = opened(good, tmp_path / "preview")
    assert not gc.isenabled()
    monkeypatch.setattr(site, "QUIET", 0)
    preview.refresh()
    while not gc.isenabled():
        time.sleep(0.01)
    assert not looked
    monkeypatch.setattr(site, "MOST_LEFT", 0)
    preview.refresh()
    assert looked, "readings in a row do not take all memory"
    preview.close()
    assert gc.isenabled()


def test_a_file_that_is_left_out_of_a_build_is_not_shown(good: Publication, tmp_path: Path) -> None:
    good.write("docs/templates/note.txt", "Kun for os")
    good.write("docs/udkast.md", "# Udkast\n\n<b onclick=alert(1)>Kun for os</b>\n")
    config = (good.root / "mkdocs.yml").read_text("utf-8")
    good.write("mkdocs.yml", f"{config}\nexclude_docs: udkast.md\n")
    preview = opened(good, tmp_path / "preview")
    for path in ("templates/note.txt", "udkast/index.html"):
        preview.write(path)
        assert not (preview.folder / path).exists()
    preview.close()


def test_the_page_of_problems_tells_what_was_met_since_it_was_last_asked_for(preview: Preview) -> None:
    assert "Papiret er slut" not in asked(preview, PROBLEMS)
    assert preview._site is not None
    preview._site.with_met([CONFIG.at(Source("mkdocs.yml"), detail="Papiret er slut", advice="")])
    assert "Papiret er slut" in asked(preview, PROBLEMS)


HOOK = """
def on_page_markdown(markdown, page, config, files):
    if "knækker" in page.file.src_uri:
        raise ValueError("Krogen knækker")
"""


def test_a_page_that_a_plugin_cannot_read_is_told_of_and_hides_nothing_else(good: Publication, tmp_path: Path) -> None:
    good.write("krog.py", HOOK)
    good.write("docs/knækker.md", "# Knækker\n\nHej\n")
    config = (good.root / "mkdocs.yml").read_text("utf-8")
    good.write("mkdocs.yml", f"{config}\nhooks: [krog.py]\n")
    preview = opened(good, tmp_path / "preview")
    assert "Krogen knækker" in asked(preview, PROBLEMS)
    assert "Vinduet" in asked(preview, STORY)
    preview.close()


def test_a_file_that_cannot_be_made_is_told_of(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    assert preview._site is not None

    def fail(path: str) -> None:
        raise RuntimeError(f"Ingen kan lave {path}")

    monkeypatch.setattr(preview._site, "file", fail)
    preview.write("print/pjece.pdf")
    monkeypatch.undo()
    assert "Ingen kan lave print/pjece.pdf" in asked(preview, PROBLEMS)


def test_a_look_at_what_nobody_asked_for_goes_on_past_a_failure(
    good: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "QUIET", 0)
    tried: list[str] = []
    looked = threading.Event()

    def fail(_: SiteOnRequest, path: str) -> None:
        tried.append(path)
        raise RuntimeError("Ingen kan lave den")

    monkeypatch.setattr(SiteOnRequest, "try_out", fail)
    (tmp_path / "preview").mkdir()
    preview = Preview(good.root, tmp_path / "preview", configured, looked.set)
    preview.refresh()
    assert looked.wait(60)
    assert preview._site is not None
    assert tuple(tried) == preview._site.files
    assert "Ingen kan lave den" in asked(preview, PROBLEMS)
    preview.close()


def test_a_site_that_cannot_be_made_ready_leaves_the_last_one(
    good: Publication, preview: Preview, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before = asked(preview, STORY)

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(site, "sound_docs", full)
    good.change("stories/vinduet.md", "title: Vinduet", "title: Ruden")
    preview.refresh()
    assert "the last one it could read is shown" in caplog.text
    assert asked(preview, STORY) == before
    assert "Vinduet" in asked(preview, LIST)
    monkeypatch.undo()
    preview.refresh()
    assert "Ruden" in asked(preview, LIST)


@pytest.mark.parametrize("put", [None, Path.touch])
def test_a_publication_without_hand_written_pages_is_shown(
    good: Publication, preview: Preview, put: Callable[[Path], None] | None
) -> None:
    shutil.rmtree(good.root / "docs")
    if put:
        put(good.root / "docs")
    preview.refresh()
    assert "Det skal rettes" in asked(preview, PROBLEMS)
    assert "Vinduet" in asked(preview, STORY)
