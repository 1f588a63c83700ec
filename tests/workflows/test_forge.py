"""GitHub and GitLab are told what they understand, and no job may do more than it has to."""

import json
import re
from pathlib import Path

import click
import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner, Result

from hverdag.cli import cli
from tests.clone import needed_to_import
from tests.conftest import ROOT
from tests.forge import REPOSITORY, ForgeFiles, actionlint, commands, owners, read, tool

needed_to_import()
WRITERS = {
    "report.comment": {"pull-requests"},
    "handbook.publish": {"pages", "id-token"},
    "nod.nod": {"contents", "actions"},
}
OF_MAIN = {
    "nod": {"workflow_run": {"workflows": ["{approval}"], "types": ["completed"]}},
    "report": {"pull_request_target": {"branches": ["main"]}},
}
"""The workflows that main's own file decides for a proposal, and the events that see to it."""


def test_actionlint_finds_nothing(forge_files: ForgeFiles) -> None:
    done = actionlint(*forge_files.workflows)
    assert done.returncode == 0, done.stdout


FAULTS = [
    ("needs: check", "needs: chekc", "chekc"),
    ("run: python scripts/setup.py", "run: echo ${{ github.event.pull_request.title }}", "untrusted"),
    ("steps.ready.outcome", "steps.klar.outcome", "klar"),
    ("schedule:", "skedule:", "skedule"),
    ("pages: write", "pages: wrote", "wrote"),
]


@pytest.mark.parametrize(("right", "wrong", "told"), FAULTS, ids=[fault[2] for fault in FAULTS])
def test_actionlint_would_find_it(right: str, wrong: str, told: str) -> None:
    text = (ROOT / ".github/workflows/handbook.yml").read_text("utf-8")
    assert right in text
    done = actionlint("-", stdin=text.replace(right, wrong))
    assert done.returncode == 1
    assert told in done.stdout


def zizmor(folder: Path) -> list[str]:
    """Return the names of what the strictest reading of workflows finds."""
    done = tool("zizmor", "--offline", "--no-config", "--persona", "auditor", "--format", "json", folder)
    return [finding["ident"] for finding in json.loads(done.stdout) if not finding["ignored"]]


def test_zizmor_finds_nothing(forge_files: ForgeFiles) -> None:
    assert zizmor(forge_files.root / ".github") == []


def test_what_zizmor_is_told_to_leave_is_answered_beside_it(forge_files: ForgeFiles) -> None:
    lines = [line for path in forge_files.workflows for line in path.read_text("utf-8").split("\n")]
    left = [line for line in lines if "zizmor: ignore" in line]
    assert len(left) == len(OF_MAIN)
    assert all(
        re.search(r"ignore\[dangerous-triggers\] nothing of a proposal is run, see above$", line) for line in left
    )


ATTACKS = [
    ("handbook.yml", "persist-credentials: false", "persist-credentials: true", "artipacked"),
    ("handbook.yml", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "unpinned-uses"),
    ("nod.yml", "    environment: nik", "    # nowhere", "secrets-outside-env"),
    ("nod.yml", " # zizmor: ignore[dangerous-triggers]", " #", "dangerous-triggers"),
    ("report.yml", " # zizmor: ignore[dangerous-triggers]", " #", "dangerous-triggers"),
    ("report.yml", "permissions: {}", "permissions: write-all", "excessive-permissions"),
    ("approval.yml", "run: echo", "run: echo ${{ github.event.review.body }}", "template-injection"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "found"), ATTACKS, ids=[f"{one[0]}-{one[3]}" for one in ATTACKS])
def test_zizmor_would_find_it(tmp_path: Path, name: str, right: str, wrong: str, found: str) -> None:
    text = (ROOT / ".github/workflows" / name).read_text("utf-8")
    assert right in text
    path = tmp_path / ".github/workflows" / name
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(right, wrong), "utf-8")
    assert found in zizmor(tmp_path)


SCHEMAS = {
    "vendor.github-workflows": lambda files: files.workflows,
    "custom.github-workflows-require-timeout": lambda files: files.workflows,
    "vendor.github-issue-forms": lambda files: files.forms,
    "vendor.github-issue-config": lambda files: [files.config],
    "vendor.gitlab-ci": lambda files: [files.gitlab],
}


def held_to(schema: str, *paths: Path) -> Result:
    """Hold files to a schema, as check-jsonschema does: the program takes a second to start and none to do it."""
    return CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, *map(str, paths)])


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_are_as_their_schema_says(forge_files: ForgeFiles, schema: str) -> None:
    paths = SCHEMAS[schema](forge_files)
    assert paths
    done = held_to(schema, *paths)
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("schema", "path", "right", "wrong"),
    [
        ("vendor.github-workflows", REPOSITORY.workflows[0], "runs-on:", "run-on:"),
        ("vendor.github-issue-forms", REPOSITORY.forms[0], "label:", "labl:"),
        ("vendor.github-issue-config", REPOSITORY.config, "url:", "adresse:"),
        ("vendor.gitlab-ci", REPOSITORY.gitlab, "expire_in:", "expires:"),
    ],
)
def test_a_schema_would_find_it(tmp_path: Path, schema: str, path: Path, right: str, wrong: str) -> None:
    copy = tmp_path / path.name
    copy.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
    done = held_to(schema, copy)
    assert (done.exit_code, "Schema validation errors were encountered." in done.output) == (1, True), done.output


def test_only_two_workflows_run_with_the_rights_of_main_for_a_proposal(forge_files: ForgeFiles) -> None:
    approval = read(forge_files.root / ".github/workflows/approval.yml")["name"]
    of_main = json.loads(json.dumps(OF_MAIN).replace("{approval}", approval))
    for path in forge_files.workflows:
        events = read(path)[True]  # YAML reads `on` as yes
        dangerous = {name: events[name] for name in events if name in {"pull_request_target", "workflow_run"}}
        assert dangerous == of_main.get(path.stem, {}), path
        assert not set(events) & {"issue_comment", "issues"}, path


def test_jobs_may_do_what_they_must_and_no_more(forge_files: ForgeFiles) -> None:
    assert all(read(path)["permissions"] == {} for path in forge_files.workflows)
    may = {
        name: {what for what, how in job["permissions"].items() if how == "write"} for name, job in forge_files.jobs()
    }
    assert {name: rights for name, rights in may.items() if rights} == WRITERS


FETCHED = {
    "nod.nod": {
        "program": "${{ github.event.repository.default_branch }}",
        "text": "${{ steps.review.outputs.commit }}",
    },
    "report.report": {"program": "${{ github.event.repository.default_branch }}"},
    "report.comment": {},
    "handbook.publish": {},
    "approval.tell": {},
}
RUNS = ("nod.nod", "report.report")
OF_THE_REPOSITORY = {"program/scripts/setup.py", "program/.venv/bin/hverdag"}
OF_A_PUBLICATION = {
    "program/.venv",
    "program/wheels",
    "program/.venv/bin/pip",
    "program/requirements.txt",
    "program/.venv/bin/hverdag",
}
PROGRAM = re.compile(r"(?<=\s)(?:\S+/)?(?:hverdag|pip|requirements\.txt|wheels|\.venv|\w+\.py)(?=[\s;])")
"""What is run in a script, or decides what is."""


@pytest.mark.parametrize("name", FETCHED)
def test_what_may_write_or_is_believed_runs_nothing_of_the_proposal(forge_files: ForgeFiles, name: str) -> None:
    steps = dict(forge_files.jobs())[name]["steps"]
    fetched = {
        step["with"]["path"]: step["with"]["ref"]
        for step in steps
        if step.get("uses", "").startswith("actions/checkout")
    }
    told = "\n".join(step.get("run", "") for step in steps)
    assert fetched == FETCHED[name]
    run = OF_THE_REPOSITORY if forge_files.has_program else OF_A_PUBLICATION
    assert set(PROGRAM.findall(f"{told}\n")) == (run if name in RUNS else set())
    assert all("--require-hashes" in call for call in commands(told, "pip"))
    reading = [call for call in commands(told, "hverdag") if call[1:3] != ["-C", "text"]]
    assert reading == []


def test_every_job_is_accounted_for(forge_files: ForgeFiles) -> None:
    assert {name for name, _ in forge_files.jobs()} == {*FETCHED, "handbook.check"}


def test_a_proposal_is_read_as_one(forge_files: ForgeFiles) -> None:
    assert "--proposal" in forge_files.script("report.report", "Skriv rapporten")
    assert "--proposal" in forge_files.gitlab_script("rapport")
    proposal = read(forge_files.root / ".github/workflows/handbook.yml")["env"]["HVERDAG_PROPOSAL"]
    assert proposal == "${{ github.ref != 'refs/heads/main' && '1' || '' }}"
    first = read(forge_files.gitlab)["workflow"]["rules"][0]
    assert first["variables"] == {"HVERDAG_PROPOSAL": "1"}


def test_secrets_are_bound_to_an_environment(forge_files: ForgeFiles) -> None:
    bound = {
        name: job.get("environment")
        for name, job in forge_files.jobs()
        if "secrets." in str(job) or "pages" in str(job["permissions"])
    }
    assert bound.pop("nod.nod") == forge_files.say("nik")
    assert bound.pop("handbook.publish")["name"] == "github-pages"
    assert bound == {}
    environment = forge_files.gitlab_job("rapport på forslaget")["environment"]
    assert environment == {"name": forge_files.say("rapport"), "action": "access"}


def test_a_token_lies_in_no_file(forge_files: ForgeFiles) -> None:
    for name, job in forge_files.jobs():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False, name


def test_nothing_is_kept_that_a_proposal_could_fill(forge_files: ForgeFiles) -> None:
    used = [step for _, job in forge_files.jobs() for step in job["steps"] if "uses" in step]
    assert not [step for step in used if "actions/cache" in step["uses"] or "cache" in step.get("with", {})]
    told = read(forge_files.gitlab)
    assert told[".hverdag"]["before_script"][0] == "export HVERDAG_CACHE=$(mktemp -d)"
    assert "cache" not in "".join(str(job.keys()) for job in told.values() if isinstance(job, dict))


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it(forge_files: ForgeFiles) -> None:
    every = [line for path in forge_files.workflows for line in path.read_text("utf-8").split("\n")]
    lines = [line for line in every if "uses:" in line]
    assert lines
    assert [
        line for line in lines if not re.search(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)
    ] == []
    pins: dict[str, set[str]] = {}
    for line in lines:
        name, _, pin = line.split("uses: ")[1].partition("@")
        pins.setdefault(name, set()).add(pin)
    assert [name for name, commits in pins.items() if len(commits) > 1] == []


def test_names_that_people_choose_reach_no_script_as_code(forge_files: ForgeFiles) -> None:
    assert [text for text in forge_files.scripts() if "${{" in text] == []


def test_the_job_with_a_token_fetches_nothing_on_gitlab(forge_files: ForgeFiles) -> None:
    told = read(forge_files.gitlab)
    holders = [name for name, job in told.items() if "HVERDAG_TOKEN" in str(job)]
    assert holders == [forge_files.say("rapport på forslaget")]
    assert told[holders[0]]["variables"] == {"GIT_STRATEGY": "none"}
    assert not re.search("hverdag |pip ", str(told[holders[0]]["script"]))


def test_a_merge_request_has_no_job_that_writes(forge_files: ForgeFiles) -> None:
    assert read(forge_files.gitlab)[".on-webhook"]["rules"] == [
        {"if": '$CI_PIPELINE_SOURCE == "trigger" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'}
    ]
    for name in ("rapport", "rapport på forslaget"):
        assert ".on-webhook" in forge_files.gitlab_job(name)["extends"]
        assert "rules" not in forge_files.gitlab_job(name)
    for name in ("byg", "pages"):
        (rule,) = forge_files.gitlab_job(name)["rules"]
        assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule["if"]
        assert rule["when"] == "always", "what must go is taken away also where the texts are faulty"


def test_commands_and_their_options_exist(forge_files: ForgeFiles) -> None:
    calls = [call for text in forge_files.scripts() for call in commands(text, "hverdag")]
    assert {"check", "build", "review", "nod"} == {call[0] for call in calls}
    for call in calls:
        command = cli.get_command(click.Context(cli), call[0])
        assert command is not None
        given, _, _ = command.make_parser(click.Context(command)).parse_args(call[1:])
        for option in command.params:
            if isinstance(option.type, click.Choice) and option.name in given:
                option.type.convert(given[option.name], option, None)


def test_commands_are_found_in_scripts() -> None:
    assert list(commands('a/hverdag nod -C b --c "$d e" > f || g', "hverdag")) == [["nod", "-C", "b", "--c", "$d e"]]
    called = {words[0] for text in REPOSITORY.scripts() for words in commands(text, "python")}
    assert [path for path in called if not (ROOT / path.removeprefix("program/")).is_file()] == []


CODE = """
    mkdocs.yml plugins/x plugins/hverdag/host/theme/main.html docs/overrides/main.html overrides/x.html
    main.py main/x.py scripts/build
    theme/story.html theme/base.docx hooks/x.py includes/x.md x.py
    requirements/build.txt pyproject.toml tests/x.md .ci/run .gitlab-ci.yml .github/CODEOWNERS
    .github/workflows/nod.yml .gitlab/merge_request_templates/default.md
"""


@pytest.mark.parametrize("path", CODE.split())
def test_engineers_own_what_the_handbook_does(path: str) -> None:
    assert owners(ROOT, path) == ["@fjordby/engineers"]


@pytest.mark.parametrize(
    "path", ["stories/noeglen.md", "values/tillid.md", "docs/tilgaengelighed.md", "docs/metoder/x.md"]
)
def test_communications_own_what_it_says(path: str) -> None:
    assert owners(ROOT, path) == ["@fjordby/communications"]


def test_whoever_protects_data_is_asked_before_anything_is_waived() -> None:
    assert owners(ROOT, "values/handbook.yml") == ["@fjordby/communications", "@fjordby/data-protection"]


TOLD = {
    "da": ("Alle, der har adgang hertil, kan læse det, du skriver", "ingen navne"),
    "en": ("Everyone who has access to this place can read what you write", "no names"),
}


def test_people_are_told_who_can_read_what_they_write(forge_files: ForgeFiles) -> None:
    for path in forge_files.forms:
        opening = read(path)["body"][0]["attributes"]["value"]
        assert all(told in opening for told in TOLD[forge_files.language])
    assert read(forge_files.config)["blank_issues_enabled"] is False


def test_both_forges_ask_the_same_of_a_proposal(forge_files: ForgeFiles) -> None:
    github, gitlab = (
        (forge_files.root / path).read_text("utf-8").split("\n\n")
        for path in (".github/pull_request_template.md", ".gitlab/merge_request_templates/default.md")
    )
    assert github[:-1] == gitlab[:-1]  # how to nod differs
