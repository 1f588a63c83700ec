"""What nobody nods to is said first in the report, in words, with what was there and what is there now."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Publication
from tests.course import Course, proposed

HANDBOOK = "values/handbook.yml"
FIRST = "## Det er ændret, og ingen nikker til det"


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    course = Course(good, tmp_path)
    proposed(course)
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "cyklen")
    course.git("checkout", "-q", "-b", "rettelser")
    return course


def first(course: Course) -> str:
    """What the report says first, before the stories."""
    course.commit("Rettelser")
    report = course.review()
    assert FIRST in report
    head, _, rest = report.partition(FIRST)
    assert "| Fortælling |" not in head
    assert "## " not in head.replace("# Fortællingerne", "")
    return re.split(r"\n## |\n\| Fortælling |\n<sub>", rest)[0]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("themes: [nøgler]", "themes: [cykler]", "Emner: ~~nøgler~~ **cykler**"),
        ("audience:", "workplace_id: rylen\naudience:", "Arbejdspladsens id: **rylen**"),
        ("kind: opgave", "kind: hverdag", "~~opgave~~ **hverdag**"),
        ("[børn og unge]", "[alle]", "~~børn og unge~~ **alle**"),
        ("reference: SAM-2026-014", "reference: SAM-2026-015", "**SAM-2026-015**"),
        ("state: in-review", "state: published", "~~til læsning~~ **udgivet**"),
    ],
)
def test_a_storys_other_fields(course: Course, old: str, new: str, told: str) -> None:
    course.change(old, new)
    said = first(course)
    assert "- Fortællingen Cyklen er ændret.\n" in said
    assert told in said


def test_a_value_that_has_a_new_explanation(course: Course) -> None:
    course.write("values/tillid.md", course.read("values/tillid.md").rstrip() + "\n\nVi tror hinanden på ordet.\n")
    said = first(course)
    assert "- Værdien Tillid har fået en ny forklaring.\n" in said
    assert "**Vi tror hinanden på ordet.**" in said
    assert "tillid.md" not in course.review()


def test_a_value_that_promises_something_else(course: Course) -> None:
    promise = re.search(r"^promise: (.*)$", course.read("values/mod.md"), re.MULTILINE)
    assert promise is not None
    course.change(promise[0], "promise: Vi siger det, når det gælder.", "values/mod.md")
    said = first(course)
    assert "- Værdien Mod er ændret.\n" in said
    assert f"Løfte: ~~{promise[1]}~~ **Vi siger det, når det gælder.**" in said


def test_a_new_value_and_one_that_is_gone(course: Course) -> None:
    text = course.read("values/mod.md")
    (course.root / "values/mod.md").unlink()
    course.write("values/ro.md", text.replace("name: Mod", "name: Ro").replace("code: V", "code: V9"))
    said = first(course)
    assert "- Værdien Ro er ny.\n" in said
    assert "- Værdien Mod er taget ud." in said


def test_a_value_in_another_file_has_not_changed(course: Course) -> None:
    course.git("mv", "values/tillid.md", "values/tilliden.md")
    course.commit("Et andet navn")
    assert "Værdien Tillid" not in course.review().partition("| Fortælling |")[0]


GOALS = """goals:
  - id: alle
    text: Alle er med.
    number: 30
    statements:
      - {date: 2026-05-04, role: Direktionen, text: Vi er i gang.}
strategy:
  - {id: tvaers, text: Vi spørger hinanden., source: 'Strategien, side 7'}
"""


def test_a_goal_is_told_by_what_has_changed_in_it(course: Course) -> None:
    course.write(HANDBOOK, course.read(HANDBOOK) + GOALS)
    course.commit("Mål")
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "rettelser")
    course.git("checkout", "-q", "-b", "tal")
    said = "      - {date: 2026-06-04, role: Direktionen, text: Seks er nået., number: 6, of: 30, source: Mødelisten}\n"
    course.change("strategy:\n", f"{said}strategy:\n", HANDBOOK)
    course.change("number: 30", "number: 20", HANDBOOK)
    course.change("side 7", "side 8", HANDBOOK)
    told = first(course)
    assert "- Linjen om målet »Alle er med« er ændret.\n  - Antal: ~~30~~ **20**" in told
    assert "Udsagn: **2026-06-04, Direktionen, Seks er nået., 6, 30, Mødelisten**" in told
    assert "Vi er i gang" not in told
    assert "- Linjen om strategiens punkt »Vi spørger hinanden« er ændret.\n" in told
    assert "Kilde: ~~Strategien, side 7~~ **Strategien, side 8**" in told


def test_a_new_goal_and_one_that_is_gone(course: Course) -> None:
    course.write(HANDBOOK, course.read(HANDBOOK) + GOALS)
    assert "- Linjen om målet »Alle er med« er ny.\n  - Antal: **30**" in first(course)
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "rettelser")
    course.git("checkout", "-q", "-b", "uden")
    course.change(GOALS, "", HANDBOOK)
    told = first(course)
    assert "- Linjen om målet »Alle er med« er taget ud." in told
    assert "- Linjen om strategiens punkt »Vi spørger hinanden« er taget ud." in told


def test_a_method_and_its_text(course: Course) -> None:
    course.write("docs/metoder/kort.md", course.read("docs/metoder/kort.md").rstrip() + "\n\nTag jer tid til det.\n")
    said = first(course)
    assert re.search(r"- Metoden .* har fået en ny tekst\.", said)
    assert "**Tag jer tid til det.**" in said


def test_a_hand_written_page(course: Course) -> None:
    course.write("docs/om.md", "# Om håndbogen\n\nDen er for alle.\n")
    course.commit("En side")
    course.git("branch", "-q", "-f", "main")
    course.write("docs/om.md", "# Om håndbogen\n\nDen er for få.\n")
    said = first(course)
    assert "- Siden Om håndbogen har fået en ny tekst.\n" in said
    assert "Den er for ~~alle.~~ **få.**" in said
    assert "om.md" not in said


def test_a_page_that_is_new_by_its_title(course: Course) -> None:
    course.write("docs/ny.md", "---\ntitle: En ny side\n---\n\n# Overskrift\n")
    assert "- Siden En ny side er ny." in first(course)


def test_what_is_set_for_all(course: Course) -> None:
    course.write("values/handbook.yml", re.sub(r"(?m)^title: .*$", "title: En ny", course.read("values/handbook.yml")))
    said = first(course)
    assert "- Det, der gælder for hele håndbogen, er ændret.\n" in said
    assert "**En ny**" in said
    assert "handbook.yml" not in course.review().partition("<sub>")[0]


def test_files_are_told_as_what_they_are(course: Course) -> None:
    course.write("README.md", "Læs mig")
    (course.root / "docs/billede.png").write_bytes((course.root / "stories/doer.png").read_bytes())
    course.write("values/addresses.yml", "F04: [cyklen-ved-hegnet]\n")
    said = first(course)
    assert "Billeder eller lyd er ændret: docs/billede.png" in said
    assert "Listen over sidernes gamle adresser er ændret." in said
    assert "Andre filer er ændret: README.md" in said


def test_nothing_is_said_where_nothing_is_outside(course: Course) -> None:
    course.change("tre gange", "to gange")
    course.commit("Et ord")
    assert FIRST not in course.review()


def test_hostile_words_are_only_words(course: Course) -> None:
    course.write("docs/om.md", "# <script>x</script> @alle\n\n[x](javascript:x) ::error::\n")
    course.change("themes: [nøgler]", 'themes: ["**x** <b> @hold"]')
    said = first(course)
    assert "<script" not in said
    assert "<b>" not in said
    assert not re.search(r"@(?!&#8288;)\w", said)


def test_so_much_that_nothing_of_it_is_quoted(course: Course) -> None:
    for number in range(60):
        course.write(f"docs/side-{number}.md", f"# Side {number}\n\n" + "Ord. " * 100)
    course.commit("Sider")
    course.git("branch", "-q", "-f", "main")
    for number in range(60):
        course.write(f"docs/side-{number}.md", f"# Side {number}\n\n" + "Tal. " * 200)
    said = first(course)
    assert "Tal." not in said
    assert said.count("har fået en ny tekst") == 40
    assert "- og 20 til" in said


def test_programs_are_told_the_same(course: Course) -> None:
    course.change("themes: [nøgler]", "themes: [cykler]")
    course.commit("Et tema")
    (told,) = json.loads(course.review("--format", "json"))["outside"]
    assert (told["kind"], told["name"], told["message"]) == ("story", "Cyklen", "Fortællingen Cyklen er ændret.")
    assert told["fields"] == [{"field": "themes", "before": "nøgler", "after": "cykler"}]


@pytest.mark.parametrize(
    ("was", "now", "gone"),
    [
        ("Cpr 1503685010", "Cpr 150368", "150368"),
        ("Cpr 1503685010", "Cpr 5010", "5010"),
        ("Hun har 150368.\n\nSå 5010.", "Hun har 150368-5010.", "5010"),
        ("Hun har 150368.\n\nDe sidste fire er 5010.", "Hun har 150368.\n\nDe sidste fire er 5029.", "5029"),
        ("Ja.", "Hos Inger Hansen, Lindevej 12, tlf. 20304050.", "Inger Hansen"),
        ("Ja.", "Hos Inger Hansen, Lindevej 12, tlf. 20304050.", "Lindevej 12"),
        ("Skriv til inger@gmail.example.", "Ja.", "inger@gmail"),
    ],
)
def test_no_half_of_a_number_and_no_person_is_told(course: Course, was: str, now: str, gone: str) -> None:
    value = course.read("values/tillid.md").rstrip()
    course.write("values/tillid.md", f"{value}\n\n{was}\n")
    course.commit("Før")
    course.git("branch", "-q", "-f", "main")
    course.write("values/tillid.md", f"{value}\n\n{now}\n")
    course.commit("Efter")
    report = course.review()
    assert "ny forklaring" in report
    assert gone not in report


def test_a_new_workplace_that_names_a_person_is_covered(course: Course) -> None:
    course.change("kind: opgave", "kind: Hos Inger Hansen, tlf. 20304050")
    course.commit("Efter")
    for told in (course.review(), course.review("--format", "json")):
        assert "Inger Hansen" not in told
        assert "20304050" not in told
