"""What is said of a story's workplace: an unknown one, a small one that is named, and a shift that is one person."""

import pytest

from hverdag.model.problem import Problem
from tests.conftest import Publication
from tests.features.coverage.stories import tell
from tests.uptake import give_workplaces


@pytest.fixture
def told(good: Publication) -> Publication:
    return give_workplaces(good)


def found(publication: Publication, rule: str) -> list[Problem]:
    return [problem for problem in publication.problems() if problem.rule == rule]


@pytest.mark.parametrize(
    ("given", "meant"),
    [("Rylen", "rylen"), ("A001", "rylen"), ("ryln", "rylen"), ("Gamle Ryle", "rylen"), ("noget helt andet", None)],
)
def test_whoever_writes_a_name_for_an_id_is_told_the_id(told: Publication, given: str, meant: str | None) -> None:
    told.change("values/workplaces.yml", "    code: A001\n", "    code: A001\n    former: [Gamle Ryle]\n")
    tell(told, "F50", given)
    (problem,) = found(told, "story-workplace")
    assert problem.parameters.get("suggestion") == meant
    assert problem.source.field == "workplace_id"


def test_a_workplace_that_has_closed_is_known(told: Publication) -> None:
    told.change("values/workplaces.yml", "    code: A001\n", "    code: A001\n    closed: 2020-01-01\n")
    tell(told, "F50", "rylen")
    assert found(told, "story-workplace") == []


def test_without_a_list_of_workplaces_that_is_told_once(good: Publication) -> None:
    tell(good, "F50", "rylen")
    assert found(good, "story-workplace") == []
    assert len(found(good, "workplace-missing")) == 1


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Dalen", True),
        ("Plejen, Dalen", True),
        ("DALEN, om natten", True),
        ("It", True),
        ("It-support", False),  # a short name is a word like any other
        ("Dalens venner", False),
        ("Rylen", False),  # not small
        ("Et sted", False),
    ],
)
def test_the_name_of_a_small_workplace_is_told(told: Publication, words: str, is_told: bool) -> None:
    tell(told, "F50", "", words=words)
    assert bool(found(told, "story-small-workplace")) is is_told


@pytest.mark.parametrize(
    ("workplace", "staff", "level"),
    [
        ("dalen", None, "warning"),
        ("rylen", None, "hint"),  # 10-19
        ("rylen", "20-49", None),
        ("", None, None),
    ],
)
def test_a_shift_at_a_small_workplace_may_be_one_person(
    told: Publication, workplace: str, staff: str | None, level: str | None
) -> None:
    if staff:
        told.change("values/workplaces.yml", 'staff: "10-19"\n    code: A001', f'staff: "{staff}"\n    code: A001')
    tell(told, "F50", workplace, words="Et plejecenter, aftenvagt")
    told.change(
        "stories/fortaelling-f50.md", "origin:", "contributors:\n  - role: nattevagten\n  - role: pedel\norigin:"
    )
    problems = found(told, "story-shift")
    assert [problem.level for problem in problems] == ([level] * 2 if level else [])
    assert {problem.parameters["given"] for problem in problems} <= {"Et plejecenter, aftenvagt", "nattevagten"}


@pytest.mark.parametrize(
    ("role", "is_shift"),
    [
        ("nattevagt", True),
        ("weekendvagten i huset", True),
        ("aftenvagter", True),
        ("den faste nattevagt", True),
        ("night shift", True),
        ("vagtleder", False),
        ("sundhedsassistent", False),
        ("vagtmester", False),
        ("rengøringsassistent", False),
    ],
)
def test_words_for_a_shift_are_known(told: Publication, role: str, is_shift: bool) -> None:
    tell(told, "F50", "dalen")
    told.change("stories/fortaelling-f50.md", "origin:", f"contributors:\n  - role: {role}\norigin:")
    assert bool(found(told, "story-shift")) is is_shift
