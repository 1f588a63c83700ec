"""The file with headings that goes with a slip is read back as that measurement's, whatever else has been asked."""

from hypothesis import given
from hypothesis import strategies as some

from hverdag.features.customers.questions import column_labels as measured_labels
from hverdag.features.customers.questions import template_headings
from hverdag.features.evaluation.headings import column_labels
from hverdag.features.evaluation.questions import QUESTIONNAIRE
from hverdag.locale import catalogue
from hverdag.model.csv_text import csv_bytes
from hverdag.model.uptake.counts import CountKind
from hverdag.model.uptake.customers import IDS
from hverdag.parse.csv_headings import folded
from hverdag.workflows.answers.asked import QUESTIONNAIRES
from hverdag.workflows.answers.recognised import Headings, recognised

DANISH = catalogue("da")
TEXTS = (
    "De ringer",
    "De ringer (tit)",
    "1. De ringer",
    "DE RINGER TIT",
    "De spørger mig; altid, også når det haster",
    'De siger "undskyld"',
    "Spørgsmål 1",
    "Spørgsmål 2",
    DANISH.tell(QUESTIONNAIRE.scaled[0].text),
    DANISH.tell(QUESTIONNAIRE.scaled[1].text),
)
MEASUREMENTS = some.lists(
    some.lists(some.sampled_from(TEXTS), min_size=3, max_size=3, unique_by=folded), min_size=1, max_size=6
)


@given(MEASUREMENTS)
def test_the_file_of_each_measurement_is_read_back_as_its_own(measurements: list[list[str]]) -> None:
    """Where two have asked the same in the same order, it may be either's, and nobody guesses."""
    asked = {f"m-{number}": tuple(questions) for number, questions in enumerate(measurements)}
    headings = Headings(QUESTIONNAIRES, {**column_labels("da"), **measured_labels("da")}, {}, asked)
    for id, questions in asked.items():
        raw = csv_bytes([template_headings(questions, DANISH), ["Rylen", "Ja", "Nej", "Ja"]])
        questionnaire, table, found = recognised(raw, "svar.csv", headings)
        assert table.problems == ()
        assert questionnaire is not None
        assert questionnaire.kind is CountKind.SERVED
        assert [table.headings[one] for one in IDS] == list(questions)
        assert found == tuple(
            other for other, texts in asked.items() if [*map(folded, texts)] == [*map(folded, questions)]
        )
        assert recognised(raw, "svar.csv", headings, id).measurements == (id,)
