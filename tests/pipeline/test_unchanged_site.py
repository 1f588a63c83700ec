"""A check makes no site where nothing that decides has changed since one was made and found clean."""

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from hverdag.features.registry import registry
from hverdag.pipeline.program import program
from hverdag.pipeline.unchanged_site import UnchangedSite
from tests.conftest import TODAY, Publication, read


@pytest.fixture(autouse=True)
def next_run() -> Iterator[None]:
    """Have what is installed looked at again by the next test."""
    yield
    program.cache_clear()


STORY = "stories/doeren.md"


def known(publication: Publication, kept: Path, today: date = TODAY) -> UnchangedSite:
    return UnchangedSite(publication.root, today, registry().macros, kept)


def is_clean(publication: Publication, kept: Path, today: date = TODAY) -> bool:
    return known(publication, kept, today).was_clean(read(publication.root))


def note(publication: Publication, kept: Path) -> None:
    known(publication, kept).note_clean(read(publication.root))


def test_a_site_is_known_once_it_was_clean(good: Publication, tmp_path: Path) -> None:
    assert not is_clean(good, tmp_path / "kept")
    note(good, tmp_path / "kept")
    assert is_clean(good, tmp_path / "kept")
    assert is_clean(good, tmp_path / "kept")


@pytest.mark.parametrize("path", [STORY, "values/handbook.yml", "docs/index.md", "mkdocs.yml"])
def test_one_letter_more_and_it_is_not(good: Publication, tmp_path: Path, path: str) -> None:
    note(good, tmp_path / "kept")
    held = (good.root / path).stat()
    good.write(path, (good.root / path).read_text("utf-8") + "\n")
    os.utime(good.root / path, ns=(held.st_atime_ns, held.st_mtime_ns))
    assert not is_clean(good, tmp_path / "kept")


def test_nor_is_it_with_a_file_more_or_less_or_on_another_day(good: Publication, tmp_path: Path) -> None:
    note(good, tmp_path / "kept")
    assert not is_clean(good, tmp_path / "kept", TODAY + timedelta(days=1))
    good.write("docs/.hidden", "")
    assert not is_clean(good, tmp_path / "kept")
    (good.root / "docs" / ".hidden").unlink()
    assert is_clean(good, tmp_path / "kept")


def test_nor_with_anything_else_installed(good: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note(good, tmp_path / "kept")
    (tmp_path / "more" / "mkdocs-9.9.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "more")
    program.cache_clear()  # as in the next run
    assert not is_clean(good, tmp_path / "kept")


def test_what_is_changed_while_it_is_looked_over_is_not_known(good: Publication, tmp_path: Path) -> None:
    before = known(good, tmp_path / "kept")
    handbook = read(good.root)
    good.write("docs/new.md", "# Ny\n")
    before.note_clean(handbook)
    assert not is_clean(good, tmp_path / "kept")


@pytest.mark.parametrize(
    "more",
    [
        "hooks:\n  - hook.py\n",
        "INHERIT: other.yml\n",
        "extra:\n  secret: !ENV SECRET\n",
        "site_author: !ENV AUTHOR\n",
        "docs_dir: elsewhere\n",
        "markdown_extensions:\n  - pymdownx.snippets\n",
        "markdown_extensions:\n  - toc:\n      slugify: !!python/name:os.system\n",
        "no_one: knows\n",
        "- not a mapping\n",
    ],
)
def test_of_a_site_that_may_ask_for_more_nothing_is_known(good: Publication, tmp_path: Path, more: str) -> None:
    good.write("mkdocs.yml", (good.root / "mkdocs.yml").read_text("utf-8") + more)
    note(good, tmp_path / "kept")
    assert not is_clean(good, tmp_path / "kept")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - hverdag: {frame: own}", "  - hverdag: {frame: own}\n  - social"),
        ("  name: material", "  name: material\n  custom_dir: theme"),
        ("render_by_default: false", "render_by_default: false\n      modules: [os]"),
        ("render_by_default: false", "include_yaml: [secret.yml]"),
    ],
)
def test_nor_where_its_plugins_or_theme_are_others(good: Publication, tmp_path: Path, old: str, new: str) -> None:
    good.change("mkdocs.yml", old, new)
    note(good, tmp_path / "kept")
    assert not is_clean(good, tmp_path / "kept")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('{{ story("doeren") }}', True),
        ("{{ stories(value='tillid', dilemma=true) }}", True),
        ("{% raw %}{{ git.author }}{% endraw %}", True),
        ("{ 1 }", True),
        ("{{ git.author }}", False),
        ("{{ now() }}", False),
        ("{{ fact(git.author) }}", False),
        ('{{ fact("one") }}{{ environment }}', False),
        ('{{ fact("one" ~ git.author) }}', False),
        ("{% include 'secret.md' %}", False),
        ("{%- raw -%}{%- endraw -%}{{- git -}}", False),
    ],
)
def test_nor_where_a_page_asks_for_what_no_file_holds(
    good: Publication, tmp_path: Path, text: str, plain: bool
) -> None:
    good.write("docs/page.md", f"---\nrender_macros: true\n---\n{text}\n")
    note(good, tmp_path / "kept")
    assert is_clean(good, tmp_path / "kept") is plain


@pytest.mark.parametrize(
    ("meta", "plain"),
    [("title: Ny", True), ("render_macros: true", False), ('"render\\x5fmacros": true', False)],
)
def test_what_a_page_asks_counts_where_it_is_heard(good: Publication, tmp_path: Path, meta: str, plain: bool) -> None:
    good.write("docs/page.md", f"---\n{meta}\n---\n{{{{ git.author }}}}\n")
    note(good, tmp_path / "kept")
    assert is_clean(good, tmp_path / "kept") is plain


def _linked(root: Path) -> None:
    (root / "docs" / "linked.md").symlink_to(root / "docs" / "index.md")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "docs" / "pipe.md")


def _module(root: Path) -> None:
    (root / "main.py").write_text("def define_env(env): ...\n", "utf-8")


def _other_page(root: Path) -> None:
    (root / "docs" / "page.markdown").write_text("{{ git.author }}\n", "utf-8")


@pytest.mark.parametrize("change", [_linked, _pipe, _module, _other_page])
def test_nor_with_what_is_no_file_of_its_own(good: Publication, tmp_path: Path, change: Callable[[Path], None]) -> None:
    change(good.root)
    note(good, tmp_path / "kept")
    assert not is_clean(good, tmp_path / "kept")


def test_where_what_is_installed_cannot_be_seen_nothing_is_known(
    good: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hverdag.pipeline.program._PACKAGE", tmp_path / "nowhere")
    program.cache_clear()
    note(good, tmp_path / "kept")
    assert not is_clean(good, tmp_path / "kept")
