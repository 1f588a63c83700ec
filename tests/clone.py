"""Which tests need the clone: the sample's files, scripts and documents. All others run from an installed wheel, with
nothing but the folder tests/ at hand.

A test needs it if it, or a fixture or helper that it uses, names `ROOT` or a path in it, other than those in tests/ and
in the package itself, which `PACKAGE` finds wherever it is installed.
"""

import ast
import inspect
import sys
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from functools import cache, partial
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
    return any(map(_function_leads, (function, *fixtures))) or _reaches(given.values(), set())


@cache
def _function_leads(function: Any) -> bool:
    return _leads(function, set())


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
    return _is_ours_by_name(str(getattr(one, "__module__", "")))


def _named(function: FunctionType) -> Iterator[Any]:
    """Yield what the code of a function names: values of its module and of those that it imports, and what it holds. In
    the place of what was made of the clone when a module was imported stands `ROOT`."""
    names, module = {*_names(function.__code__)}, sys.modules.get(function.__module__)
    yield from (ROOT for name in names if module and name in _made_of_clone(module))
    values = [function.__globals__[name] for name in names if name in function.__globals__]
    yield from values
    for other in (value for value in values if isinstance(value, ModuleType) and _is_ours_by_name(value.__name__)):
        yield from (ROOT for name in names if name in _made_of_clone(other))
        yield from (getattr(other, name) for name in names if hasattr(other, name))
    yield from (cell.cell_contents for cell in function.__closure__ or () if _is_filled(cell))
    yield from function.__defaults__ or ()


_MADE: dict[str, set[str]] = {}


def _made_of_clone(module: ModuleType) -> set[str]:
    """Return the names that a module of the tests gives to what it has made of the clone, while it was imported; those
    that are found so far where it is asked on the way."""
    if module.__name__ in _MADE or not _is_ours_by_name(module.__name__) or not module.__file__:
        return _MADE.get(module.__name__, set())
    made = _MADE.setdefault(module.__name__, set())
    for node in ast.parse(Path(module.__file__).read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            other = sys.modules.get(_imported_from(node, module))
            made |= {one.asname or one.name for one in node.names if other and one.name in _made_of_clone(other)}
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            used = {one.id for one in ast.walk(node.value) if isinstance(one, ast.Name)}
            if used & made or _reaches([vars(module)[name] for name in used if name in vars(module)], set()):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                made |= {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
    return made


def _imported_from(node: ast.ImportFrom, module: ModuleType) -> str:
    home = module.__name__.split(".")[: -node.level] if node.level else []
    return ".".join((*home, *([node.module] if node.module else [])))


def _is_ours_by_name(name: str) -> bool:
    return name.partition(".")[0] == _TESTS.name


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
