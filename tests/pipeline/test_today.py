"""Days are counted where the organisation is, whatever the machine's clock is set to."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner

from hverdag.cli import cli
from hverdag.host import plain_build
from hverdag.model import time_zone
from hverdag.model.time_zone import day_in, zone_names
from hverdag.pipeline.today import today_of
from tests.conftest import Publication
from tests.consent import LAASEN, STORY, UNTIL

LAST_MINUTE = datetime(2027, 3, 1, 22, 59, tzinfo=UTC)
"""One minute before midnight in Copenhagen, where it is winter."""


@pytest.fixture(params=["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that is set to a time zone of its own."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", request.param)
        time.tzset()
        yield
    os.environ.pop("TZ", None)
    time.tzset()


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(time_zone, "now", lambda: moment)


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Europe/Copenhagen", LAST_MINUTE, UNTIL),
        ("Europe/Copenhagen", LAST_MINUTE + timedelta(minutes=1), UNTIL + timedelta(1)),
        ("Europe/Copenhagen", datetime(2027, 7, 1, 22, 0, tzinfo=UTC), date(2027, 7, 2)),  # summer
        ("America/Nuuk", LAST_MINUTE + timedelta(minutes=1), UNTIL),
        ("Pacific/Kiritimati", LAST_MINUTE, date(2027, 3, 2)),
        ("", LAST_MINUTE + timedelta(minutes=1), UNTIL + timedelta(1)),
        ("localtime", LAST_MINUTE, UNTIL),
        ("../../etc/passwd", LAST_MINUTE, UNTIL),
        ("Europe", LAST_MINUTE, UNTIL),
    ],
)
def test_a_day_begins_in_the_organisations_zone(
    elsewhere: None, monkeypatch: pytest.MonkeyPatch, zone: str, moment: datetime, day: date
) -> None:
    at(monkeypatch, moment)
    assert day_in(zone) == day


def test_a_consent_holds_until_midnight_where_the_organisation_is(
    elsewhere: None, good: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    good.write(LAASEN, STORY.replace("image: billede.png\nimage_alt: En guldsnor\n", ""))

    def rules() -> set[str]:
        return {rule for rule in good.rules(today_of(good.root)) if rule.startswith("consent")}

    at(monkeypatch, LAST_MINUTE)
    assert rules() == {"consent-expires"}
    at(monkeypatch, LAST_MINUTE + timedelta(minutes=1))
    assert rules() == {"consent-ended"}
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{settings}time_zone: America/Nuuk\n")
    assert rules() == {"consent-expires"}


def test_every_command_asks_the_same_clock(elsewhere: None, good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, LAST_MINUTE + timedelta(minutes=1))
    done = CliRunner().invoke(cli, ["new", "story", "--title", "Broen", "-C", str(good.root)], catch_exceptions=False)
    assert done.exit_code == 0
    assert "told: 2027-03-02" in (good.root / "stories/broen.md").read_text("utf-8")
    monkeypatch.setattr(plain_build, "read_languages", lambda _, today: pytest.fail(str(today)))
    with pytest.raises(pytest.fail.Exception, match="2027-03-02"):
        plain_build.PlainBuild(good.root, to_everyone=False)


def test_today_can_still_be_said(good: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, LAST_MINUTE)
    words = ["new", "story", "--title", "Broen", "-C", str(good.root), "--today", "2026-11-21"]
    assert CliRunner().invoke(cli, words, catch_exceptions=False).exit_code == 0
    assert "told: 2026-11-21" in (good.root / "stories/broen.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("Europe/Kopenhagen", "Europe/Copenhagen"),
        ("europe/copenhagen", "Europe/Copenhagen"),
        ("Copenhagen", "Europe/Copenhagen"),
        ("Danmark", "Europe/Copenhagen"),
        ("Dansk tid", "Europe/Copenhagen"),
        ("localtime", "Europe/Copenhagen"),
        ("../../etc/passwd", "Europe/Copenhagen"),
        ("Nuuk", "America/Nuuk"),
        ("Atlantic/Faeroes", "Atlantic/Faeroe"),
        ("København", "Europe/Copenhagen"),
        ("America/New York", "America/New_York"),
    ],
)
def test_an_unknown_zone_is_told_with_the_one_that_was_meant(good: Publication, given: str, meant: str) -> None:
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{settings}time_zone: {given}\n")
    (problem,) = [problem for problem in good.problems() if problem.rule == "settings-time-zone"]
    assert problem.is_error
    assert (problem.source.line, problem.source.column) == (settings.count("\n") + 1, len("time_zone: ") + 1)
    assert problem.parameters == {"given": given, "suggestion": meant}
    assert meant in zone_names()
