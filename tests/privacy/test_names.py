"""Full names: a common given name, and another word in capitals after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.privacy.finding import NAME
from hverdag.privacy.fold import fold
from hverdag.privacy.names import given_names, names

NO_SURNAMES = (
    "vej vejen gade gaden alle allé torv torvet plads pladsen stræde kirke skole skolen hus huset gård gården center"
    " centret centeret park parken fond fonden legat prisen kommune region sogn havn hospital hospitalet klinik"
    " festival"
)


def found(text: str, *apart: str) -> list[tuple[str, str, str]]:
    return [(one.rule, text[one.start : one.end], one.key) for one in names(fold(text), apart)]


def test_the_most_common_given_names_are_known() -> None:
    assert {"Inger", "Søren", "Anne", "Mette", "Børge", "Mohammed"} <= given_names()
    assert len(given_names()) > 250
    assert all(name.isalpha() and name[0].isupper() for name in given_names())
    assert {"The", "Denmark", "Names", "#"}.isdisjoint(given_names()), "the head of the list is no name"


@pytest.mark.parametrize(
    "written",
    [
        "Inger Madsen",
        "Søren Ærø",
        "Jens P. Sørensen",
        "Jens Holm Sørensen",
        "Anne-Mette Holst",
        "Anne-Xenia Holst",
        "Inger Holst-Madsen",
        "Inger Møllers",
        "Ib Bro",
        "René Lüders",
    ],
)
def test_a_full_name_is_found_as_it_is_written(written: str) -> None:
    for text in (f"Vi mødte {written} i døren", written, f"»{written}«", f"Hr. {written}, altså"):
        assert found(text) == [(NAME, written, written.casefold())]


@pytest.mark.parametrize(
    "text",
    [
        "Inger",
        "Inger gik",
        "Inger madsen",
        "inger Madsen",
        "Inger  Madsen",
        "Inger, Madsen",
        "Inger og Susanne",
        "Anne Marie",
        "Inger Susannes",
        "Inger P.",
        "Inger Bo",
        "Xenia Madsen",
        "Xenia-Anne Madsen",
        "xInger Madsen",
        "-Inger Madsen",
        "Inger Madsen-x",
        "Inger MADSEN",
        "Inger M",
    ],
)
def test_what_is_no_full_name_is_passed_by(text: str) -> None:
    assert found(f"Så kom {text} igen") == []


@pytest.mark.parametrize("place", NO_SURNAMES.split())
def test_a_place_that_bears_a_name_is_no_person(place: str) -> None:
    for name in (place.capitalize(), f"Sol{place}", f"Sol{place}s"):
        assert found(f"Vi gik til Inger {name} i dag") == []
    assert len(found(f"Vi gik til Inger Sol{place}er i dag")) == 1


def test_words_of_the_house_are_no_surnames() -> None:
    assert len(found("Vi spurgte Maria Fjordby om det")) == 1
    assert found("Vi spurgte Maria Fjordby om det", "Fjordby") == []
    assert found("Vi spurgte Maria Fjordby om det", "Fjord") == [(NAME, "Maria Fjordby", "maria fjordby")]


def test_each_of_several_is_found_where_it_stands_in_the_text_as_it_was_given() -> None:
    text = "Anne Marie, Xenia Holm, Inger Skole, <b>Inger</b> Madsen og Per&nbsp;Holst og Susanne"
    assert [told for _, told, _ in found(text)] == ["Inger</b> Madsen", "Per&nbsp;Holst"]


@given(some.sampled_from(sorted(given_names())), some.sampled_from(["Madsen", "Krogholm", "Ærenlund"]))
def test_every_given_name_is_known(first: str, last: str) -> None:
    assert found(f"Så kom {first} {last} ind") == [(NAME, f"{first} {last}", f"{first} {last}".casefold())]
