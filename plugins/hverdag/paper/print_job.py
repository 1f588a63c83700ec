"""Everything printed besides guides: one paper for each variant of a printable, and a small picture of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict

from ..model.addresses import picture_address, printed_address
from ..model.artifact import DerivedPdf, Paper, StoryCodes
from ..model.message import Words, message
from ..model.printable import Ink, Printable, Variant
from ..model.problem import Source
from ..model.settings import PATH, Settings
from ..model.view import NO_STORIES, Coded, Lead
from .data import Places, block_sources, pictures, written
from .kit import PaperKit

SHEETS = "sheets.typ"
SMALL_PICTURE = "picture.typ"


class VariantData(TypedDict):
    """The fields of one variant: its ink, its size in millimetres, `backs`, which is True if every other page is a
    back, and how many sheets of A4 it is glued together of: 1 for a single sheet."""

    ink: str
    size: tuple[int, int]
    backs: bool
    tiles: int


@dataclass(frozen=True)
class PrintJob:
    """A printable with its data and its template. `places` are the sources of its texts, and `source` is reported for a
    problem that belongs to no single text."""

    printable: Printable
    data: Mapping[str, Any]
    template: str
    places: Places = ()
    source: Source = field(default=Source(PATH))
    story_codes: StoryCodes = NO_STORIES


def papers(job: PrintJob, kit: PaperKit) -> Iterator[Paper | DerivedPdf]:
    """Yield every variant of a printable, and its small picture."""
    printable, codes = job.printable, job.story_codes
    first = printed_address(printable, printable.variants[0], kit.settings)
    for variant in printable.variants:
        path = printed_address(printable, variant, kit.settings)
        if variant.sheets:
            spoken = {name: job.data[name] for name in ("language", "region")}
            yield DerivedPdf(path, first, kit.template(SHEETS), job.data["title"], codes, **spoken)
        else:
            variant_data: VariantData = {
                "ink": variant.ink.value,
                "size": variant.size.millimetres,
                "backs": variant.backs,
                "tiles": variant.tiles,
            }
            text, template = written({**job.data, **variant_data}), kit.template(job.template)
            shown = pictures(job.data)
            yield Paper(
                path,
                template,
                text,
                job.source,
                shown,
                job.places,
                story_codes=codes,
                blocks=block_sources(job.data),
            )
    yield DerivedPdf(picture_address(printable), first, kit.template(SMALL_PICTURE), story_codes=codes)


def printed_code(code: str, printable: Printable, settings: Settings) -> Coded:
    """Return the short link of a printable: its code leads to its files. It names no story, so its story codes are
    empty."""
    leads = (
        Lead(
            message("{name}, {variant} (PDF)", name=printable.title, variant=variant_title(variant)),
            address=printed_address(printable, variant, settings),
        )
        for variant in printable.variants
    )
    return Coded(code, message("Printed"), printable.title, tuple(leads), NO_STORIES, is_printed=True)


def variant_title(variant: Variant) -> Words:
    """Return a variant's name among the others of its printable: its paper size, and how it is printed."""
    size = variant.size.value
    if variant.sheets:
        return message("{size} to fold and staple", size=size)
    if variant.tiles > 1:
        return _title_in_tiles(variant)
    if variant.ink is Ink.SHOP:
        return message("{size} for a print shop", size=size)
    if variant.backs:
        return message("{size} to print on both sides", size=size)
    return _title_in_ink(variant)


def _title_in_ink(variant: Variant) -> Words:
    size = variant.size.value
    if "colour" in variant.parts:
        return message("{size} in colour", size=size)
    if variant.ink is Ink.COLOUR:
        return message("{size} to print on one side", size=size)
    return message("{size} in black and white", size=size) if variant.parts else size


def _title_in_tiles(variant: Variant) -> Words:
    glued = message("{size}, to glue together from {tiles} sheets of A4", size=variant.size.value, tiles=variant.tiles)
    return message("{name}, in colour", name=glued) if "colour" in variant.parts else glued
