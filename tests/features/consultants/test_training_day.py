"""The day of training: its minutes add up, its methods are told step by step, and it can be read by everyone."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from hverdag.features.consultants.training_day import MINUTES, PartKind, TrainingDay, training_day
from hverdag.model.texts.method import Method, Step
from hverdag.model.uptake.courses import Offer
from tests import pdf
from tests.conftest import Publication, copied
from tests.courses import give_courses


def method(id: str, *minutes: int) -> Method:
    steps = tuple(
        Step(name=f"Trin {number}", minutes=each, guidance="Gør det.", activity="I gang", responsible="Alle")
        for number, each in enumerate(minutes, 1)
    )
    return Method(path=f"docs/metoder/{id}.md", title=id.upper(), steps=steps, code="M01", group="4", purpose="Det.")


def offer(id: str, of: str = "ingen") -> Offer:
    return Offer(id=id, code="K01", name=id, about=id, minutes=60, method=of)


def day_of(*methods: Method) -> TrainingDay:
    return training_day([offer(f"o-{one.id}", one.id) for one in methods], methods)


@pytest.mark.parametrize(
    "lengths",
    [(), (5,), (1, 2, 3), (60,), (60, 30, 45), (63, 31), (179,), (180,), (600,), (170, 5, 5, 600), (0,)],
)
def test_the_parts_add_up_to_the_day_and_follow_one_another(lengths: tuple[int, ...]) -> None:
    day = day_of(*(method(f"m{number}", length) for number, length in enumerate(lengths)))
    assert day.minutes == sum(part.minutes for part in day.parts) == MINUTES
    at = 0
    for part in day.parts:
        assert part.begins == at
        assert part.minutes > 0
        at += part.minutes
    assert all(part.begins % 5 == 0 for part in day.parts) or any(length % 5 for length in lengths)


def test_a_method_takes_the_minutes_of_its_own_steps() -> None:
    tried = [part for part in day_of(method("a", 5, 10, 12), method("b", 30)).parts if part.kind is PartKind.METHOD]
    assert [(part.method.id if part.method else "", part.minutes) for part in tried] == [("a", 27), ("b", 30)]


def test_what_there_is_no_time_for_is_read_at_home() -> None:
    day = day_of(method("lang", 400), method("kort", 20), method("nok", 100), method("igen", 70))
    assert [plan.method.id for plan in day.methods] == ["kort", "nok"]
    assert [one.id for one in day.at_home] == ["lang", "igen"]


def test_a_method_that_two_offers_follow_is_tried_once() -> None:
    one = method("a", 20)
    day = training_day([offer("x", "a"), offer("y", "a"), offer("z"), offer("u", "ukendt")], [one])
    assert [plan.method.id for plan in day.methods] == ["a"]


def test_steps_before_the_meeting_take_no_time_of_the_day() -> None:
    one = method("a", 20)
    before = Step(name="Før", minutes=90, before=True, guidance="Gør.", activity="I", responsible="En")
    tried = [part for part in day_of(one.model_copy(update={"steps": (before, *one.steps)})).parts if part.method]
    assert [part.minutes for part in tried] == [20]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    publication = give_courses(copied("good", tmp_path_factory.mktemp("day")))
    report = publication.build()
    assert report.built, report.problems
    return publication


@pytest.mark.slow
def test_the_minutes_on_paper_add_up(printed: Publication) -> None:
    first = pdf.pages(pdf.read(printed.site / "print/konsulentdag.pdf"))[0]
    spans = re.findall(r"(\d{1,2})\.(\d\d)–(\d{1,2})\.(\d\d)\s+(\d+) min\.", first)
    assert len(spans) >= 10
    minutes = [(int(a) * 60 + int(b), int(c) * 60 + int(d), int(takes)) for a, b, c, d, takes in spans]
    assert all(ends - begins == takes for begins, ends, takes in minutes)
    assert all(one[1] == other[0] for one, other in pairwise(minutes))
    assert sum(takes for _, _, takes in minutes) == MINUTES


@pytest.mark.slow
def test_it_can_be_read_by_everyone_and_says_what_matters(printed: Publication) -> None:
    reader = pdf.read(printed.site / "print/konsulentdag.pdf")
    assert pdf.is_accessible(reader, "da-DK")
    assert 2 <= len(reader.pages) <= 4
    text = pdf.squeezed(" ".join(pdf.pages(reader)))
    for said in (
        "Sådan leder I metoden Vejen",
        "Ingen skal fortælle noget, de ikke har lyst til.",
        "Er gruppen mindre end 5, så del ingen ark ud.",
        "Koderne er K01, K02.",
        "Gruppen skriver den med sine egne ord.",
    ):
        assert pdf.squeezed(said) in text, said


def test_settings_can_leave_it_out(good: Publication) -> None:
    give_courses(good)
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}\nprinted: [pamphlet]\n")
    report = good.build()
    assert report.built, report.problems
    assert not (good.site / "print/konsulentdag.pdf").exists()
    assert "konsulentdag" not in good.page("vaerdikonsulenter/index.html")


def test_more_people_may_be_asked_for_before_answers_are_collected(tmp_path: Path) -> None:
    publication = give_courses(copied("good", tmp_path))
    text = (publication.root / "values/handbook.yml").read_text("utf-8")
    publication.write("values/handbook.yml", f"{text}\nfewest: 8\n")
    assert publication.build().built
    text = " ".join(pdf.pages(pdf.read(publication.site / "print/konsulentdag.pdf")))
    assert pdf.squeezed("Er gruppen mindre end 8") in pdf.squeezed(text)
