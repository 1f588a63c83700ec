"""Posters of the sample, with other values, other stops and other settings."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hverdag.assemble.site import assemble_site
from hverdag.locale import catalogue
from hverdag.model.artifact import Artifact, Paper
from hverdag.model.chapters import Site
from hverdag.model.handbook import Handbook
from hverdag.model.printable import POSTERS, Printable, Product
from hverdag.model.problem import Problem
from hverdag.model.texts.value import Mark
from hverdag.paper.shared import PaperParts
from hverdag.parse.publication import read_publication
from hverdag.publish.cache.store import cache_folder
from hverdag.publish.pdf import pdfs
from hverdag.render.printed import printed_papers

from . import paper
from .conftest import ROOT, TODAY

SAMPLE, _ = read_publication(ROOT)
ROAD = next(method for method in SAMPLE.methods if any(step.stop for step in method.steps))
STOP = next(step for step in ROAD.steps if step.stop)
PUBLIC = "https://hverdag.fjordby.example/"


def posters(handbook: Handbook) -> tuple[Site, tuple[Printable, ...]]:
    site = assemble_site(handbook, TODAY)
    return site, tuple(one for one in site.printed if one.product in POSTERS)


def papers(handbook: Handbook, wanted: Iterable[Product] = POSTERS, one_of_each: bool = False) -> list[Paper]:
    site, found = posters(handbook)
    parts = PaperParts(site, catalogue(handbook.settings.language.value))
    chosen = tuple(one for one in found if one.product in wanted)
    if one_of_each:
        chosen = tuple({one.product: one for one in chosen}.values())
    return [made for made in printed_papers(chosen, parts) if isinstance(made, Paper)]


def printed(
    handbook: Handbook, wanted: Iterable[Product] = POSTERS, one_of_each: bool = False
) -> tuple[dict[str, "paper.pypdf.PdfReader"], list[Problem]]:
    made, problems = pdfs(papers(handbook, wanted, one_of_each), ROOT, cache_folder())
    return {one.path: reader(one) for one in made}, problems


def reader(artifact: Artifact) -> "paper.pypdf.PdfReader":
    assert isinstance(artifact.content, bytes | Path)
    return paper.read(artifact.content)


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
    return replace(SAMPLE, values=values, stories=(), methods=())


def with_stops(count: int, handbook: Handbook = SAMPLE, title: str = ROAD.title, **fields: Any) -> Handbook:
    """The handbook with one road of so many stops."""
    steps = tuple(STOP.model_copy(update={**fields, "notes": number}) for number in range(count))
    return replace(handbook, methods=(ROAD.model_copy(update={"steps": steps, "title": title}),), stories=())
