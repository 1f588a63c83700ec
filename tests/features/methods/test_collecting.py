"""Methods that stories come from: they have a page and a time plan, and are applied to no story."""

import re
from pathlib import Path

import pytest

from hverdag.features.guides.plan import ComposerView, GuideView, TalkView
from tests.conftest import ROOT, Publication, copied, planned, read

CIRCLE = "docs/metoder/cirkel.md"
COLLECTING = ("fortaellecirkel", "parinterview")


def with_circle(publication: Publication) -> Publication:
    """Give a publication the story circle. It came with the sample, so the telephone must be its own."""
    publication.write(CIRCLE, (ROOT / "docs/metoder/fortaellecirkel.md").read_text("utf-8"))
    publication.change("values/handbook.yml", "phone: 70 00 00 00", "phone: 70 11 22 33")
    return publication


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The golden publication with the story circle of the sample."""
    made = with_circle(copied("good", tmp_path_factory.mktemp("collecting")))
    made.write("docs/alle.md", "---\ntitle: Metoder\nrender_macros: true\n---\n\n# Metoder\n\n{{ methods() }}\n")
    made.change("mkdocs.yml", "  /hjaelp.md\n", "  /hjaelp.md\n  /alle.md\n")
    report = made.build()
    assert report.built, report.problems
    return made


def test_no_guide_is_made_of_one_and_the_composer_does_not_offer_it(built: Publication) -> None:
    views = [planned_view.view for planned_view in planned(read(built.root)).views]
    assert {view.guide.method.id for view in views if isinstance(view, GuideView)} == {"kort", "vejen"}
    (composer,) = (view for view in views if isinstance(view, ComposerView))
    assert {plan.method.id for plan in composer.plans} == {"kort", "vejen"}
    (talk,) = (view for view in views if isinstance(view, TalkView))
    assert set(talk.guides) == {"kort", "vejen"}


def test_it_has_a_page_with_its_plan_and_no_list_of_guides(built: Publication) -> None:
    page = built.page("metoder/cirkel/index.html")
    assert "60 minutter" in page
    assert "Ja eller nej" in page
    assert 'id="guides"' not in page
    assert 'id="guides"' in built.page("metoder/kort/index.html")


def test_among_all_methods_it_comes_last_under_a_heading_of_its_own(built: Publication) -> None:
    before, _, after = built.page("alle/index.html").partition("Metoder til at samle fortællinger")
    assert "Kort samtale" in before
    assert re.findall(r"<h3><a[^>]*>(.*?)</a>", after) == ["Fortællecirkel"]


def test_a_renamed_one_has_no_former_guides(good: Publication) -> None:
    with_circle(good)
    good.write("values/addresses.yml", "M07: [metoder/runden/]\n")
    report = good.build()
    assert report.built, report.problems
    assert (good.site / "metoder/runden/index.html").is_file()
    assert not (good.site / "guider/runden").exists()


@pytest.mark.parametrize("name", COLLECTING)
def test_those_of_the_sample_ask_for_the_teller_s_own_reason_and_say_that_one_may_stop(name: str) -> None:
    handbook = read(ROOT)
    (method,) = (one for one in handbook.methods if one.id == name)
    assert not method.uses_texts
    assert sum(step.minutes for step in method.meeting) == method.minutes
    said = " ".join(text for step in method.steps for text in (*step.say, *step.questions, step.moved))
    assert "Hvorfor valgte du netop den?" in said
    assert "du kan sige nej bagefter" in said


def test_the_page_for_those_who_collect_is_led_to_from_the_page_on_telling() -> None:
    assert "(indsaml.md)" in (ROOT / "docs/fortael.md").read_text("utf-8")
    page = (ROOT / "docs/indsaml.md").read_text("utf-8")
    for words in (
        "## Hold op, når",
        "## Det må ikke fortælles",
        "alene med det",
        "## Det sker der bagefter",
        "Nattevagten",
    ):
        assert words in page
    assert Path(ROOT / "docs/metoder/parinterview.md").is_file()
