"""What a view was rendered to is remembered, and rendered again only where something that it is made of has changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hverdag.features.kit import Kit
from hverdag.model.artifact import Output
from hverdag.model.view import View
from hverdag.pipeline import view_memo
from hverdag.pipeline.plan import PlannedView
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.render import RenderedSite, render
from tests.conftest import TODAY, Publication

PAGES = {"StoryView stories/doeren.md", "ValueView values/mod.md", "StoryListView "}


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each test begin with nothing remembered."""
    (tmp_path / "cache").mkdir(mode=0o700)
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds and subjects of the views that were rendered: one that is printed is rendered each time."""
    found: list[str] = []
    outputs = view_memo.ViewMemo.outputs

    def noted(memo: view_memo.ViewMemo, planned: PlannedView) -> list[Output]:
        def render_view(view: View, kit: Kit) -> Iterator[Output]:
            if not view.printable:
                found.append(f"{type(view).__name__} {view.subject}")
            return planned.feature.render(view, kit)

        class Feature:
            id, render = planned.feature.id, staticmethod(render_view)

        return outputs(memo, PlannedView(Feature(), planned.view))  # type: ignore[arg-type]

    monkeypatch.setattr(view_memo.ViewMemo, "outputs", noted)
    return found


def site(good: Publication) -> RenderedSite:
    return render(read_and_check(good.root, TODAY), TODAY)


def test_what_has_not_changed_is_not_rendered_again(good: Publication, rendered: list[str]) -> None:
    first = site(good)
    assert set(rendered) >= PAGES
    anew = len(rendered)
    again = site(good)
    assert len(rendered) - anew < anew / 2
    assert not set(rendered[anew:]) & PAGES
    assert again.pages == first.pages
    assert again.artifacts == first.artifacts
    assert {page.address: again.macros.story_codes(page.address) for page in again.pages} == {
        page.address: first.macros.story_codes(page.address) for page in first.pages
    }


def test_a_story_that_has_changed_is_rendered_wherever_it_is_shown(good: Publication, rendered: list[str]) -> None:
    site(good)
    rendered.clear()
    good.change("stories/vinduet.md", "title: Vinduet", "title: Ruden")
    changed = site(good)
    assert {"StoryView stories/vinduet.md", "StoryListView "} <= set(rendered)
    assert "Ruden" in changed.page("fortaellinger/vinduet/").content
    assert "Ruden" in changed.page("fortaellinger/").content


def test_with_another_setting_all_is_rendered_again(good: Publication, rendered: list[str]) -> None:
    site(good)
    anew = len(rendered)
    rendered.clear()
    good.change("values/handbook.yml", "organisation: ", "organisation: Nye ")
    site(good)
    assert len(rendered) == anew


def test_where_there_are_errors_nothing_is_kept(good: Publication, tmp_path: Path) -> None:
    good.change("stories/vinduet.md", "title: Vinduet", "titel: Vinduet")
    site(good)
    held = [path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert not any(b"hv-" in content for content in held)
