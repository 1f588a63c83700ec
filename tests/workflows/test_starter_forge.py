"""The forge files, CODEOWNERS and README of a new publication."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hverdag.cli import COMMANDS
from hverdag.pipeline.page_macros import may_ask
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.starter_files import unwritten_files
from hverdag.starter import COMMON, FOLDER, filled, starter_words
from tests.conftest import ROOT, TODAY, Publication
from tests.course import Course
from tests.forge import LANGUAGES, ForgeFiles, begun_forge, owners, read

FJORDBY = {**starter_words("da").other, "many": "borgere", "handbook_address": "hverdag.fjordby.example"}
INSTALL = ".venv/bin/pip install --quiet --disable-pip-version-check --require-hashes"
OWN = {
    'CONTRIBUTING, "The forge"': "github-gitlab.md",
    "python scripts/build": ".venv/bin/hverdag build",
}
"""What is otherwise in a publication, which has no program in it."""


def set_up(folder: str, spaces: int) -> str:
    """Return the lines that set up the program which a folder's requirements.txt names."""
    lines = (
        f"python -m venv --clear {folder}.venv",
        f"if [ -d {folder}wheels ]; then set -- --find-links {folder}wheels; fi",
        f'{folder}{INSTALL} "$@" -r {folder}requirements.txt',
    )
    return "|\n" + "\n".join(f"{' ' * spaces}{line}" for line in lines)


def as_in_a_publication(text: str) -> str:
    """Return a forge file of the repository with what is otherwise in a publication."""
    text = re.sub(r"(?<=run: )python (program/)?scripts/setup\.py", lambda found: set_up(found[1] or "", 10), text)
    text = text.replace("- python scripts/setup.py", f"- {set_up('', 6)}")
    for ours, theirs in OWN.items():
        text = text.replace(ours, theirs)
    return text


def forge_files_of(folder: str) -> list[str]:
    """Return the paths, as they are in a publication, of the forge files in a folder of the starter."""
    paths = (path for path in (FOLDER / folder).rglob("*") if path.is_file())
    named = (re.sub(r"(^|/)dot-", r"\1.", path.relative_to(FOLDER / folder).as_posix()) for path in paths)
    return sorted(path for path in named if path.startswith((".github/", ".gitlab")))


OURS = [
    *((COMMON, path) for path in forge_files_of(COMMON)),
    *(("da", path) for path in forge_files_of("da") if not path.endswith("CODEOWNERS")),
]


@pytest.mark.parametrize(("folder", "path"), OURS, ids=[path for _, path in OURS])
def test_a_forge_file_is_the_repositorys_but_for_what_sets_up_the_program(folder: str, path: str) -> None:
    template = (FOLDER / folder / re.sub(r"(^|/)\.", r"\1dot-", path)).read_text("utf-8")
    assert filled(template, FJORDBY) == as_in_a_publication((ROOT / path).read_text("utf-8"))


def test_no_forge_file_of_the_repository_is_forgotten() -> None:
    there = [path for name in (".github", ".gitlab") for path in (ROOT / name).rglob("*") if path.is_file()]
    paths = [path.relative_to(ROOT).as_posix() for path in (*there, ROOT / ".gitlab-ci.yml")]
    assert sorted(path for _, path in OURS) == sorted(path for path in paths if not path.endswith("CODEOWNERS"))


def shape(part: object) -> object:
    """Return what is the same in every language."""
    if isinstance(part, dict):
        return {name: shape(value) for name, value in part.items()}
    return [shape(item) for item in part] if isinstance(part, list) else type(part)


@pytest.mark.parametrize(
    ("danish", "english"),
    [("config", "config"), ("fortaelling", "story"), ("fejl-eller-forslag", "mistake-or-suggestion")],
)
def test_a_form_asks_the_same_in_english(danish: str, english: str) -> None:
    forms = [
        read(FOLDER / language / f"dot-github/ISSUE_TEMPLATE/{name}.yml")
        for language, name in (("da", danish), ("en", english))
    ]
    assert shape(forms[0]) == shape(forms[1])
    assert [part.get("id") for part in forms[0].get("body", ())] == [
        part.get("id") for part in forms[1].get("body", ())
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_means_anything_in_a_script_or_in_a_setting(language: str) -> None:
    words = starter_words(language).other
    assert words.keys() == starter_words("da").other.keys()
    assert [word for word in words.values() if re.search(r"""["'`$\\%{}\[\]<>|&;*]|: | #|^[^\w]|\s$""", word)] == []
    assert len({word.casefold() for word in words.values()}) == len(words), "jobs are told apart by their names"


@pytest.fixture(scope="module", params=LANGUAGES)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> ForgeFiles:
    return begun_forge(tmp_path_factory.mktemp("forge") / request.param, request.param)


def test_no_word_is_left_to_fill_in(begun: ForgeFiles) -> None:
    names = {*starter_words(begun.language).todo, *starter_words(begun.language).other}
    for path in sorted(path for path in begun.root.rglob("*") if path.is_file()):
        for found in re.findall(r"\[\[(\w+)\]\]", path.read_text("utf-8")):
            assert found.casefold() not in names, path


def test_no_danish_is_left_in_the_english_files(tmp_path: Path) -> None:
    english = begun_forge(tmp_path / "en", "en")
    for path in (*english.workflows, *english.forms, english.config, english.gitlab, english.root / "README.md"):
        text = path.read_text("utf-8").replace("Åparken", "")
        assert re.findall(r"(?i)[æøå»«]|\b(?:og|ikke|forslag|godkend\w*|rapport\w*|nik)\b", text) == [], path


@pytest.mark.skipif(not shutil.which("bash"), reason="the forges run bash")
def test_every_script_can_be_read_by_the_shell(begun: ForgeFiles) -> None:
    for text in begun.scripts():
        done = subprocess.run(["bash", "-n", "-c", text], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


PYTHON = """#!/bin/bash
# python -m venv --clear FOLDER
mkdir -p "$4/bin"
cp "$(dirname "$0")/pip" "$4/bin/pip"
"""
PIP = """#!/bin/bash
printf '%s\\n' "$@" > called
"""


@pytest.mark.skipif(not shutil.which("bash"), reason="the forges run bash")
@pytest.mark.parametrize("has_wheels", [True, False])
@pytest.mark.parametrize("job", ["nod.nod", "report.report"])
def test_the_program_is_the_one_that_main_names(begun: ForgeFiles, tmp_path: Path, job: str, has_wheels: bool) -> None:
    shutil.copytree(begun.root, tmp_path / "text")  # what the proposal brings is not looked at
    (tmp_path / "text/wheels").mkdir()
    (tmp_path / "program").mkdir()
    if has_wheels:
        (tmp_path / "program/wheels").mkdir()
    for name, text in (("python", PYTHON), ("pip", PIP)):
        path = tmp_path / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(0o755)
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", begun.script(job, "Gør klar")]
    subprocess.run(command, cwd=tmp_path, env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}, check=True)
    wheels = ["--find-links", "program/wheels"] if has_wheels else []
    called = (tmp_path / "called").read_text("utf-8").split()
    assert called == [*INSTALL.split()[1:], *wheels, "-r", "program/requirements.txt"]


# Who is asked

CODE = """
    mkdocs.yml requirements.txt wheels/hverdag.whl theme/story.html docs/overrides/main.html overrides/main.html
    main.py main/x.py x.py
    hooks/x.py includes/x.md plugins/x README.md .github/CODEOWNERS .github/workflows/nod.yml .gitlab-ci.yml
    .gitlab/CODEOWNERS .gitlab/merge_request_templates/default.md
"""


def asked(begun: ForgeFiles, path: str) -> list[str]:
    """Return the names of the words that stand for those who are asked about a path."""
    names = {
        f"@[[{sentence}]]".replace(" ", "_"): name for name, sentence in starter_words(begun.language).todo.items()
    }
    return [names[owner] for owner in owners(begun.root, path)]


def test_engineers_own_what_runs_and_whoever_writes_owns_the_rest(begun: ForgeFiles) -> None:
    assert [path for path in CODE.split() if asked(begun, path) != ["engineers"]] == []
    for path in ("stories/the-key.md", "values/trust.md", "docs/a-page.md"):
        assert asked(begun, path) == ["editors"]
    assert asked(begun, "values/handbook.yml") == ["editors", "data_protection"]


def test_engineers_own_every_page_that_is_a_template(begun: ForgeFiles) -> None:
    pages = {path: may_ask(path.read_text("utf-8")) for path in (begun.root / "docs").rglob("*.md")}
    assert sum(pages.values()) >= 5
    for page, is_template in pages.items():
        path = page.relative_to(begun.root).as_posix()
        assert asked(begun, path) == (["engineers"] if is_template else ["editors"]), path


def test_the_check_names_what_is_to_be_filled_in_once_and_stops_nothing(begun: ForgeFiles) -> None:
    todo = starter_words(begun.language).todo
    problems = [problem for problem in unwritten_files(begun.root) if problem.source.path.startswith(".git")]
    assert [(problem.source.path, problem.parameters["given"]) for problem in problems] == [
        *((".github/CODEOWNERS", todo[name]) for name in ("engineers", "editors", "data_protection")),
        (".github/ISSUE_TEMPLATE/config.yml", todo["handbook_address"]),
    ]
    assert not any(problem.is_error for problem in problems)
    for problem in problems:
        line = (begun.root / problem.source.path).read_text("utf-8").split("\n")[problem.source.line - 1]
        assert line[problem.source.column - 1 :].startswith(f"[[{problem.parameters['given']}]]")


def test_nothing_else_is_wrong_with_them(begun: ForgeFiles) -> None:
    found = read_and_check(begun.root, TODAY).problems
    new = [problem for problem in found if not problem.source.path.startswith(("values/", "docs/", "stories/"))]
    assert {problem.rule for problem in new} == {"starter-text"}


# What people read first


def test_the_readme_names_what_is_there(begun: ForgeFiles) -> None:
    for name in ("README.md", "github-gitlab.md"):
        text = (begun.root / name).read_text("utf-8")
        named = set(re.findall(r"`((?:values|stories|docs|\.git|requirements|mkdocs)[\w./-]*)`", text))
        moved = {".gitlab/CODEOWNERS"}
        assert [path for path in named - moved if not (begun.root / path).exists()] == []
        assert [link for link in re.findall(r"\]\(([^)]+)\)", text) if not (begun.root / link).exists()] == []


def test_the_first_commands_of_the_readme_work_wherever_the_program_came_from(begun: ForgeFiles) -> None:
    """Whoever has begun a handbook has the program; where its files are is another matter."""
    text = (begun.root / "README.md").read_text("utf-8")
    commands = re.findall(r"(?m)^    (\S.*)$", text)
    assert len(commands) > 2
    for command in commands[:2]:
        program, name, *_ = command.split()
        assert program == "hverdag"
        assert name in COMMANDS
    other = text[text.index("    python3 -m venv") :]
    assert "--find-links wheels -r requirements.txt" in other
    assert (begun.root / "requirements.txt").is_file()


def test_it_tells_of_the_environments_and_labels_that_the_files_ask_for(begun: ForgeFiles) -> None:
    text = (begun.root / "github-gitlab.md").read_text("utf-8")
    jobs = [job for _, job in begun.jobs()]
    names = [job["environment"] for job in jobs if "environment" in job]
    names += [begun.gitlab_job("rapport på forslaget")["environment"]["name"]]
    names += [label for form in begun.forms for label in read(form)["labels"]]
    names += re.findall(r"(?:vars|secrets)\.(HVERDAG_\w+)", str(jobs))
    assert len(names) == 7
    for name in names:
        assert f"`{name['name'] if isinstance(name, dict) else name}`" in text
    checked = next(str(job["name"]) for name, job in begun.jobs() if name == "handbook.check")
    assert checked in text


# A proposal in such a publication


@pytest.fixture(params=LANGUAGES)
def course(request: pytest.FixtureRequest, tmp_path: Path) -> Course:
    return Course(Publication(begun_forge(tmp_path / request.param, request.param).root), tmp_path)


def test_a_proposal_gets_its_report_and_its_check(course: Course) -> None:
    course.git("checkout", "-qb", "ny")
    (story,) = (course.root / "stories").glob("*.md")
    path = f"stories/{story.name}"
    course.write(path, course.read(path) + "\nNøglen lå på bordet.\n")
    course.commit("Et forslag")
    report = course.review("--proposal", base="main")
    assert report.startswith("<!-- hverdag-review -->")
    assert "Nøglen lå på bordet." in report
    assert "requirements.txt" not in report
    checked = course.run("check", "--proposal").output
    assert "proposal-" not in checked
    course.write("requirements.txt", course.read("requirements.txt") + "# x\n")
    course.commit("Et andet program")
    assert "requirements.txt" in course.review("--proposal", base="main").split("\n\n|")[0]
