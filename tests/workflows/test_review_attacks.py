"""What an attacker found in nods and reviews, kept so that it stays mended."""

import os
import re
from pathlib import Path

import pytest

from hverdag.model.people_words import is_findable
from tests.conftest import Publication
from tests.course import CONTRIBUTORS, STORY, Course, proposed
from tests.files_that_tell import waiver
from tests.forge_event import review_event, write_event


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    return Course(good, tmp_path)


def test_a_copy_with_the_same_code_is_no_renamed_story(course: Course) -> None:
    course.write("stories/ny.md", course.read("stories/vinduet.md").replace("title: Vinduet", "title: Ruden"))
    told = course.review(base="HEAD")
    assert "unique-code" in course.rules()
    assert "Ikke klar" in told
    assert "nyt navn" not in told


def test_two_stories_that_swap_their_file_names_keep_their_codes(course: Course) -> None:
    one, other = course.read("stories/vinduet.md"), course.read("stories/doeren.md")
    course.write("stories/vinduet.md", other.replace("(vinduet.md)", "(doeren.md)"))
    course.write("stories/doeren.md", one)
    told = course.review(base="HEAD")
    assert told.count("Filen har fået et nyt navn") == 2
    assert "Fjernet" not in told


@pytest.mark.skipif(os.name == "nt", reason="no such names")
def test_the_name_of_a_file_does_nothing_in_a_report(course: Course) -> None:
    course.write("docs/a\n\n# **Klar**\n\n@kim ![x](x) <!-- .txt", "x")
    course.write("b`@kim`.txt", "x")
    course.commit("Navne")
    told = course.review(base="HEAD~1")
    assert "@kim" not in told
    assert "\n# **Klar**" not in told
    assert "<!--" not in told.removeprefix("<!--")


def test_a_picture_with_a_space_in_its_name_stops_nothing(course: Course) -> None:
    proposed(course)
    course.nod("pedel")
    course.change("told:", "image: a blob\nimage_alt: x\ntold:")
    assert "image-file" in course.rules()


@pytest.mark.parametrize("when", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2099-01-01T00:00:00Z", 5, None])
def test_an_approval_on_an_odd_day_is_refused(course: Course, tmp_path: Path, when: object) -> None:
    event = review_event("a" * 40, "a" * 40, "b" * 40, submitted_at=when)
    accounts = tmp_path / "konti.yml"
    accounts.write_text("accounts: []\n", encoding="utf-8")
    done = course.run("nod", "--from-event", str(write_event(tmp_path / "e.json", event)), "--accounts", str(accounts))
    assert done.exit_code in (0, 1)
    assert "nod:" not in course.read("stories/vinduet.md")


def test_an_account_leads_nowhere_but_to_stories(course: Course, tmp_path: Path) -> None:
    base = course.git("rev-parse", "main")
    proposed(course)
    head = course.git("rev-parse", "HEAD")
    accounts = tmp_path / "konti.yml"
    nods = "".join(f"      - story: {name}\n        role: pedel\n" for name in ("../../etc/passwd", "'-x'", "cyklen"))
    accounts.write_text(f"accounts:\n  - id: 583231\n    login: anna-fjordby\n    nods:\n{nods}", encoding="utf-8")
    path = write_event(tmp_path / "e.json", review_event(head, head, base))
    assert "har nikket" in course.run("nod", "--from-event", str(path), "--accounts", str(accounts)).output


def test_nothing_that_a_clone_is_configured_with_is_run(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.write(".gitattributes", "*.md filter=ond diff=ond\n")
    course.commit("Egenskaber")
    for name in ("filter.ond.clean", "filter.ond.smudge", "diff.ond.textconv", "diff.ond.command", "core.fsmonitor"):
        course.git("config", name, f"touch {course.seen}/koert; cat")
    proposed_text = STORY.replace("state: draft", "state: in-review").replace("origin:", CONTRIBUTORS + "origin:")
    course.write("stories/cyklen.md", proposed_text)
    course.change("Vinduet stod", "Vinduet, det stod", "stories/vinduet.md")
    monkeypatch.setenv("GIT_DIR", str(course.seen / "et-andet.git"))
    assert "Vinduet" in course.review(base="HEAD")
    assert not (course.seen / "koert").exists()


def test_a_name_that_is_anothers_code_is_refused(course: Course) -> None:
    """The first of the two was taken; whoever meant the other would not have seen it."""
    course.write("stories/b01.md", STORY.replace("origin:", CONTRIBUTORS + "origin:"))
    course.write("stories/anden.md", STORY.replace("F04", "B01").replace("origin:", CONTRIBUTORS + "origin:"))
    told = course.run("nod", "b01", "--as", "pedel", "--yes")
    assert told.exit_code == 1
    assert "stories/b01.md" in told.output
    assert "stories/anden.md" in told.output
    assert "nod:" not in course.read("stories/b01.md")
    course.run("nod", "stories/b01.md", "--as", "pedel", "--yes")
    assert "nod:" in course.read("stories/b01.md")
    assert "nod:" not in course.read("stories/anden.md")
    assert course.run("nod", ".md", "--as", "pedel", "--yes").exit_code == 1


def test_a_nod_that_is_copied_to_another_contributor_is_none(course: Course) -> None:
    proposed(course)
    course.nod("pedel")
    nod = re.search(r"    nod:\n(?:      .*\n)+", course.read())
    assert nod is not None
    course.change("  - role: skolesekretær\n", f"  - role: skolesekretær\n{nod[0]}")
    assert course.rules() == {"nod-unknown"}
    course.change("  - role: pedel\n", "  - role: borgmester\n")
    assert [problem.rule for problem in course.publication.problems()].count("nod-unknown") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Inger, 70 00 00 00",
        "70000000",
        "+45 70 00 00 00",
        "70.00.00.00",
        "12 345 678",
        "12/34/56/78",
        "Ring 12345678.",
        "tlf.12345678",
        "12 34 56 78. Spørg efter lederen",
        "nummeret er 12 34 56 78-",
        "12\u201134\u201156\u201178",
        "CPR 0101901234",
        "010190-1234",
        "inger@fjordby.example",
        "@inger",
        "inger(at)fjordby.example",
    ],
)
def test_a_person_can_be_found_by_this(text: str) -> None:
    assert is_findable(text)


@pytest.mark.parametrize(
    "text",
    [
        "nattevagt",
        "elev 2024-2025",
        "vagt 07.15-15.30",
        "vagthold 2026-04-02",
        "stue 11",
        "leder, område 3",
        "sag 12345678.901",
    ],
)
def test_nobody_can_be_found_by_this(text: str) -> None:
    assert not is_findable(text)


def test_who_is_left_out_or_called_made_up_is_noted(course: Course) -> None:
    proposed(course)
    for role in ("pædagog, SFO", "pedel", "skolesekretær"):
        course.nod(role)
    course.commit("Nik")
    course.change("  - role: pædagog, SFO\n", "  - role: rengøringsassistent\n")
    course.change("origin: collected", "origin: illustrative")
    told = course.review(base="HEAD")
    assert "pædagog, SFO var medvirkende før" in told
    assert "rengøringsassistent står nu som den, der har fortalt" in told
    assert "bliver nu kaldt opdigtet" in told


ANSWERED = """\
decision:
  date: 2026-04-09
  group: Værdigruppen
  doubts:
    - criterion: sand
      why: Vi var i tvivl om dagen.
response:
  answer: chosen
  reason: Den viser, hvad det koster at tie.
  date: 2026-04-10
  role: Direktionen
"""


def answered(course: Course) -> None:
    """A published story on main that has been answered, and a branch from it."""
    proposed(course)
    course.change("origin:", f"{ANSWERED}origin:")
    course.change("state: in-review", "state: published")
    settings = course.read("values/handbook.yml")
    course.write("values/handbook.yml", f"{settings.rstrip()}\ndemands:\n  selection: false\n")
    for role in ("pædagog, SFO", "pedel", "skolesekretær"):
        course.nod(role)
    course.commit("Udgivet")
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "cyklen")
    course.git("checkout", "-q", "-b", "senere")


@pytest.mark.parametrize(
    ("old", "new", "told", "who"),
    [
        ("Den viser, hvad det koster at tie.", "Den viser, at pedellen tav.", "Begrundelse: ~~", "Ledelsens svar"),
        ("answer: chosen", "answer: declined", "Svar: ~~valgt~~ **valgt fra**", "Ledelsens svar"),
        ("role: Direktionen", "role: Byrådet", "Rolle: ~~Direktionen~~ **Byrådet**", "Ledelsens svar"),
        ("Vi var i tvivl om dagen.", "Vi tror ikke på pedellen.", "**sand, Vi tror ikke på", "Gruppens afgørelse"),
        ("group: Værdigruppen", "group: Byrådet", "~~Værdigruppen~~ **Byrådet**", "Gruppens afgørelse"),
        ("asked: gruppeleder i en anden gruppe", "asked: borgmester", "**borgmester**", "Svaret om andre"),
    ],
)
def test_words_put_into_the_mouth_of_those_who_answered(
    course: Course, old: str, new: str, told: str, who: str
) -> None:
    answered(course)
    course.change(old, new)
    course.commit("Rettet")
    report = course.review()
    opening = report.partition("| Fortælling |")[0]
    assert "Ikke klar" in opening
    assert told in opening
    assert f"{who} " in report
    assert "siger noget andet end før, men har samme dato" in report


def test_an_answer_of_another_day_is_told_and_nothing_is_missing(course: Course) -> None:
    answered(course)
    course.change("Den viser, hvad det koster at tie.", "Den viser, at pedellen tav.")
    course.change("date: 2026-04-10", "date: 2026-05-10")
    course.commit("Svaret igen")
    report = course.review()
    assert "har samme dato" not in report
    assert "**Den viser, at pedellen tav.**" in report.partition("| Fortælling |")[0]


def test_the_first_answer_is_shown_once(course: Course) -> None:
    proposed(course)
    course.change("origin:", f"{ANSWERED}origin:")
    course.commit("Svar")
    assert course.review(base="HEAD~1").count("Den viser, hvad det koster at tie.") == 1


def test_those_who_had_nodded_and_are_no_longer_asked_are_counted_first(course: Course) -> None:
    answered(course)
    text = course.read()
    start, end = text.index("contributors:"), text.index("decision:")
    course.write("stories/cyklen.md", text[:start] + text[end:].replace("tre gange", "fire gange"))
    course.change("origin: collected", "origin: illustrative")
    course.commit("Opdigtet")
    report = course.review()
    counted = "Der mangler ikke noget, men 3, der havde nikket, bliver ikke spurgt længere. Spørg hvorfor."
    assert report.count(counted) == 3
    assert report.index(counted) < report.index("| Fortælling |")
    assert "Klar" not in report


def test_so_are_those_whose_names_are_taken_away(course: Course) -> None:
    answered(course)
    text = course.read()
    start, end = text.index("  - role: pedel\n"), text.index("decision:")
    course.write("stories/cyklen.md", text[:start] + text[end:])
    course.change("tre gange", "fire gange")
    course.nod("pædagog, SFO")
    course.commit("Kun én tilbage")
    report = course.review()
    assert "men 2, der havde nikket, bliver ikke spurgt længere" in report.partition("| Fortælling |")[0]
    assert "Klar" not in report


def test_another_picture_and_another_link_are_told(course: Course) -> None:
    picture = (course.root / "stories/doer.png").read_bytes()
    (course.root / "stories/doer.png").write_bytes(picture + b"x")
    course.change("https://example.org/", "https://example.com/", "stories/doeren.md")
    told = course.review(base="HEAD")
    assert "| ændret |" in told
    assert "(billedet er skiftet ud)" in told
    assert not re.search(r"~~[0-9a-f]{6}", told)
    assert "example.com" in told


def test_a_cut_report_ends_whole(course: Course) -> None:
    text = "\n\n".join(f"Afsnit {number} med nogle få ord." for number in range(900))
    for number in range(6):
        story = STORY.replace("F04", f"F{number + 10}").replace("Cyklen stod", f"{text}\n\nCyklen stod")
        course.write(f"stories/lang-{number}.md", story)
    told = course.review(base="HEAD")
    assert len(told) < 65_000
    assert told.count("<details>") == told.count("</details>")
    assert "Om en fortælling er sand" in told


def test_where_a_nod_is_kept_may_be_written_later(course: Course) -> None:
    proposed(course)
    course.nod("pedel")
    assert "har nikket" in course.nod("pedel", "--record", "sag på å\u0301\x1b[31m" + "x" * 500)
    assert "record: " in course.read()
    assert course.rules() == set()


def test_thousands_of_short_lines_are_compared_at_once(course: Course) -> None:
    proposed(course)
    course.change("Cyklen stod", "\n\n".join("abcdefghij"[number % 10] for number in range(3000)) + "\n\nCyklen stod")
    for role in ("pædagog, SFO", "pedel", "skolesekretær"):
        course.nod(role)
    course.commit("Nik")
    course.change("\n\na\n\nb", "\n\nb\n\na")
    assert course.rules() - {"readability", "reading-aloud"} == {"nod-stale"}


def test_a_full_name_is_missing_until_it_is_changed_or_waived(course: Course) -> None:
    proposed(course)
    assert "fejl skal rettes" not in course.review(base="main")
    course.change("og ingen spurgte", "og Gitte Sandholm spurgte")
    assert "privacy-name" in course.rules()
    told = course.review(base="main")
    assert "1 fejl skal rettes" in told
    settings = course.read("values/handbook.yml")
    course.write("values/handbook.yml", settings + waiver("privacy-name", "stories/cyklen.md", "gitte sandholm"))
    assert "privacy-name" not in course.rules()
    assert "1 fejl skal rettes" not in course.review(base="main")
