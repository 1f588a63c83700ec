"""The features, one folder each. `FEATURES` lists them in the order of pages and of the contents of a slot; a feature's
plan sees the views of those before it."""

from importlib import import_module

from .feature import Feature


def _feature(name: str) -> Feature:
    feature: Feature = import_module(f"{__name__}.{name}").FEATURE
    return feature


FEATURES: tuple[Feature, ...] = (
    _feature("values"),
    _feature("stories"),
    _feature("themes"),
    _feature("nods"),
    _feature("consent"),
    _feature("workplaces"),
    _feature("receipts"),
    _feature("agreements"),
    _feature("plans"),
    _feature("evaluation"),
    _feature("customers"),
    _feature("goals"),
    _feature("methods"),
    _feature("guides"),
    _feature("consultants"),
    _feature("outcome"),
    _feature("passport"),
    _feature("pamphlet"),
    _feature("book"),
    _feature("posters"),
    _feature("cards"),
    _feature("appraisal"),
    _feature("board_game"),
    _feature("facts"),
    _feature("status"),
    _feature("journal"),
    _feature("telling"),
    _feature("coverage"),
    _feature("printing"),
    _feature("short_links"),
    _feature("data_protection"),
    _feature("search"),
    _feature("editors_guide"),
    _feature("addresses"),
)
