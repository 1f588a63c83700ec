"""What features render with is loaded when it is first asked for, and is there."""

from dataclasses import fields
from inspect import signature

import pytest

from hverdag.features.feature import Feature
from hverdag.features.later import Later
from hverdag.features.registry import registry


def _later(feature: Feature) -> list[Later]:
    """Return every function of a feature that is loaded later."""
    own = [getattr(feature, field.name) for field in fields(feature)]
    slots = [part for slot in feature.slots for part in (slot.plan, slot.render)]
    every = [*own, *slots, *(macro.render for macro in feature.macros)]
    return [function for function in every if isinstance(function, Later)]


@pytest.mark.parametrize("feature", registry().features, ids=lambda feature: feature.id)
def test_every_function_that_is_loaded_later_is_there(feature: Feature) -> None:
    for function in _later(feature):
        assert callable(function.__wrapped__), function
        assert function.package == f"hverdag.features.{feature.id}"
        assert signature(function) == signature(function.__wrapped__)


def test_a_function_is_called_as_it_would_be_itself() -> None:
    quote = Later("urllib", "parse:quote")
    assert quote("a b", safe="") == "a%20b"
