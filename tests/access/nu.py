"""The Nu HTML checker, which the World Wide Web Consortium checks HTML with: one run over any number of files."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from tests.required import missing, program

from .finding import Finding
from .qualweb import PACKAGES

JAR = PACKAGES / "vnu-jar/build/dist/vnu.jar"
_OPTIONS = ("-Xss2m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""One collector and the quick compiler: a third of the time, for a machine that runs for some seconds."""


def nu(files: Iterable[Path]) -> list[tuple[Path, Finding]]:
    """Return what the checker finds in files, each with its file: errors, and warnings as well."""
    java = program("java")
    if not JAR.is_file():
        missing("The Nu HTML checker is not here: npm ci in tests/access.")
    command = [java, *_OPTIONS, "-jar", str(JAR), "--format", "json", "--exit-zero-always", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stderr)["messages"]
    assert all(one["type"] != "non-document-error" for one in told), told
    return [(_path(one["url"]), _finding(one)) for one in told]


def _path(url: str) -> Path:
    return Path(unquote(url.removeprefix("file:")))


def _finding(one: dict[str, str]) -> Finding:
    rule = one.get("subType") or one["type"]
    return Finding("nu", rule, one.get("extract", ""), f"{one['message']} (line {one.get('lastLine')})")
