"""Fields and templates that an existing site has already."""

import pytest

from tests.conftest import Publication

FIELDS = """\
---
title: Hjælp
tags: [a, b]
date: 2026-01-01
icon: material/emoticon
status: new
authors: [x]
subtitle: Under
comments: true
social:
  cards: false
search:
  boost: 2
{more}---

# Hjælp

Tekst.
"""


def test_fields_that_others_know_are_let_be(good: Publication) -> None:
    good.write("docs/hjaelp.md", FIELDS.format(more=""))
    assert good.build().built


def test_fields_that_nobody_knows_are_told(good: Publication) -> None:
    good.write("docs/hjaelp.md", FIELDS.format(more="tgas: x\ndraft: true\n"))
    (problem,) = good.build().errors
    assert (problem.rule, problem.source.line) == ("field-unknown", 14)


@pytest.mark.parametrize("template", ["home.html", "../mkdocs.yml", "/etc/hosts", "x.html", "main.txt"])
def test_a_template_that_is_not_the_sites_own_is_refused(good: Publication, template: str) -> None:
    good.write("overrides/egen.html", "x")
    good.write("overrides/main.txt", "x")
    good.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: overrides")
    good.write("docs/hjaelp.md", FIELDS.format(more=f"template: {template}\n"))
    (problem,) = good.build().errors
    assert (problem.rule, problem.source.line) == ("page-template", 14)


def test_one_that_is_draws_the_page(good: Publication) -> None:
    own = "{% extends 'main.html' %}{% block content %}<p>{{ page.meta.subtitle }}</p>{{ super() }}{% endblock %}"
    good.write("overrides/egen.html", own)
    good.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: overrides")
    good.write("docs/hjaelp.md", FIELDS.format(more="template: egen.html\n"))
    assert good.build().built
    assert "<p>Under</p>" in good.page("hjaelp/index.html")


def test_a_template_with_a_fault_is_named_with_its_line(good: Publication) -> None:
    good.write(
        "overrides/main.html", "{% extends 'hverdag/main.html' %}\n{% block footer %}{{ ingen.ting }}{% endblock %}\n"
    )
    good.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: overrides")
    (problem,) = good.build().errors
    assert (problem.source.path, problem.source.line) == ("overrides/main.html", 2)


def test_templates_of_both_folders_begin_from_ours(good: Publication) -> None:
    """The one of theme/ comes first, and neither goes round in a circle."""
    good.write("overrides/main.html", '{% extends "hverdag/main.html" %}')
    good.write(
        "overrides/partials/footer.html",
        '{% extends "hverdag/partials/footer.html" %}{% block imprint %}<p>O</p>{% endblock %}',
    )
    good.write("theme/main.html", '{% extends "hverdag/main.html" %}{% block extrahead %}<meta name="x">{% endblock %}')
    good.change("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: overrides")
    report = good.build()
    assert report.built, report.errors
    page = good.page("fortaellinger/doeren/index.html")
    assert '<meta name="x">' in page
    assert "<p>O</p>" in page
