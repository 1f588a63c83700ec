"""Small faults put into the code on purpose, one at a time: do the tests of a room find them?

Run as `scripts/mutants nods`, with more rooms, `--count` and `--seed` where wanted. For the developer alone: it takes a
minute or two a room, and needs mutmut, which nothing else here does.

mutmut knows which faults to make; its own way of running them skips properties and all that stands outside functions,
so here each mutant is a file of its own in a copy of the checkout, and a run of the room's own fast tests. The mutants
are drawn by their keys, which know neither lines nor files: code that comes, goes or moves leaves the others as drawn.
"""

import argparse
import ast
import difflib
import hashlib
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

PRIVACY = (
    "__init__ contacts dates finding fold mask names numbers spellings waivers words"
    " scan.detector_version scan.redact scan.scan_site scan.scan_sources"
)
PRIVACY_TESTS = "contacts dates fold mask names numbers scan spellings waivers words"
ROOMS = {
    "nods": (
        "hverdag.nods.correction hverdag.nods.slight_changes hverdag.nods.units hverdag.nods.standing"
        " hverdag.nods.protected_words hverdag.workflows.nod_lines",
        "tests/nods/test_correction.py tests/nods/test_standing.py tests/nods/test_protected_words.py"
        " tests/nods/test_nod_lines.py",
    ),
    "passages": (
        "hverdag.nods.passages hverdag.nods.walk hverdag.nods.shown hverdag.nods.difference"
        " hverdag.model.editorial.change",
        "tests/nods/test_passages.py tests/nods/test_shown.py tests/nods/test_difference.py"
        " tests/nods/test_fingerprint_corpus.py",
    ),
    "plan": (
        "hverdag.model.minutes hverdag.model.meeting hverdag.features.guides.plan",
        "tests/features/guides/test_minutes.py tests/features/guides/test_exact_minutes.py"
        " tests/features/guides/test_planning.py tests/features/guides/test_views.py",
    ),
    "release": ("hverdag.publish.release", "tests/publish/test_release.py"),
    "cache": (
        "hverdag.publish.cache.store hverdag.publish.cache.story_index hverdag.publish.cache.clean_log",
        "tests/publish/test_cache_store.py tests/publish/test_story_index.py tests/publish/test_clean_log.py",
    ),
    "privacy": (
        " ".join(f"hverdag.privacy.{name}" for name in PRIVACY.split()),
        " ".join(f"tests/privacy/test_{name}.py" for name in PRIVACY_TESTS.split()),
    ),
}
"""The modules of each room, and its own fast tests."""

ROOT = Path(__file__).parent.parent
EQUIVALENT = Path(__file__).with_name("mutants_equivalent.txt")
LEAST_SECONDS, TIMES_AS_LONG = 60, 10
"""A run that takes so long, and so many times what it takes without a fault, never ends."""

TYPE = re.compile(r"[A-Z]\w*[a-z]\w* = [\w.]+(\[| \|)")
CALLED = re.compile(r"(Rule|declared|len|isinstance)\(")
"""`Text = tuple[Passage, ...]` or the like, and calls that hold messages alone or fail at once."""


class Mutant(NamedTuple):
    """One fault, and its key, which stays the same while other code changes."""

    path: Path
    line: int
    key: str
    old: cst.CSTNode
    new: cst.CSTNode
    module: cst.Module

    @property
    def code(self) -> str:
        return self.module.deep_replace(self.old, self.new).code

    def __str__(self) -> str:
        lines = difflib.unified_diff(self.module.code.splitlines(), self.code.splitlines(), n=0, lineterm="")
        return "\n    ".join((f"{self.path}:{self.line}  {self.key}", *list(lines)[3:]))


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    wrapper = MetadataWrapper(cst.parse_module((ROOT / path).read_text("utf-8")), unsafe_skip_copy=True)
    module, places = wrapper.module, wrapper.resolve(PositionProvider)
    lines, seen = module.code.splitlines(), Counter[str]()
    for node, within in _nodes(module, module, ""):
        for new in _mutations(node):
            line = places[node].start.line
            told = (within, lines[line - 1].strip(), module.code_for_node(node), module.code_for_node(new))
            seen["\n".join(told)] += 1
            key = hashlib.sha256("\n".join((*told, str(seen["\n".join(told)]))).encode()).hexdigest()[:10]
            yield Mutant(path, line, key, node, new, module)


def _nodes(node: cst.CSTNode, module: cst.Module, within: str) -> Iterator[tuple[cst.CSTNode, str]]:
    """Yield all code that says something, with the functions and classes that it stands in."""
    if isinstance(node, cst.Annotation | cst.Decorator | cst.Import | cst.ImportFrom | cst.Raise):
        return
    is_docstring = isinstance(node, cst.Expr) and isinstance(node.value, cst.BaseString)
    is_type = isinstance(node, cst.Assign) and TYPE.match(module.code_for_node(node))
    is_told = isinstance(node, cst.Call) and CALLED.match(module.code_for_node(node))
    if is_docstring or is_type or is_told:
        return
    yield node, within
    within += f".{node.name.value}" if isinstance(node, cst.FunctionDef | cst.ClassDef) else ""
    for child in node.children:
        yield from _nodes(child, module, within)


def _mutations(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in mutation_operators:
        if isinstance(node, kind):
            yield from operator(node)
    if isinstance(node, cst.SimpleString) and len(node.value.split()) > 10:  # a list of words
        yield node.with_changes(value=re.sub(r"\w\S*", "", node.value, count=1))
        yield node.with_changes(value=re.sub(r"\w+(\W*)$", r"\1", node.value))


def _shape(code: str) -> str | None:
    """What Python makes of the code; nothing where it is no Python. `strict=True` is an assertion, and left out."""
    with suppress(SyntaxError):
        return ast.dump(ast.parse(re.sub(r", strict=\w+", "", code)))
    return None


def drawn(modules: str, seed: int, count: int) -> Iterator[Mutant]:
    """Yield mutants of some modules: so many, and the same ones for the same seed."""
    paths = (Path("plugins", *name.split(".")).with_suffix(".py") for name in modules.split())
    found = (mutant for path in paths for mutant in mutants(path))
    for mutant in sorted(found, key=lambda one: hashlib.sha256(f"{seed} {one.key}".encode()).digest()):
        if count and _shape(mutant.code) not in (None, _shape(mutant.module.code)):
            count -= 1
            yield mutant


class Checkout:
    """A copy of the checkout in a folder that is thrown away, with a room's tests to run in it."""

    def __init__(self, folder: Path, tests: str) -> None:
        self._root, self._made, self._cache, self._tests = folder / "root", folder / "made", folder / "cache", tests
        names = (".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "site", ".site", "private")
        dirt = shutil.ignore_patterns(*names)
        shutil.copytree(ROOT, self._root, ignore=dirt)
        self._limit, self._runs = 3600, 0
        assert self.passes(), "The tests fail without any fault."
        (self._made / "cache").rename(self._cache)
        began = time.monotonic()
        self.passes()
        self._limit = max(LEAST_SECONDS, round(TIMES_AS_LONG * (time.monotonic() - began)))

    def kills(self, mutant: Mutant) -> bool:
        path = self._root / mutant.path
        sound = path.read_bytes()
        path.write_text(mutant.code, encoding="utf-8")
        self._runs += 1
        os.utime(path, (self._runs, self._runs))  # what is compiled is known by the file's time and size alone
        passed = self.passes()
        path.write_bytes(sound)
        return not passed

    def passes(self) -> bool:
        """Run the tests, in an empty folder for what they write and with what the first run of all kept."""
        shutil.rmtree(self._made, ignore_errors=True)
        if self._cache.is_dir():
            shutil.copytree(self._cache, self._made / "cache")
        options = ("-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", f"--basetemp={self._made / 'tests'}")
        command = (sys.executable, "-m", "pytest", *options, *self._tests.split())
        places = {"PYTHONPATH": str(self._root / "plugins"), "HVERDAG_CACHE": str(self._made / "cache")}
        silent = dict.fromkeys(("stdout", "stderr"), subprocess.DEVNULL)
        how = {"cwd": self._root, "env": os.environ | places, "timeout": self._limit, **silent}
        try:
            return subprocess.run(command, **how, preexec_fn=self._bound, check=False).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def _bound(self) -> None:
        """Let nothing that a fault sets going take more than its share."""
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (self._limit, self._limit))


def measure(room: str, seed: int, count: int) -> None:
    """Print what became of the mutants of a room. Those that live because they make no difference do not count."""
    lines = EQUIVALENT.read_text("utf-8").splitlines() if EQUIVALENT.is_file() else []
    known = dict(line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    with tempfile.TemporaryDirectory() as folder:
        checkout = Checkout(Path(folder), ROOMS[room][1])
        fates = [(mutant, checkout.kills(mutant)) for mutant in drawn(ROOMS[room][0], seed, count)]
    alive = [mutant for mutant, killed in fates if not killed]
    for mutant in alive:
        print(f"\n{known.get(mutant.key, 'survived')}: {mutant}")
    killed, survived = len(fates) - len(alive), sum(mutant.key not in known for mutant in alive)
    share = killed / max(1, killed + survived)
    print(f"\n{room}: {killed} killed, {survived} survived ({share:.0%}), {len(alive) - survived} make no difference")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="scripts/mutants", description="Do the tests of a room find faults?")
    parser.add_argument("rooms", nargs="+", choices=ROOMS)
    parser.add_argument("--count", type=int, default=40, help="mutants of each room (40)")
    parser.add_argument("--seed", type=int, default=1, help="which of them (1)")
    given = parser.parse_args()
    for each in given.rooms:
        measure(each, given.seed, given.count)
