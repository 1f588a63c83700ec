"""The calendar of courses: held to RFC 5545 here, and read by a library that others read calendars with."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.features.consultants.calendar import CalendarEvent, CalendarWords, calendar, events, folded
from hverdag.features.consultants.coming import coming_courses
from hverdag.model.uptake.courses import Offer
from tests.conftest import TODAY, Publication, copied, read, rendered
from tests.courses import COURSES, give_courses
from tests.required import missing

WORDS = CalendarWords("da", "Forløb; med, alt\\", "Lilleby Kommune", "Skriv til os", "https://lilleby.example/x/")
PATH = "vaerdikonsulenter/forloeb.ics"


@pytest.fixture(scope="module")
def offering(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return give_courses(copied("good", tmp_path_factory.mktemp("calendar")))


@pytest.fixture(scope="module")
def file(offering: Publication) -> str:
    (found,) = [one for one in rendered(offering.root).artifacts if one.path == PATH]
    assert isinstance(found.content, str)
    return found.content


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def read_events(text: str) -> list[Mapping[str, str]]:
    """Return the properties of each event, by name with parameters, read strictly."""
    found: list[dict[str, str]] = []
    inside: dict[str, str] | None = None
    lines = unfolded(text)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert {"VERSION:2.0"} < set(lines) and any(line.startswith("PRODID:") for line in lines)
    for line in lines[1:-1]:
        assert re.fullmatch(r"[A-Z-]+(;[A-Z]+=[A-Z-]+)?:[^\x00-\x1f\x7f]*", line), line
        name, _, content = line.partition(":")
        if line == "BEGIN:VEVENT":
            assert inside is None
            inside = {}
        elif line == "END:VEVENT":
            assert inside is not None
            found.append(inside)
            inside = None
        elif inside is not None:
            assert name not in inside
            inside[name] = content
    return found


def by_summary(text: str) -> dict[str, Mapping[str, str]]:
    return {event["SUMMARY"]: event for event in read_events(text)}


def test_it_holds_open_courses_and_those_of_named_workplaces(file: str) -> None:
    assert list(by_summary(file)) == ["Vejen & mere", "Vejen & mere (Lærken)", "En hel dag (Lærken)"]


def test_times_are_those_of_the_clock_on_the_wall(file: str) -> None:
    winter, summer = by_summary(file)["Vejen & mere"], by_summary(file)["En hel dag (Lærken)"]
    assert (winter["DTSTART"], winter["DTEND"]) == ("20261215T120000Z", "20261215T133000Z")
    assert (summer["DTSTART"], summer["DTEND"]) == ("20270701T070000Z", "20270701T130000Z")


def test_a_course_without_a_time_of_day_takes_the_day(file: str) -> None:
    event = by_summary(file)["Vejen & mere (Lærken)"]
    assert event["DTSTART;VALUE=DATE"] == "20261216"
    assert "DTEND" not in event


def test_what_is_cancelled_says_so(file: str) -> None:
    states = {summary: event["STATUS"] for summary, event in by_summary(file).items()}
    assert states == {
        "Vejen & mere": "CONFIRMED",
        "Vejen & mere (Lærken)": "CONFIRMED",
        "En hel dag (Lærken)": "CANCELLED",
    }


def test_what_has_special_signs_is_escaped(file: str) -> None:
    event = by_summary(file)["Vejen & mere"]
    assert event["LOCATION"] == "Sal 2\\; 1. sal"
    assert event["DESCRIPTION"].startswith("En gåtur med fire stop\\; I taler\\, og I skriver.\\n")


def test_the_stamp_is_the_day_of_the_build_and_the_ids_stay(offering: Publication) -> None:
    handbook = read(offering.root)
    one, other = (
        read_events(calendar(events(handbook, day), WORDS, day)) for day in (TODAY, TODAY + timedelta(days=3))
    )
    assert {event["DTSTAMP"] for event in one} == {"20261121T000000Z"}
    assert {event["DTSTAMP"] for event in other} == {"20261124T000000Z"}
    ids = [event["UID"] for event in one]
    assert ids == [event["UID"] for event in other]
    assert len(set(ids)) == len(ids) > 1


def test_of_what_has_been_only_held_courses_are_kept_and_for_a_year(tmp_path: Path) -> None:
    courses = COURSES.replace("workplaces: [engen]", "workplaces: [laerken]").replace(
        "workplaces: [rylen, viben]", "workplaces: [laerken]"
    )
    handbook = read(give_courses(copied("good", tmp_path), courses).root)

    def days(today: date) -> list[date]:
        return [event.day for event in events(handbook, today) if event.day < date(2026, 11, 1)]

    assert days(TODAY) == [date(2026, 9, 3)]
    assert days(date(2027, 9, 3)) == [date(2026, 9, 3)]
    assert days(date(2027, 9, 4)) == []


def test_one_unnamed_workplace_keeps_a_course_out(tmp_path: Path) -> None:
    courses = COURSES.replace(
        "date: 2026-12-16, workplaces: [laerken]", "date: 2026-12-16, workplaces: [laerken, rylen]"
    )
    handbook = read(give_courses(copied("good", tmp_path), courses).root)
    assert date(2026, 12, 16) not in [event.day for event in events(handbook, TODAY)]


def test_there_is_no_file_without_an_event(good: Publication) -> None:
    give_courses(good, COURSES.partition("courses:")[0])
    site = rendered(good.root)
    (page,) = [page for page in site.pages if page.address == "vaerdikonsulenter/"]
    assert ".ics" not in page.content
    assert PATH not in [file.path for file in site.artifacts]
    assert calendar((), WORDS, TODAY) == ""


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_a_line_is_at_most_75_octets_and_no_letter_is_divided(line: str) -> None:
    parts = list(folded(line))
    assert all(len(part.encode("utf-8")) <= 75 for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert "".join((parts[0], *(part[1:] for part in parts[1:]))) == line


def event_of(text: str) -> CalendarEvent:
    offer = Offer(id="x", code="K01", name=text, about=text, minutes=60)
    begins = datetime(2026, 12, 1, 8, tzinfo=UTC)
    return CalendarEvent("bcdf@hverdag", date(2026, 12, 1), begins, begins + timedelta(hours=1), offer, (), text, False)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60))
def test_no_text_can_add_a_line_or_end_the_event(text: str) -> None:
    (event,) = read_events(calendar([event_of(text + "\r\nEND:VEVENT")], WORDS, TODAY))
    assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS"} <= set(event)


def test_another_program_reads_the_same_courses(file: str) -> None:
    try:
        import icalendar  # noqa: PLC0415 it may be missing
    except ImportError:
        missing("icalendar is not installed.")
    read_calendar: Any = icalendar.Calendar.from_ical(file)
    found = list(read_calendar.walk("VEVENT"))
    assert not read_calendar.errors
    assert not [error for event in found for error in event.errors]
    assert [str(event["SUMMARY"]) for event in found] == list(by_summary(file))
    first = found[0]
    assert first.decoded("DTSTART") == datetime(2026, 12, 15, 12, tzinfo=UTC)
    assert first.decoded("DTEND") - first.decoded("DTSTART") == timedelta(minutes=90)
    assert str(first["LOCATION"]) == "Sal 2; 1. sal"
    assert str(first["DESCRIPTION"]).split("\n")[0] == "En gåtur med fire stop; I taler, og I skriver."


def test_a_yes_holds_from_its_day_on(good: Publication) -> None:
    give_courses(good).change("values/workplaces.yml", "named: 2026-09-01", f"named: {TODAY + timedelta(days=1)}")
    handbook = read(good.root)
    for today, names in ((TODAY, set()), (TODAY + timedelta(days=1), {"Lærken"})):
        assert {name for one in events(handbook, today) for name in one.workplaces} == names
        assert {name for one in coming_courses(handbook, today) for name in one.workplaces} == names
