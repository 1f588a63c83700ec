"""The small plugins, as if they were installed, and publications that use them."""

from collections.abc import Callable, Iterator

import pytest
from mkdocs.config.defaults import MkDocsConfig

from hverdag.locale import catalogue
from hverdag.model.problem import Problem
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication

from .plugins import CALLED, FAILING, OTHERS

ENGLISH = catalogue("en")
OWN = "  - hverdag: {frame: own}\n"
"""The last line of the golden publication's plugins."""


class Installed:
    """A plugin as MkDocs finds it."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def load(self) -> type:
        return self._kind


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    option = dict(MkDocsConfig._schema)["plugins"]
    for name, kind in {**FAILING, **OTHERS}.items():
        monkeypatch.setitem(option.installed_plugins, name, Installed(kind))
    CALLED.clear()
    yield
    for name in (*FAILING, *OTHERS):
        option.plugin_cache.pop(name, None)


def line_of(problem: Problem) -> str:
    return ENGLISH.line(problem, rules()[problem.rule])


@pytest.fixture
def using(good: Publication) -> Callable[..., Publication]:
    """Return a way to add plugins to the golden publication."""

    def add(*names: str) -> Publication:
        good.change("mkdocs.yml", OWN, OWN + "".join(f"  - {name}\n" for name in names))
        return good

    return add
