"""The options of the plugin: typed, with a schema for editors, and told with their line where they are none."""

import json
import subprocess
import sys
from importlib import resources
from typing import Any

import jsonschema
import pytest
import yaml

from hverdag.host.options import HverdagConfig, schema, schema_text
from hverdag.locale import catalogue
from hverdag.pipeline.rule_registry import rules
from tests.conftest import ROOT, Publication

from .test_plain_build import SITE, mkdocs

ENGLISH = catalogue("en")


def told(publication: Publication) -> str:
    (problem,) = publication.build().errors
    return ENGLISH.line(problem, rules()[problem.rule])


def test_the_schema_that_is_shipped_is_that_of_the_options() -> None:
    shipped = resources.files("hverdag.host").joinpath("hverdag.schema.json").read_text("utf-8")
    assert shipped == schema_text(), "python -m hverdag.host.options > plugins/hverdag/host/hverdag.schema.json"
    command = [sys.executable, "-m", "hverdag.host.options"]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == shipped


def test_it_names_every_option_with_its_words() -> None:
    options = json.dumps(schema())
    for name, option in HverdagConfig._schema:
        assert f'"{name}": {{' in options
        assert json.dumps(option.told) in options


def fits(plugins: Any) -> bool:
    jsonschema.Draft7Validator.check_schema(schema())
    return jsonschema.Draft7Validator(schema()).is_valid({"site_name": "x", "plugins": plugins})


@pytest.mark.parametrize(
    "plugins",
    [
        ["search", "hverdag"],
        {"search": None, "hverdag": None},
        ["search", {"hverdag": None}],
        [{"hverdag": {"frame": "own", "enabled": False}}],
        [{"hverdag": {"pages_allowed": [{"page": "kort.md", "by": "IT"}]}}],
        [{"macros": {"hest": 1}}, "hverdag"],
    ],
)
def test_what_may_be_written_fits(plugins: Any) -> None:
    assert fits(plugins)


@pytest.mark.parametrize(
    "options",
    [{"hest": 1}, {"frame": "begge"}, {"enabled": "nej"}, {"pages_allowed": ["kort.md"]}, {"pages_allowed": [{}]}],
)
def test_what_may_not_does_not(options: Any) -> None:
    assert not fits([{"hverdag": options}])


def test_our_own_mkdocs_yml_fits() -> None:
    class Loader(yaml.SafeLoader):
        """Reads past what only MkDocs knows."""

    Loader.add_constructor(None, lambda *_: None)
    data = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=Loader)  # noqa: S506 a safe loader
    jsonschema.validate(data, schema())


WRONG = {
    "fram: own": 'the plugin "hverdag" has no option called "fram". Did you mean "frame"?',
    "hest: 1": 'the plugin "hverdag" has no option called "hest". Correct it, or take it out.',
    "frame: begge": 'hverdag / frame is "begge", and can be own, site.',
    "enabled: nej": "hverdag / enabled can be true or false.",
}


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_is_one_sentence_with_its_line(good: Publication, line: str) -> None:
    good.change("mkdocs.yml", "  - hverdag: {frame: own}", f"  - hverdag:\n      {line}")
    assert told(good).startswith("mkdocs.yml:11:7: error mkdocs-config:")
    assert WRONG[line] in told(good)


def test_an_option_of_another_plugin_too(good: Publication) -> None:
    good.change("mkdocs.yml", "      lang: da", "      lnag: da")
    assert told(good).startswith("mkdocs.yml:7:7:")
    assert 'the plugin "search" has no option called "lnag"' in told(good)


def test_mkdocs_refuses_them_too_and_not_only_when_it_is_strict(good: Publication) -> None:
    good.change("mkdocs.yml", "  - hverdag: {frame: own}", "  - hverdag:\n      fram: own")
    good.write("mkdocs.yml", (good.root / "mkdocs.yml").read_text("utf-8") + "copyrite: x\n")
    words = mkdocs(good, "build", "-q", code=1)
    assert "mkdocs.yml:11:7: fejl mkdocs-config" in words
    assert "Mente du »frame«?" in words
    assert "Mente du »copyright«?" in words
    assert not (good.root / SITE).exists()


def test_without_it_mkdocs_builds_the_site_as_though_it_were_not_there(good: Publication) -> None:
    good.change("mkdocs.yml", "  - hverdag: {frame: own}", "  - hverdag:\n      enabled: false")
    good.change("mkdocs.yml", "nav:\n  - Værdier: values/index.md\n  - Fortællinger: stories/index.md\n", "")
    good.write("docs/index.md", "# Forside\n\nHej.\n")
    (good.root / "values/handbook.yml").write_text("ikke: [til", encoding="utf-8")
    mkdocs(good, "build", "-q", code=0)
    site = good.root / SITE
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    written = ("index", "hjaelp/index", "metoder/kort/index", "metoder/vejen/index")
    assert pages == {"404.html", *(f"{name}.html" for name in written)}
    assert "md-header" in (site / "index.html").read_text("utf-8")
    assert not site.is_symlink()
