"""A check looks at what has changed since the last one, and tells all that a look at everything would tell."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hverdag.features.rules import Check
from hverdag.host.mkdocs import render_site
from hverdag.model.manifest import NAME
from hverdag.model.problem import Problem
from hverdag.parse.memory import Memory
from hverdag.parse.pages import reader
from hverdag.pipeline import check, gates
from hverdag.pipeline.check_site import check_site
from hverdag.pipeline.render import RenderedSite
from hverdag.pipeline.result import HostResult
from hverdag.privacy.scan.scan_site import SiteScan
from hverdag.publish.release import MARKER
from hverdag.verify import pages
from tests.conftest import TODAY, Publication
from tests.consent import with_fonts

STORY = "stories/doeren.md"
WORDS = "Og så var der kaffe til alle."

Looked = list[tuple[HostResult, dict[str, bytes]]]


def new_cache(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Have nothing remembered but the fonts."""
    patch.setenv("HVERDAG_CACHE", str(with_fonts(folder)))
    patch.setattr(reader, "_KEPT", {})


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each test begin with nothing remembered."""
    new_cache(tmp_path / "cache", monkeypatch)


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Looked:
    """What each look at a site was given: what its host has made, and the files."""
    found: Looked = []
    look = gates.looked_over

    def noting(site: RenderedSite, folder: Path, result: HostResult) -> tuple[Problem, ...]:
        found.append((result, files(folder)))
        return look(site, folder, result)

    monkeypatch.setattr(gates, "looked_over", noting)
    return found


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a site but for its manifest and the one that names its release."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name not in {MARKER, NAME})
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def problems(publication: Publication) -> tuple[Problem, ...]:
    return check_site(publication.root, TODAY, render_site).problems


def anew(publication: Publication, folder: Path) -> tuple[Problem, ...]:
    """Return what a check tells that remembers nothing."""
    with pytest.MonkeyPatch.context() as patch:
        new_cache(folder, patch)
        return problems(publication)


def add(publication: Publication, path: str, words: str) -> None:
    publication.write(path, f"{(publication.root / path).read_text('utf-8').rstrip()}\n\n{words}\n")


def is_of_search(path: str) -> bool:
    return path.startswith("search/")


def test_what_has_changed_is_written_as_a_build_writes_it_and_the_rest_is_known(
    good: Publication, looked: Looked
) -> None:
    problems(good)
    for number in range(2):
        add(good, STORY, f"{WORDS} {number}")
        problems(good)
    assert good.build().built
    assert [bool(result.known.paths) for result, _ in looked] == [False, True, True, False]
    parts = looked[1:3]
    for result, written in parts:
        assert "fortaellinger/doeren/index.html" in written
        assert "fortaellinger/vinduet/index.html" in result.known.paths
    result, written = parts[-1]
    built = files(good.site)
    assert {path for path, held in written.items() if not is_of_search(path) and held != built[path]} == set()
    every = {*written, *result.known.paths} - {NAME}
    assert {path for path in {*built} ^ every if not is_of_search(path)} == set()


def test_a_build_copies_what_no_one_has_changed_from_the_live_site(
    good: Publication, tmp_path: Path, looked: Looked
) -> None:
    assert good.build().built
    add(good, STORY, WORDS)
    assert good.build().built
    built = files(good.site)
    with pytest.MonkeyPatch.context() as patch:
        new_cache(tmp_path / "none", patch)
        assert good.build().built
        assert files(good.site) == built
    (good.site / "index.html").write_text("Noget andet", encoding="utf-8")
    add(good, STORY, WORDS)
    assert good.build().built
    assert "Noget andet" not in good.page("index.html")
    assert [bool(result.known.paths) for result, _ in looked] == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("values/handbook.yml", "organisation: ", "organisation: Nye "),
        ("docs/index.md", "# ", "# Nu "),
        ("mkdocs.yml", "site_name: ", "site_name: Nu "),
    ],
)
def test_where_the_frame_or_a_page_may_be_another_the_whole_site_is_made(
    good: Publication, looked: Looked, path: str, old: str, new: str
) -> None:
    problems(good)
    good.change(path, old, new)
    problems(good)
    assert [bool(result.known.paths) for result, _ in looked] == [False, False]


def test_a_place_that_is_gone_is_told_of_on_the_page_that_leads_there_each_time(
    good: Publication, tmp_path: Path
) -> None:
    add(good, STORY, f"## Kaffe\n\n{WORDS}")
    add(good, "docs/index.md", "[Døren](fortaellinger/doeren.md#kaffe)")
    assert "site-link" not in {problem.rule for problem in problems(good)}
    good.change(STORY, "## Kaffe", "## Te")
    first, second = problems(good), problems(good)
    assert first == second == anew(good, tmp_path / "none")
    assert [problem.source.path for problem in first if problem.rule == "site-link"] == ["docs/index.md"]


def test_what_is_found_on_a_changed_page_is_told_each_time_as_of_the_whole_site(
    good: Publication, tmp_path: Path, looked: Looked, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems(good)
    add(good, STORY, WORDS)
    note = pages.SiteCode.note

    def with_script(code: pages.SiteCode, path: str, html: str) -> Any:
        return note(code, path, html + "<script>1</script>" * (WORDS in html))

    monkeypatch.setattr(pages.SiteCode, "note", with_script)
    first, second = problems(good), problems(good)
    assert "site-script" in {problem.rule for problem in first}
    assert first == second == anew(good, tmp_path / "none")
    assert [bool(result.known.paths) for result, _ in looked] == [False, True, False, True, False, False]


def test_what_was_not_looked_at_again_is_still_known_to_be_clean(
    good: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    scans: list[SiteScan] = []

    class Noted(SiteScan):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            scans.append(self)

    monkeypatch.setattr(gates, "SiteScan", Noted)
    problems(good)
    add(good, STORY, WORDS)
    problems(good)
    add(good, "docs/index.md", WORDS)
    problems(good)
    first, part, last = (set(scan.fresh_pages) for scan in scans)
    assert "fortaellinger/vinduet/index.html" in first - part - last
    assert "fortaellinger/doeren/index.html" in part - last


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often rules looked at something, and how many files were searched and pages had their links looked at. What
    was left out because it is known counts too."""
    count: Counter[str] = Counter()
    every, is_sound, look = check.checks, Memory.is_sound, gates.looked_over

    def counting(what: str, find: Callable[..., Any]) -> Callable[..., Any]:
        def find_and_count(*given: Any) -> Any:
            count[what] += 1
            return find(*given)

        return find_and_count

    def checks() -> Iterator[Check]:
        for one in every():
            in_text = counting("texts", one.find_in_text) if one.find_in_text else None
            yield replace(one, find=counting("rules", one.find), find_in_text=in_text)

    def known(memory: Memory, placed: Any) -> bool:
        found = is_sound(memory, placed)
        count["texts"] += found * sum(1 for one in every() if one.find_in_text)
        return found

    def looked_over(site: RenderedSite, folder: Path, result: HostResult) -> tuple[Problem, ...]:
        there = {*files(folder), *result.known.paths} - {NAME}
        count["searched"] += sum(1 for path in there if not is_of_search(path))
        count["links"] += sum(1 for path in result.known.paths if path.endswith(".html"))
        return look(site, folder, result)

    monkeypatch.setattr(check, "checks", checks)
    monkeypatch.setattr(Memory, "is_sound", known)
    monkeypatch.setattr(gates, "looked_over", looked_over)
    monkeypatch.setattr(pages, "_page", counting("links", pages._page))
    return count


def test_as_many_rules_texts_and_links_are_looked_at_with_a_memory_as_without(
    good: Publication, tmp_path: Path, counted: Counter[str]
) -> None:
    problems(good)
    add(good, STORY, WORDS)
    counted.clear()
    problems(good)
    remembered = dict(counted)
    counted.clear()
    anew(good, tmp_path / "none")
    assert remembered == counted
    assert all(remembered[what] for what in ("rules", "texts", "searched", "links"))
