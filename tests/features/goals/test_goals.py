"""The pages of goals: which stories point to them, where they are found, and what is wrong with them."""

import pytest

from hverdag.features.goals.addresses import direction_address
from hverdag.model.goals import Goal
from hverdag.model.settings import Settings
from tests.conftest import TODAY, Publication, rendered
from tests.golden_course import put_back


def test_only_published_stories_point_to_a_goal(course: Publication) -> None:
    put_back(course)
    course.build(preview=True)
    assert "Ingen fortælling peger på målet endnu." in course.page("maal/maal-1-2/index.html")


@pytest.mark.parametrize(
    ("id", "address"),
    [
        ("bredt", "maal/bredt/"),
        ("Mål 1/2", "maal/maal-1-2/"),
        ("../../etc", "maal/etc/"),
        ("con", "maal/con-1/"),
        ("index", "maal/index-1/"),
        ("日本", "maal/maal/"),
        ("a" * 300, f"maal/{'a' * 60}/"),
    ],
)
def test_the_address_of_a_goal_works_everywhere(id: str, address: str) -> None:
    assert direction_address(Goal(id=id), Settings()) == address


def test_two_goals_never_share_a_page(course: Publication) -> None:
    course.change("values/handbook.yml", "id: synlig", "id: maal-1-2")
    (problem,) = [problem for problem in course.problems() if problem.rule == "unique-goals"]
    assert problem.parameters == {"given": "maal-1-2", "other": "Mål 1/2"}
    assert (problem.source.path, problem.source.line) == ("values/handbook.yml", 40)
    # A preview is shown all the same.
    assert rendered(course.root, TODAY, preview=True).pages


@pytest.mark.parametrize("id", ["", "synlig\n  - id: synlig"])
def test_a_preview_is_shown_in_spite_of_faulty_goals(course: Publication, id: str) -> None:
    course.change("values/handbook.yml", "id: synlig", f"id: {id}")
    pages = rendered(course.root, TODAY, preview=True).pages
    addresses = [page.address for page in pages]
    assert len(set(addresses)) == len(addresses)


def test_a_page_of_ones_own_cannot_take_the_place_of_a_goal(course: Publication) -> None:
    course.write("docs/maal/synlig.md", "# Synlig")
    (problem,) = [problem for problem in course.problems() if problem.rule == "unique-address"]
    assert problem.source.path == "docs/maal/synlig.md"


def test_the_folder_of_the_goals_can_have_another_name(course: Publication) -> None:
    text = (course.root / "values/handbook.yml").read_text("utf-8")
    course.write("values/handbook.yml", f"{text}folders:\n  goals: goals\n")
    assert course.build().built
    assert (course.site / "goals/synlig/index.html").is_file()
    assert "settings-folder" not in course.rules()
    course.change("values/handbook.yml", "goals: goals", "goals: vaerdier")
    assert "settings-folder" in course.rules()


def test_search_finds_the_goals(built_course: Publication) -> None:
    data = built_course.page("search/data.js")
    assert '"maal/maal-1-2/"' in data
    assert "Resultatmål, som skal nås senest 31. december 2027" in data
