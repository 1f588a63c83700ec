"""Small publications to test on, and the ways to change them."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock
from hypothesis import settings

from hverdag.host.mkdocs import render_site
from hverdag.language.dictionary import dictionary
from hverdag.model.artifact import Progress
from hverdag.model.digest_name import without_digest
from hverdag.model.handbook import Handbook
from hverdag.model.problem import Problem
from hverdag.model.shown import Shown
from hverdag.pipeline import build
from hverdag.pipeline.plan import SitePlan, plan_site
from hverdag.pipeline.read import read_and_check, read_texts
from hverdag.pipeline.render import RenderedSite, render
from hverdag.pipeline.result import Built, Report, unless_lost
from hverdag.publish import fonts
from hverdag.publish.cache.store import cache_folder

from . import clone
from .chromium import address, browser, large_text, playwright, visit, window

__all__ = ["address", "browser", "large_text", "playwright", "visit", "window"]

# What is said outside a handbook is in the language of the locale, whatever machine the tests run on.
for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(variable, None)

# Nothing is timed in tests; the machine may be busy with others.
settings.register_profile("untimed", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
THOROUGH = bool(os.environ.get("HVERDAG_THOROUGH"))
settings.load_profile("thorough" if THOROUGH else "untimed")


def read(root: Path) -> Handbook:
    """Return the texts of a publication, unchecked."""
    return read_texts(root)[0]


def planned(handbook: Handbook, today: date = date(2026, 11, 21), *, preview: bool = False) -> SitePlan:
    """Return a handbook laid out as if everything might be shown."""
    return plan_site(Shown(handbook, today, preview))


def rendered(
    root: Path, today: date = date(2026, 11, 21), *, preview: bool = False, progress: Progress = lambda *_: None
) -> RenderedSite:
    """Return a publication laid out and rendered, and not set in a frame. Tests of other workers withdraw stories in
    the same cache."""
    read = read_and_check(root, today)
    return unless_lost(lambda: render(read, today, preview=preview, set_aside=preview, progress=progress))


GOLDEN = Path(__file__).parent / "golden"
ROOT, PACKAGE = clone.ROOT, clone.PACKAGE
TODAY = date(2026, 11, 21)


def examples(few: int) -> int:
    """How many examples to try where each takes a second: few, or ten times as many with HVERDAG_THOROUGH."""
    return few * 10 if THOROUGH else few


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="Write golden files anew; then read the diff.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that need the clone, and leave them out where there is none."""
    of_clone = [item for item in items if clone.needs_clone(item)]
    for item in of_clone:
        item.add_marker(clone.MARK)
    if of_clone and not clone.is_here():
        config.hook.pytest_deselected(items=of_clone)
        items[:] = [item for item in items if not item.get_closest_marker(clone.MARK)]


Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a golden file, or write it."""

    def compare(name: str, found: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--regenerate"):
            path.write_text(found, encoding="utf-8")
        assert found == path.read_text("utf-8")

    return compare


def published(site: Path, path: str) -> Path:
    """Return the file of a site at a path, whatever digest stands in its name."""
    plain = site / path
    others = [one for one in plain.parent.glob(f"{plain.stem}.*") if without_digest(one.name) == plain.name]
    return plain if plain.exists() or not others else others[0]


class Publication:
    """A copy of a golden publication, free to be changed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "site"

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def in_english(self) -> None:
        """Make the publication an English one, at the addresses that it has: texts link to them."""
        path = "values/handbook.yml"
        kept = "{values: vaerdier, stories: fortaellinger, methods: metoder, guides: guider, goals: maal}"
        self.write(path, f"language: en\nfolders: {kept}\n{(self.root / path).read_text('utf-8')}")

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def problems(self, today: date = TODAY) -> tuple[Problem, ...]:
        return read_and_check(self.root, today).problems

    def rules(self, today: date = TODAY) -> list[str]:
        return [problem.rule for problem in self.problems(today)]

    def build(self, today: date = TODAY, preview: bool = False) -> Report:
        return build.build(self.root, today, self.site, render_site, preview=preview)

    def page(self, path: str) -> str:
        return published(self.site, path).read_text("utf-8")


def copied(name: str, folder: Path) -> Publication:
    """Copy a golden publication into a folder."""
    shutil.copytree(GOLDEN / name, folder / name)
    return Publication(folder / name)


@pytest.fixture
def good(tmp_path: Path) -> Publication:
    return copied("good", tmp_path)


@pytest.fixture(scope="session")
def built_good(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The same, as it is, built once: for tests that only look at it."""
    made = copied("good", tmp_path_factory.mktemp("built"))
    report = made.build()
    assert report.built, report.problems
    return made


@pytest.fixture
def faults(tmp_path: Path) -> Publication:
    return copied("faults", tmp_path)


@pytest.fixture(scope="session")
def built_sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The repository's own publication, built once."""
    with one_at_a_time(tmp_path_factory):
        report = build.build(ROOT, TODAY, tmp_path_factory.mktemp("sample") / "site", render_site)
    assert report.built, report.problems
    return report.built


@pytest.fixture(scope="session")
def sample(built_sample: Built) -> Path:
    """Its site."""
    return built_sample.path


def one_at_a_time(tmp_path_factory: pytest.TempPathFactory) -> FileLock:
    """Return a lock for what every worker makes and the cache keeps: the first makes it, the next find it."""
    return FileLock(tmp_path_factory.getbasetemp().parent / "hverdag-tests.lock")


@pytest.fixture(autouse=True, scope="session")
def _fonts_are_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    with one_at_a_time(tmp_path_factory):
        list(fonts.web_fonts(cache_folder()))


@pytest.fixture(autouse=True, scope="session")
def _words_are_looked_up_here() -> Iterator[None]:
    """Have builds read the dictionary in the process of the tests, once, when the first of them needs it.

    A build in a process of its own has another look words up, and what it finds is kept for that publication alone:
    here, where each test has one, starting it is four fifths of what a build takes.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dictionary, "cache_info", lambda: SimpleNamespace(currsize=1))
        yield
