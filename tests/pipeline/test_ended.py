"""Which addresses a change would end: told by `check` and in the review, with a remedy that works as it is written."""

import re
from pathlib import Path

import pytest

from hverdag.model.problem import Problem
from hverdag.pipeline.ended import ended_since_base
from hverdag.pipeline.read import read_and_check
from tests.check.test_sample_text import OTHER, cloned
from tests.conftest import TODAY, Publication
from tests.course import Course

HANDBOOK = "values/handbook.yml"
FORMER = "values/addresses.yml"
VINDUET = "stories/vinduet.md"


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    good.write(HANDBOOK, (good.root / HANDBOOK).read_text("utf-8") + "goals:\n  - id: bredt\n    text: Alle er med.\n")
    return Course(good, tmp_path)


def moved(course: Course, old: str, new: str) -> None:
    (course.root / old).rename(course.root / new)


def ended(course: Course) -> tuple[Problem, ...]:
    return ended_since_base(read_and_check(course.root, TODAY), TODAY)


def told(course: Course) -> list[tuple[str, str, str]]:
    return [(one.rule, one.source.path, str(one.parameters["given"])) for one in ended(course)]


def write_line(course: Course) -> None:
    """Do what the remedy of the one problem says."""
    (problem,) = ended(course)
    line = str(problem.parameters["line"])
    text = course.read(FORMER) if (course.root / FORMER).exists() else ""
    key = re.escape(line.partition(": [")[0])
    course.write(FORMER, re.sub(rf"^{key}:.*\n", "", text, flags=re.M) + f"{line}\n")


def test_nothing_has_ended_where_nothing_has_changed(course: Course) -> None:
    assert told(course) == []
    course.change("Jeg lukkede det.", "Jeg lukkede vinduet.", VINDUET)
    assert told(course) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "path", "address"),
    [
        (VINDUET, "stories/ruden.md", "address-ended", "stories/ruden.md", "fortaellinger/vinduet/"),
        ("values/mod.md", "values/at-turde.md", "address-ended", "values/at-turde.md", "vaerdier/mod/"),
        ("docs/metoder/kort.md", "docs/metoder/lang.md", "address-ended", "docs/metoder/lang.md", "metoder/kort/"),
        ("docs/hjaelp.md", "docs/spoerg.md", "address-gone", "docs/hjaelp.md", "hjaelp/"),
    ],
)
def test_a_renamed_file_is_told_once_and_the_line_mends_it(  # noqa: PLR0917 a row of a table
    course: Course, old: str, new: str, rule: str, path: str, address: str
) -> None:
    moved(course, old, new)
    assert told(course) == [(rule, path, address)]
    write_line(course)
    assert told(course) == []


def test_the_line_keeps_what_the_page_was_called_before(course: Course) -> None:
    course.write(FORMER, "F02: [fortaellinger/karmen/]\n")
    course.commit("x")
    moved(course, VINDUET, "stories/ruden.md")
    write_line(course)
    assert course.read(FORMER) == "F02: [fortaellinger/karmen/, fortaellinger/vinduet/]\n"
    course.write(FORMER, "# tom\n")
    assert sorted(address for _, _, address in told(course)) == ["fortaellinger/vinduet/"]


def test_a_goal_with_another_id(course: Course) -> None:
    course.change("id: bredt", "id: alle", HANDBOOK)
    assert told(course) == [("address-gone", HANDBOOK, "maal/bredt/")]
    write_line(course)
    assert course.read(FORMER) == "alle: [maal/bredt/]\n"
    assert told(course) == []


def test_a_value_that_is_deleted(course: Course) -> None:
    (course.root / "values/mod.md").unlink()
    assert told(course) == [("address-retired", "values/mod.md", "vaerdier/mod/")]
    write_line(course)
    course.write(HANDBOOK, course.read(HANDBOOK) + "retired: [V02]\n")
    assert told(course) == []


@pytest.mark.parametrize("state", ["deleted", "draft", "in-review", "declined"])
def test_a_story_that_readers_had(course: Course, state: str) -> None:
    before = course.read(VINDUET)
    if state == "deleted":
        (course.root / VINDUET).unlink()
    else:
        course.change("state: published", f"state: {state}", VINDUET)
    assert told(course) == [("address-story", VINDUET, "fortaellinger/vinduet/")]
    course.write(VINDUET, before.replace("state: published", "state: retired"))
    assert told(course) == []


def test_a_story_whose_consent_had_ended_may_be_deleted(course: Course) -> None:
    consent = "consent:\n  reference: SAM-1\n  channels: [intranet]\n  until: 2027-03-01\n  withdrawn: 2026-11-01\n"
    course.change("told: 2026-02-01\n", f"told: 2026-02-01\n{consent}", VINDUET)
    course.commit("x")
    (course.root / VINDUET).unlink()
    assert told(course) == []


def test_what_came_with_the_sample_ends_without_a_word(tmp_path: Path) -> None:
    """Another organisation has never published it, so nobody has its addresses or its codes."""
    course = Course(cloned(tmp_path, "Fjordby Kommune"), tmp_path)
    for path in ("stories/noeglen.md", "values/tillid.md", "docs/metoder/vaerdispil.md", "docs/om.md"):
        (course.root / path).unlink()
    course.change("id: bredt", "id: alle", HANDBOOK)
    assert {rule for rule, _, _ in told(course)} >= {"address-story", "address-retired", "address-gone"}
    course.change("organisation: Fjordby Kommune", f"organisation: {OTHER}", HANDBOOK)
    assert told(course) == []


def test_the_samples_texts_end_without_a_word_also_after_the_name_was_committed(tmp_path: Path) -> None:
    course = Course(cloned(tmp_path), tmp_path)
    for path in ("stories/noeglen.md", "values/tillid.md", "docs/metoder/vaerdispil.md", "docs/om.md"):
        (course.root / path).unlink()
    course.change("id: bredt", "id: alle", HANDBOOK)
    assert told(course) == []
    for path in (*course.root.glob("stories/*.md"), *course.root.glob("values/*.md")):
        path.unlink()
    course.write("stories/vores.md", "---\ntitle: Vores\nstate: published\ncode: F77\n---\n\nVores egen.\n")
    course.commit("x")
    (course.root / "stories/vores.md").unlink()
    assert told(course) == [("address-story", "stories/vores.md", "fortaellinger/vores/")]


def test_a_review_asks_for_no_code_of_the_sample(tmp_path: Path) -> None:
    course = Course(cloned(tmp_path, "Fjordby Kommune"), tmp_path)
    course.git("checkout", "-q", "-b", "vores")
    (course.root / "stories/noeglen.md").unlink()
    course.write("stories/skloe.md", "---\ntitle: Vores\nstate: draft\ncode: F04\n---\n\nVores egen.\n")
    course.commit("x")
    asked = ("Koden F01 står på papir", "En fortælling kan ikke gå fra")
    report = course.review()
    assert all(one in report for one in asked)
    course.change("organisation: Fjordby Kommune", f"organisation: {OTHER}", HANDBOOK)
    course.commit("y")
    report = course.review()
    assert not any(one in report for one in asked)


def test_a_story_of_ones_own_is_no_new_name_of_the_samples(tmp_path: Path) -> None:
    course = Course(cloned(tmp_path), tmp_path)
    (course.root / "stories/noeglen.md").unlink()
    course.write("stories/trappen.md", "---\ntitle: Trappen\nstate: published\ncode: F01\n---\n\nVores egen.\n")
    found = [one for one in course.publication.problems() if one.rule in ("selection-story", "pamphlet-story")]
    assert found
    assert "trappen" not in {one.parameters.get("suggestion") for one in found}


def test_a_withdrawal_ends_no_address(course: Course) -> None:
    consent = "consent:\n  reference: SAM-1\n  channels: [intranet]\n  until: 2027-03-01\n  withdrawn: 2026-11-01\n"
    course.change("told: 2026-02-01\n", f"told: 2026-02-01\n{consent}", VINDUET)
    assert told(course) == []


def test_many_addresses_are_told_as_one(course: Course) -> None:
    course.write(HANDBOOK, course.read(HANDBOOK) + "folders:\n  stories: historier\n")
    course.change("order: 2\n", "order: 2\nready: false\n", "docs/metoder/vejen.md")
    assert told(course) == [
        ("address-many", HANDBOOK, "fortaellinger/doeren/"),
        ("address-many", "docs/metoder/vejen.md", "guider/vejen/doeren/"),
    ]


def test_it_is_compared_with_the_branch_that_everyone_shares(course: Course) -> None:
    course.git("checkout", "-q", "-b", "nyt-navn")
    moved(course, VINDUET, "stories/ruden.md")
    course.commit("omdøbt")
    course.write("stories/karmen.md", course.read("stories/ruden.md"))
    (course.root / "stories/ruden.md").unlink()
    course.commit("omdøbt igen")
    assert told(course) == [("address-ended", "stories/karmen.md", "fortaellinger/vinduet/")]
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "nyt-navn")
    assert told(course) == []


def test_without_git_nobody_knows(good: Publication) -> None:
    (good.root / VINDUET).rename(good.root / "stories/ruden.md")
    assert ended_since_base(read_and_check(good.root, TODAY), TODAY) == ()


def test_check_and_review_say_it_in_words(course: Course) -> None:
    course.git("checkout", "-q", "-b", "nyt-navn")
    moved(course, VINDUET, "stories/ruden.md")
    for path in ("stories/doeren.md", "docs/hjaelp.md"):
        course.write(path, course.read(path).replace("vinduet.md", "ruden.md"))
    course.commit("omdøbt")
    report = course.review()
    assert "## Adresser, der ikke længere fører nogen steder hen" in report
    assert "Den, der har adressen /fortaellinger/vinduet/, finder ikke længere noget der." in report
    assert "Der mangler ikke noget, men læg mærke til" in report or "men " in report.split("**")[1]
    data = course.run("review", "--base", "main", "--format", "json").output
    assert '"rule": "address-ended"' in data
    checked = course.run("check")
    assert "address-ended" in checked.output
    assert "F02: [fortaellinger/vinduet/]" in checked.output


def test_a_renamed_file_is_suggested_by_its_code(course: Course) -> None:
    moved(course, VINDUET, "stories/det-i-stuen.md")
    moved(course, "values/mod.md", "values/at-turde.md")
    found = {(one.rule, str(one.parameters.get("suggestion"))) for one in course.publication.problems() if one.is_error}
    assert found == {("link-target", "det-i-stuen.md"), ("story-values", "at-turde")}


def test_a_former_address_is_enough_to_suggest_a_file(good: Publication) -> None:
    (good.root / VINDUET).rename(good.root / "stories/det-i-stuen.md")
    good.write(FORMER, "F02: [fortaellinger/vinduet/]\n")
    (problem,) = [one for one in good.problems() if one.is_error]
    assert (problem.rule, problem.parameters["suggestion"]) == ("link-target", "det-i-stuen.md")
