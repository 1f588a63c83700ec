"""Plans the counts of one small measurement: they are made once, when it has ended."""

from datetime import date

from ...features.customers import command_rules as rules
from ...features.customers.questions import asked_in
from ...features.evaluation import command_rules as evaluation_rules
from ...model.handbook import Handbook
from ...model.problem import Source
from ...model.uptake.counts import FOLDER, CountKind
from ...model.uptake.customers import IDS, PATH, Measurement, counts_of, customers_of
from ...model.uptake.freezing_units import freeze_units
from ...pipeline.read import ReadPublication
from ..source_files import Replacement
from ..story_file import RefusedError
from .counting import PlannedCounts, belonging, counted_of, counts_file, marked, require_sound
from .store import answered, load
from .written import remembered, written_before

_KIND = CountKind.SERVED


def is_measurement(handbook: Handbook, name: str) -> bool:
    """Return True if a name is the id of a measurement."""
    return name in customers_of(handbook).by_id


def plan_measurement(publication: ReadPublication, id: str, today: date, header: str) -> PlannedCounts:
    """Plan to count a measurement. `header` is written first in the file. Raises RefusedError if it has been counted,
    if it has not ended, or if nothing may be counted."""
    root, handbook, path = publication.root, publication.handbook, f"{FOLDER}{id}.yml"
    measurement = customers_of(handbook).by_id[id]
    _require_ended(publication, measurement, today)
    stored = load(root, id, _KIND, IDS)
    written = written_before(root, id)
    if written:
        frozen, content = written.frozen, written.content
    else:
        given = [answered(row) for row in belonging(stored, id, is_again=False)]
        frozen = {_KIND: freeze_units(given, IDS, measurement.asked, handbook.settings.floor)}
        content = counts_file(frozen, today, header, asked_in(handbook, measurement))
    if not counted_of(frozen):
        raise RefusedError(evaluation_rules.FEW.at(Source(path), given=id))
    changes = [Replacement(root / path, b"", content)]
    if not written:
        changes = [*marked(stored, id).replacements(root), remembered(root, id, content), *changes]
    return PlannedCounts(root, path, frozen, None, written is not None, tuple(changes))


def _require_ended(publication: ReadPublication, measurement: Measurement, today: date) -> None:
    """Raise RefusedError unless a measurement is sound, has ended, and has not been counted."""
    require_sound(publication, PATH)
    path = f"{FOLDER}{measurement.id}.yml"
    if counts_of(publication.handbook, measurement.id):
        raise RefusedError(rules.AGAIN.at(Source(path), given=measurement.id, path=path))
    if measurement.ends and not measurement.has_ended(today):
        raise RefusedError(rules.NOT_ENDED.at(Source(PATH), given=measurement.id, day=measurement.ends))
