"""The addresses of style sheets and scripts: what has another content has another address, everywhere it is named."""

import re
from pathlib import Path

import pytest

from hverdag.features.search.data import ADDRESS, data_paths
from hverdag.model.digest_name import is_named_by, with_digest, without_digest
from hverdag.web.assets import SiteAssets
from tests.conftest import Publication

_LOADED = re.compile(r"""["'\s]([^"'\s?#]*assets/hverdag/[^"'\s?#]+)""")


def test_a_name_tells_what_is_in_the_file() -> None:
    path = with_digest("assets/hverdag/a.b.css", "x")
    assert re.fullmatch(r"assets/hverdag/a\.b\.[b-v]{10}\.css", path)
    assert without_digest(path) == "assets/hverdag/a.b.css"
    assert is_named_by(path, b"x")
    assert not is_named_by(path, b"y")
    assert not is_named_by("assets/hverdag/a.b.css", b"x")
    assert without_digest("assets/stylesheets/main.57a0d79d.min.css") == "assets/stylesheets/main.57a0d79d.min.css"


def test_another_content_is_at_another_address() -> None:
    one, other = (SiteAssets({"a.js": "same", "b.css": text}) for text in ("1", "2"))
    assert one.asset("a.js") == other.asset("a.js")
    assert one.asset("b.css") != other.asset("b.css")
    assert {artifact.path: artifact.content for artifact in one.artifacts()} == {
        one.asset("a.js"): "same",
        one.asset("b.css"): "1",
    }
    with pytest.raises(KeyError):
        one.asset("nothing.js")


def test_every_page_asks_for_files_by_what_is_in_them(sample: Path) -> None:
    asked = set()
    for page in sample.rglob("*.html"):
        for link in _LOADED.findall(page.read_text("utf-8").replace("&#34;", '"')):
            asked.add((sample / link.lstrip("/") if link[0] == "/" else page.parent / link).resolve())
    assert len(asked) > 30
    for path in asked:
        assert is_named_by(path.name, path.read_bytes()), path
    # Nothing is published that no page asks for.
    assert {path.resolve() for path in (sample / "assets/hverdag").rglob("*.*") if path.is_file()} == asked


def test_one_tiny_script_names_the_data_of_the_search(built_good: Publication) -> None:
    (path,) = data_paths(built_good.site)
    assert is_named_by(path, (built_good.site / path).read_bytes())
    assert built_good.page(ADDRESS) == f'hverdagData.searchIn("{path.removeprefix("search/")}");\n'
    assert not any(Path(path).name in page.read_text("utf-8") for page in built_good.site.rglob("*.html"))


def test_other_words_in_a_story_change_no_page_that_does_not_tell_of_it(good: Publication) -> None:
    def pages() -> dict[str, bytes]:
        return {str(path.relative_to(good.site)): path.read_bytes() for path in good.site.rglob("*.html")}

    assert good.build().built
    before, data = pages(), data_paths(good.site)
    good.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg lukkede det stille.")
    assert good.build().built
    assert data_paths(good.site) != data
    after = pages()
    assert before.keys() == after.keys()
    changed = {path for path in after if before[path] != after[path]}
    assert "fortaellinger/vinduet/index.html" in changed
    assert not {"hjaelp/index.html", "vaerdier/index.html", "fortaellinger/doeren/index.html"} & changed


def test_a_digest_has_no_digit_beside_those_of_a_name() -> None:
    assert not any(re.search(r"\d", with_digest("story-a.js", str(content))) for content in range(200))
