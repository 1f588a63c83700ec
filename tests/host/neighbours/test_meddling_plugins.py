"""What other plugins may do to pages, and what they may not: that is told with their names."""

from collections.abc import Callable

import pytest

from tests.conftest import Publication

from .conftest import line_of
from .plugins import CALLED

Using = Callable[..., Publication]


@pytest.mark.parametrize(("plugin", "event"), [("rewrites", "on_post_page"), ("rewrites-last", "on_post_build")])
def test_one_that_rewrites_a_story_is_named(using: Using, plugin: str, event: str) -> None:
    publication = using(plugin)
    publication.change(
        "stories/doeren.md", "\n---\n\n", "\n---\n\nHun rakte mig en nøgle, og så gik vi ind sammen.\n\n"
    )
    report = publication.build()
    assert not report.built
    told = [line_of(problem) for problem in report.errors if problem.rule == "mkdocs-plugin-words"]
    assert len(told) == 1
    assert told[0].startswith(
        f'mkdocs.yml:11:5: error mkdocs-plugin-words: The plugin "{plugin}" changes what stands on '
    )
    assert "fortaellinger/doeren/" in told[0]
    assert event in told[0]


def test_one_that_calls_another_computer_is_named_once(using: Using) -> None:
    report = using("calls").build()
    assert not report.built
    (problem,) = report.errors
    assert line_of(problem).startswith(
        'mkdocs.yml:11:5: error mkdocs-plugin-request: The plugin "calls" makes index.html '
    )
    assert "https://taeller.example/t.js" in line_of(problem)


@pytest.mark.parametrize("plugin", ["i18n", "blog", "privacy", "offline", "print-site", "section-index"])
def test_one_that_a_handbook_cannot_have_is_refused_in_one_sentence(using: Using, plugin: str) -> None:
    (problem,) = using(plugin).build().errors
    assert line_of(problem).startswith("mkdocs.yml:11:5: error mkdocs-config: mkdocs.yml cannot be used: the plugin ")
    assert f'{plugin}" cannot be used in a handbook.' in line_of(problem)
    assert CALLED == []


def test_one_that_looks_at_the_pages_sees_ours(using: Using) -> None:
    assert using("asks").build().built
    assert "fortaellinger/doeren.md" in CALLED


def test_one_that_only_takes_out_spaces_is_let_through(using: Using) -> None:
    publication = using("shrinks")
    report = publication.build()
    assert report.built, report.errors
    assert "<!-- lille -->" in publication.page("fortaellinger/doeren/index.html")
