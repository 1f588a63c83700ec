"""The page on data protection: every section, what is missing, nothing hostile, and no number that is not true."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
import yaml

from hverdag.features.data_protection.model import Consents, Mentions
from hverdag.features.data_protection.plan import DataProtectionView
from hverdag.host.mkdocs import render_site
from hverdag.locale import catalogue
from hverdag.model import retention as kept
from hverdag.model.artifact import WebPage
from hverdag.model.problem import Level, Tag
from hverdag.pipeline import build
from hverdag.pipeline.outputs import kit_of
from hverdag.pipeline.plan import PlannedView, SitePlan
from hverdag.pipeline.rule_registry import rules
from hverdag.publish.cache import store
from hverdag.reports.manual import manual
from tests.catalogue import known
from tests.chromium import Visit
from tests.conftest import GOLDEN, ROOT, TODAY, Publication, rendered

PAGE = "databeskyttelse/index.html"
SECTIONS = ("in-short", "where", "roles", "consent", "checked", "record", "breach", "erasure", "made")
FIELDS = ("consent_register", "forge", "server", "retention", "basis", "transfers", "security")
OFFICER = """protection:
  officer:
    name: Juridisk kontor
"""
ABOUT_PEOPLE = re.compile(
    r"(privacy|picture|consent|mentioned|contributor)(-|$)|(image-people|link-withdrawn|response-private)$"
    r"|(site-request|page-request|page-counting)$|nod-(missing|stale|unknown)$"
)
"""Rules that look after people, by their ids."""

NEVER = re.compile(r"intet brud|ingen brud|no breach|garanti|guarantee", re.IGNORECASE)


def article(html: str) -> str:
    """What the page itself says, without its frame."""
    return html.partition('<article class="md-content__inner')[2].partition("</article>")[0]


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", article(html))).split())


def add(publication: Publication, text: str) -> None:
    path = "values/handbook.yml"
    publication.write(path, (publication.root / path).read_text("utf-8") + text)


@pytest.mark.parametrize(
    ("language", "address", "title"),
    [("da", "databeskyttelse", "Databeskyttelse"), ("en", "data-protection", "Data protection")],
)
def test_every_section_is_there_in_both_languages(good: Publication, language: str, address: str, title: str) -> None:
    if language == "en":
        good.in_english()
    assert good.build().built
    page = good.page(f"{address}/index.html")
    assert f"<h1>{title}</h1>" in page
    assert re.findall(r'<h2 id="([^"]+)"', page) == list(SECTIONS)
    assert re.findall(r'<li><a href="#([^"]+)"', page) == list(SECTIONS)
    assert not NEVER.search(words_of(page))
    assert "Lilleby Kommune" in words_of(page)


def test_every_page_leads_to_it(built_good: Publication) -> None:
    pages = [path for path in built_good.site.rglob("*.html") if path.parent.parent.name != "f"]
    assert len(pages) > 10
    for path in pages:
        assert ">Databeskyttelse</a>" in path.read_text("utf-8").partition("<footer")[2], path
    assert '"Databeskyttelse"' in built_good.page("search/data.js")


def test_it_is_in_the_offline_edition(good: Publication, tmp_path: Path) -> None:
    report = build.offline(good.root, TODAY, tmp_path / "ud.zip", render_site)
    assert report.built, report.problems


def test_what_is_missing_is_told_with_what_to_write(built_good: Publication) -> None:
    page = words_of(built_good.page(PAGE))
    assert "Siden mangler 8 svar, som kun vi selv kan give." in page
    for name in ("officer", *FIELDS):
        assert f"protection: {name} i values/handbook.yml.]" in page, name


def test_an_office_that_cannot_be_reached_is_missing(good: Publication) -> None:
    add(good, OFFICER)
    good.build()
    assert "protection: officer" in words_of(good.page(PAGE))
    good.change("values/handbook.yml", "Juridisk kontor", "Juridisk kontor\n    phone: 70 00 00 01")
    good.build()
    page = good.page(PAGE)
    assert "protection: officer" not in words_of(page)
    assert "Siden mangler 7 svar" in words_of(page)
    assert 'Juridisk kontor, <a class="hv-tel" href="tel:70000001">70 00 00 01</a>' in page


def test_the_sample_lacks_nothing(sample: Path) -> None:
    page = (sample / PAGE).read_text("utf-8")
    assert "Ikke udfyldt" not in page
    assert "Siden mangler" not in page
    assert 'href="../databeskyttelse/"' in article((sample / "om/index.html").read_text("utf-8"))


def test_hostile_settings_are_only_text(good: Publication) -> None:
    evil = """'<script>alert(1)</script><img src=x onerror=y> {{ 7*7 }} {organisation} %(x)s `rm`'"""
    lines = "".join(f"  {name}: {evil}\n" for name in FIELDS)
    add(good, f"protection:\n{lines}  officer:\n    name: {evil}\n    phone: '\"><b>1'\n    mail: 'javascript:a\"b'\n")
    good.change("values/handbook.yml", "organisation: Lilleby Kommune", f"organisation: {evil}")
    assert good.build().built
    page = article(good.page(PAGE))
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>1" not in page
    assert "{{ 7*7 }} {organisation} %(x)s `rm`" in unescape(page)
    assert page.count("<script") == 1


def test_the_rules_that_are_listed_are_those_that_look_after_people(built_good: Publication) -> None:
    page = re.sub(r" (?=[.,])", "", words_of(built_good.page(PAGE)))  # the end of a tag is no space there
    danish = catalogue("da")
    about = [rule for rule in rules().values() if Tag.ABOUT_PEOPLE in rule.tags]
    told = {rule.id for rule in about}
    assert told >= {"contributor-name", "contributor-person", "response-private", "nod-stale", "site-request"}
    assert told >= {id for id in rules() if ABOUT_PEOPLE.match(id)}
    assert not told & {"poster-length", "image-size", "code-form"}
    for rule in about:
        assert manual(rule, danish).summary.replace("`", "") in page, rule.id
    assert page.count("Finder kontrollen noget af dette") == len({rule.level for rule in about})
    assert Level.ERROR in {rule.level for rule in about}


def test_no_word_of_the_page_acquits_anyone() -> None:
    danish = [text for words in known().values() for text in ((words,) if isinstance(words, str) else words)]
    assert [text for text in danish if re.search(r"intet brud|ingen brud", text, re.IGNORECASE)] == []


def test_the_time_limits_are_those_of_the_cache_and_the_workflows() -> None:
    assert kept.UNUSED_DAYS == store.DAYS
    workflows = [yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/workflows").glob("*.yml")]
    steps = [step for workflow in workflows for job in workflow["jobs"].values() for step in job["steps"]]
    held = {step["with"]["name"]: step["with"]["retention-days"] for step in steps if "retention-days" in str(step)}
    assert held == {"rapport": kept.REPORT_DAYS, "udgave-med-kladder": kept.PREVIEW_DAYS}
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    days = {"2 weeks": 14, "1 day": 1}
    told = {"rapport": kept.REPORT_DAYS, "udgave med kladder": kept.PREVIEW_DAYS, "byg": kept.SITE_DAYS}
    assert {job: days[gitlab[job]["artifacts"]["expire_in"]] for job in told} == told


def test_the_numbers_stand_on_the_page(built_good: Publication) -> None:
    page = words_of(built_good.page(PAGE))
    assert f"Rapporten i {kept.REPORT_DAYS} dage, udgaven med kladder i {kept.PREVIEW_DAYS} dage" in page
    assert f"når de ikke er brugt i {kept.UNUSED_DAYS} dage" in page
    assert f"{kept.WARNED_DAYS} dage før et samtykke udløber" in page
    assert "21. november 2026" in page
    assert "Inden for 72 timer" in page


def test_a_demand_that_is_switched_off_is_told(good: Publication) -> None:
    add(good, "demands:\n  nods: false\n")
    good.build()
    page = words_of(good.page(PAGE))
    assert "så fortællinger kan blive udgivet uden dem: Nik." in page
    assert "skal have begge dele" not in page
    assert "nikker til den nøjagtige tekst" not in page


@pytest.fixture(scope="module")
def plan() -> SitePlan:
    return rendered(GOLDEN / "good", TODAY).plan


def page_of(plan: SitePlan) -> tuple[PlannedView, DataProtectionView]:
    """The page among the views, as it is planned and by itself."""
    (found,) = ((one, one.view) for one in plan.views if isinstance(one.view, DataProtectionView))
    return found


@pytest.fixture(scope="module")
def said(plan: SitePlan) -> Callable[..., str]:
    """What the page says of a handbook with other facts."""
    planned, view = page_of(plan)

    def render(language: str = "da", **facts: object) -> str:
        given = replace(view, facts=replace(view.facts, **facts))  # type: ignore[arg-type]
        (page,) = planned.feature.render(given, kit_of(plan, {}, language))
        assert isinstance(page, WebPage)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.content)).split())

    return render


def test_consents_and_those_mentioned_are_counted_where_they_are_known(said: Callable[..., str]) -> None:
    bare = said(consents=None, mentions=None, waivers=None, outside=None)
    assert "fortællinger med samtykke" not in bare
    assert "De, der kan åbne håndbogens adresse" in bare
    ends = tuple(date(2027, month, 1) for month in range(1, 6))
    told = said(
        consents=Consents(2, {"intranet": 2, "print": 1}, ends),
        mentions=Mentions(3, 1),
        waivers=4,
        outside=True,
    )
    assert "fortællinger med samtykke 2" in told
    assert "På organisationens eget netværk 2 fortællinger På papir 1 fortælling" in told
    assert "De næste, der udløber 1. januar 2027 1. februar 2027 1. marts 2027" in told
    assert "1. april 2027" not in told
    assert "omtalte, der kan genkendes 1" in told
    assert "Et menneske har set på 4 fund og ladet dem slippe igennem" in told
    assert "Alle. Håndbogen er udgivet uden for organisationen" in told
    assert "De, der er på organisationens eget netværk" in said(outside=False)


def test_what_is_counted_is_what_is_published(plan: SitePlan) -> None:
    _, view = page_of(plan)
    published = plan.shown.handbook.published
    assert view.facts.collected + view.facts.invented == len(published)
    assert view.facts.roles == sum(len(story.contributors) for story in published)


def test_a_page_of_ones_own_at_the_same_address_is_told(good: Publication) -> None:
    good.write("docs/databeskyttelse.md", "# Vores egen\n")
    assert "unique-address" in good.rules()
    add(good, "folders:\n  values: databeskyttelse\n")
    assert "settings-folder" in good.rules()


@pytest.mark.browser
def test_the_text_for_the_record_is_copied_without_colours(visit: Visit) -> None:
    visit.page.emulate_media(color_scheme="dark")
    page = visit.open("databeskyttelse/")
    page.evaluate(
        """document.addEventListener("copy", function (event) {
             window.copied = ["text/html", "text/plain"].map((kind) => event.clipboardData.getData(kind));
           })"""
    )
    page.locator("[data-copies]").focus()
    page.keyboard.press("Enter")
    html, plain = page.evaluate("window.copied")
    assert "Fjordby Kommune" in plain
    assert "Formål" in plain
    assert "style=" not in html
    assert "<h3>" in html
    assert "kopieret" in page.locator("#record-told").inner_text()


@pytest.mark.browser
def test_the_browser_keeps_what_the_page_says_that_it_keeps(visit: Visit) -> None:
    page = visit.open("databeskyttelse/")
    for path in ("", "kort/", "guider/sammensaet/", "samtale/", "fortaellinger/", "om/"):
        visit.open(path)
    visit.search()
    page.keyboard.press("Enter")
    page.wait_for_url("**/fortaellinger/noeglen/**", wait_until="load")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.locator(".hv-colours").click()
    assert page.evaluate("Object.keys(localStorage)") == ["hverdag-colours"]
    assert len(page.evaluate("Object.keys(sessionStorage)")) <= 1
    assert page.context.cookies() == []


@pytest.mark.browser
def test_a_runbook_prints_on_one_page(visit: Visit) -> None:
    page = visit.open("databeskyttelse/")
    page.emulate_media(media="print")
    assert page.locator("[data-copies]").is_hidden()
    for id in ("breach", "erasure"):
        page.set_viewport_size({"width": 658, "height": 1000})  # A4 within its margins, 96 to an inch
        height = page.locator(f"section[aria-labelledby={id}]").bounding_box()
        assert height
        assert height["height"] < 1009
