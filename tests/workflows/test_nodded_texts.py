"""What a nod and an answer are to, in a real git repository: everything that readers meet as the story's own, by the
rules of now."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import Publication
from tests.course import Course, proposed
from tests.sound import mp3

ROLES = ("pædagog, SFO", "pedel", "skolesekretær")
STORY = "stories/cyklen.md"
DECISION = """\
decision:
  date: 2026-04-20
  group: Værdigruppen
"""
RESPONSE = """\
response:
  answer: chosen
  reason: Det er sådan, vi gerne vil spørge hinanden.
  date: 2026-05-04
  role: Skolechefen
"""


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    return Course(good, tmp_path)


@pytest.fixture
def nodded(course: Course) -> Course:
    """A story in review that all have nodded to, and whose answers are to its text."""
    proposed(course)
    course.change("Den fjerde dag", "Se [døren](doeren.md). Den fjerde dag")
    course.change("origin:", f"image: doer.png\nimage_alt: En dør\nimage_people: false\n{DECISION}{RESPONSE}origin:")
    (course.root / "stories/cyklen.mp3").write_bytes(mp3(20))
    course.change("origin:", "audio: cyklen.mp3\norigin:")
    everyone_nods(course)
    for option in ("--decision", "--response", "--second"):
        course.run("nod", "cyklen", option, "--yes")
    course.commit("Alle har sagt ja")
    assert course.rules() == set()
    return course


def everyone_nods(course: Course) -> None:
    for role in ROLES:
        assert "har nikket" in course.nod(role)


# By which rules.


def test_a_nod_from_before_the_rules_changed_is_told_as_that_and_renewed_by_a_nod(nodded: Course) -> None:
    nodded.write(STORY, nodded.read().replace("      version: 2\n", ""))
    told = nodded.run("check").output
    assert told.count("nod-version") == 3
    assert "Nikket fra pedel er givet, før vi ændrede, hvad der nikkes til." in told
    assert nodded.rules() == {"nod-version"}
    report = nodded.review(base="HEAD")
    assert "Et nyt nik. Det, der står, er givet, før vi ændrede, hvad der nikkes til." in report
    assert "før vi ændrede, hvad der nikkes til. Skal nikke igen." in report
    assert "tidligere nik" in nodded.nod("pædagog, SFO", "--correction")
    everyone_nods(nodded)
    assert nodded.rules() == set()


def test_a_nod_by_a_newer_program_is_left_alone(nodded: Course) -> None:
    nodded.change("      version: 2\n", "      version: 3\n")
    assert nodded.rules() == {"nod-newer"}
    before = nodded.read()
    for words in (("--as", "pedel"), ("--decision",)):
        done = nodded.run("nod", "cyklen", *words, "--yes")
        assert done.exit_code == 1
        assert "En nyere udgave af Hverdag har skrevet i fortællingen" in done.output
    assert nodded.read() == before
    assert "En nyere udgave af Hverdag. Den har skrevet nik" in nodded.review(base="HEAD~1")


def test_an_answer_by_a_newer_program_is_told_at_its_place(nodded: Course) -> None:
    nodded.change("  version: 2\n  group:", "  version: 3\n  group:")
    line = nodded.read()[: nodded.read().index("version: 3")].count("\n") + 1
    assert f"{STORY}:{line}:12: advarsel nod-newer" in nodded.run("check").output


# What is nodded to.


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("workplace: En skole", "workplace: Skolen ved åen", "»En skole« → »Skolen ved åen«"),
        ("Hvem ser det?", "Hvem er det?", "»ser« → »er«"),
        ("(doeren.md)", "(vinduet.md)", "»(F01).« → »(F02).«"),
        ("because: Jeg gik selv forbi.", "because: Jeg gik også forbi.", "»selv« → »også«"),
        ("Cyklen stod", "24. Cyklen stod", "→ »24."),
    ],
    ids=["workplace", "question", "link", "because", "number"],
)
def test_what_readers_meet_as_the_storys_own_is_nodded_to(nodded: Course, old: str, new: str, told: str) -> None:
    nodded.change(old, new)
    assert {rule for rule in nodded.rules() if rule.startswith(("nod-", "answer-"))} == {"nod-stale", "answer-earlier"}
    assert told in nodded.run("check").output


@pytest.mark.parametrize(
    ("file", "told"), [("cyklen.mp3", "lydfilen er skiftet ud"), ("doer.png", "billedet er skiftet ud")]
)
def test_what_is_exchanged_under_its_own_name_is_told_in_words(nodded: Course, file: str, told: str) -> None:
    path = nodded.root / "stories" / file
    path.write_bytes(mp3(30) if file.endswith("mp3") else path.read_bytes() + b"x")
    check = nodded.run("check").output
    assert check.count(f"Siden da: {told}.") == 3 or check.count(told) == 3
    assert f"mere end en rettelse af sproget: {told}" in nodded.nod("pædagog, SFO", "--correction")
    assert f"({told})" in nodded.run("nod", "cyklen", "--as", "pedel", typed="nej\n").output
    nodded.commit("Skiftet ud")
    report = nodded.review(base="HEAD~1")
    assert f"({told})" in report
    assert not re.search(r"[0-9a-f]{6}«|~~[0-9a-f]{6}", report + check)
    (story,) = (
        one for one in json.loads(nodded.review("--format", "json", base="HEAD~1"))["stories"] if one["code"] == "F04"
    )
    assert [change["exchanged"] for change in story["changes"]] == [True]


def test_what_is_the_editors_own_and_what_a_file_is_called_are_not(nodded: Course) -> None:
    nodded.change("themes: [nøgler]", "themes: [cykler]")
    nodded.change("audience: [børn og unge]", "audience: [alle]\nworkplace_id: rylen")
    nodded.git("mv", "stories/doeren.md", "stories/porten.md")
    for path in ("stories/cyklen.md", "stories/vinduet.md", "values/tillid.md", "values/mod.md", "docs/index.md"):
        if (nodded.root / path).is_file():
            nodded.write(path, nodded.read(path).replace("doeren.md", "porten.md"))
    nodded.git("mv", "stories/cyklen.mp3", "stories/lyd.mp3")
    nodded.change("audio: cyklen.mp3", "audio: lyd.mp3")
    assert not {rule for rule in nodded.rules() if rule.startswith(("nod-", "answer-"))}


# Which text an answer is to.


def test_an_answer_to_a_text_that_was_changed_is_told_everywhere_and_given_again(nodded: Course) -> None:
    nodded.change("tre gange", "to gange")
    everyone_nods(nodded)
    told = nodded.run("check").output
    assert nodded.rules() == {"answer-earlier"}
    assert "Gruppens afgørelse fra 20. april 2026 gælder en tidligere tekst." in told
    assert "Ledelsens svar fra 4. maj 2026 gælder en tidligere tekst." in told
    assert "Svaret fra 5. marts 2026 på, om nogen kan genkendes, gælder en tidligere tekst." in told
    assert "`hverdag nod cyklen --second`" in told
    report = nodded.review()
    assert "- Gruppens afgørelse fra 20. april 2026 gælder en tidligere tekst." in report
    assert report.count("gælder en tidligere tekst.") == 3
    asked = nodded.run("nod", "cyklen", "--decision", today="2026-06-01", typed="ja\n").output
    assert "Gælder gruppens afgørelse fra 20. april 2026 netop denne tekst?" in asked
    assert "Jeg gik forbi den to gange" in asked
    assert "decision:\n  date: 2026-06-01\n  text: " in nodded.read()
    assert nodded.run("check").output.count("answer-earlier") == 2


def test_an_answer_that_does_not_say_its_text_keeps_its_day(course: Course) -> None:
    proposed(course)
    course.change("origin:", f"{DECISION}origin:")
    assert course.rules() == set()
    before = course.read()
    refused = course.run("nod", "cyklen", "--decision", typed="nej\n")
    assert (refused.exit_code, course.read()) == (1, before)
    assert "Der blev ikke skrevet noget." in refused.output
    course.run("nod", "cyklen", "--decision", "--yes", today="2026-06-01")
    lines = r"  text: [0-9a-f]{32}\n  version: 2\n"
    assert re.sub(lines, "", course.read()) == before
    assert re.search(rf"decision:\n  date: 2026-04-20\n{lines}  group", course.read())
    assert "gælder allerede denne tekst" in course.run("nod", "cyklen", "--decision").output


def test_a_language_correction_changes_no_answer(nodded: Course) -> None:
    nodded.change("tæt paa.", "tæt på.")
    assert nodded.rules() == {"nod-stale", "answer-earlier"}
    nodded.nod("pædagog, SFO", "--correction")
    assert nodded.rules() == set()
    # Someone nods anew: the answers still rest on the correction.
    for role in ROLES[1:]:
        nodded.nod(role, today="2026-06-01")
    assert nodded.rules() == set()


def test_a_correction_is_proved_by_the_file_alone(course: Course) -> None:
    proposed(course)
    slips = {
        "gange og tænkte": "gange og og tænkte",
        "tæt på.": "tæt paa. Jeg sagde jo ,at den stod der",
        "hegnet. Jeg": "hegnet. Pedellen sagde at hun fandt den. Jeg",
    }
    course.change("tæt paa.", "tæt på.")
    for right, wrong in slips.items():
        course.change(right, wrong)
    everyone_nods(course)
    course.commit("Alle har sagt ja")
    right = {"og og": "og", "paa": "på", "jo ,at den stod der": "jo, at den stod der.", "sagde at": "sagde, at"}
    for wrong, corrected in right.items():
        course.change(wrong, corrected)
    assert "disse nik gælder igen: pedel; skolesekretær" in course.nod("pædagog, SFO", "--correction")
    shutil.rmtree(course.root / ".git")
    assert course.rules() == set()
    course.change("på. Jeg sagde", "på, jeg sagde")
    assert "correction" in course.rules()


def test_a_published_story_says_so_in_its_passport(nodded: Course) -> None:
    nodded.change("state: in-review", "state: published")
    nodded.write("values/handbook.yml", nodded.read("values/handbook.yml") + "demands:\n  selection: false\n")
    nodded.change("tre gange", "to gange")
    everyone_nods(nodded)
    nodded.write(STORY, re.sub(r"(response:\n(?:  .*\n)*?)  text: .*\n  version: 2\n", r"\1", nodded.read()))
    assert nodded.rules() == {"answer-earlier", "answer-untied"}
    assert nodded.publication.build().built
    page = nodded.publication.page("fortaellinger/cyklen/index.html")
    assert "Gruppens afgørelse fra 20. april 2026 gælder en tidligere tekst." in page
    assert "Der står ikke, hvilken tekst ledelsens svar fra 4. maj 2026 gælder." in page
    assert "Svaret fra 5. marts 2026 på, om nogen kan genkendes, gælder en tidligere tekst." in page


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (DECISION, "", "Der står ikke noget decision: i fortællingen endnu."),
        (DECISION, "decision: {date: 2026-04-20, group: alle}\n", "decision: er skrevet på en måde"),
        ("  date: 2026-04-20\n", "", "decision: er skrevet på en måde"),
    ],
    ids=["none", "one line", "no day"],
)
def test_an_answer_that_cannot_be_written_to_is_told(course: Course, old: str, new: str, rule: str) -> None:
    proposed(course)
    course.change("origin:", f"{DECISION}origin:")
    course.change(old, new)
    before = course.read()
    done = course.run("nod", "cyklen", "--decision", "--yes")
    assert (done.exit_code, course.read()) == (1, before)
    assert rule in done.output
