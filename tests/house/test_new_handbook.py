"""What the check says of a handbook that has just begun, and lines to copy that work."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.locale import catalogue
from hverdag.model.problem import CHOICES, Problem, Source
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.rule_registry import rules
from tests.conftest import TODAY, Publication

LINE = re.compile(r"\[\[[^\W\d][^\[\]]*\]\]")
SETTINGS = "values/handbook.yml"


def told(root: Path, rule: str) -> list[Problem]:
    return [problem for problem in read_and_check(root, TODAY).problems if problem.rule == rule]


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, [*words, "--today", str(TODAY)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def sample(problem: Problem) -> str:
    return "\n".join(catalogue("en").sample(problem)) + "\n"


@pytest.mark.parametrize(("language", "story"), [("da", "jeres-foerste-fortaelling"), ("en", "your-first-story")])
def test_the_list_followed_line_by_line_leads_to_a_handbook_that_readers_get(
    language: str, story: str, tmp_path: Path
) -> None:
    root = tmp_path / "h"
    begun = run(
        "new", "publication", str(root), "--language", language, "--organisation", "Huset", "--values", "Tillid, Mod"
    )
    listed = [line for line in begun.splitlines() if re.match(r"\d+\. ", line)]
    assert "state: published" in "".join(listed)
    assert "build -C" in listed[-1]
    number = iter(range(1000))
    for path in (*root.glob("values/*"), *root.glob("docs/*.md")):
        path.write_text(LINE.sub(lambda _: f"Ord {next(number)}", path.read_text("utf-8")), "utf-8")
    path = root / f"stories/{story}.md"
    (first,) = told(root, "no-story")
    assert first.source.path == f"stories/{story}.md"
    choices = dict(re.findall(r"(?m)^# (\w+): (.+)$", path.read_text("utf-8")))
    theme, kind = choices["themes"].split(", ")[0], choices["kind"].split(", ")[0]
    edit(
        path,
        ("summary:", "summary: Kort."), ("values: []", "values: [tillid, mod]"), ("kind:\nw", f"kind: {kind}\nw"),
        ("workplace:", "workplace: Huset"), ("audience: []", f"audience: [{choices['audience'].split(', ')[0]}]"),
        ("themes: []", f"themes: [{theme}]"), ("questions: []", "questions: [Hvad?, Hvem?, Hvor?]"),
        ("because:", "because: Fordi."), ("  - role:", "  - role: nattevagt"), ("state: draft", "state: in-review"),
        ("# consent:\n#   ref", "consent:\n  ref"), ("#   channels", "  channels"), ("#   until", "  until"),
        (f"SAM-{TODAY.year}-...", "SAM-2026-014"), ("# mentioned:\n#   people: []\n#   asked:\n#   date:",
         f"mentioned:\n  people: []\n  asked: gruppeleder\n  date: {TODAY}"),
    )  # fmt: skip
    path.write_text(path.read_text("utf-8") + "En tekst om natten.\n", "utf-8")
    assert told(root, "no-story")
    run("nod", story, "-C", str(root), "--as", "nattevagt", "--yes", "--record", "2026-00417")
    edit(path, ("state: in-review", "state: published"))
    for rule, where in (("decision", path), ("response", path)):
        (problem,) = told(root, rule)
        edit(where, ("---\n", f"---\n{sample(problem)}"))
    (problem,) = told(root, "selection")
    edit(
        root / SETTINGS,
        ("selections: []\n", sample(problem).replace("nodded: ...", "nodded: 9").replace("of: ...", "of: 9")),
    )
    (problem,) = told(root, "protection-answers")
    edit(root / SETTINGS, ("protection: {}\n", sample(problem)))
    (again,) = told(root, "protection-answers")
    assert again.parameters["missing"] == problem.parameters["missing"], "dots are no answer"
    edit(
        root / SETTINGS,
        *((f"{name}: ...", f"{name}: Svar") for name in re.findall(r"(?m)^ +(\w+): \.\.\.$", sample(problem))),
    )
    assert not told(root, "protection-answers")
    assert not told(root, "no-story")
    run("check", "-C", str(root))
    run("build", "-C", str(root))
    assert list((root / "site").glob(f"*/{story}/index.html"))


def test_a_handbook_without_a_story_is_told_how_to_begin_one(good: Publication) -> None:
    for path in (good.root / "stories").glob("*.md"):
        path.unlink()
    (problem,) = told(good.root, "no-story")
    assert "hverdag new story" in catalogue("da").remedy(problem, rules()["no-story"])


def test_the_story_that_is_nearest_is_named(good: Publication) -> None:
    for path in ("stories/vinduet.md", "stories/doeren.md"):
        good.change(path, "state: published", "state: in-review" if "vinduet" in path else "state: draft")
    (problem,) = told(good.root, "no-story")
    assert problem.source.path == "stories/vinduet.md"


@pytest.mark.parametrize("state", ["published", "retired"])
def test_readers_who_have_had_a_story_make_no_hint(good: Publication, state: str) -> None:
    good.change("stories/vinduet.md", "state: published", f"state: {state}")
    good.change("stories/doeren.md", "state: published", "state: draft")
    assert not told(good.root, "no-story")


def test_some_answers_are_told_with_the_others(good: Publication) -> None:
    settings = (good.root / SETTINGS).read_text("utf-8")
    good.write(SETTINGS, settings + "protection:\n  server: Vores egen\n  officer:\n    name: Kontoret\n")
    (problem,) = told(good.root, "protection-answers")
    missing = catalogue("da").message(problem, rules()[problem.rule])
    names = ("officer", "consent_register", "forge", "retention", "basis", "transfers", "security")
    assert all(f"({name})" in missing for name in names)
    assert "(server)" not in missing
    lines = (good.root / SETTINGS).read_text("utf-8").split("\n")
    good.write(
        SETTINGS,
        "\n".join((*lines[: problem.source.line], *catalogue("en").sample(problem), *lines[problem.source.line :])),
    )
    assert [one.rule for one in read_and_check(good.root, TODAY).errors] == []


def test_many_themes_without_stories_are_one_hint_and_few_are_told_apart(good: Publication) -> None:
    for number in range(12):
        door = (good.root / "stories/doeren.md").read_text("utf-8")
        good.write(f"stories/doer-{number}.md", door.replace("code: F01", f"code: G{number:02}"))

    def themes(count: int) -> list[Problem]:
        settings = (good.root / SETTINGS).read_text("utf-8").partition("  - id: tema-0")[0]
        more = "".join(f"  - id: tema-{n}\n    name: Tema {n}\n    about: Noget.\n" for n in range(count))
        head, _, tail = settings.partition("themes:\n")
        good.write(SETTINGS, f"{head}themes:\n{more}{tail}")
        return told(good.root, "theme-without-stories")

    assert len(themes(2)) == 2
    many = themes(12)
    assert len(many) == 1
    assert "12 temaer" in catalogue("da").message(many[0], rules()[many[0].rule])


def test_what_few_stories_cannot_cover_is_not_told(good: Publication) -> None:
    more = "".join(f"  - id: tema-{number}\n    name: Tema {number}\n    about: Noget.\n" for number in range(4))
    good.change(SETTINGS, "themes:\n", f"themes:\n{more}")
    good.change("stories/doeren.md", "state: published", "state: draft")
    assert not told(good.root, "theme-without-stories")
    assert not told(good.root, "value-stories")


NOTHING_TO_CHOOSE = {
    "response-goal": (
        "stories/vinduet.md",
        "response:\n  answer: chosen\n  reason: Ja.\n  goal: x\n  date: 2026-05-04\n  role: D\n",
    ),
    "link-anchor": ("stories/vinduet.md", ""),
}


def test_a_response_to_a_goal_where_there_are_none_is_told_in_a_sentence(good: Publication) -> None:
    for id, (path, fields) in NOTHING_TO_CHOOSE.items():
        text = (good.root / path).read_text("utf-8").replace("---\n", f"---\n{fields}", 1)
        good.write(path, text + ("" if fields else "\n\nSe [her](#ingen).\n"))
        (problem,) = told(good.root, id)
        for language in ("da", "en"):
            remedy = catalogue(language).remedy(problem, rules()[id])
            assert not re.search(r"(?:among|mellem) [.–-]|\( ?[–-]?\)|: ?[–-]?\.$", remedy), remedy


LISTING = sorted(one.id for one in rules().values() if any(f"{{{name}}}" in one.remedy for name in CHOICES))


@pytest.mark.parametrize("id", LISTING)
@pytest.mark.parametrize("empty", ["", "-", "–"])
def test_no_remedy_lists_what_is_not_there(id: str, empty: str) -> None:
    rule = rules()[id]
    names = re.findall(r"(?<!\{)\{(\w+)\}", rule.remedy + rule.none)
    parameters = {name: empty if name in CHOICES else "x" for name in names}
    problem = Problem(id, rule.level, Source("x"), parameters)
    assert catalogue("en").remedy(problem, rule) == rule.none.format(**parameters)


def test_a_new_story_shows_what_there_is_to_choose(good: Publication) -> None:
    run("new", "story", "-C", str(good.root), "--title", "Ny")
    text = (good.root / "stories/ny.md").read_text("utf-8")
    assert re.search(r"(?m)^# themes: .*Nøgler", text)
    assert re.search(r"(?m)^# audience: \S", text)
    assert not re.search(r"(?m)[ \t]+$", text)
