"""A change in theme/ shows at once, and makes nothing else anew."""

from pathlib import Path

import pytest

from hverdag.features.registry import registry
from hverdag.host.mkdocs import configured
from hverdag.host.preview.site import Preview
from hverdag.pipeline.unchanged_site import UnchangedSite
from tests.conftest import TODAY, Publication, read
from tests.host.look.own_looks import with_look

GUIDE = "print/kort/doeren-kort"
OTHER = "print/kort-vaerdier"


@pytest.fixture
def fjordby(tmp_path: Path) -> Publication:
    return with_look(tmp_path)


def outputs(publication: Publication) -> dict[str, bytes]:
    report = publication.build()
    assert report.built, report.errors
    return {path.relative_to(publication.site).as_posix(): path.read_bytes() for path in publication.site.rglob("*.*")}


def changed(before: dict[str, bytes], now: dict[str, bytes], ending: str) -> set[str]:
    return {path for path in now if path.endswith(ending) and now[path] != before.get(path)}


def test_each_output_follows_its_own_templates_and_no_other(fjordby: Publication) -> None:
    first = outputs(fjordby)
    fjordby.change("theme/fjordby.css", "0.3rem", "0.4rem")
    sheet = outputs(fjordby)
    assert "index.html" in changed(first, sheet, ".html"), "the address has another digest"
    assert not changed(first, sheet, ".pdf") | changed(first, sheet, ".docx")
    fjordby.change("theme/page.typ", "6mm", "7mm")
    paper = outputs(fjordby)
    assert f"{GUIDE}.pdf" in changed(sheet, paper, ".pdf")
    assert f"{OTHER}.pdf" not in changed(sheet, paper, ".pdf"), "it is set without that template"
    assert not changed(sheet, paper, ".docx")
    (fjordby.root / "theme/base.docx").unlink()
    fjordby.write("theme/stories/story.html", '<p>Kort og godt</p>{% include "hverdag/stories/story.html" %}')
    word = outputs(fjordby)
    assert f"{GUIDE}.docx" in changed(paper, word, ".docx")
    assert not changed(paper, word, ".pdf")
    assert "Kort og godt" in word["fortaellinger/doeren/index.html"].decode()
    for path in [*(fjordby.root / "theme").rglob("*.*")]:
        path.unlink()
    assert not any(b"fjordby" in content for path, content in outputs(fjordby).items() if path.endswith(".html"))


def test_a_site_with_another_look_is_not_the_same(fjordby: Publication, tmp_path: Path) -> None:
    def known() -> UnchangedSite:
        return UnchangedSite(fjordby.root, TODAY, registry().macros, tmp_path / "kept")

    known().note_clean(read(fjordby.root))
    assert known().was_clean(read(fjordby.root))
    fjordby.change("theme/fjordby.css", "0.3rem", "0.4rem")
    assert not known().was_clean(read(fjordby.root))


def test_a_preview_shows_it(fjordby: Publication, tmp_path: Path) -> None:
    folder = tmp_path / "preview"
    folder.mkdir()
    preview = Preview(fjordby.root, folder, configured, lambda: None, TODAY)

    def shown(path: str) -> str:
        preview.refresh()
        preview.write(path)
        return (folder / path).read_text("utf-8")

    assert "Havnegade 1" in shown("index.html")
    fjordby.change("theme/partials/footer.html", "Havnegade 1", "Havnegade 2")
    assert "Havnegade 2" in shown("index.html")
    fjordby.change("theme/partials/footer.html", "{{ settings.organisation }}", "{{ setings.organisation }}")
    assert "Havnegade" not in shown("index.html"), "the page is shown without the template"
    preview.write("problemer/index.html")
    assert "theme/partials/footer.html" in (folder / "problemer/index.html").read_text("utf-8")
    preview.close()
