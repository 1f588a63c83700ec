"""Nods told apart: those that were given in the forge, and those that the editors have written down."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Publication
from tests.course import Course, proposed
from tests.forge_event import review_event, write_event

STORY = "stories/cyklen.md"
ANNA, BO = 583231, 583232
ACCOUNTS = f"""\
accounts:
  - id: {ANNA}
    login: anna-fjordby
    nods:
      - story: cyklen
        role: pedel
  - id: {BO}
    nods:
      - story: cyklen
        role: skolesekretær
"""


class Forge:
    """A forge in which people review the proposal of a course."""

    def __init__(self, course: Course, folder: Path) -> None:
        self.course = course
        self.folder = folder
        self.base = course.git("rev-parse", "main")
        self.accounts = folder / "konti.yml"
        self.accounts.write_text(ACCOUNTS, "utf-8")
        self.reviews: list[dict[str, Any]] = []

    def event(self, account: int = ANNA, action: str = "submitted", commit: str = "", **changed: Any) -> str:
        """Write a review's event, and return what the robot says of it."""
        head = self.course.git("rev-parse", "HEAD")
        event = review_event(commit or head, head, self.base, account=account, **changed)
        event["action"] = action
        path = write_event(self.folder / "event.json", event)
        return self.course.run("nod", "--from-event", str(path), "--accounts", str(self.accounts)).output

    def approves(self, account: int = ANNA) -> str:
        """Approve, and commit the nod as the robot does; return the commit that was approved."""
        head = self.course.git("rev-parse", "HEAD")
        assert "har nikket" in self.event(account)
        self.course.commit("Nik")
        return head


@pytest.fixture
def course(good: Publication, tmp_path: Path) -> Course:
    return Course(good, tmp_path)


@pytest.fixture
def forge(course: Course, tmp_path: Path) -> Forge:
    proposed(course)
    return Forge(course, tmp_path)


# Accounts by number.


def test_a_name_that_changed_hands_is_nobody(forge: Forge) -> None:
    before = forge.course.read()
    assert "hører ikke til nogen medvirkende" in forge.event(account=999, login="anna-fjordby")
    assert forge.course.read() == before
    assert "har nikket" in forge.event(account=ANNA, login="et-nyt-navn")


@pytest.mark.parametrize("line", ["login: anna-fjordby", "id: anna-fjordby", "id: 0123", "id: -1", "id: 58 32"])
def test_an_account_without_its_number_is_an_error_with_a_way_to_find_it(forge: Forge, line: str) -> None:
    forge.accounts.write_text(ACCOUNTS.replace(f"id: {BO}", line), "utf-8")
    told = forge.event()
    assert "Kontoen på linje 7 i filen med konti har ikke sit nummer" in told
    assert "https://api.github.com/users/" in told
    assert "nod:" not in forge.course.read()


def test_an_event_without_a_number_is_refused(forge: Forge) -> None:
    assert "review.user.id" in forge.event(user={"login": "anna-fjordby"})


# What a nod from the forge consists of.


def test_a_nod_from_the_forge_names_account_and_commit_and_nothing_else(forge: Forge) -> None:
    seen = forge.approves()
    lines = forge.course.read().split("\n")
    start = lines.index("    nod:")
    assert [line.split(":")[0].strip() for line in lines[start + 1 : start + 6]] == [
        "date", "text", "version", "account", "commit",
    ]  # fmt: skip
    assert lines[start + 4 : start + 6] == [f"      account: {ANNA}", f"      commit: {seen}"]
    assert forge.course.rules() == set()


def test_a_later_approval_by_the_same_account_is_the_one_that_counts(forge: Forge) -> None:
    first = forge.approves()
    assert "har nikket" in forge.event()
    assert first not in forge.course.read()
    assert f"commit: {forge.course.git('rev-parse', 'HEAD')}" in forge.course.read()


def test_what_the_editors_have_written_down_gives_way_only_if_it_has_no_record(forge: Forge) -> None:
    forge.course.nod("pedel", "--record", "2026-00417")
    forge.course.commit("Nik")
    assert "allerede nikket" in forge.event()
    forge.course.nod("skolesekretær")
    forge.course.commit("Nik til")
    assert "har nikket" in forge.event(account=BO)
    assert f"account: {BO}" in forge.course.read()
    assert "allerede nikket" in forge.course.nod("skolesekretær", "--record", "2026-00418")


# What is taken back.


def test_a_dismissed_approval_takes_exactly_its_nod_away(forge: Forge) -> None:
    course = forge.course
    before = course.read()
    seen = forge.approves()
    own = course.read()
    course.nod("pædagog, SFO", "--record", "2026-00417")
    forge.course.commit("Nik på papir")
    other = forge.approves(BO)
    assert "ikke noget nik her" in forge.event(action="dismissed", state="dismissed", commit=other)
    assert "ikke noget nik her" in forge.event(BO, action="dismissed", state="dismissed", commit=seen)
    with_all = course.read()
    forge.accounts.unlink()  # whoever is no longer on the list has not nodded either
    assert "Taget væk i stories/cyklen.md: nikket fra pedel." in forge.event(
        action="dismissed", state="dismissed", commit=seen
    )
    nod = own.replace(before.partition("  - role: pedel\n")[0] + "  - role: pedel\n", "").partition("  - role:")[0]
    assert course.read() == with_all.replace(nod, "")
    assert course.read().count("nod:") == 2
    assert course.rules() == set()


def test_whoever_asks_for_changes_has_taken_the_approval_back(forge: Forge) -> None:
    forge.approves()
    assert "har ikke godkendt noget" in forge.event(state="commented")
    assert "nikket fra pedel" in forge.event(state="changes_requested")
    assert "nod:" not in forge.course.read()


def test_asking_for_changes_takes_nothing_of_an_earlier_proposal(forge: Forge) -> None:
    forge.approves()
    forge.base = forge.course.git("rev-parse", "HEAD")
    forge.course.change("themes: [nøgler]", "themes: [cykler]")
    forge.course.commit("Et andet forslag")
    assert "ikke noget nik her" in forge.event(state="changes_requested")
    assert "nod:" in forge.course.read()


def test_lines_end_as_they_did_where_a_nod_is_taken_away(forge: Forge) -> None:
    path = forge.course.root / STORY
    windows = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").replace(b"role: pedel", b"role: 'pedel' # x")
    path.write_bytes(windows)
    forge.course.commit("Skrevet i Windows")
    seen = forge.approves()
    assert path.read_bytes() != windows
    forge.event(action="dismissed", state="dismissed", commit=seen)
    assert path.read_bytes() == windows


# What the editors write down.


@pytest.mark.parametrize("record", ["pull request 12", "#12", "PR 12", "!12", "рull request", "https://x.example/12"])
def test_no_record_that_looks_like_the_forge_is_written(forge: Forge, record: str) -> None:
    before = forge.course.read()
    told = forge.course.nod("pedel", "--record", record)
    assert "ligner en godkendelse" in told
    assert "--record 2026-00417" in told
    assert forge.course.read() == before


def test_nor_is_one_published_that_was_written_by_hand(forge: Forge) -> None:
    forge.course.nod("pedel", "--record", "2026-00417")
    forge.course.change("record: 2026-00417", "record: pull request 12")
    line = forge.course.read()[: forge.course.read().index("record:")].count("\n") + 1
    assert f"{STORY}:{line}:15: fejl nod-record" in forge.course.run("check").output


@pytest.mark.parametrize(
    ("lines", "column"),
    [
        ("account: anna-fjordby\n      commit: " + "a" * 40, 16),
        ("account: 583231", 7),
        ("commit: " + "a" * 40, 7),
        ("account: 583231\n      commit: a1b2c3d", 15),
        ("account: 583231\n      commit: " + "A" * 40, 15),
        ("account: 583231\n      commit: " + "a" * 40 + "\n      record: 2026-00417", 15),
    ],
    ids=["name", "no commit", "no account", "short", "capitals", "record"],
)
def test_what_is_not_as_the_robot_writes_it_is_an_error_at_its_place(forge: Forge, lines: str, column: int) -> None:
    forge.course.nod("pedel", "--record", "2026-00417")
    forge.course.change("record: 2026-00417", lines)
    (problem,) = [one for one in forge.course.publication.problems() if one.rule == "nod-forge"]
    assert problem.is_error
    assert problem.source.column == column
    assert problem.source.line > 1


@pytest.mark.parametrize("digits", ["0102031234", "92feecbf5405954647e42fccddf8f46c"])
def test_a_digest_is_no_personal_number_and_a_number_in_its_place_is(forge: Forge, digits: str) -> None:
    seen = (digits + "ab" * 20)[:40]
    forged(forge.course, "pedel", seen)
    assert forge.course.rules() == set()
    forge.course.change(f"commit: {seen}", "commit: 010203-1234")
    assert "privacy-cpr" in forge.course.rules()


# Where it is shown.


@pytest.fixture
def mixed(forge: Forge) -> Forge:
    """One nod in the forge, one on paper, and one at the keyboard."""
    forge.approves()
    forge.course.nod("pædagog, SFO", "--record", "2026-00417")
    forge.course.nod("skolesekretær")
    forge.course.commit("Alle har nikket")
    return forge


def test_the_report_and_the_list_say_how_each_nod_came(mixed: Forge) -> None:
    report = mixed.course.review()
    assert "| pedel | Ja, 3. april 2026. Godkendt i forslaget. GitHub er ikke spurgt. |" in report
    assert "Skrevet ned af redaktionen, gemt i 2026-00417. |" in report
    assert "| skolesekretær | Ja, 1. april 2026. Skrevet ned af redaktionen. |" in report
    told = mixed.course.run("nod", "cyklen").output
    assert "2. pedel: Ja, 3. april 2026. Godkendt i forslaget." in told
    assert "3. skolesekretær: Ja, 1. april 2026. Skrevet ned af redaktionen." in told
    check = mixed.course.run("check").output
    assert "Nik: 1 godkendt i forslaget, 1 skrevet ned af redaktionen med henvisning og 1 uden." in check
    assert "Nik:" not in mixed.course.run("check", "--format", "github").output
    assert str(ANNA) not in report + told + check
    (story,) = json.loads(mixed.course.review("--format", "json"))["stories"]
    assert [nod["kind"] for nod in story["nods"]] == ["recorded", "forge", "noted"]


# Lines that anyone could type.


def forged(course: Course, role: str, commit: str, account: int = ANNA) -> None:
    """Make a nod at the keyboard look like one from the forge."""
    course.nod(role)
    text = course.read()
    start = text.index(f"  - role: {role}\n")
    end = text.index("      version: 2\n", start) + len("      version: 2\n")
    course.write(STORY, f"{text[:end]}      account: {account}\n      commit: {commit}\n{text[end:]}")


def test_a_commit_at_which_the_text_was_another_one_is_found(forge: Forge) -> None:
    seen = forge.course.git("rev-parse", "HEAD")
    forge.course.change("tre gange", "fire gange")
    forged(forge.course, "pedel", seen)
    assert forge.course.rules() == {"nod-unapproved"}
    assert "gælder en anden tekst end den, der blev godkendt" in forge.course.run("check").output
    report = forge.course.review()
    assert "**pedel**: En ny godkendelse." in report
    assert "Ja, " not in report[report.index("| pedel |") :].split("\n")[0]


@pytest.mark.parametrize("reference", ["main", "main^{tree}"])
def test_so_is_one_that_holds_no_such_story(forge: Forge, reference: str) -> None:
    forged(forge.course, "pedel", forge.course.git("rev-parse", reference))
    # What is no commit at all is nothing that this clone knows.
    assert forge.course.rules() == ({"nod-unapproved"} if reference == "main" else set())


def test_nothing_is_said_of_a_commit_that_is_not_in_the_clone(forge: Forge) -> None:
    forged(forge.course, "pedel", "a" * 40)
    assert forge.course.rules() == set()


def test_a_story_that_got_another_name_since_is_the_same(forge: Forge) -> None:
    forge.approves()
    forge.course.git("mv", STORY, "stories/hegnet.md")
    forge.course.commit("Et andet navn")
    assert forge.course.rules() == set()


def test_a_commit_whose_nods_were_merged_into_one_is_not_asked_about(forge: Forge) -> None:
    course = forge.course
    forge.approves()
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "--squash", "cyklen")
    course.commit("Cyklen")
    course.git("branch", "-q", "-D", "cyklen")
    course.git("reflog", "expire", "--expire=all", "--all")
    course.git("gc", "-q", "--prune=now")
    assert course.rules() == set()


# What the forge itself says.


def listed(account: int, commit: str, state: str = "APPROVED", day: int = 3) -> dict[str, Any]:
    """A review as GitHub lists it."""
    at = f"2026-04-{day:02}T10:12:00Z"
    return {"id": day, "user": {"login": "x", "id": account}, "state": state, "commit_id": commit, "submitted_at": at}


def reviewed(course: Course, tmp_path: Path, *reviews: object, text: str = "") -> tuple[int, str]:
    """Review with what the forge says; return the exit code and the report."""
    path = tmp_path / "reviews.json"
    path.write_text(text or json.dumps(reviews), "utf-8")
    done = course.run("review", "--base", "main", "--approvals", str(path))
    return done.exit_code, done.output


def test_an_approval_that_the_forge_knows_of_is_confirmed(forge: Forge, tmp_path: Path) -> None:
    seen = forge.approves()
    code, report = reviewed(forge.course, tmp_path, listed(ANNA, seen))
    assert code == 0
    assert "| pedel | Ja, 3. april 2026. Godkendt i forslaget. GitHub bekræfter det. |" in report
    assert "Stop" not in report


STANDING = {
    "nobody approved": [],
    "another account": [listed(BO, "SEEN")],
    "another commit": [listed(ANNA, "b" * 40)],
    "a comment": [listed(ANNA, "SEEN", "COMMENTED")],
    "dismissed": [listed(ANNA, "SEEN", "DISMISSED")],
    "changes requested": [listed(ANNA, "SEEN"), listed(ANNA, "b" * 40, "CHANGES_REQUESTED", 4)],
    "changes requested at a commit that is gone": [
        listed(ANNA, "SEEN"),
        {**listed(ANNA, "", "CHANGES_REQUESTED", 4), "commit_id": None},
    ],
    "the last word dismissed": [listed(ANNA, "SEEN"), listed(ANNA, "b" * 40, "DISMISSED", 4)],
    "in another order": [listed(ANNA, "b" * 40, "CHANGES_REQUESTED", 4), listed(ANNA, "SEEN")],
    "an account that is no more": [{**listed(ANNA, "SEEN"), "user": None}],
    "not sent yet": [{**listed(ANNA, "SEEN", "PENDING"), "submitted_at": None}],
}


@pytest.mark.parametrize("reviews", STANDING.values(), ids=STANDING)
def test_one_that_it_does_not_stand_by_is_said_first_and_stops(
    forge: Forge, tmp_path: Path, reviews: list[dict[str, Any]]
) -> None:
    seen = forge.approves()
    told = [{**one, "commit_id": seen if one["commit_id"] == "SEEN" else one["commit_id"]} for one in reviews]
    code, report = reviewed(forge.course, tmp_path, *told)
    assert code == 1
    assert "Ikke klar" in report
    assert report.index("**Stop: Disse nik siger") < report.index("| Fortælling |")
    assert "- Cyklen, pedel: " in report
    assert "**pedel**: En ny godkendelse. " in report


def test_whoever_approves_again_after_asking_for_changes_has_approved(forge: Forge, tmp_path: Path) -> None:
    seen = forge.approves()
    reviews = [listed(ANNA, "b" * 40, "CHANGES_REQUESTED", 1), listed(ANNA, seen), listed(BO, seen, "DISMISSED", 5)]
    assert reviewed(forge.course, tmp_path, *reviews)[0] == 0


def test_lines_typed_by_hand_are_found(forge: Forge, tmp_path: Path) -> None:
    seen = forge.course.git("rev-parse", "HEAD")
    forged(forge.course, "pedel", seen)
    code, report = reviewed(forge.course, tmp_path)
    assert (code, "GitHub kender ikke til den godkendelse." in report) == (1, True)
    # Another's approval lends no one a nod, and neither does one of another text.
    assert reviewed(forge.course, tmp_path, listed(BO, seen))[0] == 1
    forge.course.commit("Nik")
    forge.course.change("tre gange", "fire gange")
    forge.course.commit("Rettet")
    forged(forge.course, "skolesekretær", seen)
    code, report = reviewed(forge.course, tmp_path, listed(ANNA, seen))
    assert code == 1
    assert "Cyklen, skolesekretær: Det var en anden tekst, der blev godkendt." in report
    assert "Cyklen, pedel" not in report


def test_an_account_approves_for_nobody_but_its_own(forge: Forge, tmp_path: Path) -> None:
    seen = forge.approves()
    forged(forge.course, "skolesekretær", seen)  # by someone else than Anna, with Anna's approval
    code, report = reviewed(forge.course, tmp_path, listed(ANNA, seen))
    assert code == 0
    assert "En og samme konto har godkendt for disse: pedel; skolesekretær. Spørg hvorfor." in report
    done = forge.course.run(
        "review", "--base", "main", "--approvals", str(tmp_path / "reviews.json"), "--accounts", str(forge.accounts)
    )
    assert done.exit_code == 1
    assert "Cyklen, skolesekretær: Den konto, der har godkendt, taler for en anden." in done.output
    assert "Cyklen, pedel" not in done.output
    assert "En og samme konto" not in done.output


def test_what_cannot_be_read_any_more_is_not_confirmed(forge: Forge, tmp_path: Path) -> None:
    forged(forge.course, "pedel", "a" * 40)
    code, report = reviewed(forge.course, tmp_path, listed(ANNA, "a" * 40))
    assert (code, "kan ikke længere læses her" in report) == (1, True)


def test_a_story_copied_with_its_nods_has_none(forge: Forge, tmp_path: Path) -> None:
    course = forge.course
    forge.approves()
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "cyklen")
    course.git("checkout", "-q", "-b", "kopi")
    course.write("stories/kopien.md", course.read().replace("code: F04", "code: F05"))
    course.commit("En kopi")
    code, report = reviewed(course, tmp_path)
    assert (code, "- Cyklen, pedel: GitHub kender ikke" in report) == (1, True)


def test_nods_that_were_merged_are_not_asked_about_again(forge: Forge, tmp_path: Path) -> None:
    course = forge.course
    forge.approves()
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "--squash", "cyklen")
    course.commit("Cyklen")
    course.git("checkout", "-q", "-b", "senere")
    course.change("themes: [nøgler]", "themes: [cykler]")
    course.commit("Et tema")
    code, report = reviewed(course, tmp_path)
    assert (code, "GitHub" in report) == (0, False)


def test_the_report_says_which_account_approved_as_whom(forge: Forge, tmp_path: Path) -> None:
    seen = forge.approves()
    theirs = {**listed(ANNA, seen), "user": {"login": "bo-byggemand", "id": ANNA}}
    _, report = reviewed(forge.course, tmp_path, theirs)
    told = "**Disse konti har godkendt. Se efter, at hver konto hører til den, den taler for.**"
    assert f"{told}\n\n- bo-byggemand: pedel (Cyklen)\n" in report
    assert report.index(told) < report.index("| Fortælling |")
    assert "Disse konti" not in reviewed(forge.course, tmp_path)[1]


@pytest.mark.parametrize("login", ["@alle", "[x](y)", "**Klar**", "<b>x</b>", "a" * 5000, "x\n\n# Klar"])
def test_the_name_of_an_account_does_nothing_in_a_report(forge: Forge, tmp_path: Path, login: str) -> None:
    theirs = {**listed(ANNA, forge.approves()), "user": {"login": login, "id": ANNA}}
    code, report = reviewed(forge.course, tmp_path, theirs)
    assert (code, login in report) == (0, False)


def test_an_account_without_a_name_is_told_by_its_number(forge: Forge, tmp_path: Path) -> None:
    theirs = {**listed(ANNA, forge.approves()), "user": {"id": ANNA}}
    assert f"- {ANNA}: pedel (Cyklen)" in reviewed(forge.course, tmp_path, theirs)[1]


@pytest.mark.parametrize("then", ["draft", "in-review", "retired"])
def test_forged_nods_that_lay_in_wait_are_asked_about_when_the_story_is_published(
    forge: Forge, tmp_path: Path, then: str
) -> None:
    course = forge.course
    forged(course, "pedel", course.git("rev-parse", "HEAD"))
    course.change("state: in-review", f"state: {then}")
    course.commit("En kladde")
    course.git("checkout", "-q", "main")
    course.git("merge", "-q", "cyklen")
    course.git("checkout", "-q", "-b", "senere")
    course.change(f"state: {then}", "state: published")
    course.commit("Udgivet")
    code, report = reviewed(course, tmp_path)
    assert (code, "**Stop: Disse nik siger" in report) == (1, True)
    assert "- Cyklen, pedel: GitHub kender ikke til den godkendelse." in report


def test_without_an_answer_from_the_forge_the_report_says_so(forge: Forge) -> None:
    assert "ikke holdt op mod GitHub" not in forge.course.review()
    forge.approves()
    report = forge.course.review()
    assert "*Nik, der er givet ved en godkendelse, er ikke holdt op mod GitHub her.*" in report
    assert "GitHub er ikke spurgt." in report


@pytest.mark.parametrize("text", ["[{page}]", "{page}\n{page}", "[]{page}[]", "[{page}, {page}]"])
def test_several_pages_of_reviews_are_one_list(forge: Forge, tmp_path: Path, text: str) -> None:
    page = json.dumps([listed(ANNA, forge.approves())])
    assert reviewed(forge.course, tmp_path, text=text.replace("{page}", page))[0] == 0


@pytest.mark.parametrize("text", [" ", "{}", "[1]", '[{"state": "APPROVED"}]', "[" * 100_000, "[] x", "null"])
def test_what_is_no_list_of_reviews_is_refused(forge: Forge, tmp_path: Path, text: str) -> None:
    code, told = reviewed(forge.course, tmp_path, text=text)
    assert code == 1
    assert "Filen er ikke en liste over gennemgange" in told


def test_a_list_that_is_not_there_is_refused(forge: Forge, tmp_path: Path) -> None:
    done = forge.course.run("review", "--base", "main", "--approvals", str(tmp_path / "mangler.json"))
    assert (done.exit_code, "Filen er ikke en liste" in done.output) == (1, True)
