"""A publication without `values/handbook.yml`, which says what the handbook is called and whose it is.

Nothing else is told for its sake.
"""

from collections.abc import Iterator
from datetime import date

from ...model.handbook import Handbook
from ...model.problem import Level, Problem, Rule, Source
from ...model.samples import required
from ...model.yaml_text import block
from ..known_fields import KnownFields

RULE = Rule(
    "settings-file",
    Level.ERROR,
    "The file {path} is missing.",
    "Make it, with these lines in it, and write your own words in place of ours:",
    __doc__,
)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem where there is no such file."""
    settings = handbook.settings
    if settings.path not in handbook.files:
        known = KnownFields(handbook, today).of_settings()
        sample = {**required(type(settings), known), "values": known["values"]}
        yield RULE.at(Source(settings.path), path=settings.path, sample="\n".join(block(sample)))
