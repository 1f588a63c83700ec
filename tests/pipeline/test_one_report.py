"""One run finds the faults of every stage, each once and at its own place, and nothing that follows from another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from hverdag.host.mkdocs import render_site
from hverdag.model.problem import Problem
from hverdag.pipeline import build
from hverdag.pipeline.check_site import check_site
from tests.conftest import TODAY, Publication, copied, examples
from tests.files_that_tell import pdf
from tests.told import everything

VINDUET, DOEREN = "stories/vinduet.md", "stories/doeren.md"
MACROS = "---\nrender_macros: true\n---\n# Side\n\n"


@dataclass(frozen=True)
class Fault:
    """A fault of one stage, and where it is told: path, line and column."""

    rule: str
    put: Callable[[Publication], None]
    path: str
    line: int = 1
    column: int = 1


def changed(path: str, old: str, new: str) -> Callable[[Publication], None]:
    return lambda good: good.change(path, old, new)


def with_the_one_before(_: Publication) -> None:
    """What is told of the fault before it in more places."""


def written(path: str, text: str) -> Callable[[Publication], None]:
    return lambda good: good.write(path, text)


def _files(good: Publication) -> None:
    (good.root / "docs/liste.pdf").write_bytes(pdf("150368-5001"))


def _picture(good: Publication) -> None:
    (good.root / "docs/sløret.png").with_name("sloeret.png").write_bytes(b"ikke et billede")


Alone = Callable[[str], tuple[Problem, ...]]

LONG = "Vi siger " * 50
DEAD_PAGE = "# En\n\nSe [hjælp](hjelp.md).\n\n```\n[kode](hjelp.md)\n```\n\nOg [igen](hjelp.md), [igen](hjelp.md).\n"
DEAD_ANCHORS = "# To\n\nSe [døren](fortaellinger/doeren.md#eftr).\n\nSe [svar](hjaelp.md#svar-og-spoergsmaal).\n"

FAULTS: Mapping[str, tuple[Fault, ...]] = {
    "a field": (Fault("story-kind", changed(VINDUET, "kind: opgave", "kind: opgaver"), VINDUET, 5, 7),),
    "a letter": (Fault("text-letter", changed(VINDUET, "stod åbent.\nvalues", "stod 漢.\nvalues"), VINDUET, 3, 10),),
    "a state": (Fault("field-choice", changed(DOEREN, "state: published", "state: publisert"), DOEREN, 19, 8),),
    "a link": (Fault("link-target", changed(DOEREN, "(vinduet.md)", "(vindvet.md)"), DOEREN, 33, 4),),
    "an anchor": (Fault("link-anchor", changed("values/tillid.md", "#efter", "#eftr"), "values/tillid.md", 14, 64),),
    "a link to a page's heading": (
        Fault(
            "site-link", changed(DOEREN, "(https://example.org/?a=1&b=2)", "(../docs/hjaelp.md#nej)"), DOEREN, 33, 60
        ),
    ),
    "a poster": (
        Fault(
            "poster-length",
            changed("values/mod.md", "promise: Vi", f"promise: {LONG}"),
            "values/mod.md",
            4,
            10,
        ),
        Fault("text-length", with_the_one_before, "values/mod.md", 4, 10),
    ),
    "a setting": (
        Fault("settings-address", changed("values/handbook.yml", "https://git", "git"), "values/handbook.yml", 10, 11),
    ),
    "links of a page": (
        Fault("site-link", written("docs/en.md", DEAD_PAGE), "docs/en.md", 3, 12),
        Fault("site-link", with_the_one_before, "docs/en.md", 9, 11),
        Fault("site-link", with_the_one_before, "docs/en.md", 9, 29),
    ),
    "anchors of a page": (
        Fault("site-link", written("docs/to.md", DEAD_ANCHORS), "docs/to.md", 3, 12),
        Fault("site-link", with_the_one_before, "docs/to.md", 5, 11),
    ),
    "macros": (
        Fault(
            "page-name",
            written("docs/tre.md", f'{MACROS}{{{{ value_tiels() }}}} {{{{ story("x") }}}}\n\n[væk](v.md)\n'),
            "docs/tre.md",
            6,
            1,
        ),
        Fault("page-name", with_the_one_before, "docs/tre.md", 6, 21),
        Fault("site-link", with_the_one_before, "docs/tre.md", 8, 7),
    ),
    "a macro that cannot be read": (
        Fault(
            "page-macro",
            written("docs/fire.md", f'{MACROS}{{{{ story("y") }}}}\n\n{{{{ fact( }}}}\n\n[væk](v.md)\n'),
            "docs/fire.md",
            8,
            1,
        ),
        Fault("page-name", with_the_one_before, "docs/fire.md", 6, 1),
        Fault("site-link", with_the_one_before, "docs/fire.md", 10, 7),
    ),
    "a request": (
        Fault(
            "page-request", written("docs/fem.md", "# Fem\n\n![x](https://example.org/x.png)\n"), "docs/fem.md", 3, 6
        ),
    ),
    "the navigation": (
        Fault(
            "mkdocs-config", changed("mkdocs.yml", "nav:\n  - V", "nav:\n  - Væk: zzzz.md\n  - V"), "mkdocs.yml", 12, 10
        ),
    ),
    "a number in a file": (Fault("privacy-cpr", _files, "docs/liste.pdf"),),
    "a number in a text": (
        Fault("privacy-cpr", written("docs/seks.md", "# Seks\n\nDet er 150368-5003.\n"), "docs/seks.md", 3, 8),
    ),
    "a picture": (Fault("picture-unreadable", _picture, "docs/sloeret.png"),),
}
"""What can be wrong at each stage; each in lines of its own, so that no place moves."""


def checked(good: Publication) -> tuple[Problem, ...]:
    return check_site(good.root, TODAY, render_site).problems


def told(problems: Iterable[Problem]) -> list[str]:
    return [repr(problem) for problem in problems]


@pytest.fixture(scope="module", autouse=True)
def _every_fault_of_ours_is_raised() -> object:
    patch = pytest.MonkeyPatch()
    patch.setenv(build.DEBUG, "1")
    yield
    patch.undo()


@pytest.fixture(scope="module")
def as_it_is(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, ...]:
    """What is told of the golden publication."""
    return checked(copied("good", tmp_path_factory.mktemp("none")))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, as_it_is: tuple[Problem, ...]) -> Alone:
    """Tell what each fault alone adds to that. Each is looked for once."""

    @cache
    def added(name: str) -> tuple[Problem, ...]:
        good = copied("good", tmp_path_factory.mktemp("alone"))
        for fault in FAULTS[name]:
            fault.put(good)
        return tuple(problem for problem in checked(good) if problem not in as_it_is)

    return added


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_told_at_its_own_place_and_brings_no_other(alone: Alone, name: str) -> None:
    at = {(one.rule, one.source.path, one.source.line, one.source.column) for one in alone(name)}
    assert at == {(fault.rule, fault.path, fault.line, fault.column) for fault in FAULTS[name]}


@pytest.mark.slow
@settings(max_examples=examples(4), suppress_health_check=list(HealthCheck))
@given(names=some.sets(some.sampled_from(sorted(FAULTS)), min_size=2))
def test_what_is_told_of_several_is_what_is_told_of_each(
    tmp_path_factory: pytest.TempPathFactory, as_it_is: tuple[Problem, ...], alone: Alone, names: set[str]
) -> None:
    good = copied("good", tmp_path_factory.mktemp("several"))
    for fault in (fault for name in sorted(names) for fault in FAULTS[name]):
        fault.put(good)
    found = [problem for problem in checked(good) if problem not in as_it_is]
    assert set(told(found)) == {problem for name in names for problem in told(alone(name))}


@pytest.mark.slow
def test_all_of_it_in_one_check_and_one_build_and_nothing_is_written(good: Publication, alone: Alone) -> None:
    assert good.build().built
    before = everything(good.site)
    for fault in (fault for faults in FAULTS.values() for fault in faults):
        fault.put(good)
    report = good.build()
    assert not report.built
    assert {problem for name in FAULTS for problem in told(alone(name))} <= set(told(report.problems))
    assert told(report.problems) == told(checked(good))
    assert len(set(told(report.problems))) == len(report.problems)
    assert everything(good.site) == before


def test_where_mkdocs_yml_cannot_be_used_the_pages_are_looked_over_all_the_same(good: Publication) -> None:
    good.change("mkdocs.yml", "  name: material", "  name: [material")
    good.write("docs/en.md", DEAD_PAGE)
    good.change(VINDUET, "kind: opgave", "kind: opgaver")
    found = {(problem.rule, problem.source.path) for problem in checked(good) if problem.is_error}
    assert found == {("mkdocs-config", "mkdocs.yml"), ("site-link", "docs/en.md"), ("story-kind", VINDUET)}


def test_a_page_whose_fields_cannot_be_read_is_looked_over_and_so_are_its_macros(good: Publication) -> None:
    page = f"---\ntitle: Side: en\nrender_macros: true\n---\n\n{{{{ story('x') }}}}\n\n{DEAD_PAGE}"
    good.write("docs/en.md", page)
    found = [(one.rule, one.source.line) for one in checked(good) if one.source.path == "docs/en.md"]
    assert found == [
        ("front-matter-colon", 2),
        ("page-name", 6),
        ("site-link", 10),
        ("site-link", 16),
        ("site-link", 16),
    ]


@pytest.mark.parametrize("content", ["Sløret".encode("latin-1"), None, b"x" * 300_000])
def test_what_cannot_be_read_stops_no_other_page(good: Publication, content: bytes | None) -> None:
    path = good.root / "docs/uset.md"
    if content is None:
        path.symlink_to(good.root / "docs/hjaelp.md")
    else:
        path.write_bytes(content)
    good.write("docs/en.md", f"{DEAD_PAGE}\n[her](uset.md#sted)\n")
    found = [problem for problem in checked(good) if problem.is_error]
    assert [problem.source.path for problem in found] == [*["docs/en.md"] * 3, "docs/uset.md"]


def test_a_dead_anchor_is_told_once_a_place_with_what_was_meant(good: Publication) -> None:
    good.change(
        VINDUET,
        "Jeg lukkede det.",
        "Se [a](doeren.md#eftr), [b](doeren.md#eftr) og [c](#jeg-lukede).\n\n## Jeg lukkede",
    )
    found = [problem for problem in checked(good) if problem.is_error]
    assert [(one.rule, one.source.line, one.parameters["suggestion"]) for one in found] == [
        ("link-anchor", 17, "#efter"),
        ("link-anchor", 17, "#efter"),
        ("link-anchor", 17, "#jeg-lukkede"),
    ]
    assert len({problem.source.column for problem in found}) == 3


def test_a_text_too_long_to_be_read_brings_no_other_error(good: Publication) -> None:
    good.change(
        VINDUET, "Vinduet stod åbent.", f"{'Vinduet stod åbent. ' * 2_000}[^1] [x](#her)\n\n## Her\n\n[^1]: En note.\n"
    )
    good.change("values/mod.md", "Mod er", "[Se](../stories/vinduet.md#her). Mod er")
    good.write("docs/en.md", "# En\n\n[her](fortaellinger/vinduet.md#her)\n")
    assert [problem.rule for problem in good.problems() if problem.is_error] == ["text-size"]


@pytest.mark.parametrize("path", ["values/mod.md", VINDUET])
def test_a_file_that_cannot_be_read_brings_no_other_error(good: Publication, path: str) -> None:
    address = "vaerdier/mod.md" if path == "values/mod.md" else "fortaellinger/vinduet.md"
    good.write("docs/en.md", f"# En\n\n[her]({address}#her)\n")
    good.change("docs/index.md", '{{ story("doeren") }}', '{{ story("vinduet") }}')
    (good.root / path).write_bytes("Sløret".encode("latin-1"))
    found = [(problem.rule, problem.source.path) for problem in checked(good) if problem.is_error]
    assert found == [("file-encoding", path)]


@pytest.mark.parametrize(
    ("old", "new"),
    [("values: [mod]", "values: [modd]"), ("values: [mod]", "values: mod"), ("state: published", "state: ude")],
)
def test_a_value_whose_only_story_is_faulty_is_not_said_to_have_none(good: Publication, old: str, new: str) -> None:
    good.change(DOEREN, "values: [tillid, mod]", "values: [tillid]")
    good.change(VINDUET, old, new)
    assert "value-stories" not in good.rules()
