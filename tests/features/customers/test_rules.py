"""What is wrong in values/customers.yml and in the counts of a measurement is told with its line and what to do."""

import pytest

from hverdag.locale import catalogue
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication
from tests.features.customers.measured import give_measurement

DANISH = catalogue("da")


def told(publication: Publication) -> list[str]:
    found = [one for one in publication.problems() if one.rule.startswith(("measurement-", "said-", "counts-"))]
    return [DANISH.line(one, rules()[one.rule]) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("value: tillid", "value: tilid", ":3:12: fejl measurement-value: »tilid« er ikke en værdi. Mente du"),
        ("workplace: viben", "workplace: vibben", "»vibben« er ikke en arbejdsplads. Mente du »viben«?"),
        ("workplace: viben", "workplace: rylen", "»rylen« står to gange i målingen. Slet en af de to linjer."),
        ("      - De kender mig\n", "", "Der er 2 spørgsmål, og der skal være tre. Skriv tre"),
        ("De kender mig", "De ringer, som aftalt!", "To af spørgsmålene er ens, så ingen kan kende svarene"),
        ("ends: 2026-10-30", "ends: 2026-10-01", "fejl measurement-days: Målingen slutter, før den begynder."),
        ("asked: 24", "asked: 1", "advarsel measurement-asked: Her bliver 1 spurgt"),
        ("id: tillid-foraar", "id: Tillid i foråret", "Målingen kan ikke hedde »Tillid i foråret«"),
        ("id: tillid-foraar", 'id: "2026"', "det må ikke være et årstal"),
        ("https://svar.lilleby", "svar.lilleby", "Mente du »https://svar.lilleby.example/tre?sted={unit}«?"),
        ("sted={unit}", "sted={enhed}", "»{enhed}« bliver ikke udfyldt. Mente du »{unit}«?"),
        ("    did: Der hænger nu billeder i gangen.\n", "", "Ingen har skrevet, hvad I gjorde ved det. Skriv"),
        ("date: 2026-11-04", "date: 2026-12-04", "fejl said-did: Dagen er ikke kommet endnu"),
        ("role: Afdelingslederen", "role: Inger Madsen", "fejl said-person: Det ligner et navn. Skriv en rolle"),
        ("billeder i gangen", "billeder hos Viben", "Her er nævnt en arbejdsplads, der ikke har sagt ja til det."),
        ("billeder i gangen", "billeder, ring 20 30 40 50 i dag", "fejl said-person"),
        ("id: tillid-foraar", "id: tillid-viben", ":2:9: fejl said-person: Her er nævnt en arbejdsplads"),
        ("De kender mig", "De kender mig på Viben", ":7:9: fejl said-person: Her er nævnt en arbejdsplads"),
        ("    form:", "    hand_in: Læg den hos Vibens køkken\n    form:", "Her er nævnt en arbejdsplads"),
        ("    form:", "    hand_in: Giv den til ksu@lilleby.example\n    form:", "Her kan et menneske genkendes"),
        ("    form:", "    counted_by: Sekretæren, 20 30 40 50\n    form:", "Her kan et menneske genkendes"),
        ("    form:", "    counted_by: Inger Madsen\n    form:", "fejl said-person: Det ligner et navn"),
    ],
)  # fmt: skip
def test_every_fault_is_told_once_with_its_line_and_a_remedy(
    good: Publication, old: str, new: str, expected: str
) -> None:
    give_measurement(good)
    assert told(good) == []
    good.change("values/customers.yml", old, new)
    (line,) = told(good)
    assert line.startswith("values/customers.yml:")
    assert expected in line


def test_signs_that_a_value_has_not_are_told(good: Publication) -> None:
    give_measurement(good)
    text = (good.root / "values/customers.yml").read_text("utf-8")
    start, end = text.index("    questions:"), text.index("    begins:")
    good.write("values/customers.yml", text[:start] + text[end:])
    assert "Værdien har 1 tegn, og der skal være tre spørgsmål" in told(good)[0]
    good.write("values/customers.yml", text[:start] + "    signs: [1, 2, 9]\n" + text[end:])
    assert "Det er ikke tre forskellige af værdiens tegn. Den har 1." in told(good)[0]
    good.change("values/tillid.md", "signs:\n", "signs:\n  - De hører efter.\n  - De spørger.\n")
    good.write("values/customers.yml", text[:start] + text[end:])
    assert told(good) == []
    good.write("values/customers.yml", text[:start] + "    signs: [1, 2, 2]\n" + text[end:])
    assert "fejl measurement-questions" in told(good)[0]


def test_two_measurements_at_once_in_one_workplace_are_told(good: Publication) -> None:
    give_measurement(good, more="")
    text = (good.root / "values/customers.yml").read_text("utf-8")
    other = text.replace("measurements:\n", "").replace("tillid-foraar", "tillid-efteraar")
    good.write("values/customers.yml", text + other)
    (line,) = told(good)
    assert "Der er en anden måling i gang på »laerken« i de samme dage: tillid-foraar" in line
    good.write("values/customers.yml", text + other.replace("2026-10", "2026-11"))
    assert told(good) == []


@pytest.mark.parametrize(
    ("name", "rows", "expected"),
    [
        ("2026", "{count: served, part: rylen, cells: [9]}", "Tal fra en måling og andre tal står ikke i samme fil"),
        ("tillid-foraar", "{count: participants, cells: [90]}", "Tal fra en måling og andre tal står ikke i samme fil"),
        ("tillid-foraar", "{count: served, part: ryllen, cells: [9]}", "fejl counts-name: »ryllen«"),
        ("tillid-foraar", "{count: served, part: rylen, cells: [3]}", "fejl counts-small"),
        ("en-anden", "{count: participants, cells: [90]}", "nor after|ikke opkaldt efter et år"),
        (
            "tillid-foraar",
            "{count: served, cells: [30]}, {count: served, part: rylen, cells: [9]}, "
            "{count: served, question: served-1, cells: [20, 10]}, "
            "{count: served, question: served-1, part: rylen, most: true}",
            "Ord om én arbejdsplads står ved siden af de samlede tal",
        ),
        (
            "tillid-foraar",
            "{count: served, cells: [30], of: 60}, {count: served, part: rylen, cells: [15], of: 42}",
            "Trækker nogen arbejdspladserne fra, er der for få tilbage, som blev spurgt og ikke svarede",
        ),
        (
            "tillid-foraar",
            "{count: served, part: rylen, cells: [9]}, {count: served, question: served-1, part: rylen, cells: [7, 2]}",
            "fejl counts-small",
        ),
    ],
)
def test_counts_that_somebody_has_written_are_looked_over(
    good: Publication, name: str, rows: str, expected: str
) -> None:
    give_measurement(good)
    good.write(f"values/counts/{name}.yml", f"frozen: 2026-11-20\nrows: [{rows}]\n")
    assert any(part in line for line in told(good) for part in expected.split("|")), told(good)
