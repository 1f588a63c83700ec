"""What the macros plugin offers to hand-written pages."""

from typing import Any

import pytest
from mkdocs_macros import context

from tests.conftest import Publication


@pytest.mark.parametrize(("page", "times"), [("# Om", 0), ("# Om\n\n{{ git.short_commit }}, {{ git['tag'] }}", 1)])
def test_git_is_asked_for_the_commit_only_where_a_page_tells_of_it(
    good: Publication, monkeypatch: pytest.MonkeyPatch, page: str, times: int
) -> None:
    asked: list[bool] = []

    def ask() -> dict[str, Any]:
        asked.append(True)
        return {"short_commit": "abc1234", "tag": "v1"}

    monkeypatch.setattr(context, "get_git_info", ask)
    good.write("docs/om.md", f"---\nrender_macros: true\n---\n{page}\n")
    report = good.build()
    assert report.built, report.problems
    assert len(asked) == times
    assert good.page("om/index.html").count("abc1234, v1") == times


def test_a_machine_without_git_has_no_commit_to_tell_of(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "get_git_info", lambda: None)
    good.write("docs/om.md", "---\nrender_macros: true\n---\n# Om\n\n{{ git | length }} ting\n")
    report = good.build()
    assert report.built, report.problems
    assert "0 ting" in good.page("om/index.html")
