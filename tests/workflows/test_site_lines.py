"""The lines that bring a handbook into a mkdocs.yml, in every form in which one is written."""

import pytest
import yaml

from hverdag.workflows.publications.site_lines import NoPlaceError, with_handbook

PLACED = (("Værdier", "values/"), ("Vores fortællinger", "stories/"))
HANDBOOK = {"hverdag": {"frame": "site"}}
NAV = [{"Værdier": "values/"}, {"Vores fortællinger": "stories/"}]


@pytest.mark.parametrize(
    ("text", "plugins"),
    [
        ("site_name: A\n", ["search", HANDBOOK]),
        ("plugins:\n  - search\n", ["search", HANDBOOK]),
        (
            "plugins:\n- search\n- tags:\n    x: 1\n\n# om resten\nsite_name: A\n",
            ["search", {"tags": {"x": 1}}, HANDBOOK],
        ),
        ("plugins:\n    - search  # søg\n    # efter\n    - tags\n\n\nsite_name: A\n", ["search", "tags", HANDBOOK]),
        ("plugins: [search, tags]  # to\n", ["search", "tags", HANDBOOK]),
        ("plugins: []\n", [HANDBOOK]),
        ("plugins:\n  search: {}\n  tags:\n    x: 1\nsite_name: A", {"search": {}, "tags": {"x": 1}, **HANDBOOK}),
        ("'plugins':\n  - search", ["search", HANDBOOK]),
    ],
)
def test_the_plugin_comes_last_and_all_else_stays(text: str, plugins: object) -> None:
    made = with_handbook(text, "site", PLACED)
    before, after = yaml.safe_load(text), yaml.safe_load(made)
    assert after == {**before, "plugins": plugins}
    kept = iter(made.splitlines())
    assert all(line in kept for line in text.splitlines() if "plugins: [" not in line)


@pytest.mark.parametrize(
    "nav", ["nav:\n  - A: a.md\n  - B:\n      - b.md\n      - c.md\n", "nav:\n- a.md\n", "nav: [a.md, {B: b.md}]\n"]
)
def test_nav_gets_what_is_placed_at_its_end(nav: str) -> None:
    text = f"{nav}\nplugins: [search]\n"
    assert yaml.safe_load(with_handbook(text, "site", PLACED))["nav"] == [*yaml.safe_load(text)["nav"], *NAV]


@pytest.mark.parametrize(
    "text",
    [
        "INHERIT: base.yml\nsite_name: A\n",
        "plugins: &x\n  - search\nextra: {seen: *x}\n",
        "plugins: [\n  search,\n]\n",
        "plugins: search\n",
    ],
)
def test_what_cannot_be_added_to_is_left_as_it_is(text: str) -> None:
    with pytest.raises(NoPlaceError) as told:
        with_handbook(text, "site", PLACED)
    assert told.value.lines[:3] == ("plugins:", "  - hverdag:", "      frame: site")


def test_a_site_that_inherits_the_rest_gets_the_lines_all_the_same() -> None:
    text = "INHERIT: base.yml\nplugins:\n  search: {}\nnav: [a.md]\n"
    made = yaml.safe_load(with_handbook(text, "site", PLACED))
    assert made == {"INHERIT": "base.yml", "plugins": {"search": {}, **HANDBOOK}, "nav": ["a.md", *NAV]}


def test_the_lines_are_told_in_the_form_that_the_site_has_its_plugins_in() -> None:
    with pytest.raises(NoPlaceError) as told:
        with_handbook("INHERIT: base.yml\nplugins:\n  search: {}\n", "site", PLACED)
    assert told.value.lines[:3] == ("plugins:", "  hverdag:", "    frame: site")


def test_tags_of_mkdocs_are_no_hindrance() -> None:
    text = "site_name: !ENV [NAVN, A]\nmarkdown_extensions:\n  - pymdownx.emoji:\n      f: !!python/name:x.y\n"
    assert with_handbook(text, "site", ()).startswith(text)
