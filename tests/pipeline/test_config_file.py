"""A mkdocs.yml that no handbook comes of is told with the lines to add, and they work."""

import pytest

from hverdag.host.config_file import config_problems
from hverdag.locale import catalogue
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication

ENGLISH = catalogue("en")
PLUGINS = "plugins:\n  - search\n  - macros:\n      render_by_default: false\n  - hverdag"


def told(good: Publication) -> list[str]:
    return [ENGLISH.line(problem, rules()[problem.rule]) for problem in config_problems(good.root)]


def test_the_lines_that_are_shown_make_it_a_handbook(good: Publication) -> None:
    good.write("mkdocs.yml", "site_name: Mini\n")
    (problem,) = good.build().errors
    assert problem.parameters["sample"] == f"theme:\n  name: material\n{PLUGINS}"
    good.write("mkdocs.yml", f"site_name: Mini\n{problem.parameters['sample']}\n")
    assert good.build().built


@pytest.mark.parametrize(
    ("lines", "remedy"),
    [
        ("plugins: [search]", "Write it as plugins: [search, hverdag]"),
        ("plugins: search", "Write it as plugins: [search, hverdag]"),
        ("plugins:\n  - search", "Write this below line 4:\n  - hverdag"),
        ("plugins:\n- search", "Write this below line 4:\n- hverdag"),
        ("plugins:\n  search: {}", "Write this below line 4:\n  hverdag: {}"),
        ("plugins:\n\t- hverdag", "The line is indented with a tab. Begin the line with 2 spaces, and no tab."),
    ],
)
def test_the_plugin_is_added_in_the_form_that_is_there(good: Publication, lines: str, remedy: str) -> None:
    good.write("mkdocs.yml", f"site_name: Mini\ntheme:\n  name: material\n{lines}\n")
    (line,) = told(good)
    assert line.endswith(remedy)


def test_another_theme_is_told(good: Publication) -> None:
    good.change("mkdocs.yml", "  name: material", "  name: readthedocs")
    (line,) = told(good)
    assert line.endswith("Write it as name: material")


@pytest.mark.parametrize("extra", ["INHERIT: base.yml\n", "copyright: !ENV [X, y]\n"])
def test_what_mkdocs_can_do_besides_is_left_to_it(good: Publication, extra: str) -> None:
    text = (good.root / "mkdocs.yml").read_text("utf-8")
    good.write("mkdocs.yml", extra + ("site_name: Mini\n" if "INHERIT" in extra else text))
    assert told(good) == []
