"""Sets up .venv for the other scripts, with nothing but Python and pip: no logic, only steps.

What is installed stands in requirements/, locked with hashes. It is done again when a lock or the package changes.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

LOCKS = ("build", "test", "bench", "mutants")
"""Each holds all of those before it: who has run the tests has nothing to set up for a build, and nobody who is running
them has the package taken away meanwhile."""


def ready(lock: str) -> Path:
    """Make .venv hold what a lock in requirements/ says, and return its Python."""
    if sys.version_info < (3, 11):  # noqa: UP036 this script is what tells people so
        sys.exit(f"Hverdag kræver Python 3.11 eller nyere. Denne er {sys.version.split()[0]}.")
    if not PYTHON.is_file() or not any(map(_is_ready, LOCKS[LOCKS.index(lock) :])):
        _install(ROOT / "requirements" / f"{lock}.txt")
        (VENV / f"hverdag-{lock}").write_text(_stamp(lock))
    return PYTHON


def _is_ready(lock: str) -> bool:
    """Whether .venv holds what a lock says, as it is now."""
    stamp = VENV / f"hverdag-{lock}"
    return stamp.is_file() and stamp.read_text() == _stamp(lock)


def run(lock: str, *command: str | Path) -> int:
    """Set up, then run a Python command in .venv from here, and return its exit code."""
    python = ready(lock)
    words = [str(python), *map(str, command)]
    if os.name == "posix":
        os.execv(words[0], words)  # noqa: S606 one process: what ends the script ends the preview
    return subprocess.call(words)


def _stamp(lock: str) -> str:
    fonts = ROOT / "plugins" / "hverdag" / "publish" / "fonts.py"  # made while Hverdag is installed
    files = (ROOT / "requirements" / f"{lock}.txt", ROOT / "pyproject.toml", fonts)
    return hashlib.sha256(b"".join(path.read_bytes() for path in files) + sys.version.encode()).hexdigest()


def _install(lock: Path) -> None:
    print("Gør klar. Det tager et minut den første gang ...", file=sys.stderr, flush=True)
    if not PYTHON.is_file():
        try:
            venv.create(VENV, with_pip=True, clear=True)
        except (OSError, subprocess.CalledProcessError) as error:
            sys.exit(f"Python kan ikke lave .venv ({error}). På Debian og Ubuntu: apt install python3-venv")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _step([*pip, "--require-hashes", "-r", str(lock)])
    _step([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def _step(command: list[str]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"Det kunne ikke installeres:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    ready("build")
