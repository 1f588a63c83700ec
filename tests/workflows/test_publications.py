"""The publications of one repository are listed for whoever builds them all."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.workflows.publications.begin import begin_publication
from hverdag.workflows.publications.listing import publications_in
from tests.conftest import TODAY
from tests.workflows.test_new_publication import beginning


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("many")
    for place, name in (("kommuner/fjordby", "Fjordby & Co"), ("kommuner/ærø", 'Ærø "By"'), ("fonden", "Fonden")):
        begin_publication(root / place, beginning(organisation=name), TODAY)
    (root / "kommuner/fjordby/site").symlink_to(root / "fonden")
    shutil.copytree(root / "fonden", root / ".skjult")
    (root / "tom").mkdir()
    return root


def test_each_is_found_by_its_folder(many: Path) -> None:
    assert [one.path for one in publications_in(many)] == ["fonden", "kommuner/fjordby", "kommuner/ærø"]
    assert [one.organisation for one in publications_in(many)] == ["Fonden", "Fjordby & Co", 'Ærø "By"']


def test_a_publication_itself_is_one(many: Path) -> None:
    assert [one.path for one in publications_in(many / "fonden")] == ["."]


def test_a_matrix_and_a_page_are_made_of_it(many: Path, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    told = CliRunner().invoke(cli, ["publications", "-C", str(many), "--format", "json", "--page", str(page)])
    assert told.exit_code == 0
    assert json.loads(told.output) == ["fonden", "kommuner/fjordby", "kommuner/ærø"]
    text = page.read_text("utf-8")
    assert '<a href="kommuner/%C3%A6r%C3%B8/">Hverdag hos Ærø &#34;By&#34;</a>' in text
    assert "Fjordby &amp; Co" in text


def test_none_is_told(tmp_path: Path) -> None:
    told = CliRunner().invoke(cli, ["publications", "-C", str(tmp_path)])
    assert told.exit_code == 1
    assert "ingen håndbog" in told.output


def test_a_faulty_one_is_listed_by_its_folder(many: Path) -> None:
    settings = many / "fonden/values/handbook.yml"
    before = settings.read_bytes()
    settings.write_bytes(b"title: [\xff")
    assert "fonden" in [one.path for one in publications_in(many)]
    settings.write_bytes(before)
