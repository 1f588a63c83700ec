"""Pairs of sentences with the verdict that each must get as a correction, by someone who had not seen the rules."""

from pathlib import Path

import pytest
import yaml

from hverdag.language.spelling import spelling
from hverdag.nods.correction import before, is_correction, record
from hverdag.nods.passage import Passage
from hverdag.nods.passages import fingerprint

PAIRS: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "correction_pairs.yml").read_text("utf-8"))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['verdict']}: {pair['new']}")
def test_a_pair_gets_its_verdict(pair: dict[str, str]) -> None:
    old, new = (Passage("<p>", pair["old"]),), (Passage("<p>", pair["new"]),)
    is_allowed = pair["verdict"] == "harmless" and "refused_because" not in pair
    assert is_correction(old, new, spelling(pair["language"]).misspelt) is is_allowed
    if is_allowed:
        assert before(new, record(old, new), fingerprint(old)) == old


def test_there_are_enough_of_both() -> None:
    verdicts = [pair["verdict"] for pair in PAIRS]
    assert min(verdicts.count("harmless"), verdicts.count("meaning")) >= 20
    assert sum("refused_because" in pair for pair in PAIRS) <= 3
