"""The plugin rss, with what it needs in a folder of its own: another fork of MkDocs, and an older GitPython."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Publication, copied

from .conftest import OWN

pytestmark = pytest.mark.slow

OPTIONS = "rss:\n      use_git: false"


@pytest.fixture
def fed(tmp_path: Path) -> Publication:
    good = copied("good", tmp_path)
    good.change("mkdocs.yml", OWN, f"{OWN}  - {OPTIONS}\n")
    good.change("mkdocs.yml", "site_name: Mini", "site_name: Mini\nsite_url: https://intranet.example/bog/")
    return good


def told_in(site: Path) -> dict[str, str]:
    """The pages that a feed tells of, by their addresses, with what it says of each."""
    feed = json.loads((site / "feed_json_created.json").read_text("utf-8"))
    return {item["url"]: item.get("content_html", "") for item in feed["items"]}


@pytest.mark.parametrize(("words", "site"), [(("hverdag", "build"), "site"), (("mkdocs", "build"), ".hverdag/mkdocs")])
def test_feeds_tell_of_hand_written_pages_and_published_stories(
    run: Callable[..., str], fed: Publication, words: tuple[str, ...], site: str
) -> None:
    run(fed, *words)
    told = told_in(fed.root / site)
    home = "https://intranet.example/bog/"
    ours = {address for address in told if "/fortaellinger/" in address}
    assert ours == {f"{home}fortaellinger/doeren/", f"{home}fortaellinger/vinduet/"}
    assert f"{home}hjaelp/" in told
    assert {address.removeprefix(home).partition("/")[0] for address in told} <= {"", "fortaellinger", "hjaelp"}
    assert "En dør, der ikke var låst." in told[f"{home}fortaellinger/doeren/"]
    for feed in (fed.root / site).glob("feed_*"):
        assert "hemmelig" not in feed.read_text("utf-8")


def test_a_feed_is_known_to_tell_of_its_stories(run: Callable[..., str], fed: Publication) -> None:
    run(fed, "hverdag", "build")
    outputs = json.loads((fed.root / "site/edition.json").read_text("utf-8"))["outputs"]
    assert set(outputs["feed_rss_created.xml"]) == set(outputs["feed_json_updated.json"]) == {"F01", "F02"}
