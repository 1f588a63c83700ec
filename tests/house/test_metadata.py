"""What the package says of itself: one version, in one place, and nothing that is not so."""

import re
import tomllib

from trove_classifiers import classifiers

from hverdag import __version__
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_the_version_is_written_once() -> None:
    assert "version" not in PROJECT["project"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "plugins/hverdag/__init__.py"
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"hverdag-([\d.]+)-py3", readme)) == {__version__}


def test_the_changelog_goes_by_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (.*)", text, re.MULTILINE)
    assert headings[0].split()[0] == __version__
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ \((?:not released yet|\d{4}-\d\d-\d\d)\)", heading) for heading in headings)


def test_every_classifier_is_one() -> None:
    assert set(PROJECT["project"]["classifiers"]) <= set(classifiers)


def test_no_address_is_made_up() -> None:
    """`project.urls` waits for an address that is there."""
    assert "urls" not in PROJECT["project"]
