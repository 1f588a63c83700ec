"""The web fonts are made while Hverdag is installed, lie in the wheel, and are not in git."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hverdag.publish import fonts
from tests.conftest import ROOT, Publication


def hatchling(folder: Path, hook: str, home: Path) -> Path:
    """Build as pip does, and return what was made: `hook` is a name of PEP 517's."""
    code = f"import sys; from hatchling.build import {hook}; {hook}(sys.argv[1])"
    made = home / hook
    made.mkdir()
    subprocess.run([sys.executable, "-c", code, str(made)], cwd=folder, check=True, capture_output=True)
    return next(made.iterdir())


@pytest.fixture(scope="module", params=["build_wheel", "build_editable"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the wheel, and what an editable install, puts into a folder of packages, from the sdist alone."""
    home = tmp_path_factory.mktemp("packed")
    shutil.unpack_archive(hatchling(ROOT, "build_sdist", home), home / "sdist", filter="data")
    wheel = hatchling(next((home / "sdist").iterdir()), request.param, home)
    shutil.unpack_archive(wheel, home / "packages", "zip")
    return home / "packages"


def subsets(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the fonts that are subset from now on."""
    names: list[str] = []
    whole = fonts._subset
    monkeypatch.setattr(fonts, "_subset", lambda source, name: names.append(name) or whole(source, name))
    return names


def test_no_font_is_subset_after_an_installation(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed)
    subset = subsets(monkeypatch)
    published = {font.path: font.content for font in fonts.web_fonts(tmp_path)}
    assert subset == []
    assert list(tmp_path.iterdir()) == []
    for name in fonts.FACES:
        assert published[f"assets/fonts/{name}.woff2"] == fonts._subset(fonts._recipe(name)[0], name)


@pytest.mark.slow
@pytest.mark.parametrize("installed", ["build_editable"], indirect=True)
def test_a_build_with_an_empty_cache_subsets_no_font_after_a_set_up(
    good: Publication, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed)
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "empty"))
    subset = subsets(monkeypatch)
    assert good.build().built
    assert subset == []


def test_licences_are_packed_with_the_fonts(installed: Path) -> None:
    names = {path.name.split(".")[0] for path in (installed / fonts.PACKED).iterdir()}
    assert names == {*fonts.FACES, "LICENSE-sans", "LICENSE-serif", "requirements"}


@pytest.mark.parametrize("change", ["its content", "its recipe", "nothing"])
def test_a_packed_font_is_believed_by_digest(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content, recipe = b"a font", "a recipe"
    (tmp_path / fonts.PACKED).mkdir()
    packed = tmp_path / fonts.PACKED / fonts._packed_name("sans-bold", recipe, content)
    packed.write_bytes(content + b"!" if change == "its content" else content)
    monkeypatch.syspath_prepend(tmp_path)
    found = fonts._packed("sans-bold", "another recipe" if change == "its recipe" else recipe)
    assert found == (content if change == "nothing" else None)


def test_what_is_not_packed_is_made_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "PACKED", "hverdag_fonts_of_nobody")
    monkeypatch.setattr(fonts, "FACES", {"sans-bold": fonts.FACES["sans-bold"]})
    subset = subsets(monkeypatch)
    first, second = list(fonts.web_fonts(tmp_path)), list(fonts.web_fonts(tmp_path))
    assert first == second
    assert subset == ["sans-bold"]
