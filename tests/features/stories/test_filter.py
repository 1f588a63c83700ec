"""The list of stories, narrowed by a reader: what is counted, what stands in the address, and how a long list comes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hverdag.features.stories import web
from tests.chromium import Visit, Window, faults_of, served, too_wide, visiting
from tests.conftest import Publication, copied
from tests.heard import focus

pytestmark = pytest.mark.browser

SHOWN = "#stories > :not([hidden])"
COUNT = "#filter-count"


def choices(page: Page, name: str) -> dict[str, int]:
    """How many stories each choice of a name says that it gives, by its value."""
    found: list[tuple[str, str]] = page.evaluate(
        """name => [...document.querySelectorAll(`#filter [name=${name}], #filter [name=${name}] option`)]
            .filter(one => one.tagName !== "SELECT")
            .map(one => [one.value, (one.tagName === "OPTION" ? one : one.parentNode).textContent])""",
        name,
    )
    return {value: int(said.rsplit("(", 1)[1].split(")")[0]) for value, said in found}


def number(page: Page) -> int:
    """How many stories are shown; the status says the same."""
    shown = page.locator(SHOWN).count()
    said = {0: "Ingen fortælling passer. Prøv med færre valg.", 1: "1 fortælling"}.get(shown, f"{shown} fortællinger")
    assert page.locator(COUNT).inner_text() == said
    return shown


def test_each_choice_says_how_many_stories_it_gives(visit: Visit) -> None:
    page = visit.open("fortaellinger/")
    whole = number(page)
    for name in ("theme", "kind", "audience"):
        for value, told in choices(page, name).items():
            page.locator(f"#filter [name={name}]").select_option(value)
            assert number(page) == told, (name, value)
            assert told or not value
        page.locator(f"#filter [name={name}]").select_option("")
    for value, told in choices(page, "value").items():
        page.locator(f"#filter [value={value}]").check(force=True)
        assert number(page) == told
        page.locator(f"#filter [value={value}]").uncheck(force=True)
    assert number(page) == whole


def test_choices_are_counted_with_the_others_as_they_stand(visit: Visit) -> None:
    page = visit.open("fortaellinger/?value=tillid")
    held = number(page)
    told = choices(page, "theme")
    assert told[""] == held
    assert 0 in told.values()  # it says so, and may be chosen
    theme = next(value for value, many in told.items() if value and many)
    page.locator("#filter [name=theme]").select_option(theme)
    assert number(page) == told[theme]
    assert choices(page, "theme") == told  # another theme would take its place
    assert choices(page, "value")["tillid"] == told[theme]
    page.locator("#filter [name=theme]").select_option(next(value for value, many in told.items() if not many))
    assert number(page) == 0
    assert page.locator("#filter [role=status]").inner_text().startswith("Ingen fortælling passer.")


def test_a_theme_in_the_address_is_chosen_and_passed_on(visit: Visit) -> None:
    page = visit.open("fortaellinger/?theme=travlhed&theme=findes-ikke&kind=<b>")
    assert page.locator("#filter [name=theme]").input_value() == "travlhed"
    assert 0 < number(page) < page.locator("#stories > *").count()
    assert page.url.endswith("?theme=travlhed")
    page.get_by_role("button", name="Vis alle").click()
    expect(page.locator(f"{SHOWN}")).to_have_count(page.locator("#stories > *").count())
    assert "?" not in page.url


def test_show_all_does_not_take_the_keyboard_with_it(visit: Visit) -> None:
    page = visit.open("fortaellinger/?theme=travlhed")
    page.get_by_role("button", name="Vis alle").press("Enter")
    expect(page.get_by_role("button", name="Vis alle")).to_be_hidden()
    assert focus(page).startswith('combobox "Emne"')
    assert number(page) == page.locator("#stories > *").count()


def test_what_has_the_keyboard_can_be_seen_in_the_list(visit: Visit) -> None:
    """A card is drawn only as far as its item reaches; its own ring lies outside."""
    page = visit.open("fortaellinger/")
    link = page.locator(".hv-cards__item a").first
    link.focus()
    item = page.locator(".hv-cards__item", has=page.locator(":focus"))
    assert item.evaluate("item => getComputedStyle(item).outlineStyle") == "solid"


def test_an_address_of_before_that_asks_for_a_workplace_still_works(visit: Visit) -> None:
    page = visit.open("fortaellinger/?workplace=Vej+og+park%2C+vejholdet")
    assert page.locator(f"{SHOWN} h2").all_inner_texts() == ["Skloe"]
    box = page.get_by_role("checkbox", name="Arbejdsplads: Vej og park, vejholdet")
    expect(box).to_be_checked()
    box.uncheck()
    assert number(page) == page.locator("#stories > *").count()
    page = visit.open("fortaellinger/?workplace=Et+sted+der+er+lukket")
    assert number(page) == page.locator("#stories > *").count()
    expect(page.locator(".hv-filter__old")).to_be_hidden()
    assert page.locator("#filter select[name=workplace]").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_list_and_themes_can_be_used_by_everyone(window: Window, address: str, width: int, scheme: str) -> None:
    with visiting(window, address) as visit:
        visit.page.set_viewport_size({"width": width, "height": 800})
        visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for path in ("fortaellinger/?theme=travlhed", "emner/", "emner/travlhed/"):
            page = visit.open(path)
            assert faults_of(page) == [], path
            assert too_wide(page) <= 0, path


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publication]:
    """A publication whose list is as long as those whose shapes are drawn as they are seen."""
    made = copied("good", tmp_path_factory.mktemp("long"))
    text = (made.root / "stories/vinduet.md").read_text("utf-8")
    for at in range(20):
        made.write(f"stories/ekstra-{at}.md", text.replace("F02", f"F{at + 20}").replace("title: ", f"title: {at} "))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(web, "MOST_DRAWN", 10)
        report = made.build()
    assert report.built, report.problems
    yield made


def test_the_shapes_of_a_long_list_are_drawn_as_they_are_seen(long_list: Publication, browser: Browser) -> None:
    listed = long_list.page("fortaellinger/index.html").partition('id="stories"')[2]
    assert '<span class="hv-chip' in listed
    assert "hv-mark" not in listed
    with served(long_list.site) as address:
        page = browser.new_page(viewport={"width": 360, "height": 500})
        page.goto(address + "fortaellinger/")
        first = page.locator("#stories > *").first.locator(".hv-chip svg")
        expect(first.first).to_be_visible()
        assert first.count() == page.locator("#stories > *").first.locator(".hv-chip").count()
        assert page.locator("#stories > *").last.locator(".hv-chip svg").count() == 0
        page.locator("#stories > *").last.scroll_into_view_if_needed()
        expect(page.locator("#stories > *").last.locator(".hv-chip svg").first).to_be_visible()
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert page.locator("#stories .hv-chip:not(:has(svg))").count() == 0
        page.close()


def test_without_scripts_everything_is_there(sample: Path, address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "fortaellinger/?theme=travlhed")
    assert page.locator("#filter").is_hidden()
    assert page.locator(SHOWN).count() == page.locator("#stories > *").count()
    page.get_by_role("link", name="Find en fortælling efter emne").click()
    page.get_by_role("link", name="Travlhed og stress").click()
    expect(page.locator(".hv-card").first).to_be_visible()
    context.close()
