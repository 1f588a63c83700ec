"""Files of workplaces, made of the golden publication, and read back."""

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from hverdag.pipeline.read import read_and_check
from hverdag.workflows.plans.making import MadePlans, make_plans
from tests.conftest import TODAY, Publication
from tests.uptake import AELDRE, BOERN, STAB

NAMES = {
    name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa"): name for name in (*BOERN, *AELDRE, *STAB)
}
"""The names of the workplaces, by id."""

SECRETS = """receipts:
  - {date: 2026-09-03, workplaces: [rylen], tool: F01, sentence: "Vi lo, da kaffen væltede."}
  - {date: 2026-09-10, workplaces: [viben, laerken], tool: F01-M01, sentence: "Vi mødtes i skuret bag hegnet."}
  - {date: 2026-10-05, workplaces: [bakken], tool: egen, sentence: "Vi gik en tur og talte om det."}
  - {date: 2026-11-02, workplaces: [engen], tool: M01, sentence: "Vi skrev tre ord på døren.", next: 2026-12-24}
"""
SENTENCES = {
    "rylen": "Vi lo, da kaffen væltede.",
    "viben": "Vi mødtes i skuret bag hegnet.",
    "laerken": "Vi mødtes i skuret bag hegnet.",
    "bakken": "Vi gik en tur og talte om det.",
    "engen": "Vi skrev tre ord på døren.",
}
"""What each workplace has written and not said yes to publish."""


def make(publication: Publication, output: Path | None = None, today: date = TODAY) -> MadePlans:
    return make_plans(read_and_check(publication.root, today), today, output, lambda *_: None)


def folder(publication: Publication) -> Path:
    return publication.root / "private/plans"


def said_by(content: bytes) -> str:
    """Everything that a Word file says, in its text, its edges and its properties, a line for each paragraph."""
    with ZipFile(io.BytesIO(content)) as packed:
        parts = [packed.read(name).decode() for name in sorted(packed.namelist()) if name.endswith(".xml")]
    lines = "\n".join(parts).replace("</w:p>", "\n").replace("<w:tab/>", "\t")
    return re.sub(r"<[^>]*>", "", lines).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def files_of(publication: Publication, id: str) -> str:
    """What both files of a workplace say."""
    docx, txt = (folder(publication) / f"{id}{ending}" for ending in (".docx", ".txt"))
    return f"{said_by(docx.read_bytes())}\n{txt.read_text('utf-8-sig')}"


def names_in(text: str) -> Iterator[str]:
    """Yield the workplaces that a text names."""
    return (name for name in NAMES.values() if re.search(rf"\b{name}\b", text))
