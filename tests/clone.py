"""Which tests need the clone: the sample's files, scripts and documents. All others run from an installed wheel, with
nothing but the folder tests/ at hand.

A test needs it if it, or a fixture or helper that it uses, names `ROOT` or a path in it, other than those in tests/ and
in the package itself, which `PACKAGE` finds wherever it is installed.
"""

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest

import hverdag

MARK = "clone"
_TESTS = Path(__file__).parent
ROOT = _TESTS.parent
PACKAGE = Path(hverdag.__file__).parent


def is_here() -> bool:
    """Return True if the tests lie in a clone."""
    return (ROOT / "plugins" / "hverdag").is_dir()


def needed_to_import() -> None:
    """Leave a module out where there is no clone: what it asks of the clone it asks while it is imported."""
    if not is_here():
        pytest.skip("needs the clone", allow_module_level=True)


def needs_clone(item: pytest.Item) -> bool:
    """Return True if a test needs the clone."""
    function = getattr(item, "function", None)
    session = getattr(item, "session", None)
    manager = getattr(session, "_fixturemanager", None)
    names = getattr(item, "fixturenames", ())
    fixtures = [one.func for name in names for one in (manager.getfixturedefs(name, item) if manager else None) or ()]
    given = getattr(getattr(item, "callspec", None), "params", {})
    return _reaches((function, *fixtures, *given.values()), set())


def _reaches(held: Iterable[Any], seen: set[int]) -> bool:
    """Return True if functions, classes or values lead to the clone; `seen` are those that were looked at."""
    return any(_leads(one, seen) for one in held)


def _leads(one: Any, seen: set[int]) -> bool:
    if isinstance(one, Path):
        return _is_of_clone(one)
    if id(one) in seen:
        return False
    seen.add(id(one))
    return _reaches(_parts(inspect.unwrap(one) if callable(one) else one), seen)


def _parts(one: Any) -> list[Any]:
    """Return what a value is made of, or what a function or a class of the tests names."""
    if isinstance(one, (tuple, list, set, frozenset)):
        return list(one)
    if isinstance(one, dict):
        return list(one.values())
    if isinstance(one, partial):
        return [one.func]
    if isinstance(one, FunctionType):
        return list(_named(one)) if _is_ours(one) else []
    is_held = isinstance(one, type) or is_dataclass(one)
    return list(vars(one).values()) if is_held and _is_ours(one) else []


def _is_of_clone(path: Path) -> bool:
    return path.is_relative_to(ROOT) and not (path.is_relative_to(_TESTS) or path.is_relative_to(PACKAGE))


def _is_ours(one: Any) -> bool:
    return str(getattr(one, "__module__", "")).partition(".")[0] == _TESTS.name


def _named(function: FunctionType) -> Iterator[Any]:
    """Yield what the code of a function names: values of its module and of those that it imports, and what it holds."""
    modules = []
    names = list(_names(function.__code__))
    for name in names:
        value = function.__globals__.get(name)
        if isinstance(value, ModuleType):
            modules.append(value)
        elif value is not None:
            yield value
    for module in modules:
        if module.__name__.partition(".")[0] == _TESTS.name:
            yield from (getattr(module, name) for name in names if hasattr(module, name))
    yield from (cell.cell_contents for cell in function.__closure__ or () if _is_filled(cell))
    yield from function.__defaults__ or ()


def _is_filled(cell: Any) -> bool:
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
