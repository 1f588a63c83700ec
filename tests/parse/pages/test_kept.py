"""A page that was looked over is not looked over again, unless it or what mkdocs.yml decides is another."""

from pathlib import Path

import pytest

from hverdag.parse.pages import reader as pages
from tests.parse.pages.reading import PATH, USUAL, reader

BROKEN = "Vi aftalte tre ting:\n- Ring\n- Skriv\n- Gå"
MARKED = "Se ==det her== nu.\n\n<script>alert(1)</script>"


def test_what_was_found_is_known_without_looking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = reader(tmp_path).problems(BROKEN, PATH)
    assert found

    def looked(*_: object) -> str:
        raise AssertionError("it was looked over again")

    monkeypatch.setattr(pages, "differences", looked)
    again = reader(tmp_path).problems(BROKEN, PATH)
    assert again == found
    again.clear()
    assert reader(tmp_path).problems(BROKEN, PATH) == found
    with pytest.raises(AssertionError, match="again"):
        reader(tmp_path).problems(f"{BROKEN}.", PATH)


def test_its_path_is_part_of_it(tmp_path: Path) -> None:
    for path in (PATH, "docs/anden.md"):
        assert {problem.source.path for problem in reader(tmp_path).problems(BROKEN, path)} == {path}


def test_other_decisions_are_other_findings(tmp_path: Path) -> None:
    rules = {problem.rule for problem in reader(tmp_path).problems(MARKED, PATH)}
    assert rules
    listed = "[{hverdag: {pages_allowed: [{page: side.md, by: Webredaktionen}]}}]"
    assert {problem.rule for problem in reader(tmp_path, USUAL, listed).problems(MARKED, PATH)} < rules
    assert {problem.rule for problem in reader(tmp_path).problems(MARKED, PATH)} == rules


def test_only_so_many_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_MOST_KEPT", 3)
    monkeypatch.setattr(pages, "_KEPT", {})
    for number in range(10):
        reader(tmp_path).problems(f"Side {number}", PATH)
        assert len(pages._KEPT) <= 3
