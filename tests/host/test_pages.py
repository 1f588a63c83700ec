"""A page of ours is to MkDocs what a page that it makes itself would be."""

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel

from hverdag.host.pages import FinishedPage, finished_page, source_name
from hverdag.model.artifact import WebPage
from tests.conftest import GOLDEN

NAMES = ("src_uri", "dest_uri", "url", "name", "abs_src_path", "abs_dest_path", "inclusion", "generated_by", "edit_uri")


def _config(**given: bool) -> MkDocsConfig:
    config = load_config(str(GOLDEN / "good/mkdocs.yml"), **given)
    config.plugins._current_plugin = "hverdag"  # as it is while it adds files
    return config


@pytest.mark.parametrize(
    ("address", "in_folders"),
    [
        ("vaerdier/", True),
        ("vaerdier/tillid/", True),
        ("guider/kort/noeglen/", True),
        ("vaerdier/index.html", False),
        ("vaerdier/tillid.html", False),
    ],
)
def test_its_file_is_one_that_mkdocs_generates(address: str, in_folders: bool) -> None:
    config = _config(use_directory_urls=in_folders)
    asked: list[str] = []

    def make() -> WebPage:
        asked.append(address)
        return WebPage(address, "Tillid", "<p>Hej</p>")

    file = finished_page(address, make, {}, config)
    generated = File.generated(config, source_name(address), content="", inclusion=InclusionLevel.NOT_IN_NAV)
    assert [getattr(file, name) for name in NAMES] == [getattr(generated, name) for name in NAMES]
    assert file.is_documentation_page()
    assert not asked, "it is made when it is looked at"
    assert isinstance(file.page, FinishedPage)
    assert file.page is file.page
    assert file.page.title == "Tillid"


def test_none_is_written_outside_the_site() -> None:
    config = _config()
    for address in ("../ude/", "/etc/", "a/../../b/"):
        with pytest.raises(PluginError):
            finished_page(address, lambda: WebPage("", "", ""), {}, config)
