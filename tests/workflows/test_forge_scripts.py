"""The scripts of the forges do what they say, run here with a git of their own and stand-ins for what they call."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.forge import gitlab_script, script

pytestmark = pytest.mark.skipif(not shutil.which("bash"), reason="the forges run bash")

MARK = "<!-- hverdag-review -->"
STORY = "---\ntitle: Nøglen\ncontributors:\n  - role: nattevagt\n  - role: leder\n---\n\nInger er 84.\n"


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
    assert told == "github-actions[bot]|stories: et nik er skrevet ind"


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
    assert "Læs den igen, og godkend den én gang til" in done.stdout


def test_a_branch_that_is_gone_does_not_come_back(place: Path, text: Path) -> None:
    git(place / "origin.git", "branch", "-qD", "ny-fortælling")
    assert write_nod(place, text, "leder").returncode != 0
    assert "ny-fortælling" not in git(place / "origin.git", "branch")


def test_accounts_are_read_by_the_program_and_then_gone(place: Path) -> None:
    program = place / "program/.venv/bin"
    program.mkdir(parents=True)
    told = f"stat -c %a {place}/accounts.yml; cat {place}/accounts.yml; echo $@"
    (program / "hverdag").write_text(f"#!/bin/bash\n{told}\n", "utf-8")
    (program / "hverdag").chmod(0o755)
    step = script("nod.nod", "Find ud af, hvem der har nikket")
    done = run(place, step, place, ACCOUNTS="inger: nattevagt", GITHUB_EVENT_PATH="event.json")
    assert done.stdout.startswith("600\ninger: nattevagt\nnod -C text --from-event event.json --accounts")
    assert not (place / "accounts.yml").exists()
    without = run(place, step, place, ACCOUNTS="", GITHUB_EVENT_PATH="event.json")
    assert (without.returncode, without.stdout.startswith("::notice::")) == (0, True)


# The report is written, and put where people read it


def write_report(place: Path, told: str) -> subprocess.CompletedProcess[str]:
    git(place, "init", "-q", "author")
    commit(place / "author", "main", noeglen=STORY)
    git(place, "clone", "-q", "author", "work")
    git(place / "work", "checkout", "-qb", "ny")
    commit(place / "work", "new", knagen="x")
    commit(place / "author", "later on main", krogen="x")
    git(place / "work", "fetch", "-q")
    program = place / "work/.venv/bin/hverdag"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/bash\necho $@ > {place}/called\n{told}\n", "utf-8")
    program.chmod(0o755)
    return run(place, script("handbook.check", "Skriv rapporten"), place / "work", BASE="main")


def test_the_report_compares_with_where_the_branch_left(place: Path) -> None:
    done = write_report(place, f"echo '{MARK}'; echo Fint")
    assert done.returncode == 0, done.stderr
    left = git(place / "work", "rev-parse", "HEAD~1")
    assert (place / "called").read_text("utf-8") == f"review --base {left} --format markdown\n"
    assert (place / "summary").read_text("utf-8") == f"{MARK}\nFint\n"
    assert (place / "output").read_text("utf-8") == "written=true\n"


def test_a_report_of_errors_is_a_report(place: Path) -> None:
    assert write_report(place, f"echo '{MARK}'; exit 1").returncode == 0
    assert (place / "output").is_file()


def test_what_is_no_report_is_not_passed_on(place: Path) -> None:
    assert write_report(place, "echo Traceback; exit 3").returncode == 1
    assert not (place / "output").exists()


def comment(place: Path, report: str, old: str = "", number: str = "7") -> subprocess.CompletedProcess[str]:
    asked = f'*--paginate*) printf "%s" "{old}" ;;'
    stand_in(place, "gh", f'case "$*" in {asked} *) echo "$*" >> $PLACE/said; cp report.md $PLACE/sent ;; esac')
    (place / "report.md").write_text(report, "utf-8")
    return run(place, script("handbook.comment", "Skriv den"), place, NUMBER=number)


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
    assert sent.endswith("på siden med kørslen.**\n")


def test_a_comment_goes_to_a_number(place: Path) -> None:
    assert comment(place, MARK, number="7/../8").returncode == 1
    assert not (place / "said").exists()


def test_a_forge_that_does_not_answer_gets_no_second_comment(place: Path) -> None:
    stand_in(place, "gh", 'echo "$*" >> $PLACE/said; exit 1')
    (place / "report.md").write_text(MARK, "utf-8")
    assert run(place, script("handbook.comment", "Skriv den"), place, NUMBER="7").returncode == 1
    assert (place / "said").read_text("utf-8").count("api ") == 1


def note(place: Path, notes: list[dict[str, object]], given: str = "t") -> subprocess.CompletedProcess[str]:
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
        CI_MERGE_REQUEST_IID="6",
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


def test_gitlab_gets_the_same_note_anew(place: Path) -> None:
    assert note(place, [{"id": 9, "body": f"{MARK}\nFør", "author": {"id": 3}}]).returncode == 0
    last = (place / "said").read_text("utf-8").split("\n")[-2]
    assert "--request PUT" in last
    assert last.endswith("/notes/9")


def test_without_a_token_gitlab_is_told_where_the_report_is(place: Path) -> None:
    done = note(place, [], given="")
    assert done.returncode == 0
    assert "HVERDAG_TOKEN mangler" in done.stdout
    assert not (place / "said").exists()
