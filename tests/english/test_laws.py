"""An English handbook names no law, authority or address as its own that holds in Denmark alone."""

import re
from pathlib import Path

import pytest

from hverdag.starter import FOLDER
from tests.catalogue import needed

OF_DENMARK = re.compile(
    r"\b(?:[A-Z]\w+ )+Act\b|Datatilsynet|Digitaliseringsstyrelsen|Arbejdstilsynet|Rigsarkivet|\b[\w-]+\.dk\b|\bCPR\b"
    r"|\b[Ss]ection \d+"
)
"""What seems to be a law, an authority or an address of Denmark."""
SAID = re.compile(r"\bDanish\b|\bDenmark\b")
SENTENCE = re.compile(r"(?<=[.?!:])\s+")


def unsaid(text: str) -> list[str]:
    """Return the sentences with something Danish that do not say so."""
    return [one for one in SENTENCE.split(text) if OF_DENMARK.search(one) and not SAID.search(one)]


@pytest.mark.parametrize("path", sorted((FOLDER / "en").rglob("*.*")), ids=lambda path: path.name)
def test_what_holds_in_denmark_alone_is_said_to_be_danish(path: Path) -> None:
    assert unsaid(" ".join(path.read_text("utf-8").split())) == []


def test_so_it_is_in_the_programs_own_words() -> None:
    found = [sentence for message in sorted(needed()) for sentence in unsaid(message)]
    assert found == []
