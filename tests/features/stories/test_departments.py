"""The list of stories by department: never to a small workplace, and only where there is a choice."""

import re

import pytest

from hverdag.features.stories.departments import departments_of
from hverdag.model.shown import Shown
from tests.chromium import Window, served, too_wide, visiting
from tests.conftest import TODAY, Publication, copied, read
from tests.features.coverage.stories import demand_little, tell
from tests.uptake import give_workplaces

STAB = ("Jura", "Post", "Presse", "Arkiv", "Kantine")


def with_departments(publication: Publication) -> Publication:
    """Three departments that stand alone in numbers, and stories from two of them, a small workplace, and none."""
    give_workplaces(publication)
    rows = "".join(
        f'  - id: {name.casefold()}\n    name: {name}\n    department: stab\n    staff: "10-19"\n    code: B{at:03}\n'
        for at, name in enumerate(STAB, start=1)
    )
    publication.write("values/workplaces.yml", (publication.root / "values/workplaces.yml").read_text("utf-8") + rows)
    demand_little(publication)
    for code, workplace in (("F50", "rylen"), ("F51", "viben"), ("F52", "bakken"), ("F53", "dalen"), ("F54", "")):
        tell(publication, code, workplace)
    return publication


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    made = with_departments(copied("good", tmp_path_factory.mktemp("departments")))
    report = made.build()
    assert report.built, report.problems
    return made


def chosen(publication: Publication) -> dict[str, list[str]]:
    """The stories of each department that can be chosen."""
    found = departments_of(Shown(read(publication.root), TODAY))
    return {
        one.id: sorted(story for story, number in found.of_story.items() if number == at)
        for at, one in enumerate(found.choices)
    }


def test_a_story_is_in_the_list_of_its_department_and_one_from_a_small_workplace_in_none(good: Publication) -> None:
    with_departments(good)
    assert chosen(good) == {"boern": ["fortaelling-f50", "fortaelling-f51"], "aeldre": ["fortaelling-f52"]}


def test_departments_that_are_told_of_together_cannot_be_chosen(good: Publication) -> None:
    """With the small department as it was, only one is left: that is no choice."""
    with_departments(good)
    give_workplaces(good)
    assert chosen(good) == {}


def test_one_department_is_no_choice(good: Publication) -> None:
    with_departments(good)
    (good.root / "stories/fortaelling-f52.md").unlink()
    assert chosen(good) == {}


def test_the_least_number_of_people_is_that_of_the_settings(good: Publication) -> None:
    with_departments(good)
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"fewest: 12\n{settings}")
    assert chosen(good) == {}  # ten people work at each


def test_without_workplaces_the_list_is_as_it_was(built_good: Publication) -> None:
    assert "department" not in built_good.page("fortaellinger/index.html")


def test_the_page_names_departments_and_no_workplace(built: Publication) -> None:
    page = built.page("fortaellinger/index.html")
    assert re.findall(r'<option value="(\w+)">(?:Børn og Unge|Ældre og Sundhed|Stab)<', page) == ["boern", "aeldre"]
    assert page.count("data-department=") == 3


@pytest.mark.browser
def test_a_reader_chooses_a_department_and_the_address_remembers(built: Publication, window: Window) -> None:
    with served(built.site) as address, visiting(window, address) as visit:
        page = visit.open("fortaellinger/?department=aeldre&kind=opgave")
        shown = page.locator("#stories > :not([hidden]) h2")
        assert shown.all_inner_texts() == ["fortaelling-f52"]
        assert page.locator("#filter-count").inner_text() == "1 fortælling"
        page.select_option("#filter [name=department]", "boern")
        assert shown.all_inner_texts() == ["fortaelling-f50", "fortaelling-f51"]
        assert "department=boern" in page.url
        choices = page.locator("#filter [name=department] option").all_inner_texts()
        assert choices == ["Alle (7)", "Børn og Unge (2)", "Ældre og Sundhed (1)"]
        page.set_viewport_size({"width": 360, "height": 800})
        assert too_wide(page) == 0
