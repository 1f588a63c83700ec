"""What is missing is told with what to write, and that passes as it stands."""

import re
from datetime import date

import pytest

from hverdag.locale import catalogue
from hverdag.model.other_names import meant, meant_day, meant_number
from hverdag.model.problem import Problem
from hverdag.model.texts.story import State
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication

ENGLISH = catalogue("en")
SETTINGS, STORY, VALUE, METHOD = "values/handbook.yml", "stories/vinduet.md", "values/mod.md", "docs/metoder/vejen.md"


def errors(good: Publication) -> list[Problem]:
    return [problem for problem in good.problems() if problem.is_error]


def remedies(good: Publication) -> list[str]:
    return [ENGLISH.remedy(problem, rules()[problem.rule]) for problem in errors(good)]


def without(good: Publication, path: str, name: str) -> None:
    """Take a field out of a file."""
    text = (good.root / path).read_text("utf-8")
    left = re.sub(rf"^{name}:.*\n(?:[ ]+.*\n)*", "", text, count=1, flags=re.M)
    assert left != text, name
    good.write(path, left)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        *(
            (SETTINGS, name)
            for name in ("title", "organisation", "edition", "contact", "accessibility", "kinds", "criteria")
        ),
        *((STORY, name) for name in ("title", "summary", "values", "kind", "workplace", "audience", "themes")),
        *((STORY, name) for name in ("questions", "told", "review_by", "code")),
        *((VALUE, name) for name in ("name", "order", "promise", "signs", "questions", "colour", "mark", "code")),
        *((METHOD, name) for name in ("title", "purpose", "group", "minutes", "steps", "code")),
    ],
)
def test_a_missing_field_is_told_once_and_what_is_shown_passes(good: Publication, path: str, name: str) -> None:
    without(good, path, name)
    (problem,) = errors(good)
    assert (problem.rule, problem.source.path) == ("required-field", path)
    remedy = ENGLISH.remedy(problem, rules()[problem.rule]).removeprefix("Write it like this:").strip()
    sample = "\n".join((remedy, *ENGLISH.sample(problem))).strip()
    text = (good.root / path).read_text("utf-8")
    good.write(path, text.replace("---\n", f"---\n{sample}\n", 1) if path != SETTINGS else f"{sample}\n{text}")
    assert errors(good) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [(SETTINGS, "  phone: 70 00 00 00\n"), (SETTINGS, "    meaning: Noget svært.\n"), (METHOD, "    activity: Spil\n")],
)
def test_a_missing_line_inside_a_field_has_its_indentation(good: Publication, path: str, line: str) -> None:
    good.change(path, line, "")
    (problem,) = errors(good)
    lines = (good.root / path).read_text("utf-8").split("\n")
    below = re.fullmatch(r"Write this below line (\d+):", ENGLISH.remedy(problem, rules()[problem.rule]))
    assert below
    good.write(path, "\n".join((*lines[: int(below[1])], *ENGLISH.sample(problem), *lines[int(below[1]) :])))
    assert errors(good) == []


def test_several_missing_codes_are_different_and_free(good: Publication) -> None:
    for name in ("a", "b"):
        good.write(f"stories/{name}.md", re.sub("code:.*\n", "", (good.root / STORY).read_text("utf-8")))
    good.write(SETTINGS, (good.root / SETTINGS).read_text("utf-8") + "retired: [F30]\n")
    found = re.findall(r"code: (\w+)", " ".join(remedies(good)))
    assert found == ["F31", "F32"]


def test_without_its_settings_a_publication_is_told_of_nothing_else(good: Publication) -> None:
    (good.root / SETTINGS).unlink()
    (problem,) = errors(good)
    assert (problem.rule, problem.source.path) == ("settings-file", SETTINGS)
    good.write(SETTINGS, "\n".join(ENGLISH.sample(problem)) + "\n")
    assert errors(good) == []


@pytest.mark.parametrize("name", ["handbook.yaml", "Handbook.yml", "handbook.yml.txt", "handbook.YML"])
def test_settings_under_another_name_are_known(good: Publication, name: str) -> None:
    (good.root / SETTINGS).rename(good.root / "values" / name)
    (problem,) = errors(good)
    assert (problem.rule, problem.source.path) == ("settings-file", f"values/{name}")
    assert remedies(good) == ["Call this file handbook.yml."]


@pytest.mark.parametrize(
    ("path", "old", "new", "remedy"),
    [
        (STORY, "values: [mod]", "values: Tillid, Mod", "Write it as values: [tillid, mod]"),
        (STORY, "values: [mod]", "values: Tillid og Mod", "Write it as values: [tillid, mod]"),
        (STORY, "values: [mod]", "values: V02", "Write it as values: [mod]"),
        (STORY, "values: [mod]", "values: (tillid)", "Write it as values: [tillid]"),
        (STORY, "values: [mod]", "values: [Mod]", 'Did you mean "mod"?'),
        (STORY, "values: [mod]", "values: [Tillid og mod]", 'Did you mean "tillid, mod"?'),
        (STORY, "values: [mod]", "values: [values/mod.md]", 'Did you mean "mod"?'),
        (
            STORY,
            "audience: [børn og unge]",
            "audience: børn og unge, ledere",
            "Write it as audience: [børn og unge, ledere]",
        ),
        (STORY, "kind: opgave", "kind: En krævende opgave", 'Did you mean "opgave"?'),
        (STORY, "title: Vinduet", "titel: Vinduet", 'Did you mean "title"?'),
        (STORY, "state: published", "state: udgivet", 'Did you mean "published"?'),
        (STORY, "told: 2026-02-01", "told: 1. februar 2026", 'Did you mean "2026-02-01"?'),
        (VALUE, "name: Mod", "title: Mod", 'Did you mean "name"?'),
        (METHOD, "minutes: 20\norder", "minutes: 20 min\norder", 'Did you mean "20"?'),
        (SETTINGS, "accessibility: hjaelp.md", "accessibility: docs/hjælp", 'Did you mean "hjaelp.md"?'),
        (SETTINGS, "accessibility: hjaelp.md", "accessibility: www.was.dk/x", 'Did you mean "https://www.was.dk/x/"?'),
    ],
)
def test_one_slip_is_one_problem_with_what_was_meant(
    good: Publication, path: str, old: str, new: str, remedy: str
) -> None:
    good.change(path, old, new)
    assert remedies(good) == [remedy]


def test_stories_are_known_by_their_titles(good: Publication) -> None:
    text = (good.root / SETTINGS).read_text("utf-8")
    good.write(SETTINGS, f"{text}pamphlet:\n  stories: [Vinduet]\n")
    assert remedies(good) == ['Did you mean "vinduet"?']
    good.write(SETTINGS, f"{text}pamphlet:\n  stories: Vinduet, Døren\n")
    assert remedies(good) == ["Write it as stories: [vinduet, doeren]"]


def test_fields_that_we_do_not_have_are_told_together(good: Publication) -> None:
    good.change(STORY, "title: Vinduet", "titel: Vinduet\nfarvekode: rød\nforfatter: en kollega")
    good.change(STORY, "summary:", "resumé:")
    (problem,) = errors(good)
    assert (problem.rule, problem.source.line) == ("field-unknown", 2)
    assert ENGLISH.message(problem, rules()[problem.rule]) == (
        'These fields do not exist: "titel" on line 2 (perhaps "title"), "farvekode" on line 3, "forfatter" on line 4, '
        '"resumé" on line 5 (perhaps "summary").'
    )
    assert ENGLISH.remedy(problem, rules()[problem.rule]).startswith("Delete them, or")


@pytest.mark.parametrize(
    ("given", "sample"),
    [
        ("dilemma: Hvad gør du?", "dilemma:\n  question: Hvad gør du?\n  options: [..., ...]"),
        ("contributors: nattevagt, afløser", "contributors:\n  - role: nattevagt, afløser"),
        ("contributors: [nattevagt, leder]", "contributors:\n  - role: nattevagt\n  - role: leder"),
        ("contributors:\n  role: nattevagt", "contributors:\n  - role: nattevagt"),
        ("decision: Værdigruppen", "decision:\n  date: 2026-11-21\n  group: Værdigruppen"),
    ],
)
def test_fields_inside_a_field_are_shown_in_their_form(good: Publication, given: str, sample: str) -> None:
    good.change(STORY, "code: F02", f"code: F02\n{given}")
    (problem,) = errors(good)
    assert problem.parameters["sample"] == sample


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12. marts 2026", "2026-03-12"),
        ("den 12. marts 2026", "2026-03-12"),
        ("12.3.2026", "2026-03-12"),
        ("12/03/2026", "2026-03-12"),
        ("2026/3/12", "2026-03-12"),
        ("12. marts", ""),
        ("31.2.2026", ""),
        ("1700000000", ""),
    ],
)
def test_a_day_in_another_form(text: str, day: str) -> None:
    assert meant_day(text) == day


def test_other_names_are_ours_where_they_mean_the_same() -> None:
    assert [meant(word, State) for word in ("udgivet", "kladde", "Published", "til læsning", "xyz")] == [
        "published",
        "draft",
        "published",
        "in-review",
        "",
    ]
    assert [meant_number(word) for word in ("20 min", "ca. 20", "20-30", "syv")] == ["20", "20", "", ""]


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("site_url: https://hverdag.dk", None),
        ("site_url: https://hverdag.dk/vi", None),
        ("site_url: hverdag.dk", "https://hverdag.dk/"),
        ("site_url: www.hverdag.dk/vi", "https://www.hverdag.dk/vi/"),
        ("site_url: https:/hverdag.dk/", "https://hverdag.dk/"),
        ("site_url: https:\\\\hverdag.dk\\vi", "https://hverdag.dk/vi/"),
        ("site_url: https://hver dag.dk/", "https://hverdag.dk/"),
        ("site_url: HTTPS://Hverdag.dk", "https://hverdag.dk/"),
        ("site_url: https://hverdag.dk/index.html", "https://hverdag.dk/"),
        ("site_url: https://hverdag.dk/?x=1", "https://hverdag.dk/"),
        ("edit_url: https://github.com/a/b", "https://github.com/a/b/edit/main/{path}"),
        ("edit_url: gitlab.com/a/b", "https://gitlab.com/a/b/-/edit/main/{path}"),
        ("edit_url: https://github.com/a/b/blob/main/", "https://github.com/a/b/edit/main/{path}"),
        ("edit_url: https://git.x.dk/edit/{file}", "https://git.x.dk/edit/{path}"),
    ],
)
def test_an_address_is_told_as_it_must_be(good: Publication, line: str, remedy: str | None) -> None:
    text = (good.root / SETTINGS).read_text("utf-8")
    name = line.partition(":")[0]
    good.write(SETTINGS, f"{line}\n" + re.sub(rf"^{name}:.*\n", "", text, flags=re.M))
    assert remedies(good) == ([f"Write it as {remedy}"] if remedy else [])


def test_an_address_gets_its_last_slash(good: Publication) -> None:
    good.write(SETTINGS, "site_url: https://hverdag.dk/vi\n" + (good.root / SETTINGS).read_text("utf-8"))
    settings = read_and_check(good.root, date(2026, 11, 21)).settings
    assert settings.site_url == "https://hverdag.dk/vi/"
