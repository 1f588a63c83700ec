"""Full names: a common given name, and another word in capitals after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hverdag.model.language import Language
from hverdag.privacy.finding import NAME
from hverdag.privacy.fold import fold
from hverdag.privacy.names import given_names, names

NO_SURNAMES = (
    "vej vejen gade gaden alle allé torv torvet plads pladsen stræde kirke skole skolen hus huset gård gården center"
    " centret centeret park parken fond fonden legat prisen kommune region sogn havn hospital hospitalet klinik"
    " festival museum museet bibliotek biblioteket hallen salen klubben foreningen stiftelsen skoven søen"
)


def english(text: str, *apart: str) -> list[str]:
    return [text[one.start : one.end] for one in names(fold(text), apart, Language.ENGLISH)]


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
        "Inger, Madsen",
        "Inger og Susanne",
        "Anne Marie",
        "Inger Susannes",
        "Inger P.",
        "Inger Bo",
        "Xenia Holm",
        "Xenia-Anne Holm",
        "Fru Madsen",
        "Familien Jensen",
        "Xenia Bussen",
        "Xenia Nissen",
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


@pytest.mark.parametrize("written", ["Xenia Madsen", "Aksel-Otto Rasmussen", "Beathe Knudsen", "Xenia P. Eriksen"])
def test_a_surname_in_sen_tells_of_a_full_name_within_a_sentence(written: str) -> None:
    assert [told for _, told, _ in found(f"Så kom {written} ind")] == [written]
    assert found(f"Nej. {written} kom") == []


@pytest.mark.parametrize(
    "written", ["Emma Thomas", "Mary-Ann O. Whitfield", "Inger Holst", "Liam Owens", "Sean O'Brien"]
)
def test_an_english_edition_knows_english_names_and_danish_ones(written: str) -> None:
    assert english(f"We met {written} at the door") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "Margaret",
        "Margaret and John",
        "Christian Church",
        "Victoria Station",
        "Charlotte Street",
        "Will Anyone",
        "Per Hour",
    ],
)
def test_what_is_no_full_name_in_english_is_passed_by(text: str) -> None:
    assert english(f"We went to {text} again") == []


def test_a_danish_edition_knows_no_english_names() -> None:
    assert found("Så kom Gareth Whitfield ind") == []


@pytest.mark.parametrize("before", ["Da", "Hos", "Men", "For", "Og", "Fru", "Kære", "Naboen", "Sygeplejerske", "Hr."])
@pytest.mark.parametrize("name", ["Inger Hansen", "Mette Friis", "Jens P. Holst", "Anne Marie Holst"])
def test_a_word_in_capitals_before_a_name_hides_none(before: str, name: str) -> None:
    for text in (f"{before} {name} kom.", f"Nej. {before} {name}s dør."):
        assert [told in (name, f"{name}s") for _, told, _ in found(text)] == [True]


@pytest.mark.parametrize("before", ["When", "Mr", "Mrs.", "Nurse", "Dear", "With"])
def test_nor_does_it_in_english(before: str) -> None:
    assert english(f"{before} Mary Jones came") == ["Mary Jones"]


@pytest.mark.parametrize(
    "name",
    [
        "INGER HANSEN",
        "I. Hansen",
        "Inger  Hansen",
        "Inger van der Berg",
        "Inger de la Cour",
        "Inger Wiśniewska",
        "Inger Hansen",
    ],
)
def test_other_ways_to_write_a_name(name: str) -> None:
    assert [told for _, told, _ in found(f"Så kom {name} ind")] == [name]
    assert [told for _, told, _ in found(name)] == [name]


def test_a_title_tells_of_a_name_that_no_list_has() -> None:
    assert [told for _, told, _ in found("Hr. Thorvald Bagger kom")] == ["Thorvald Bagger"]
    assert english("We met Mr J. Smith and Mrs Olwen Price") == ["J. Smith", "Olwen Price"]
    assert found("Fru Bagger kom") == []


@pytest.mark.parametrize(
    "text",
    [
        "Niels Bohr Instituttet",
        "Peter Pan Teatret",
        "Johannes Kirken",
        "Else Marie Kollegiet",
        "Freja Forlag",
        "Clara Børnehave",
        "Peter Lassens Kiosk",
        "Thomas B. Thriges Gade",
        "Per Holst A/S",
        "Inger Holst & Co",
        "Anders And",
        "H. C. Andersen",
        "Maria Magdalene",
        "Sankt Hans Bål",
        "Dronning Margrethe Spillet",
        "HUSK IDA I DAG",
        "BO HER",
        "SOFIE ER TILBAGE",
    ],
)
def test_a_house_a_firm_and_a_tale_are_no_person(text: str) -> None:
    assert found(f"Vi så {text} i dag") == []
    assert found(text) == []


def test_a_name_before_a_street_and_names_in_a_row_are_told_apart() -> None:
    assert [told for _, told, _ in found("Inger Hansen Lindevej 12")] == ["Inger Hansen"]
    assert [told for _, told, _ in found("Inger Hansen Peter Holst")] == ["Inger Hansen", "Peter Holst"]
