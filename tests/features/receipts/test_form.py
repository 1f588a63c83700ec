"""The address of the organisation's own form: how it is filled in, and what is told of a bad one."""

import pytest

from hverdag.model.uptake.slip import form_address, form_host
from tests.conftest import Publication, read
from tests.features.receipts.slips import FORM, setting

FILLED = {
    FORM: "https://skema.lilleby.example/kvittering/%C3%A5r?redskab=F01-M01&sted=Hjemmepleje%20%26%20%C3%98st",
    "https://skema.lilleby.example/x?r1={tool}&r2={tool}": "https://skema.lilleby.example/x?r1=F01-M01&r2=F01-M01",
    "https://skema.lilleby.example/LinkCollector?key=A1": "https://skema.lilleby.example/LinkCollector?key=A1",
    "https://skema.lilleby.example/x?id=a%2Fb&r={tool}#top": "https://skema.lilleby.example/x?id=a%2Fb&r=F01-M01#top",
    "https://skema-ø.example/{workplace}": "https://xn--skema--bya.example/Hjemmepleje%20%26%20%C3%98st",
    "http://skema.lilleby.example/": "",
    "skema.lilleby.example": "",
    "https://": "",
    "mailto:skriv@lilleby.example": "",
}


@pytest.mark.parametrize(("form", "address"), FILLED.items())
def test_the_address_is_filled_in_and_can_be_scanned(good: Publication, form: str, address: str) -> None:
    setting(good, f'receipt_form: "{form}"')
    settings = read(good.root).settings
    filled = form_address(settings, "F01-M01", "Hjemmepleje & Øst")
    assert filled == address or "xn--" in filled
    assert filled.isascii()
    assert bool(filled) == bool(form_host(settings))


def test_what_is_not_known_yet_is_left_open(good: Publication) -> None:
    setting(good, f"receipt_form: {FORM}")
    assert form_address(read(good.root).settings).endswith("?redskab=&sted=")


@pytest.mark.parametrize(
    ("form", "rule", "suggestion"),
    [
        ("http://skema.lilleby.example/x", "receipt-form", "https://skema.lilleby.example/x"),
        ("skema.lilleby.example/x", "receipt-form", "https://skema.lilleby.example/x"),
        ("kvittering", "receipt-form", None),
        ("https://skema.lilleby.example/{redskab}", "receipt-form-place", "{tool}"),
        ("https://skema.lilleby.example/{Arbejdsplads}", "receipt-form-place", "{workplace}"),
        ("https://skema.lilleby.example/{tols}", "receipt-form-place", "{tool}"),
        ("https://skema.lilleby.example/{}", "receipt-form-place", None),
    ],
)
def test_a_bad_address_is_told_with_what_was_meant(
    good: Publication, form: str, rule: str, suggestion: str | None
) -> None:
    setting(good, f'receipt_form: "{form}"')
    (problem,) = [one for one in good.problems() if one.rule.startswith("receipt-form")]
    assert (problem.rule, problem.is_error) == (rule, True)
    assert problem.parameters.get("suggestion") == suggestion
    assert (problem.source.path, problem.source.line) == ("values/handbook.yml", 1)
