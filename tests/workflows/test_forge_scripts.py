"""The scripts of the forges do what they say, run here with a git of their own and stand-ins for what they call."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forge import REPOSITORY, ForgeFiles

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="the forges run bash")

TOO_LONG = "Rapporten er for lang til at stå her. Resten ligger i filen »rapport« på siden med kørslen."
MARK = "<!-- hverdag-review -->"
HERE = REPOSITORY
"""The forge files whose scripts a test runs: every test runs those of each."""

STORY = "---\ntitle: Nøglen\ncontributors:\n  - role: nattevagt\n  - role: leder\n---\n\nInger er 84.\n"


@pytest.fixture(autouse=True)
def _files(forge_files: ForgeFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "HERE", forge_files)


def script(job: str, step: str) -> str:
    return HERE.script(job, step)


def gitlab_script(job: str) -> str:
    return HERE.gitlab_script(job)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "bin").mkdir()
    stand_in(tmp_path, "sleep", "exit 0")
    return tmp_path


def stand_in(place: Path, name: str, told: str) -> None:
    path = place / "bin" / name
    path.write_text(f"#!/bin/bash\n{told}\n", "utf-8")
    path.chmod(0o755)


def run(place: Path, told: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as the forges do: it stops at the first fault, also within a pipe."""
    names = {
        "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(place),
        "RUNNER_TEMP": str(place),
        "GITHUB_OUTPUT": str(place / "output"),
        "GITHUB_STEP_SUMMARY": str(place / "summary"),
        "GITHUB_REPOSITORY": "fjordby/hverdag",
        "PLACE": str(place),
        "LC_ALL": "C.UTF-8",
        **variables,
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", told]
    return subprocess.run(command, cwd=folder, env=names, capture_output=True, text=True, check=False)


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=x", "-c", "user.email=x@fjordby.example", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, told: str, **files: str) -> None:
    for name, text in files.items():
        path = folder / "stories" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", told)


# A nod is written into the branch


@pytest.fixture
def text(place: Path) -> Path:
    """The proposal as it was read, checked out where the job checks it out; its forge is `origin.git`."""
    git(place, "init", "-q", "author")
    commit(place / "author", "a story", noeglen=STORY)
    git(place / "author", "checkout", "-qb", "ny-fortælling")
    git(place, "clone", "-q", "--bare", "author", "origin.git")
    git(place / "author", "remote", "add", "origin", str(place / "origin.git"))
    git(place, "clone", "-q", "-b", "ny-fortælling", "origin.git", "text")
    git(place / "text", "checkout", "-q", "--detach")
    return place / "text"


def nodded(role: str, text: str = STORY) -> str:
    return text.replace(f"role: {role}\n", f"role: {role}\n    nod: {{date: 2026-11-21, text: a1}}\n")


def write_nod(place: Path, text: Path, role: str) -> subprocess.CompletedProcess[str]:
    (text / "stories/noeglen.md").write_text(nodded(role), "utf-8")
    return run(place, script("nod.nod", "Læg nikket i forslaget"), text, BRANCH="ny-fortælling")


def published(place: Path) -> str:
    return git(place / "origin.git", "show", "ny-fortælling:stories/noeglen.md") + "\n"


def pushed(place: Path) -> bool:
    return (place / "output").is_file() and "pushed=true" in (place / "output").read_text("utf-8")


def test_a_nod_is_committed_without_a_name(place: Path, text: Path) -> None:
    done = write_nod(place, text, "nattevagt")
    assert done.returncode == 0, done.stderr
    assert published(place) == nodded("nattevagt")
    assert pushed(place)
    told = git(place / "origin.git", "log", "-1", "--format=%an|%s", "ny-fortælling")
    assert told == f"github-actions[bot]|stories: {HERE.say('et nik er skrevet ind')}"


def test_where_nothing_is_nodded_to_nothing_is_pushed(place: Path, text: Path) -> None:
    done = run(place, script("nod.nod", "Læg nikket i forslaget"), text, BRANCH="ny-fortælling")
    assert (done.returncode, pushed(place)) == (0, False)


def test_two_may_nod_to_the_same_text(place: Path, text: Path) -> None:
    read = git(text, "rev-parse", "HEAD")
    assert write_nod(place, text, "leder").returncode == 0
    git(text, "checkout", "-q", "--force", "--detach", read)
    assert write_nod(place, text, "nattevagt").returncode == 0
    assert published(place) == nodded("nattevagt", nodded("leder"))


def test_a_nod_that_stands_there_is_not_written_again(place: Path, text: Path) -> None:
    read = git(text, "rev-parse", "HEAD")
    write_nod(place, text, "leder")
    (place / "output").unlink()
    git(text, "checkout", "-q", "--force", "--detach", read)
    done = write_nod(place, text, "leder")
    assert (done.returncode, pushed(place)) == (0, False)


def test_a_nod_follows_a_branch_that_has_moved(place: Path, text: Path) -> None:
    changed = STORY.replace("84", "85")
    commit(place / "author", "the text is another", noeglen=changed)
    git(place / "author", "push", "-q", "origin", "ny-fortælling")
    assert write_nod(place, text, "leder").returncode == 0
    assert published(place) == nodded("leder", changed)  # its fingerprint is still that of the text that was read


def test_a_branch_that_was_written_anew_gets_the_nod_and_nothing_more(place: Path, text: Path) -> None:
    commit(place / "author", "a mistake", knagen="x")
    git(place / "author", "push", "-q", "origin", "ny-fortælling")
    git(text, "pull", "-q", "origin", "ny-fortælling")
    git(place / "author", "reset", "-q", "--hard", "HEAD~1")
    git(place / "author", "push", "-qf", "origin", "ny-fortælling")
    assert write_nod(place, text, "leder").returncode == 0
    assert git(place / "origin.git", "ls-tree", "-r", "--name-only", "ny-fortælling") == "stories/noeglen.md"


def test_a_push_that_came_second_is_tried_again(place: Path, text: Path) -> None:
    hook = place / "origin.git/hooks/update"
    hook.write_text(f"#!/bin/sh\nmkdir {place}/once 2>/dev/null && exit 1\nexit 0\n", "utf-8")
    hook.chmod(0o755)
    assert write_nod(place, text, "leder").returncode == 0
    assert published(place) == nodded("leder")


def test_a_nod_to_fields_that_are_gone_is_told(place: Path, text: Path) -> None:
    commit(place / "author", "other contributors", noeglen=STORY.replace("role: leder", "role: afdelingsleder"))
    git(place / "author", "push", "-q", "origin", "ny-fortælling")
    done = write_nod(place, text, "leder")
    assert (done.returncode, pushed(place)) == (1, False)
    assert HERE.say(CHANGED) in done.stdout


def test_a_branch_that_is_gone_does_not_come_back(place: Path, text: Path) -> None:
    git(place / "origin.git", "branch", "-qD", "ny-fortælling")
    assert write_nod(place, text, "leder").returncode != 0
    assert "ny-fortælling" not in git(place / "origin.git", "branch")


def test_accounts_are_read_by_the_program_and_then_gone(place: Path) -> None:
    program(place / "program", f"stat -c %a {place}/accounts.yml; cat {place}/accounts.yml; echo $@")
    step = script("nod.nod", "Find ud af, hvem der har nikket")
    done = run(place, step, place, ACCOUNTS="inger: nattevagt")
    told = f"600\ninger: nattevagt\nnod -C text --from-event {place}/event.json --accounts"
    assert done.stdout.startswith(told)
    assert not (place / "accounts.yml").exists()
    without = run(place, step, place, ACCOUNTS="")
    assert (without.returncode, without.stdout.startswith("::notice::")) == (0, True)


def program(folder: Path, told: str) -> None:
    """Put a stand-in for main's program in a folder."""
    path = folder / ".venv/bin/hverdag"
    path.parent.mkdir(parents=True)
    path.write_text(f"#!/bin/bash\n{told}\n", "utf-8")
    path.chmod(0o755)


# What GitHub itself says of a review is what counts

jq = pytest.mark.skipif(not shutil.which("jq"), reason="GitHub's machines have jq")
CHANGED = "Fortællingen er ændret, siden den blev læst. Læs den igen, og godkend den én gang til."
TITLE = "Godkendelse 80 af forslag 12"


def in_words(title: str) -> str:
    """Return the title of a run as it is in the language of the files."""
    return title.replace("Godkendelse", HERE.say("Godkendelse")).replace("af forslag", HERE.say("af forslag"))


def asked(place: Path, title: str = TITLE, verdict: str = "APPROVED", **pull: object) -> tuple[int, dict[str, str]]:
    """Run the step that asks about a review, and return its code and what it hands on."""
    head = {"ref": "ny-fortælling", "sha": "b" * 40, "repo": {"full_name": "fjordby/hverdag"}}
    (place / "reviews-80.json").write_text(json.dumps({"id": 80, "state": verdict, "commit_id": "a" * 40}), "utf-8")
    (place / "pulls-12.json").write_text(json.dumps({"number": 12, "state": "open", "head": head, **pull}), "utf-8")
    told = 'case "$2" in */pulls/12/reviews/80) cat $PLACE/reviews-80.json ;; */pulls/12) cat $PLACE/pulls-12.json ;;'
    stand_in(place, "gh", f"{told} *) exit 1 ;; esac")
    done = run(place, script("nod.nod", "Læs godkendelsen"), place, TITLE=in_words(title))
    output = place / "output"
    lines = output.read_text("utf-8").splitlines() if output.exists() else []
    return done.returncode, dict(line.split("=", 1) for line in lines)


def event(place: Path) -> tuple[str, str]:
    found = json.loads((place / "event.json").read_text("utf-8"))
    assert found["pull_request"]["head"]["sha"] == "b" * 40
    return found["action"], found["review"]["state"]


@jq
def test_an_approval_is_of_the_commit_that_was_read(place: Path) -> None:
    code, told = asked(place)
    assert (code, told) == (0, {"number": "12", "commit": "a" * 40, "branch": "ny-fortælling"})
    assert event(place) == ("submitted", "approved")


@jq
@pytest.mark.parametrize(
    ("state", "found"),
    [("DISMISSED", ("dismissed", "dismissed")), ("CHANGES_REQUESTED", ("submitted", "changes_requested"))],
)
def test_what_is_taken_back_is_taken_out_of_the_newest_text(place: Path, state: str, found: tuple[str, str]) -> None:
    code, told = asked(place, verdict=state)
    assert (code, told["commit"]) == (0, "b" * 40)
    assert event(place) == found


@jq
@pytest.mark.parametrize("title", ["Godkendelse 80 af forslag 12/../13", "Godkendelse", "x\n" + TITLE, f"{TITLE}; id"])
def test_a_run_that_names_no_review_is_told(place: Path, title: str) -> None:
    code, told = asked(place, title)
    assert (code, told) == (1, {})


@jq
def test_a_review_that_github_does_not_know_is_no_nod(place: Path) -> None:
    code, told = asked(place, "Godkendelse 81 af forslag 12")
    assert code != 0
    assert told == {}


@jq
@pytest.mark.parametrize(
    "pull", [{"state": "closed"}, {"head": {"repo": {"full_name": "x/y"}}}, {"head": {"repo": None}}], ids=str
)
def test_a_proposal_that_is_closed_or_a_fork_gets_nothing(place: Path, pull: dict[str, object]) -> None:
    assert asked(place, **pull) == (0, {})
    assert not (place / "event.json").exists()


@pytest.mark.parametrize(
    ("pushed", "runs"),
    [
        ("", ["report.yml --repo fjordby/hverdag --ref main --raw-field pull_request=12"]),
        (
            "true",
            [
                "handbook.yml --repo fjordby/hverdag --ref ny",
                "report.yml --repo fjordby/hverdag --ref main --raw-field pull_request=12",
            ],
        ),
    ],
)
def test_a_new_report_is_asked_of_main(place: Path, pushed: str, runs: list[str]) -> None:
    stand_in(place, "gh", 'echo "$*" >> $PLACE/said')
    step = script("nod.nod", "Bed om en ny rapport")
    assert run(place, step, place, BRANCH="ny", MAIN="main", NUMBER="12", PUSHED=pushed).returncode == 0
    assert (place / "said").read_text("utf-8").splitlines() == [f"workflow run {told}" for told in runs]


# The report is written by main's program, and put where people read it


@pytest.fixture
def proposal(place: Path) -> Path:
    """A forge's copy with a proposal, number 7, and main's program checked out; main has gone on meanwhile."""
    git(place, "init", "-q", "author")
    commit(place / "author", "main", noeglen=STORY)
    git(place / "author", "checkout", "-qb", "ny")
    program(place / "author", "echo forged")
    commit(place / "author", "new", knagen="x")
    git(place / "author", "update-ref", "refs/pull/7/head", "HEAD")
    git(place / "author", "update-ref", "refs/merge-requests/7/head", "HEAD")
    git(place / "author", "checkout", "-q", "main")
    commit(place / "author", "later on main", krogen="x")
    git(place, "clone", "-q", "-b", "main", "author", "program")
    return place / "program"


def left(place: Path) -> str:
    """Return the commit where the proposal left main."""
    return git(place / "author", "rev-parse", "ny~1")


def fetched(place: Path, number: str = "7") -> subprocess.CompletedProcess[str]:
    pages = '[[{"id": 1}], [{"id": 2}]]'
    stand_in(place, "gh", f"echo '{pages}'")
    return run(place, script("report.report", "Hent forslagets tekster"), place, NUMBER=number)


def write_report(place: Path, folder: Path, told: str) -> subprocess.CompletedProcess[str]:
    program(folder, f"echo $@ > {place}/called\n{told}")
    return run(place, script("report.report", "Skriv rapporten"), place)


@jq
def test_the_report_is_of_the_proposal_by_the_program_of_main(place: Path, proposal: Path) -> None:
    assert fetched(place).returncode == 0
    assert (place / "text/stories/knagen.md").read_text("utf-8") == "x"
    assert json.loads((place / "reviews.json").read_text("utf-8")) == [{"id": 1}, {"id": 2}]
    done = write_report(place, proposal, f"echo '{MARK}'; echo Fint")
    assert done.returncode == 0, done.stderr
    called = (place / "called").read_text("utf-8")
    given = f"--base {left(place)} --approvals {place}/reviews.json --format markdown"
    assert called == f"review -C text --proposal {given}\n"
    assert (place / "summary").read_text("utf-8") == f"{MARK}\nFint\n"


@jq
def test_a_proposal_runs_nothing_while_it_is_fetched(place: Path, proposal: Path) -> None:
    ran = place / "ran"
    hook = f"#!/bin/sh\ntouch {ran}\n"
    author = place / "author"
    git(author, "checkout", "-q", "ny")
    for path, text in {
        ".githooks/post-checkout": hook,
        ".gitattributes": "*.md filter=evil\n",
        ".gitconfig": f'[filter "evil"]\nsmudge = touch {ran}\n[core]\nhooksPath = .githooks\n',
        ".lfsconfig": "[lfs]\nurl = http://127.0.0.1:9\n",
    }.items():
        (author / path).parent.mkdir(exist_ok=True)
        (author / path).write_text(text, "utf-8")
    git(author, "add", ".")
    git(author, "commit", "-qm", "hostile")
    git(author, "update-ref", "refs/pull/7/head", "HEAD")
    assert fetched(place).returncode == 0
    assert (place / "text/.gitattributes").exists()
    assert not ran.exists()


@pytest.mark.parametrize("number", ["7/../8", "", "7 8"])
def test_a_proposal_is_known_by_a_number(place: Path, number: str) -> None:
    assert fetched(place, number).returncode == 1


@jq
def test_a_report_of_errors_is_a_report(place: Path, proposal: Path) -> None:
    fetched(place)
    assert write_report(place, proposal, f"echo '{MARK}'; exit 1").returncode == 0
    assert (place / "summary").is_file()


@jq
def test_what_is_no_report_is_not_passed_on(place: Path, proposal: Path) -> None:
    fetched(place)
    assert write_report(place, proposal, "echo Traceback; exit 3").returncode == 1
    assert not (place / "summary").exists()


def on_webhook(place: Path, folder: Path, payload: object) -> subprocess.CompletedProcess[str]:
    """Run GitLab's report as the default branch's pipeline does."""
    (place / "payload").write_text(json.dumps(payload), "utf-8")
    program(folder, f"echo $@ > {place}/called; cat text/stories/knagen.md > {place}/read; echo '{MARK}'; exit 1")
    return run(place, gitlab_script("rapport"), folder, TRIGGER_PAYLOAD=str(place / "payload"))


def test_gitlab_reports_on_the_merge_request_that_the_webhook_names(place: Path, proposal: Path) -> None:
    payload = {"object_kind": "merge_request", "object_attributes": {"iid": 7}}
    done = on_webhook(place, proposal, payload)
    assert done.returncode == 0, done.stderr
    assert (place / "called").read_text("utf-8") == (
        f"review -C text --proposal --base {left(place)} --format markdown\n"
    )
    assert (place / "read").read_text("utf-8") == "x"
    assert (proposal / "number.env").read_text("utf-8") == "NUMBER=7\n"
    shutil.rmtree(proposal / ".venv")
    shutil.rmtree(proposal / "text")  # a runner keeps .git and clears the rest
    assert on_webhook(place, proposal, payload).returncode == 0


@pytest.mark.parametrize(
    "payload",
    [
        {"object_kind": "push", "object_attributes": {"iid": 7}},
        {"object_kind": "merge_request", "object_attributes": {"iid": "7/../8"}},
        {"object_kind": "merge_request"},
        [],
    ],
    ids=str,
)
def test_a_webhook_that_names_no_merge_request_gets_no_report(place: Path, proposal: Path, payload: object) -> None:
    assert on_webhook(place, proposal, payload).returncode != 0
    assert not (place / "called").exists()


# What is built is published, also where the texts are faulty


def built(place: Path, told: str, code: int) -> None:
    """Put a stand-in for the build in a folder."""
    (place / "scripts").mkdir()
    (place / "scripts/build").write_text(f"import os, sys\n{told}\nsys.exit({code})\n", "utf-8")
    program(place, "exec python3 scripts/build")  # in a publication


MAKES_A_SITE = "os.makedirs('release'); open('release/index.html', 'w').close(); os.symlink('release', 'site')"


@pytest.mark.parametrize(
    ("told", "code", "made"), [(MAKES_A_SITE, 0, True), (MAKES_A_SITE, 1, True), ("", 1, False)], ids=str
)
def test_a_site_is_handed_on_and_the_run_is_as_red_as_the_build(place: Path, told: str, code: int, made: bool) -> None:
    stand_in(place, "python", 'exec python3 "$@"')
    built(place, told, code)
    assert run(place, script("handbook.check", "Byg håndbogen"), place).returncode == code
    assert (place / "output").exists() is made
    shutil.rmtree(place / "release", ignore_errors=True)
    (place / "site").unlink(missing_ok=True)
    assert run(place, gitlab_script("byg"), place, CI_PIPELINE_ID="5").returncode == code
    assert (place / "site-5.tar").exists() is made


def test_gitlab_publishes_no_site_of_another_pipeline(place: Path) -> None:
    stand_in(place, "python", 'exec python3 "$@"')
    built(place, MAKES_A_SITE, 0)
    run(place, gitlab_script("byg"), place, CI_PIPELINE_ID="5")
    assert run(place, gitlab_script("pages"), place, CI_PIPELINE_ID="5").returncode == 0
    assert (place / "public/index.html").exists()
    assert run(place, gitlab_script("pages"), place, CI_PIPELINE_ID="6").returncode != 0
    assert not (place / "public/index.html").exists()


# The report is put where people read it


def comment(place: Path, report: str, old: str = "", number: str = "7") -> subprocess.CompletedProcess[str]:
    asked = f'*--paginate*) printf "%s" "{old}" ;;'
    stand_in(place, "gh", f'case "$*" in {asked} *) echo "$*" >> $PLACE/said; cp report.md $PLACE/sent ;; esac')
    (place / "report.md").write_text(report, "utf-8")
    return run(place, script("report.comment", "Skriv den"), place, NUMBER=number)


def test_the_first_report_is_a_new_comment(place: Path) -> None:
    assert comment(place, f"{MARK}\nFint\n").returncode == 0
    said = (place / "said").read_text("utf-8")
    assert said == "api --silent repos/fjordby/hverdag/issues/7/comments -F body=@report.md\n"


def test_the_next_report_takes_its_place(place: Path) -> None:
    assert comment(place, f"{MARK}\nFint\n", old="41\n42\n").returncode == 0
    said = (place / "said").read_text("utf-8")
    assert said == "api --silent --method PATCH repos/fjordby/hverdag/issues/comments/41 -F body=@report.md\n"


def test_a_long_report_is_cut_between_two_letters(place: Path) -> None:
    assert comment(place, f"{MARK}\n{'æ' * 40000}").returncode == 0
    sent = (place / "sent").read_text("utf-8")
    assert sent.startswith(MARK)
    assert len(sent.encode()) < 60000
    assert sent.endswith(f"\n\n**{HERE.say(TOO_LONG)}**\n")


def test_a_comment_goes_to_a_number(place: Path) -> None:
    assert comment(place, MARK, number="7/../8").returncode == 1
    assert not (place / "said").exists()


def test_a_forge_that_does_not_answer_gets_no_second_comment(place: Path) -> None:
    stand_in(place, "gh", 'echo "$*" >> $PLACE/said; exit 1')
    (place / "report.md").write_text(MARK, "utf-8")
    assert run(place, script("report.comment", "Skriv den"), place, NUMBER="7").returncode == 1
    assert (place / "said").read_text("utf-8").count("api ") == 1


def note(
    place: Path, notes: list[dict[str, object]], given: str = "t", number: str = "6"
) -> subprocess.CompletedProcess[str]:
    (place / "notes.json").write_text(json.dumps(notes), "utf-8")
    stand_in(
        place,
        "curl",
        """
        echo "$*" >> $PLACE/said
        for word in "$@"; do case $word in body@*) cp "${word#body@}" $PLACE/sent ;; esac; done
        case "$*" in */user) echo '{"id": 3}' ;; *page=2) cat $PLACE/notes.json ;; *page=1) echo '[{"id": 1, "body": "",
        "author": {"id": 3}}]' ;; *page=*) printf '[]' ;; esac
        """,
    )
    (place / "report.md").write_text(f"{MARK}\n/merge\n  /close\na/b\n", "utf-8")
    return run(
        place,
        gitlab_script("rapport på forslaget"),
        place,
        HVERDAG_TOKEN=given,
        CI_API_V4_URL="api",
        CI_PROJECT_ID="5",
        NUMBER=number,
    )


def test_gitlab_gets_one_note_that_gives_no_orders(place: Path) -> None:
    others = {"id": 8, "body": MARK, "author": {"id": 4}}
    done = note(place, [others])
    assert done.returncode == 0, done.stderr
    last = (place / "said").read_text("utf-8").split("\n")[-2]
    assert last.endswith("/note api/projects/5/merge_requests/6/notes")
    assert "PUT" not in last
    assert (place / "sent").read_text("utf-8") == f"{MARK}\n\\/merge\n  \\/close\na/b\n"
    assert "PRIVATE-TOKEN" not in (place / "said").read_text("utf-8")


def test_a_note_goes_to_a_number(place: Path) -> None:
    assert note(place, [], number="6/../7").returncode == 1
    assert not (place / "said").exists()


def test_gitlab_gets_the_same_note_anew(place: Path) -> None:
    assert note(place, [{"id": 9, "body": f"{MARK}\nFør", "author": {"id": 3}}]).returncode == 0
    last = (place / "said").read_text("utf-8").split("\n")[-2]
    assert "--request PUT" in last
    assert last.endswith("/notes/9")


def test_without_a_token_gitlab_is_told_where_the_report_is(place: Path) -> None:
    done = note(place, [], given="")
    assert done.returncode == 0
    assert "HVERDAG_TOKEN" in done.stdout
    assert not (place / "said").exists()
