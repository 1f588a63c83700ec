"""A plugin that fails in whatever event is named, with its line; nothing is published, and no trace is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hverdag.host import mkdocs as host
from tests.conftest import Publication

from .conftest import OWN, line_of
from .plugins import CALLED, FAILING, FAULT

Using = Callable[..., Publication]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("event", sorted(set(FAILING) - {"on_build_error"}))
def test_a_plugin_that_fails_is_named_with_its_event_and_the_old_site_stays(using: Using, event: str) -> None:
    publication = using()
    assert publication.build().built
    before = files(publication.site)
    publication.change("mkdocs.yml", OWN, f"{OWN}  - {event}\n")
    report = publication.build()
    assert not report.built
    (problem,) = report.errors
    told = f'mkdocs.yml:11:5: error mkdocs-plugin: The plugin "{event}" stopped in {event}: {FAULT}'
    assert line_of(problem).startswith(told)
    assert files(publication.site) == before


def test_one_that_fails_when_it_hears_of_another_hides_nothing(using: Using) -> None:
    report = using("on_nav", "on_build_error").build()
    assert [problem.parameters["event"] for problem in report.errors] == ["on_nav", "on_build_error"]


def test_one_that_cannot_be_loaded_is_named(using: Using) -> None:
    (problem,) = using("never-loads").build().errors
    assert line_of(problem).startswith(
        'mkdocs.yml:11:5: error mkdocs-plugin-load: The plugin "never-loads" cannot be loaded: mangler en fil'
    )


def test_one_that_is_not_installed_is_named(using: Using) -> None:
    (problem,) = using("findes-ikke").build().errors
    assert line_of(problem).startswith("mkdocs.yml:11:5: error mkdocs-config:")
    assert 'the plugin "findes-ikke" is not installed' in line_of(problem)


def test_one_that_ends_the_program_is_named(using: Using) -> None:
    (problem,) = using("exits").build().errors
    assert 'The plugin "exits" stopped in on_files' in line_of(problem)


def test_a_hook_is_named_with_its_own_line(good: Publication) -> None:
    good.write("hook.py", "def on_nav(nav, **_):\n    return nav.ingenting\n")
    good.change("mkdocs.yml", "nav:\n", "hooks: [hook.py]\nnav:\n")
    (problem,) = good.build().errors
    assert line_of(problem).startswith('hook.py:2:1: error mkdocs-plugin: The hook "hook.py" stopped in on_nav')


def test_plugins_begin_and_end_as_in_mkdocs(using: Using) -> None:
    assert using("lives").build().built
    assert CALLED == ["startup build False", "config", "post_build", "shutdown"]


@pytest.mark.parametrize("event", ["on_startup", "on_nav", "on_post_build"])
def test_they_end_where_another_fails_too(using: Using, event: str) -> None:
    using("lives", event).build()
    assert CALLED[-1] == "shutdown"
    assert CALLED.count("shutdown") == 1


def test_one_that_fails_at_the_end_keeps_no_other_from_ending(using: Using) -> None:
    (problem,) = using("ends-badly", "lives").build().errors
    assert 'The plugin "ends-badly" stopped in on_shutdown: ved lukketid' in line_of(problem)
    assert CALLED[-1] == "shutdown"


def test_they_end_when_a_build_is_stopped(using: Using, monkeypatch: pytest.MonkeyPatch) -> None:
    class StoppedError(BaseException):
        pass

    def stop(*_: object) -> None:
        raise StoppedError

    publication = using("lives")
    monkeypatch.setattr(host, "_build", stop)
    with pytest.raises(StoppedError):
        publication.build()
    assert CALLED == ["startup build False", "shutdown"]


def test_a_preview_begins_and_ends_them_once(using: Using, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[object, ...]] = []
    monkeypatch.setattr(host, "serve_preview", lambda *given, **_: shown.append(given))
    publication = using("lives")
    assert host.serve(publication.root, "127.0.0.1:0") is None
    assert shown
    assert CALLED == ["startup serve False", "shutdown"]


def test_a_preview_tells_of_one_that_cannot_begin(using: Using) -> None:
    problem = host.serve(using("on_startup").root, "127.0.0.1:0")
    assert problem is not None
    assert 'The plugin "on_startup" stopped in on_startup' in line_of(problem)


@pytest.mark.parametrize("event", ["on_config", "on_nav", "on_page_markdown", "on_post_build"])
def test_one_that_stops_as_mkdocs_asks_for_is_named_too(good: Publication, event: str) -> None:
    """MkDocs ends with an exception of its own then, which says nothing."""
    good.write(
        "hook.py",
        f"from mkdocs.exceptions import PluginError\n\ndef {event}(*_, **__):\n    raise PluginError('nej')\n",
    )
    good.change("mkdocs.yml", "nav:\n", "hooks: [hook.py]\nnav:\n")
    (problem,) = good.build().errors
    assert line_of(problem).startswith(f'hook.py:4:1: error mkdocs-plugin: The hook "hook.py" stopped in {event}: nej')
