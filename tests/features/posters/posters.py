"""Posters of the sample, with other values, other stops and other settings."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf

from hverdag.features.posters.plan import PosterView
from hverdag.model.artifact import Artifact, Paper
from hverdag.model.handbook import Handbook
from hverdag.model.problem import Problem
from hverdag.model.texts.value import Mark
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from tests import pdf
from tests.clone import needed_to_import
from tests.conftest import ROOT, planned, read

needed_to_import()
POSTERS = ("values-poster", "value-poster", "road-poster", "agreement")
SAMPLE = read(ROOT)
ROAD = next(method for method in SAMPLE.methods if any(step.stop for step in method.steps))
STOP = next(step for step in ROAD.steps if step.stop)
PUBLIC = "https://hverdag.fjordby.example/"


def posters(handbook: Handbook) -> tuple[PosterView, ...]:
    return tuple(one.view for one in planned(handbook).views if isinstance(one.view, PosterView))


def papers(handbook: Handbook, wanted: Iterable[str] = POSTERS, one_of_each: bool = False) -> list[Paper]:
    """What is set of posters, by the ids of their products."""
    found = [view.printable for view in posters(handbook) if view.printable and view.printable.product.id in wanted]
    if one_of_each:
        found = list({one.product: one for one in found}.values())
    made, _ = pdf.outputs(planned(handbook), *(one.name for one in found), language=handbook.settings.language.value)
    return [one for one in made if isinstance(one, Paper)]


def printed(
    handbook: Handbook, wanted: Iterable[str] = POSTERS, one_of_each: bool = False
) -> tuple[dict[str, pypdf.PdfReader], list[Problem]]:
    made, problems = pdfs(papers(handbook, wanted, one_of_each), ROOT, cache_folder())
    return {one.path: reader(one) for one in made}, problems


def reader(artifact: Artifact) -> pypdf.PdfReader:
    assert isinstance(artifact.content, bytes | Path)
    return pdf.read(artifact.content)


def changed(handbook: Handbook = SAMPLE, **fields: Any) -> Handbook:
    """The handbook with other settings."""
    return replace(handbook, settings=handbook.settings.model_copy(update=fields))


def with_values(count: int, **fields: Any) -> Handbook:
    """The sample with so many values, and nothing else that leans on them."""
    one = SAMPLE.values[0]
    values = tuple(
        one.model_copy(update={"mark": mark, "code": f"V{number:02}", "path": f"values/v{number}.md", **fields})
        for number, mark in enumerate(list(Mark)[:count], 1)
    )
    return replace(SAMPLE, documents=values)


def with_stops(count: int, handbook: Handbook = SAMPLE, title: str = ROAD.title, **fields: Any) -> Handbook:
    """The handbook with one road of so many stops."""
    steps = tuple(STOP.model_copy(update={**fields, "notes": number}) for number in range(count))
    road = ROAD.model_copy(update={"steps": steps, "title": title})
    return replace(handbook, documents=(*handbook.values, road))
