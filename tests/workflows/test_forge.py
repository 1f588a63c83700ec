"""GitHub and GitLab are told what they understand, and no job may do more than it has to."""

import re
from pathlib import Path

import click
import pytest

from hverdag.cli import cli
from tests.conftest import ROOT
from tests.forge import FORMS, GITLAB, WORKFLOWS, actionlint, commands, jobs, read, scripts, tool

CONFIG = ROOT / ".github/ISSUE_TEMPLATE/config.yml"
WRITERS = {
    "handbook.comment": {"pull-requests"},
    "handbook.publish": {"pages", "id-token"},
    "nod.nod": {"contents", "actions"},
}


def test_actionlint_finds_nothing() -> None:
    done = actionlint(*WORKFLOWS)
    assert done.returncode == 0, done.stdout


FAULTS = [
    ("needs: check", "needs: chekc", "chekc"),
    ("run: python scripts/build", "run: echo ${{ github.event.pull_request.title }}", "untrusted"),
    ("steps.report.outputs.written", "steps.rapport.outputs.written", "rapport"),
    ("schedule:", "skedule:", "skedule"),
    ("fetch-depth:", "fetch-deep:", "fetch-deep"),
    ("pull-requests: write", "pull-requests: wrote", "wrote"),
]


@pytest.mark.parametrize(("right", "wrong", "told"), FAULTS, ids=[fault[2] for fault in FAULTS])
def test_actionlint_would_find_it(right: str, wrong: str, told: str) -> None:
    text = (ROOT / ".github/workflows/handbook.yml").read_text("utf-8")
    assert right in text
    done = actionlint("-", stdin=text.replace(right, wrong))
    assert done.returncode == 1
    assert told in done.stdout


SCHEMAS = [
    *(("vendor.github-workflows", path) for path in WORKFLOWS),
    *(("custom.github-workflows-require-timeout", path) for path in WORKFLOWS),
    *(("vendor.github-issue-forms", path) for path in FORMS),
    ("vendor.github-issue-config", CONFIG),
    ("vendor.gitlab-ci", GITLAB),
]


@pytest.mark.parametrize(("schema", "path"), SCHEMAS, ids=lambda part: str(getattr(part, "name", part)))
def test_files_are_as_their_schema_says(schema: str, path: Path) -> None:
    done = tool("check-jsonschema", "--builtin-schema", schema, path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "path", "right", "wrong"),
    [
        ("vendor.github-workflows", WORKFLOWS[0], "runs-on:", "run-on:"),
        ("vendor.github-issue-forms", FORMS[0], "label:", "labl:"),
        ("vendor.github-issue-config", CONFIG, "url:", "adresse:"),
        ("vendor.gitlab-ci", GITLAB, "expire_in:", "expires:"),
    ],
)
def test_a_schema_would_find_it(tmp_path: Path, schema: str, path: Path, right: str, wrong: str) -> None:
    copy = tmp_path / path.name
    copy.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
    assert tool("check-jsonschema", "--builtin-schema", schema, copy).returncode == 1


def test_a_proposal_never_runs_with_the_rights_of_main() -> None:
    for path in WORKFLOWS:
        events = set(read(path)[True])  # YAML reads `on` as yes
        assert not events & {"pull_request_target", "workflow_run", "issue_comment"}, path


def test_jobs_may_do_what_they_must_and_no_more() -> None:
    assert all(read(path)["permissions"] == {} for path in WORKFLOWS)
    may = {name: {what for what, how in job["permissions"].items() if how == "write"} for name, job in jobs()}
    assert {name: rights for name, rights in may.items() if rights} == WRITERS


def test_what_may_write_runs_nothing_of_the_proposal() -> None:
    for name in WRITERS:
        steps = dict(jobs())[name]["steps"]
        fetched = {
            step["with"]["path"]: step["with"]["ref"]
            for step in steps
            if step.get("uses", "").startswith("actions/checkout")
        }
        told = "\n".join(step.get("run", "") for step in steps)
        if name == "nod.nod":
            assert fetched == {
                "program": "${{ github.event.repository.default_branch }}",
                "text": "${{ github.event.review.commit_id }}",
            }
            ran = set(re.findall(r"\S+/(?:hverdag|\w+\.py)(?=\s|$)", told))
            assert ran == {"program/scripts/setup.py", "program/.venv/bin/hverdag"}
            assert not [step for step in steps if "cache" in step.get("with", {})], "a cache the proposal has filled"
        else:
            assert fetched == {}
            assert not re.search(r"\.venv|scripts/|git ", told)


def test_every_action_has_a_version() -> None:
    used = [step["uses"] for _, job in jobs() for step in job["steps"] if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)] == []


def test_names_that_people_choose_reach_no_script_as_code() -> None:
    assert [text for text in scripts() if "${{" in text] == []


def test_the_job_with_a_token_fetches_nothing_on_gitlab() -> None:
    told = read(GITLAB)
    holders = [name for name, job in told.items() if "HVERDAG_TOKEN" in str(job)]
    assert holders == ["rapport på forslaget"]
    assert told[holders[0]]["variables"] == {"GIT_STRATEGY": "none"}
    assert "hverdag " not in str(told[holders[0]]["script"])


CALLS = [call for text in scripts() for call in commands(text, "hverdag")]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_commands_and_their_options_exist(call: list[str]) -> None:
    command = cli.get_command(click.Context(cli), call[0])
    assert command is not None
    given, _, _ = command.make_parser(click.Context(command)).parse_args(call[1:])
    for option in command.params:
        if isinstance(option.type, click.Choice) and option.name in given:
            option.type.convert(given[option.name], option, None)


def test_commands_are_found_in_scripts() -> None:
    assert {"check", "build", "review", "nod"} == {call[0] for call in CALLS}
    assert list(commands('a/hverdag nod -C b --c "$d e" > f || g', "hverdag")) == [["nod", "-C", "b", "--c", "$d e"]]
    called = {words[0] for text in scripts() for words in commands(text, "python")}
    assert [path for path in called if not (ROOT / path.removeprefix("program/")).is_file()] == []


def owners(path: str) -> list[str]:
    """Tell whom GitHub would ask: the last line that fits."""
    asked: list[str] = []
    for line in (ROOT / ".github/CODEOWNERS").read_text("utf-8").split("\n"):
        pattern, *names = line.split("#")[0].split() or [""]
        assert not pattern or re.fullmatch(r"\*|/[\w./-]+", pattern), f"{pattern} is read by no test"
        if pattern in ("*", f"/{path}") or (pattern.endswith("/") and f"/{path}".startswith(pattern)):
            asked = names
    return asked


CODE = """
    mkdocs.yml plugins/x plugins/hverdag/host/theme/main.html docs/overrides/main.html main.py scripts/build
    requirements/build.txt pyproject.toml tests/x.md .ci/run .gitlab-ci.yml .github/CODEOWNERS
    .github/workflows/nod.yml .gitlab/merge_request_templates/default.md
"""


@pytest.mark.parametrize("path", CODE.split())
def test_engineers_own_what_the_handbook_does(path: str) -> None:
    assert owners(path) == ["@fjordby/engineers"]


@pytest.mark.parametrize("path", ["stories/noeglen.md", "values/tillid.md", "docs/om.md", "docs/metoder/x.md"])
def test_communications_own_what_it_says(path: str) -> None:
    assert owners(path) == ["@fjordby/communications"]


def test_whoever_protects_data_is_asked_before_anything_is_waived() -> None:
    assert owners("values/handbook.yml") == ["@fjordby/communications", "@fjordby/data-protection"]


def test_people_are_told_who_can_read_what_they_write() -> None:
    for path in FORMS:
        opening = read(path)["body"][0]["attributes"]["value"]
        assert "Alle, der har adgang hertil, kan læse det, du skriver" in opening
        assert "ingen navne" in opening
    assert read(CONFIG)["blank_issues_enabled"] is False


def test_both_forges_ask_the_same_of_a_proposal() -> None:
    github, gitlab = (
        (ROOT / path).read_text("utf-8").split("\n\n")
        for path in (".github/pull_request_template.md", ".gitlab/merge_request_templates/default.md")
    )
    assert github[:-1] == gitlab[:-1]  # how to nod differs
