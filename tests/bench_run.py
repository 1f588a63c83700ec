"""Run a program as `python -m` does: `python -m tests.bench_run FILE hverdag build ...`, and write into FILE the most
memory that the process had, in MB.

What the operating system tells of a process that has ended counts the process that started it: between the start and
the program, it is that one's copy.
"""

import resource
import runpy
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def most_memory() -> float:
    """Return the most memory that this process had, in MB; on systems that do not tell, what they tell instead."""
    if STATUS.is_file():
        lines = dict(line.split(":", 1) for line in STATUS.read_text("ascii", "replace").splitlines() if ":" in line)
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Run the program, and write the figure whatever happens."""
    told, program, *words = sys.argv[1:]
    sys.argv = [program, *words]
    try:
        runpy.run_module(program, run_name="__main__", alter_sys=True)
    finally:
        Path(told).write_text(f"{most_memory():.1f}", encoding="ascii")


if __name__ == "__main__":
    main()
