"""What the privacy check finds in a text, and what it passes by."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hverdag.model.editorial.change import Change, Fate, Stretch
from hverdag.privacy import ADDRESS, CPR, CPR_LIKE, MAIL, NAME, NUMBERS, PHONE, find, holds_number, masked, masked_all
from tests.conftest import ROOT, Publication
from tests.cpr_corpus import CORPUS, FOUND, Case

VERDICTS = {CPR: "error", CPR_LIKE: "warning"}
NUMBER = "150368-5010"
INVISIBLE = ("\u200b", "\u00ad", "\u2060", "\ufeff", "**", "*", "`", "&shy;", "\u200d", "<b>", "</i>")


def verdict(text: str) -> str:
    found = [VERDICTS[one.rule] for one in find(text)]
    return "error" if "error" in found else "warning" if found else ""


@pytest.mark.parametrize("number", range(len(CORPUS)), ids=lambda number: CORPUS[number].why)
def test_the_corpus_gets_its_verdicts(number: int) -> None:
    assert verdict(CORPUS[number].text) == CORPUS[number].verdict


def test_the_corpus_is_large_and_says_each_thing_once() -> None:
    assert len(CORPUS) >= 180
    assert len({case.text for case in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("around", ["Der lå {} på bordet.", "- {}\n- og mere", "> {}", "| Navn | {} |", '"{}"'])
def test_what_is_found_alone_is_found_in_prose(around: str) -> None:
    lost = [case.why for case in FOUND if not verdict(around.format(case.text))]
    assert lost == []


def test_ten_random_digits_in_prose_seldom_stop_a_build() -> None:
    chance = random.Random(7)  # noqa: S311 not a secret
    texts = [f"Der stod {chance.randrange(10**10):010} på sedlen, som lå der." for _ in range(10_000)]
    found = [verdict(text) for text in texts]
    assert found.count("error") < 100
    assert found.count("warning") < 500


@given(st.lists(st.tuples(st.integers(1, 10), st.sampled_from(INVISIBLE)), max_size=6))
def test_what_no_reader_sees_hides_no_number(signs: list[tuple[int, str]]) -> None:
    text = NUMBER
    for place, sign in sorted(signs, reverse=True):
        text = text[:place] + sign + text[place:]
    assert verdict(f"Før {text} efter") == "error"


@given(
    st.sampled_from(range(len(FOUND))),
    st.sampled_from(["０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"]),
)
def test_digits_of_other_alphabets_are_digits(number: int, digits: str) -> None:
    case = FOUND[number]
    if re.search(r"[&%\\]", case.text):
        return  # an entity or an escape must be written in plain digits
    assert verdict(case.text.translate(str.maketrans("0123456789", digits))) == case.verdict


@given(st.sampled_from(range(len(FOUND))), st.text("abæ \n\u00ad*&é", max_size=30))
def test_a_finding_knows_where_it_stands(number: int, before: str) -> None:
    text = f"{before} . {FOUND[number].text} . slut"
    for one in find(text):
        assert len(before) < one.start < one.end <= len(text) - len(" . slut")
        assert find(text[one.start : one.end]) or FOUND[number].verdict


@pytest.mark.parametrize("number", range(len(FOUND)))
def test_what_is_covered_is_gone_and_all_else_stands(number: int) -> None:
    text = f"Før: {FOUND[number].text} :efter"
    shown = masked(text)
    assert len(shown) == len(text)
    assert not holds_number(shown)
    assert sum(letter.isdecimal() for letter in shown) < 5
    assert (shown[:5], shown[-7:]) == (text[:5], text[-7:])


def test_covering_again_changes_nothing_and_plain_text_stands() -> None:
    for path in (ROOT / "stories").glob("*.md"):
        text = path.read_text("utf-8")
        assert masked(text) == text


def test_a_number_is_covered_where_half_of_it_was_kept() -> None:
    kept, gone, new = (Stretch(*one) for one in ((Fate.KEPT, "Den 150368"), (Fate.GONE, "5010"), (Fate.NEW, "kom")))
    (change,) = masked_all((Change("body", (kept, gone, new)),))
    assert [one.text for one in change.stretches] == ["Den ••••••", "••••", "kom"]


def test_a_finding_never_shows_what_it_found() -> None:
    (found,) = find(NUMBER)
    assert not holds_number(repr(found))
    assert found.key not in repr(found)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Skriv til inger.madsen@fjordby.example i dag", MAIL),
        ("inger(at)fjordby.example", MAIL),
        ("inger [at] fjordby.example", MAIL),
        ("inger snabel-a fjordby.example", MAIL),
        ("ｉｎｇｅｒ＠fjordby.example", MAIL),
        ("Ring på 70 00 00 00.", PHONE),
        ("tlf. 70000000", PHONE),
        ("+45 70 00 00 00", PHONE),
        ("+45 70000000", PHONE),
        ("0045 7000 0000", PHONE),
        ("70-00-00-00", PHONE),
        ("70.00.00.00", PHONE),
        ("+46 8 123 456 78", PHONE),
        ("Hun bor på Rosenvej 12.", ADDRESS),
        ("Østergade 4B, 2. tv., 8000 Fjordby", ADDRESS),
        ("Niels Bohrs Vej 3", ADDRESS),
        ("Kastanje Allé 14", ADDRESS),
        ("Solbakken 3, 8000 Fjordby", ADDRESS),
        ("Vi mødte Inger Madsen i døren", NAME),
        ("Vi mødte Anne-Mette Holst i døren", NAME),
        ("Vi mødte Jens P. Sørensen i døren", NAME),
    ],
)
def test_how_a_person_is_reached_is_found(text: str, rule: str) -> None:
    assert [one.rule for one in find(text, people=True)] == [rule]
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Inger er 84 og har haft indbrud.",
        "Inger og Susanne stod i døren.",
        "Vi mødte Anne Marie i døren.",
        "Vi bor på vej 3.",
        "Vej 3 er lukket.",
        "Vi var på Arbejdspladsen 3 gange.",
        "Ved Tavlen 3 stod vi.",
        "Den 20. november 2026 kl. 14.30",
        "2026-11-22",
        "2025-2026",
        "20261122",
        "CVR 12345678",
        "Vi var 12 34 gange",
        "Der er 41.000 indbyggere og 3.200 ansatte.",
        "Han har gået på Christian Skole.",
        "@alle: husk mødet",
        "Det kostede 70.000.000 kroner",
        "nøgle nummer 31",
        "Vi mødtes på Sankt Peters Plads.",
        "Motorvej 3",
        '<path d="M15.03 68.50-07.15 150368-5010 L3.68"/>',
    ],
)
def test_what_only_looks_like_it_is_passed_by(text: str) -> None:
    assert find(text, people=True) == []


def test_words_of_the_organisation_are_no_surnames() -> None:
    text = "Vi spurgte Maria Fjordby om det"
    assert [one.rule for one in find(text, people=True)] == [NAME]
    assert find(text, people=True, apart={"Fjordby"}) == []


def test_hostile_texts_take_no_time_to_look_through() -> None:
    for piece in (
        "<!--",
        "<a ",
        "<!-- 150368-5006 -->",
        "<a 1503685007 ",
        "[a](1a",
        "[",
        "](",
        "(a.md",
        "{.",
        "\n> ",
        "1/3-68 ",
        "1968-03-15-",
        "1 ",
        "1-",
        "&#1",
        "\\u00",
        "15036850",
        "*_",
        "a@",
        "A ",
        "150368-xxx",
        "12 34 ",
        "%3",
    ):
        find(piece * (20_000 // len(piece)), people=True)


def test_the_sample_holds_nothing(good: Publication) -> None:
    for folder in ("stories", "values", "docs"):
        for path in (ROOT / folder).rglob("*.md"):
            people = folder != "docs"  # a page tells how the handbook's own people are reached
            assert find(path.read_text("utf-8"), people=people) == [], path
    assert not [rule for rule in good.rules() if rule.startswith(("privacy", "waiver"))]
    assert {CPR, CPR_LIKE} == NUMBERS
    assert all(isinstance(case, Case) for case in CORPUS)
