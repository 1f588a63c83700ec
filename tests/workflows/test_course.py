"""A story's whole way, in a real git repository: proposed on a branch, reviewed, edited, nodded to again, corrected,
answered, merged and read."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from hverdag.nods.identities import Identities
from hverdag.nods.passages import fingerprint, passages
from hverdag.parse.publication import read_story
from hverdag.pipeline.read import read_and_check, read_texts
from hverdag.workflows.nod import plan_nod
from hverdag.workflows.story_file import RefusedError
from tests.conftest import ROOT, Golden, Publication
from tests.course import CONTRIBUTORS, STORY, Course, proposed
from tests.forge_event import review_event, write_event

DECISION = """\
decision:
  date: 2026-04-20
  group: Værdigruppen
  doubts:
    - criterion: sand
      why: To af os husker ikke, hvor mange dage der gik.
"""
RESPONSE = """\
response:
  answer: chosen
  reason: Det er sådan, vi gerne vil spørge hinanden.
  goal: spoerg
  date: 2026-05-04
  role: Skolechefen
"""
SETTINGS = """\
goals:
  - id: spoerg
    text: Vi spørger hinanden, før vi går forbi.
selections:
  - edition: 1. udgave
    date: 2026-05-10
    group: Værdigruppen
    nodded: 13
    of: 14
    stories: [doeren, vinduet, cyklen]
"""


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    return Course(good, tmp_path)


def test_a_story_goes_all_the_way(course: Course, golden: Golden) -> None:  # noqa: PLR0915 it is a long way
    reports: list[str] = []
    sample = (ROOT / "values/handbook.yml").read_text("utf-8")
    seven = re.search(r"^criteria:\n(?: +.*\n)+", sample, re.M)
    assert seven is not None
    settings = re.sub(r"^criteria:\n(?: +.*\n)+", lambda _: seven[0], course.read("values/handbook.yml"), flags=re.M)
    # With the criteria, a telephone number of the sample's would be the sample's too.
    course.write("values/handbook.yml", settings.replace("70 00 00 00", "44 00 00 00"))
    course.commit("Syv kriterier")

    # It is proposed: a draft that lacks everything.
    course.git("checkout", "-q", "-b", "cyklen")
    course.write("stories/cyklen.md", STORY)
    course.commit("Cyklen: en kladde")
    assert course.rules() == set()
    reports.append(course.review())
    assert "Fortællingen er en kladde" in reports[-1]

    # In review, contributors must be named; then they are asked.
    course.change("state: draft", "state: in-review")
    assert course.rules() == {"contributors"}
    course.change("origin:", CONTRIBUTORS + "origin:")
    assert course.rules() == set()
    course.commit("Cyklen: til læsning")
    asked = course.run("nod", "cyklen", "--as", "pedel", today="2026-04-01", typed="ja\n")
    assert "Cyklen stod ved hegnet." in asked.output
    assert "Nikker pedel ja til netop denne tekst?" in asked.output
    course.nod("Pædagog, SFO")
    course.nod("skolesekretær", "--record", "2026-00417")
    course.commit("Cyklen: tre nik")
    reports.append(course.review())
    assert "Venter på: gruppen; ledelsen; hele gruppen bag udgaven" in reports[-1]

    # Someone edits: "three times" becomes "twice". Every nod is stale, and says why.
    course.change("tre gange", "to gange")
    told = course.run("check").output
    assert told.count("nod-stale") == 3
    assert "»tre« → »to«" in told
    refused = course.nod("pædagog, SFO", "--correction")
    assert "mere end en rettelse af sproget: »tre« → »to«" in refused
    course.commit("Cyklen: to gange")
    reports.append(course.review())

    # All nod again.
    for role in ("pædagog, SFO", "pedel", "skolesekretær"):
        assert "har nikket" in course.nod(role, today="2026-04-08")
    course.commit("Cyklen: nik til den nye tekst")
    assert course.rules() == set()

    # A spelling is put right: the teller's nod is enough, and nobody else's will do.
    course.change("paa.", "på.")
    assert course.rules() == {"nod-stale"}
    reports.append(course.review())
    assert "Kun den, der fortalte" in course.nod("pedel", "--correction")
    corrected = course.nod("pædagog, SFO", "--correction", today="2026-04-10")
    assert "disse nik gælder igen: pedel; skolesekretær" in corrected
    assert course.rules() == set()
    course.commit("Cyklen: sproget rettet")

    # The group decides, management answers, the selection is nodded to, and the state follows.
    course.change("state: in-review", "state: published")
    assert course.rules() == {"decision", "response", "selection", "answer-untied"}
    course.change("origin:", DECISION + RESPONSE + "origin:")
    settings = course.read("values/handbook.yml")
    course.write("values/handbook.yml", settings + SETTINGS)
    assert course.rules() == {"answer-untied"}
    assert "Der står ikke, hvilken tekst gruppens afgørelse fra 20. april 2026 gælder." in course.review()
    for option in ("--decision", "--response", "--second"):
        assert "Skrevet i stories/cyklen.md." in course.run("nod", "cyklen", option, "--yes").output
    assert course.rules() == set()
    course.commit("Cyklen: alle har sagt ja")
    reports.append(course.review())
    assert "Klar: Der mangler ikke noget." in reports[-1]

    # It is merged into one commit, as forges do: the texts nodded to are gone from main's history, and nods stand.
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "--squash", "cyklen")
    course.commit("Cyklen")
    course.git("branch", "-q", "-D", "cyklen")
    assert course.rules() == set()
    assert course.publication.build().built
    page = course.publication.page("fortaellinger/cyklen/index.html")
    assert "Det var ikke for sent, men det var tæt på." in page
    assert "Det er sådan, vi gerne vil spørge hinanden." in page

    # Later someone changes a published story: the report shows it word by word, and who must be asked.
    course.git("checkout", "-q", "-b", "senere")
    course.change("Den fjerde dag spurgte jeg.", "Den fjerde dag spurgte jeg ikke mere.")
    course.change("workplace: En skole", "workplace: En skole og dens SFO")
    course.change("  - role: skolesekretær\n", "  - role: sekretær\n")
    reports.append(course.review())
    golden("course.md", "\n\n---\n\n".join(report.strip() for report in reports) + "\n")


def test_two_branches_that_nod_at_once_merge_by_themselves(course: Course) -> None:
    proposed(course)
    course.git("checkout", "-q", "-b", "anna")
    course.nod("pædagog, SFO")
    course.commit("Et nik")
    course.git("checkout", "-q", "cyklen")
    course.nod("pedel")
    course.commit("Et nik til")
    course.git("merge", "-q", "anna", "-m", "Flet")
    course.nod("skolesekretær")
    assert course.rules() == set()
    assert course.read().count("nod:") == 3


def test_a_nod_changes_nothing_but_its_own_lines(course: Course) -> None:
    proposed(course)
    before = (course.root / "stories/cyklen.md").read_bytes()
    windows = before.replace(b"\n", b"\r\n").replace(b"role: pedel", b"role:   'pedel'   # en bem\xc3\xa6rkning")
    (course.root / "stories/cyklen.md").write_bytes(b"\xef\xbb\xbf" + windows)
    course.nod("pedel", "--record", 'sag: "7" # x')
    after = (course.root / "stories/cyklen.md").read_bytes()
    start, end = after.index(b"    nod:"), after.index(b"  - role: skolesekret")
    assert after[:start] + after[end:] == b"\xef\xbb\xbf" + windows
    assert after[start:end].count(b"\r\n") == 5
    assert course.rules() == set()


def test_an_approval_is_a_nod_to_what_was_seen(course: Course, tmp_path: Path) -> None:
    base = course.git("rev-parse", "main")
    proposed(course)
    seen = course.git("rev-parse", "HEAD")
    accounts = tmp_path / "konti.yml"
    accounts.write_text(
        "accounts:\n  - id: 583231\n    nods:\n      - story: cyklen\n        role: pedel\n"
        "      - story: cyklen\n        role: skolesekretær\n      - story: vinduet\n        role: alle\n",
        encoding="utf-8",
    )

    def approved(**changed: object) -> str:
        head = course.git("rev-parse", "HEAD")
        event = review_event(**{"commit": head, "head": head, "base": base, **changed})
        path = write_event(tmp_path / "event.json", event)
        return course.run("nod", "--from-event", str(path), "--accounts", str(accounts)).output

    assert "hører ikke til nogen medvirkende" in approved(account=583232)
    assert "har ikke godkendt noget" in approved(state="commented")
    told = approved(login="Et-Nyt-Navn")
    assert told.count("har nikket") == 2
    assert course.read().count(f"      account: 583231\n      commit: {seen}\n") == 2
    assert "record:" not in course.read()
    assert course.read().count("date: 2026-04-03") == 2
    course.commit("Nik")
    # The robot's own commit came in between, and the text is the same: it is still the text that was seen.
    assert "allerede nikket" in approved(commit=seen)
    course.change("tre gange", "to gange")
    course.commit("Ændret")
    assert "godkendt en tidligere udgave" in approved(commit=seen)
    assert course.rules() == {"nod-stale"}
    course.change("to gange", "fire gange")
    assert "Teksten er ikke den" in approved()
    # The robot stands at the commit that was approved, and the proposal has gone on.
    head = course.git("rev-parse", "HEAD")
    course.git("checkout", "-q", "--force", seen)
    assert "godkendt en tidligere udgave" in approved(commit=seen, head=head)
    assert "nod:" not in course.read()


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (review_event("a" * 40, "a" * 40, "b" * 40, login="x](https://ond.example)\n::error::"), "review.user.login"),
        (review_event("--all", "a" * 40, "b" * 40), "review.commit_id"),
        ({"action": "submitted"}, "review"),
        ([1, 2], "beskriver ikke en godkendelse"),
        ("[" * 100_000, "beskriver ikke en godkendelse"),
    ],
    ids=["login", "commit", "empty", "list", "deep"],
)
def test_a_hostile_event_is_refused_and_not_repeated(course: Course, tmp_path: Path, event: object, told: str) -> None:
    accounts = tmp_path / "konti.yml"
    accounts.write_text("accounts: []\n", encoding="utf-8")
    path = write_event(tmp_path / "event.json", event)
    if isinstance(event, str):
        path.write_text(event, encoding="utf-8")
    done = course.run("nod", "--from-event", str(path), "--accounts", str(accounts))
    assert done.exit_code == 1
    assert told in done.output
    assert "ond.example" not in done.output


def test_accounts_that_cannot_be_read_are_told(course: Course, tmp_path: Path) -> None:
    path = write_event(tmp_path / "event.json", review_event("a" * 40, "a" * 40, "b" * 40))
    done = course.run("nod", "--from-event", str(path), "--accounts", str(tmp_path / "mangler.yml"))
    assert done.exit_code == 1
    assert "Filen med konti" in done.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nod", "cyklen", "--as", "rengøringsassistent"), "står ikke blandt de medvirkende"),
        (("nod", "cykel", "--as", "pedel"), "Mente du »cyklen«?"),
        (("nod",), "Hvilken fortælling?"),
        (("nod", "cyklen", "--as", "pædagog, SFO", "--correction", "--yes"), "noget tidligere nik"),
        (("review", "--base", "findes-ikke"), "Git kender ikke noget"),
        (("review", "--base", "--all"), "Git kender ikke noget"),
        (("reply", "cyklen"), "Ledelsen har ikke svaret"),
        (("reply", "intet"), "Der er ingen fortælling"),
    ],
)
def test_what_cannot_be_done_is_said(course: Course, words: tuple[str, ...], told: str) -> None:
    proposed(course)
    done = course.run(*words)
    assert done.exit_code == 1
    assert told in done.output


def test_nothing_is_written_without_a_yes(course: Course) -> None:
    proposed(course)
    before = course.read()
    done = course.run("nod", "F04", "--as", "pedel", typed="\n")
    assert done.exit_code == 1
    assert "Der blev ikke skrevet noget nik." in done.output
    assert course.read() == before


def test_what_someone_writes_meanwhile_is_not_lost(course: Course) -> None:
    proposed(course)
    prepared = read_and_check(course.root, date(2026, 11, 21))
    first = plan_nod(prepared, "cyklen", "pedel", date(2026, 4, 1))
    second = plan_nod(prepared, "cyklen", "skolesekretær", date(2026, 4, 1))
    first.write()
    with pytest.raises(RefusedError) as refused:
        second.write()
    assert refused.value.problem.rule == "nod-changed"
    assert course.read().count("nod:") == 1


def test_a_second_nod_to_the_same_text_changes_nothing(course: Course) -> None:
    proposed(course)
    course.nod("pedel")
    before = course.read()
    assert "allerede nikket" in course.nod("pedel", today="2026-05-05")
    assert course.read() == before


def test_a_forged_nod_counts_for_nothing(course: Course) -> None:
    proposed(course)
    forged = f"  - role: pedel\n    nod:\n      date: 2026-04-01\n      text: {'0' * 32}\n      version: 2\n"
    course.change("  - role: pedel\n", forged)
    assert course.rules() == {"nod-unknown"}
    assert "hører til en ukendt tekst" in course.review()
    course.change("date: 2026-04-01", "date: 2062-04-01")
    assert "future-date" in course.rules()


def test_a_forged_correction_counts_for_nothing(course: Course) -> None:
    proposed(course)
    for role in ("pædagog, SFO", "pedel", "skolesekretær"):
        course.nod(role)
    course.commit("Nik")
    read = read_story((course.root / "stories/cyklen.md").read_bytes(), "stories/cyklen.md")
    assert read is not None
    old = fingerprint(passages(read, Identities.of(read_texts(course.root)[0])))
    course.change("Det var ikke for sent", "Det var for sent")
    assert "mere end en rettelse af sproget" in course.nod("pædagog, SFO", "--correction")
    course.nod("pædagog, SFO")
    # By hand, as someone would who knows how it is written: the word that was before "for" is put back.
    words = course.read().split("---\n", 2)[2].split()
    for number in range(len(words) + 40):
        text = course.read()
        forged = (
            f'corrections:\n  - of: {old}\n    version: 2\n    was:\n      - {{word: {number}, text: " ikke for"}}\n'
        )
        course.write("stories/cyklen.md", text.replace("origin:", forged + "origin:"))
        assert {"nod-stale", "correction"} <= course.rules()
        course.write("stories/cyklen.md", text)


def test_a_shallow_clone_says_so_and_keeps_what_it_can_know(course: Course, tmp_path: Path) -> None:
    proposed(course)
    for role in ("pædagog, SFO", "pedel", "skolesekretær"):
        course.nod(role)
    course.commit("Nik")
    course.change("paa.", "på.")
    course.nod("pædagog, SFO", "--correction")
    course.commit("Rettet")
    course.git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{course.root}", str(tmp_path / "grund"))
    clone = Publication(tmp_path / "grund")
    shallow = Course.__new__(Course)
    shallow.publication, shallow.root, shallow.seen = clone, clone.root, tmp_path
    assert shallow.rules() == set()  # a correction carries its own proof
    done = shallow.run("review", "--base", "HEAD~2")
    assert "git fetch --unshallow" in done.output
    done = shallow.run("review", "--base", "origin/main")
    assert "git fetch --unshallow" in done.output


def test_a_story_renamed_and_changed_at_once_is_the_same_story(course: Course) -> None:
    proposed(course)
    course.nod("pedel")
    course.commit("Et nik")
    course.git("branch", "-q", "-f", "main", "HEAD")
    course.git("mv", "stories/cyklen.md", "stories/hegnet.md")
    course.change("title: Cyklen", "title: Hegnet", "stories/hegnet.md")
    course.change("tre gange", "to gange", "stories/hegnet.md")
    course.commit("Hegnet")
    found = json.loads(course.review("--format", "json"))
    (story,) = found["stories"]
    assert story["events"] == ["renamed", "changed"]
    assert (story["was"], story["path"]) == ("stories/cyklen.md", "stories/hegnet.md")
    assert {"want": "nod-again", "role": "pedel"}.items() <= story["missing"][1].items()
    assert course.rules() == {"nod-stale"}


def test_a_story_that_is_removed_leaves_its_code(course: Course) -> None:
    course.git("checkout", "-q", "-b", "vaek")
    (course.root / "stories/vinduet.md").unlink()
    course.change("Se [Vinduet](vinduet.md), ", "Se ", "stories/doeren.md")
    told = course.review()
    assert "Fjernet" in told
    assert "Koden F02 står på papir" in told
    course.write("values/handbook.yml", course.read("values/handbook.yml") + "retired: [F02]\n")
    assert "Koden F02" not in course.review()


def test_a_published_story_does_not_go_back_to_a_draft(course: Course) -> None:
    course.change("state: published", "state: draft", "stories/vinduet.md")
    assert "kan ikke gå fra udgivet til kladde" in course.review(base="HEAD")


def test_a_report_calls_nobody_and_runs_nothing(course: Course) -> None:
    course.git("checkout", "-q", "-b", "ond")
    hostile = "@alle #1 <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](https://ond.example/z.png) `kode`"
    course.write("stories/ond.md", STORY.replace("F04", "F09").replace("title: Cyklen", f"title: '{hostile}'"))
    told = course.review()
    assert "@alle" not in told
    assert "<img" not in told
    assert not re.search(r"(?<!\\)\]\(", told)
    assert "https://" not in told
    assert "#1 " not in told


@pytest.mark.slow
def test_a_very_large_change_is_told_in_short(course: Course) -> None:
    course.git("checkout", "-q", "-b", "stor")
    words = " ".join(f"ord{number}" for number in range(3000))
    for number in range(40):
        text = STORY.replace("F04", f"F{number + 10}").replace("Cyklen stod", f"{words}\n\nCyklen stod")
        course.write(f"stories/stor-{number}.md", text)
    course.commit("Stort")
    course.git("branch", "-q", "-f", "main", "HEAD")
    for number in range(40):
        course.change("ord", "tal", f"stories/stor-{number}.md")
    told = course.review()
    assert len(told) < 65_000
    assert "Rapporten er længere" in told or "Forskellen er for lang" in told
    assert told.startswith("<!-- hverdag-review -->")


def test_a_letter_is_written_for_those_who_took_part(course: Course) -> None:
    proposed(course)
    declined = RESPONSE.replace("chosen", "declined").replace("  goal: spoerg\n", "")
    course.change("state: in-review", declined + "state: declined")
    told = course.run("reply", "cyklen").output
    assert "Tak for fortællingen »Cyklen«." in told
    assert "besluttede den 4. maj 2026, at den ikke skal med" in told
    assert "»Det er sådan, vi gerne vil spørge hinanden.«" in told
    assert "Jeres tekst bliver ikke udgivet." in told
    assert "70 00 00 00" in told


def test_without_git_nothing_fails(good: Publication) -> None:
    nod = f"    nod:\n      date: 2026-04-01\n      text: {'0' * 32}\n      version: 2\n"
    forged = f"contributors:\n  - role: pedel\n{nod}"
    good.change("stories/vinduet.md", "origin:", forged + "origin:")
    assert "nod-unknown" in good.rules()
