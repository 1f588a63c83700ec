"""A publication without `values/handbook.yml`, which says what the handbook is called and whose it is.

Nothing else is reported because of it.
"""

from collections.abc import Iterator
from datetime import date

from ...model.better_files import BetterFiles
from ...model.handbook import Handbook
from ...model.message import message
from ...model.problem import Level, Problem, Rule, Source
from ...model.samples import required
from ...model.yaml_text import block
from ..known_fields import KnownFields

RULE = Rule("settings-file", Level.ERROR, "The file {path} is missing.", "{advice}", __doc__)


def check(handbook: Handbook, today: date) -> Iterator[Problem]:
    """Yield a problem where there is no such file: with its lines, or with the file that has another name."""
    settings = handbook.settings
    misnamed = BetterFiles(handbook).misnamed_settings
    if misnamed:
        name = settings.path.rpartition("/")[2]
        yield RULE.at(Source(misnamed.path), path=settings.path, advice=message("Call this file {name}.", name=name))
    elif settings.path not in handbook.files:
        known = KnownFields(handbook, today).of_settings()
        sample = {**required(type(settings), known), "values": known["values"]}
        advice = message("Make it, with these lines in it, and write your own words in place of ours:")
        yield RULE.at(Source(settings.path), path=settings.path, advice=advice, sample="\n".join(block(sample)))
