"""Addresses of forms that people are sent to: one understanding of them, whoever asks."""

import pytest

from hverdag.model.web_address import is_form, mended_form
from tests.conftest import Publication

FIELDS = {
    "receipt-form": "receipt_form: {form}",
    "evaluation-form": "evaluation:\n  form: {form}",
    "telling-form": "telling:\n  form: {form}",
}
MEANT = "https://skema.fjordby.example/x?sted=1"


@pytest.mark.parametrize("rule", FIELDS)
@pytest.mark.parametrize("given", ["http://skema.fjordby.example/x?sted=1", "skema.fjordby.example/x?sted=1"])
def test_a_form_that_is_not_encrypted_is_refused_with_what_was_meant(good: Publication, rule: str, given: str) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}\n{FIELDS[rule].format(form=given)}\n")
    (problem,) = [one for one in good.problems() if one.rule == rule]
    assert problem.parameters["suggestion"] == MEANT
    good.change("values/handbook.yml", given, MEANT)
    assert rule not in good.rules()


@pytest.mark.parametrize(
    "given", ["", "skema", "javascript:alert(1)", "ftp://a.example/x", "en side.example/x", "a@b.example/x"]
)
def test_what_is_no_form_is_not_guessed(given: str) -> None:
    assert not is_form(given)
    assert mended_form(given) == ""
