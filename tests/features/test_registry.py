"""The list of features: what two of them may not share, and what none may leave out."""

from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup

from hverdag.features import FEATURES
from hverdag.features.assets import Assets
from hverdag.features.feature import Feature
from hverdag.features.kit import Macro, Slot
from hverdag.features.registry import FeatureError, Registry, registry
from hverdag.features.rules import Check
from hverdag.model.declared import Declared, declared
from hverdag.model.document_kind import DocumentKind
from hverdag.model.held_data import NOTHING_ABOUT_PEOPLE
from hverdag.model.message import message
from hverdag.model.printable import PrintGroup
from hverdag.model.problem import Level, Rule
from hverdag.model.search import SearchKind
from hverdag.model.texts.document import Document


class _Section(Declared):
    year_wheel: str = declared("Year wheel", "What comes when.")


class _OtherSection(Declared):
    year_wheel: str = declared("Year wheel", "Another.")


def _kind(**given: Any) -> DocumentKind[Document]:
    usual = {"id": "receipt", "folder": "receipts/", "settings_name": "receipts", "code_letters": "K"}
    folders = {"da": "kvitteringer", "en": "receipts"}
    return DocumentKind(**{"model": Document, "title": "A receipt", "address_folder": folders, **usual, **given})


def _check(id: str) -> Check:
    return Check(Rule(id, Level.ERROR, "Wrong.", "Right.", "A manual."), lambda *_: iter(()))


def _feature(id: str, **given: Any) -> Feature:
    return Feature(id=id, holds_about_people=NOTHING_ABOUT_PEOPLE, **given)


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        (
            {"documents": (_kind(),)},
            {"documents": (_kind(folder="b/", settings_name="b", code_letters="B"),)},
            "receipt",
        ),
        (
            {"documents": (_kind(),)},
            {"documents": (_kind(id="b", settings_name="b", code_letters="B", address_folder={"da": "x", "en": "y"}),)},
            "receipts/",
        ),
        (
            {"documents": (_kind(),)},
            {"documents": (_kind(id="b", folder="b/", settings_name="b", address_folder={"da": "x", "en": "y"}),)},
            "K",
        ),
        (
            {"documents": (_kind(),)},
            {"documents": (_kind(id="b", folder="b/", settings_name="b", code_letters="B"),)},
            "kvitteringer",
        ),
        ({"pages": lambda _: ("year/",)}, {"pages": lambda _: ("year/",)}, "year"),
        ({"documents": (_kind(),)}, {"pages": lambda _: ("kvitteringer/",)}, "kvitteringer"),
        ({"settings": _Section}, {"settings": _OtherSection}, "year_wheel"),
        ({"checks": (_check("year"),)}, {"checks": (_check("year"),)}, "year"),
        ({"macros": (Macro("year", lambda *_: Markup()),)}, {"macros": (Macro("year", lambda *_: Markup()),)}, "year"),
        ({"assets": Assets(files=("a.js",))}, {"assets": Assets(styles=("a.js",))}, "a.js"),
        ({"opens": ("year.after",)}, {"opens": ("year.after",)}, "year.after"),
        ({"search_kind": SearchKind("year", 8)}, {"search_kind": SearchKind("year", 9)}, "year"),
        (
            {"print_group": PrintGroup("year", 8, message("Year"), message("Year"), ())},
            {"print_group": PrintGroup("year", 9, message("Year"), message("Year"), ())},
            "year",
        ),
    ],
)
def test_what_two_features_declare_is_told_at_start_with_both_names(
    first: dict[str, Any], second: dict[str, Any], named: str
) -> None:
    with pytest.raises(FeatureError) as raised:
        Registry((_feature("one", **first), _feature("two", **second)))
    told = str(raised.value)
    assert "one" in told
    assert "two" in told
    assert named in told


def test_a_feature_may_not_take_what_a_real_one_has() -> None:
    for taken in ({"macros": (Macro("story", lambda *_: Markup()),)}, {"checks": (_check("story-text"),)}):
        with pytest.raises(FeatureError, match="stories"):
            Registry((*FEATURES, _feature("two", **taken)))


def test_two_features_of_one_name_are_told() -> None:
    with pytest.raises(FeatureError, match="one"):
        Registry((_feature("one"), _feature("one")))


def test_the_folders_of_the_house_are_its_own() -> None:
    with pytest.raises(FeatureError, match=r"the house and feature two.*print"):
        Registry((_feature("two", pages=lambda _: ("print/",)),))


def test_a_kind_of_document_has_a_folder_in_each_language() -> None:
    with pytest.raises(FeatureError, match=r"two.*receipt.*en"):
        Registry((_feature("two", documents=(_kind(address_folder={"da": "kvitteringer"}),)),))


def test_an_unknown_slot_is_told_at_start() -> None:
    slot = Slot("story.before", lambda *_: {}, lambda *_: Markup())
    with pytest.raises(FeatureError, match=r"two.*story\.before"):
        Registry((*FEATURES, _feature("two", slots=(slot,))))


def test_a_feature_says_what_it_holds_about_people_or_does_not_load() -> None:
    with pytest.raises(TypeError, match="holds_about_people"):
        Feature(id="silent")  # type: ignore[call-arg]
    silent = replace(_feature("silent"), holds_about_people=None)
    with pytest.raises(FeatureError, match="silent"):
        Registry((silent,))


def test_the_house_is_sound() -> None:
    features = Registry(FEATURES)
    assert len(features.kinds) >= 3
    assert set(features.tables) >= {"story", "value", "method", "handbook", "page"}
    assert registry().features == FEATURES
