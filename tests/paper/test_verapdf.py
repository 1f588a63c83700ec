"""Every PDF of the sample, asked of veraPDF: the rules of PDF/UA-1, without one failure."""

from pathlib import Path

import pytest

from hverdag.model.artifact import DerivedPdf
from tests import pdf
from tests.conftest import ROOT, planned
from tests.handbooks import handbook_of
from tests.verapdf import findings

pytestmark = pytest.mark.slow


def test_every_pdf_is_for_everyone_but_sheets_that_are_folded(sample: Path) -> None:
    """What is made of the pages of another PDF cannot be tagged. The PDF that it is made of lies beside it."""
    papers = sorted(sample.rglob("*.pdf"))
    made, problems = pdf.outputs(planned(handbook_of(ROOT)))
    assert problems == []
    without_tags = {sample / one.path for one in made if isinstance(one, DerivedPdf)} & set(papers)
    found = findings(papers)
    assert set(found) == set(papers)
    assert {path.name: faults[:3] for path, faults in found.items() if faults and path not in without_tags} == {}
    assert without_tags
    for path in without_tags:
        # They show that veraPDF finds what there is to find.
        assert any(fault.startswith("6.2-1 MarkInfo dictionary is not present") for fault in found[path])
