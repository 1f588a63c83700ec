"""Every setting of mkdocs.yml works, or is refused in one sentence that names it and its line."""

import re

import pytest
from mkdocs.config.defaults import MkDocsConfig

from hverdag.host import mkdocs as host
from hverdag.locale import catalogue
from hverdag.model.problem import Problem
from hverdag.pipeline.rule_registry import rules
from tests.conftest import ROOT, Publication

from .setting_cases import CASES, Case

ENGLISH = catalogue("en")


def line_of(problem: Problem) -> str:
    return ENGLISH.line(problem, rules()[problem.rule])


OF_MKDOCS_ALONE = {"config_file_path", "pages", "mdx_configs", "google_analytics"}
"""What nobody writes any more, or what no line of mkdocs.yml can set."""


def with_case(good: Publication, case: Case) -> Publication:
    if case.instead[0]:
        good.change("mkdocs.yml", *case.instead)
    if "repo_url" in case.lines:  # handbook.yml says better where a file is edited
        settings = (good.root / "values/handbook.yml").read_text("utf-8")
        good.write("values/handbook.yml", re.sub(r"^edit_url: .*\n", "", settings, flags=re.MULTILINE))
    text = (good.root / "mkdocs.yml").read_text("utf-8")
    good.write("mkdocs.yml", text + case.lines)
    for path, content in case.files.items():
        good.write(path, content)
    return good


@pytest.mark.parametrize("name", CASES)
def test_it_works_or_is_refused_in_one_sentence(good: Publication, name: str) -> None:
    case = CASES[name]
    report = with_case(good, case).build()
    if not case.refused:
        assert report.built, [line_of(problem) for problem in report.errors]
        assert case.shows in good.page(case.page)
        assert "javascript:" not in good.page(case.page)
        return
    assert not report.built
    (problem,) = report.errors
    assert case.refused in line_of(problem)
    place = f"{problem.source.path}:{problem.source.line}:{problem.source.column}"
    assert place == (case.at if name != "INHERIT of nothing" else "mkdocs.yml:1:1")


def test_every_setting_is_in_the_documents_and_here() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text[text.index("**mkdocs.yml.**") :].partition("\n**")[0]
    rows = (line.split("|")[1] for line in section.splitlines() if line.startswith("| `"))
    listed = set(re.findall(r"`(\w+)", "".join(rows)))
    settings = {name for name, _ in MkDocsConfig._schema} - OF_MKDOCS_ALONE
    assert settings - listed == set()
    tested = {re.split(r"\W", name)[0] for name in CASES} | {"remote_name", "repo_name", "edit_uri", "plugins"}
    assert settings - tested == set()


def test_a_preview_is_served_where_mkdocs_yml_says(good: Publication) -> None:
    assert host.preview_address(good.root) == "127.0.0.1:8000"
    good.change("mkdocs.yml", "site_name: Mini", "site_name: Mini\ndev_addr: 127.0.0.1:8765")
    assert host.preview_address(good.root) == "127.0.0.1:8765"


def test_a_preview_looks_at_what_is_to_be_watched(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []

    def serve(
        _root: object, _folder: object, _configured: object, _address: object, paths: list[str], **_: object
    ) -> None:
        seen.append(paths)

    monkeypatch.setattr(host, "serve_preview", serve)
    good.write("andet/x.txt", "x")
    good.change("mkdocs.yml", "site_name: Mini", "site_name: Mini\nwatch: [andet]")
    assert host.serve(good.root, "127.0.0.1:0") is None
    assert str(good.root / "andet") in seen[0]


def test_what_the_theme_can_do_and_the_frame_does_not_is_a_hint(good: Publication) -> None:
    good.change(
        "mkdocs.yml", "  name: material", "  name: material\n  palette: {primary: teal}\n  features: [x]\n  font: false"
    )
    report = good.build()
    assert report.built
    (hint,) = [problem for problem in report.problems if problem.rule == "mkdocs-unused"]
    assert (hint.source.line, hint.parameters["given"]) == (6, "features, palette")
