"""Packs the web fonts with Hverdag, with an editable install too. Subsetting them takes seconds of CPU, which every
build with an empty cache would pay. The lock that a new publication begins with is packed beside them. Hatchling runs
this; no logic, only steps.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebFonts(BuildHookInterface):
    """Makes the web fonts beside the sources, so that they are in what is installed, and never in git."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the fonts, and name them to Hatchling."""
        sys.path.insert(0, str(Path(self.root, "plugins")))
        from hverdag.publish import fonts  # noqa: PLC0415 found by the path above

        self._folder = TemporaryDirectory(prefix="web-fonts-")
        fonts.pack(Path(self._folder.name))
        shutil.copyfile(Path(self.root, "requirements", "build.txt"), Path(self._folder.name, "requirements.txt"))
        files = "force_include_editable" if version == "editable" else "force_include"
        build_data[files][self._folder.name] = fonts.PACKED

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 Hatchling's
        """Clean up: the fonts are in the wheel."""
        self._folder.cleanup()
