"""The doors that a nav gives: sections, links to other sites, too many of them, and long names; and the foot."""

import re
from collections.abc import Iterator

import pytest
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from playwright.sync_api import Browser, BrowserContext

from hverdag.host.doors import Door, NavLink, doors_of
from hverdag.model.problem import Level
from tests.chromium import Visit, faults_of, served, too_wide
from tests.conftest import Publication, copied

LONG = "Værdihåndbogen for medarbejdere og ledere i Lilleby og omegn"
OTHER = "https://intranet.fjordby.example/"
NAV = f"""\
nav:
  - Læs & lær:
      - Værdier: values/index.md
      - Mere:
          - Dybere:
              - Fortællinger: stories/index.md
          - Intranettet: {OTHER}
  - Tom: []
  - Spørgsmål <og> svar: hjaelp.md
  - Kommunens intranet: {OTHER}
  - Fjerde indgang med et langt navn: fire.md
  - Femte indgang med et langt navn: fem.md
  - Sjette indgang med et langt navn: seks.md
not_in_nav: |
  /index.md
  /nederst.md
"""
DOORS = {
    "Læs & lær": "vaerdier/",
    "Spørgsmål <og> svar": "hjaelp/",
    "Kommunens intranet": OTHER,
    "Fjerde indgang med et langt navn": "fire/",
    "Femte indgang med et langt navn": "fem/",
    "Sjette indgang med et langt navn": "seks/",
}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication with six doors, a name of 60 letters, and a page at the foot."""
    made = copied("good", tmp_path_factory.mktemp("many"))
    assert len(LONG) == 60
    text = (made.root / "mkdocs.yml").read_text("utf-8")
    made.write("mkdocs.yml", text[: text.index("nav:")] + NAV)
    for name in ("fire", "fem", "seks"):
        made.write(f"docs/{name}.md", f"# Siden {name}\n")
    made.write("docs/nederst.md", "---\ntitle: Om os & jer\n---\n\n# Om os\n")
    settings = (made.root / "values/handbook.yml").read_text("utf-8")
    settings = re.sub(r"^title: .*$", f"title: {LONG}\nfooter: [nederst.md]", settings, flags=re.M)
    made.write("values/handbook.yml", settings)
    report = made.build()
    assert report.built, report.problems
    hints = [problem for problem in report.problems if problem.rule == "nav-doors"]
    assert [(hint.level, hint.source.path, hint.source.line) for hint in hints] == [(Level.HINT, "mkdocs.yml", 23)]
    return made


@pytest.fixture(scope="module")
def address_of_many(many: Publication) -> Iterator[str]:
    with served(many.site) as address:
        yield address


def doors_on(page: str) -> dict[str, str]:
    """What a page's doors are called, and where they lead."""
    nav = re.search(r'<nav class="hv-doors".*?</nav>', page, re.S)
    assert nav
    return dict(re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', nav[0]))


def test_sections_pages_and_other_sites_are_all_drawn(many: Publication) -> None:
    doors = doors_on(many.page("index.html"))
    escaped = {name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"): to for name, to in DOORS.items()}
    assert {name: to for to, name in doors.items()} == escaped


def test_what_lies_deeper_is_in_the_row_of_its_door(many: Publication) -> None:
    page = many.page("fortaellinger/index.html")
    row = re.search(r'<nav class="hv-row" aria-label="Læs &amp; lær">.*?</nav>', page, re.S)
    assert row
    links = re.findall(r'<a href="([^"]*)"( aria-current="page")?>([^<]*)</a>', row[0])
    assert [name for _, _, name in links] == ["Værdier", "Fortællinger", "Intranettet"]
    assert [name for _, current, name in links if current] == ["Fortællinger"]
    assert links[2][0] == OTHER


def test_a_section_within_a_door_has_its_name_in_the_row(many: Publication) -> None:
    page = many.page("fortaellinger/index.html")
    assert re.findall(r'class="hv-row__section"><span>([^<]*)</span>', page) == ["Mere / Dybere", "Mere"]


def test_a_door_leads_to_a_page_though_another_site_comes_first(good: Publication) -> None:
    text = (good.root / "mkdocs.yml").read_text("utf-8")
    nav = f"nav:\n  - Læs:\n      - {OTHER}\n      - Fortællinger: stories/index.md\n  - Ude:\n      - Et: {OTHER}et\n"
    good.write("mkdocs.yml", text[: text.index("nav:")] + nav + "not_in_nav: |\n  /index.md\n  /hjaelp.md\n")
    assert good.build().built
    assert {name: to for to, name in doors_on(good.page("index.html")).items()} == {
        "Læs": "fortaellinger/",
        "Ude": f"{OTHER}et",
    }
    assert f'<a href="{OTHER}">intranet.fjordby.example</a>' in good.page("fortaellinger/index.html")


def test_pages_behind_no_door_have_links_of_their_own(good: Publication) -> None:
    """A story and a method shared a frame, and the method's link to all stories led nowhere."""
    text = (good.root / "mkdocs.yml").read_text("utf-8")
    nav = "nav:\n  - Hjælp: hjaelp.md\nnot_in_nav: /index.md\n"
    good.write("mkdocs.yml", text[: text.index("nav:")] + nav)
    report = good.build()
    assert report.built, report.errors


def test_the_foot_links_to_what_handbook_yml_names(many: Publication) -> None:
    for path in ("index.html", "vaerdier/index.html", "nederst/index.html"):
        foot = many.page(path).partition("<footer")[2]
        assert "Om os &amp; jer</a>" in foot, path
        assert ('aria-current="page">Om' in foot) == (path == "nederst/index.html")


def test_a_page_at_the_foot_that_does_not_exist_is_told_with_the_one_that_was_meant(good: Publication) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}\nfooter: [hjaelp.md, hjelp.md]\n")
    (problem,) = (problem for problem in good.problems() if problem.rule == "footer-page")
    assert problem.parameters["given"] == "hjelp.md"
    assert problem.parameters["suggestion"] == "hjaelp.md"
    assert problem.source.line == text.count("\n") + 2


def test_five_doors_are_no_hint(built_good: Publication) -> None:
    assert "nav-doors" not in built_good.rules()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_doors_that_do_not_fit_are_behind_the_button_at_every_width(
    browser: Browser, address_of_many: str, width: int
) -> None:
    visit = Visit(browser.new_page(viewport={"width": width, "height": 800}), address_of_many)
    page = visit.open("hjaelp/")
    assert page.locator(".hv-doors").is_hidden()
    page.locator(".hv-menu").press("Enter")
    assert page.locator(".hv-doors a").all_inner_texts() == list(DOORS)
    assert page.locator(".hv-doors [aria-current=page]").all_inner_texts() == ["Spørgsmål <og> svar"]
    assert faults_of(page) == []
    assert too_wide(page) <= 0
    page.close()
    assert visit.left + visit.errors == []


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_with_large_text_nothing_of_a_long_name_is_cut(
    large_text: BrowserContext, address_of_many: str, width: int
) -> None:
    page = large_text.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address_of_many)
    page.locator(".hv-menu").click()
    assert too_wide(page) <= 0
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".hv-header *")]
            .filter((one) => one.clientWidth > 1)
            .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth)
            .map((one) => one.className || one.tagName)"""
    )
    assert cut == []
    assert LONG in page.locator(".hv-header__title").inner_text()
    page.close()


def page_at(path: str, title: str) -> Page:
    file = File(path, "docs", "site", use_directory_urls=True)
    return Page(title, file, {"use_directory_urls": True, "site_url": "", "repo_url": "", "edit_uri": ""})  # type: ignore[arg-type]


def test_a_page_is_behind_its_own_folder_before_the_page_that_links_to_it() -> None:
    read, talk = page_at("laes/index.md", "Læs"), page_at("tal.md", "Tal &amp; lyt")
    nav = Navigation([read, talk, Link("Ude", OTHER), Section("Tom", [])], [read, talk])
    links = {"tal/": ("laes/et/", "guider/et/"), "laes/": ("guider/to/",)}
    doors = doors_of(nav, lambda address: links.get(address, ()))
    assert [(door.title, door.address) for door in doors.doors] == [
        ("Læs", "laes/"),
        ("Tal & lyt", "tal/"),
        ("Ude", OTHER),
    ]
    behind = {
        path: doors.place(path) for path in ("laes/", "laes/et/", "laes/et.html", "tal/", "guider/ti/", "om/", "")
    }
    names = {path: place.door.title if place.door else "" for path, place in behind.items()}
    assert list(names.values()) == ["Læs", "Læs", "Læs", "Tal & lyt", "Læs", "", ""]
    assert [behind[path].current for path in ("laes/", "laes/et/", "om/")] == ["page", "true", ""]
    assert all(place.row == () for place in behind.values())
    assert doors.doors[2] == Door("Ude", OTHER, ())


def test_on_a_stick_the_front_page_has_no_folder_that_everything_is_in() -> None:
    front, read = page_at("index.md", "Forside"), page_at("laes/index.md", "Læs")
    doors = doors_of(Navigation([front, Section("Læs", [read, Link("Ude", OTHER)])], [front, read]), lambda _: ())
    assert doors.place("om.html").door is None
    assert doors.place("laes/").row == (NavLink("Læs", "laes/"), NavLink("Ude", OTHER))
    assert doors.place("laes/index.html").door == doors.doors[1]
