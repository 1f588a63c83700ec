"""Handbooks that are read without a fault, with other settings than their own."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hverdag.model.handbook import Handbook
from hverdag.pipeline.read import read_texts


def handbook_of(root: Path, **settings: Any) -> Handbook:
    handbook, problems = read_texts(root)
    assert problems == []
    return with_settings(handbook, **settings)


def with_settings(handbook: Handbook, **settings: Any) -> Handbook:
    return replace(handbook, settings=handbook.settings.model_copy(update=settings))
