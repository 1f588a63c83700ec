"""Former addresses: whoever has one still finds the page, on the site and in the offline edition."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hverdag.host.mkdocs import render_site
from hverdag.model.former import PATH
from hverdag.parse.manifest import read_manifest
from hverdag.pipeline import build
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.render import render
from tests.conftest import TODAY, Publication, copied, published, read
from tests.consent import LAASEN, WORDS, leaks, own_cache, told_of, warm_cache

pytestmark = pytest.mark.slow

__all__ = ["own_cache", "told_of", "warm_cache"]

FORMER = """\
F02: [fortaellinger/ruden/, fortaellinger/det-aabne-vindue/]
V01: [vaerdier/tiltro/]
M02: [metoder/sti/]
docs/hjaelp.md: [spoergsmaal/]
bredt: [maal/alle/]
V09: [vaerdier/haab/]
"""
SETTINGS = """\
goals:
  - id: bredt
    text: Alle er med.
retired: [V09]
"""
PAGES = {
    "fortaellinger/ruden/": "fortaellinger/vinduet/",
    "fortaellinger/det-aabne-vindue/": "fortaellinger/vinduet/",
    "vaerdier/tiltro/": "vaerdier/tillid/",
    "metoder/sti/": "metoder/vejen/",
    "spoergsmaal/": "hjaelp/",
    "maal/alle/": "maal/bredt/",
    "guider/kort/ruden/": "guider/kort/vinduet/",
    "guider/sti/ruden/": "guider/vejen/vinduet/",
    "guider/sti/mod/": "guider/vejen/mod/",
    "guider/vejen/tiltro/": "guider/vejen/tillid/",
}
FILES = {
    "print/kort/ruden-kort.pdf": "print/kort/vinduet-kort.pdf",
    "print/kort/ruden-kort.docx": "print/kort/vinduet-kort.docx",
    "print/sti/doeren-sti.pdf": "print/vejen/doeren-vejen.pdf",
    "print/plakat-v01-tiltro-a4.pdf": "print/plakat-v01-tillid-a4.pdf",
    "print/plakat-m02-sti-a3-farve.pdf": "print/plakat-m02-vejen-a3-farve.pdf",
}


def moved(folder: Path, former: str = FORMER) -> Publication:
    made = copied("good", folder)
    made.write(PATH, former)
    made.write("values/handbook.yml", (made.root / "values/handbook.yml").read_text("utf-8") + SETTINGS)
    return made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = moved(tmp_path_factory.mktemp("flyttet"))
    report = made.build()
    assert report.built, report.problems
    return made.site


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = moved(tmp_path_factory.mktemp("ude"))
    report = build.offline(made.root, TODAY, made.root.parent / "ude.zip", render_site)
    assert report.built, report.problems
    with zipfile.ZipFile(made.root.parent / "ude.zip") as held:
        held.extractall(made.root.parent / "ude")
    return made.root.parent / "ude"


def led_to(page: Path) -> Path:
    """Where a pointer leads: by itself, and by its link."""
    text = page.read_text("utf-8")
    refresh = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', text)
    link = re.search(r'<a class="door" href="([^"]+)">Gå til den nye adresse</a>', text)
    assert refresh and link and refresh[1] == link[1]
    assert '<meta name="robots" content="noindex">' in text
    assert "<script" not in text
    return (page.parent / link[1]).resolve()


@pytest.mark.parametrize(("former", "now"), PAGES.items())
def test_a_former_address_leads_on(site: Path, former: str, now: str) -> None:
    assert led_to(site / former / "index.html") == (site / now).resolve()
    assert (site / now / "index.html").is_file()


@pytest.mark.parametrize(("former", "now"), PAGES.items())
def test_a_former_address_leads_on_in_the_offline_edition(unpacked: Path, former: str, now: str) -> None:
    page = unpacked / f"{former.rstrip('/')}.html"
    assert led_to(page) == (unpacked / f"{now.rstrip('/')}.html").resolve()
    assert led_to(page).is_file()


@pytest.mark.parametrize(("former", "now"), FILES.items())
def test_a_file_on_paper_is_found_at_its_former_address(site: Path, unpacked: Path, former: str, now: str) -> None:
    for folder in (site, unpacked):
        assert (folder / former).read_bytes() == (folder / now).read_bytes()
    manifest = read_manifest(site / "edition.json")
    assert manifest is not None
    assert manifest.outputs.get(former) == manifest.outputs.get(now)


def test_what_was_deleted_has_a_notice_at_its_address(site: Path) -> None:
    text = (site / "vaerdier/haab/index.html").read_text("utf-8")
    assert "Det er ikke længere i håndbogen" in text


def test_no_search_finds_a_former_address(site: Path) -> None:
    for path in ("search/data.js", "sitemap.xml"):
        text = published(site, path).read_text("utf-8")
        assert not [former for former in PAGES if f"/{former}" in text or f'"{former}' in text]


@pytest.mark.browser
def test_a_browser_is_led_on_from_a_file(browser: Browser, unpacked: Path) -> None:
    page = browser.new_page()
    page.goto((unpacked / "fortaellinger/ruden.html").as_uri())
    page.wait_for_url("**/fortaellinger/vinduet.html")
    assert page.locator("h1").inner_text() == "Vinduet"
    page.close()


@pytest.mark.browser
def test_a_mailed_guide_is_still_put_together(browser: Browser, unpacked: Path) -> None:
    page = browser.new_page()
    page.goto((unpacked / "guider/sammensaet.html").as_uri() + "?method=sti&story=ruden")
    page.locator("#composed .hv-step").first.wait_for()
    assert page.locator("#compose-strange").is_hidden()
    assert page.locator("select[name=method]").input_value() == "vejen"
    assert page.locator("input[name=story]:checked").evaluate_all("all => all.map(one => one.value)") == ["vinduet"]
    page.close()


def test_what_links_lead_to_is_known_by_codes_and_first_paths(good: Publication) -> None:
    good.write(PATH, FORMER.partition("bredt")[0])
    identities = read(good.root).identities
    assert {identities[f"stories/{name}.md"] for name in ("vinduet", "ruden", "det-aabne-vindue")} == {"F02"}
    assert identities["values/tillid.md"] == identities["values/tiltro.md"] == "V01"
    assert identities["docs/hjaelp.md"] == identities["docs/spoergsmaal.md"] == "docs/spoergsmaal.md"
    assert identities["docs/index.md"] == "docs/index.md"


def test_a_public_address_is_the_one_that_search_engines_get(good: Publication) -> None:
    good.write(PATH, "F02: [fortaellinger/ruden/]\n")
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{settings}site_url: https://hverdag.lilleby.example/\n")
    assert good.build().built
    text = good.page("fortaellinger/ruden/index.html")
    assert '<link rel="canonical" href="https://hverdag.lilleby.example/fortaellinger/vinduet/">' in text


def test_in_english_too(good: Publication) -> None:
    good.write(PATH, "F02: [stories/the-pane/]\n")
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    folders = "folders:\n  stories: stories\n  values: values\n  guides: guides\n  methods: methods\n"
    good.write("values/handbook.yml", f"{settings}language: en\n{folders}")
    good.change("docs/hjaelp.md", "fortaellinger/vinduet.md", "stories/vinduet.md")
    report = good.build()
    assert report.built, report.problems
    text = good.page("stories/the-pane/index.html")
    assert '<html lang="en-GB">' in text
    assert '<a class="door" href="../vinduet/">Go to where it is now</a>' in text
    assert (good.site / "guides/kort/the-pane/index.html").is_file()


@pytest.mark.usefixtures("own_cache")
def test_the_addresses_of_a_withdrawn_story_lead_to_its_notice(told_of: Publication) -> None:
    told_of.write(PATH, "F77: [fortaellinger/kongen/]\n")
    assert told_of.build().built
    assert (told_of.site / "print/kort/kongen-kort.pdf").is_file()
    told_of.change(LAASEN, "  until: 2027-03-01", "  until: 2027-03-01\n  withdrawn: 2026-11-20")
    assert told_of.build().built
    for former, now in (("fortaellinger/kongen", "fortaellinger/laasen"), ("guider/kort/kongen", "guider/kort/laasen")):
        assert led_to(told_of.site / former / "index.html") == (told_of.site / now).resolve()
        assert "Fortællingen er ikke længere i håndbogen" in told_of.page(f"{now}/index.html")
    assert not list(told_of.site.rglob("kongen*.*"))
    assert leaks(told_of.site, WORDS) == {}


def test_a_retired_story_leaves_a_notice_at_its_addresses(good: Publication) -> None:
    good.write(PATH, "F02: [fortaellinger/ruden/]\n")
    good.change("stories/vinduet.md", "state: published", "state: retired")
    for path in ("stories/doeren.md", "docs/hjaelp.md"):
        text = (good.root / path).read_text("utf-8")
        good.write(path, re.sub(r"\[Vinduet\]\([\w./]+\)", "Vinduet", text))
    report = good.build()
    assert report.built, report.problems
    assert "Det er ikke længere i håndbogen" in good.page("fortaellinger/vinduet/index.html")
    assert "Vinduet" not in good.page("fortaellinger/vinduet/index.html")
    for former in ("fortaellinger/ruden", "guider/kort/vinduet", "guider/vejen/ruden"):
        assert led_to(good.site / former / "index.html") == (good.site / "fortaellinger/vinduet").resolve()


def test_a_page_may_not_link_to_the_notice_of_a_retired_story(good: Publication) -> None:
    good.change("stories/vinduet.md", "state: published", "state: retired")
    good.change("stories/doeren.md", "[Vinduet](vinduet.md)", "Vinduet")
    (problem,) = [problem for problem in good.build().problems if problem.is_error]
    assert (problem.rule, problem.source.path) == ("site-link", "docs/hjaelp.md")


@pytest.mark.parametrize(
    ("text", "rule", "line", "parameters"),
    [
        ("F02: [/fortaellinger/ruden]", "address-form", 1, {"better": "fortaellinger/ruden/"}),
        ("F02: [fortaellinger/Ruden.html]", "address-form", 1, {"better": "fortaellinger/ruden/"}),
        ("F02: [../../etc/]", "address-form", 1, {"better": "etc/"}),
        ('F02: ["https://x.example/fortaellinger/ruden/"]', "address-form", 1, None),
        ("F02: [fortaellinger/doeren/]", "address-taken", 1, {"other": "stories/doeren.md"}),
        ("F02: [fortaellinger/vinduet/]", "address-taken", 1, {"other": "stories/vinduet.md"}),
        ("F02: [guider/kort/doeren/]", "address-taken", 1, {"other": "stories/doeren.md"}),
        ("F02: [hjaelp/]", "address-taken", 1, {"other": "docs/hjaelp.md"}),
        ("F02: [fortaellinger/]", "address-taken", 1, {"other": "/fortaellinger/"}),
        ("F02: [f/f09/]", "address-taken", 1, {"other": "/f/"}),
        ("# Note\n\nF02:\n  - x/y/\n  - x/y/", "address-twice", 5, {"line": 4}),
        ("F01: [x/y/]\nF02: [X/Y/]", "address-form", 2, None),
        ("F22: [x/y/]", "address-unknown", 1, {"given": "F22"}),
        ("stories/vinduet.md: [x/y/]", "address-unknown", 1, {"suggestion": "F02"}),
        ("f02: [x/y/]", "address-unknown", 1, {"suggestion": "F02"}),
        ("docs/hjalp.md: [x/y/]", "address-unknown", 1, {"suggestion": "docs/hjaelp.md"}),
        ("F02: fortaellinger/ruden/", "field-list", 1, None),
        ("F02: [[fortaellinger/ruden/]]", "field-text", 1, None),
        ("F02: [x/y/]\nF02: [x/z/]", "field-duplicate", 2, None),
        ("- F02", "front-matter-syntax", 1, None),
    ],
)
def test_what_is_wrong_with_a_line_is_told(
    good: Publication, text: str, rule: str, line: int, parameters: dict[str, object] | None
) -> None:
    good.write(PATH, f"{text}\n")
    (problem,) = [problem for problem in good.problems() if problem.is_error]
    assert (problem.rule, problem.source.path, problem.source.line) == (rule, PATH, line)
    assert parameters is None or parameters.items() <= problem.parameters.items()


def test_a_preview_writes_nothing_outside_the_site(good: Publication) -> None:
    good.write(PATH, "F02: [../../ude/, /ude/, ude/../../x/]\n")
    assert {problem.rule for problem in good.problems() if problem.is_error} == {"address-form"}
    plan = render(read_and_check(good.root, TODAY), TODAY, preview=True)
    assert not [artifact.path for artifact in plan.artifacts if ".." in artifact.path or artifact.path.startswith("/")]
