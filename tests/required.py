"""What some tests need besides Python: Chromium, Node, Java, LibreOffice, npm packages. Where it is missing they are
skipped; with HVERDAG_REQUIRE_ALL set, as in CI, they fail."""

import os
import shutil
from typing import NoReturn

import pytest

ALL = "HVERDAG_REQUIRE_ALL"


def missing(what: str) -> NoReturn:
    """End the test: it fails where everything is required, and is skipped elsewhere. `what` says what is not here."""
    if os.environ.get(ALL):
        pytest.fail(f"{what} Here it is required ({ALL}).")
    pytest.skip(what)


def program(*names: str) -> str:
    """Return the first of these programs that is here; without any the test ends."""
    return next(filter(None, map(shutil.which, names)), None) or missing(f"{names[0]} is not installed.")
