"""Counts of one are in the singular, in both languages."""

import re

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.locale import catalogue
from hverdag.locale.singular import _SINGULAR
from tests.conftest import TODAY, Publication
from tests.seen import in_html

PLURALS = (
    *(
        "værdier",
        "fortællinger",
        "guider",
        "sider",
        "temaer",
        "emner",
        "metoder",
        "minutter",
        "timer",
        "dage",
        "måneder",
    ),
    *(
        "spørgsmål ad",
        "arbejdspladser",
        "kvitteringer",
        "aftaler",
        "ord er",
        "steder",
        "overskrifter",
        "celler",
        "sætninger",
    ),
    *("values", "stories", "guides", "pages", "themes", "methods", "minutes", "hours", "days", "months", "workplaces"),
    *(
        "receipts",
        "agreements",
        "words",
        "places",
        "headings",
        "cells",
        "sentences",
        "people",
        "steps",
        "cards",
        "sheets",
    ),
)
OF_ONE = re.compile(rf"(?<![\w.,:/–-])1[ \u00a0](?:{'|'.join(PLURALS)})\b")


@pytest.mark.parametrize(("text", "name"), _SINGULAR, ids=lambda text: str(text)[:30])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_message_of_one_is_another(text: str, name: str, language: str) -> None:
    parameters = dict.fromkeys(re.findall(r"\{(\w+)\}", text.replace("{{{{ gap }}}}", "")), 7)
    words = catalogue(language)
    one, several = words.say(text, **{**parameters, name: 1}), words.say(text, **parameters)
    assert one != several
    assert not OF_ONE.search(one)


def test_a_build_of_one_of_everything_has_no_plural_of_one(good: Publication) -> None:
    for path in ("stories/vinduet.md", "stories/kladden.md", "values/mod.md"):
        (good.root / path).unlink()
    good.change("values/handbook.yml", "values: 2", "values: 1")
    good.change("stories/doeren.md", "values: [tillid, mod]", "values: [tillid]")
    gone = re.compile(r"\[([^\]]+)\]\([^)]*(?:vinduet|kladden|mod)\.md[^)]*\)|\{\{[^}]*(?:vinduet|mod)[^}]*\}\}")
    for path in good.root.rglob("*.md"):
        good.write(str(path.relative_to(good.root)), gone.sub(r"\1", path.read_text("utf-8")))
    built = CliRunner().invoke(cli, ["build", "-C", str(good.root), "--today", str(TODAY)])
    assert built.exit_code == 0, built.output
    assert "1 værdi, 1 fortælling" in built.output
    assert not OF_ONE.search(built.output)
    for page in good.site.rglob("*.html"):
        assert not OF_ONE.search(" ".join(in_html(page.read_text("utf-8")).tokens)), page
