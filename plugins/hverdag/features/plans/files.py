"""A file for each open workplace: a Word file and a text, made of its own receipts."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...docx.program import program
from ...locale import catalogue
from ...model.better_files import free_names
from ...model.csv_text import csv_bytes, delimiter
from ...model.handbook import Handbook
from ...model.language import Language
from ...model.own_look import NO_LOOK, OwnLook
from ...model.uptake.agreements import AgreementFile, reached
from ...model.uptake.own_agreements import own_agreements
from ...model.uptake.receipts import ReceiptFile
from ...model.uptake.tools import Tool
from ...model.uptake.workplaces import workplaces_of
from .own_receipts import own_receipts
from .plan_text import PlanWords
from .sheet import SheetWriter

INDEX = {Language.DANISH: "oversigt.csv", Language.ENGLISH: "overview.csv"}
"""The name of the list of files."""
_MODULES = ("word", "room")
"""How the names of the modules begin that a Word file is made by."""


@dataclass(frozen=True)
class PlanFile:
    """The file of one workplace: its name without an ending, the names of the workplace and of its department, the data
    of the Word file as JSON, the ready text, and True if a receipt or an agreement of it has been received. `base` is
    an organisation's own base.docx."""

    name: str
    workplace: str
    department: str
    data: str
    text: str
    has_sent: bool
    base: bytes = b""

    @property
    def key(self) -> str:
        """A digest of everything that the Word file is made of."""
        return hashlib.sha256(f"{program(__package__, _MODULES, self.base)}\0{self.data}".encode()).hexdigest()

    def docx(self) -> bytes:
        """Make the Word file."""
        # Imported here: python-docx takes as long to load as a whole check, and most files are there already.
        from .word import word  # noqa: PLC0415

        return word(json.loads(self.data), self.base)

    def txt(self) -> bytes:
        """Return the ready text, as Windows writes a text."""
        return f"{self.text}\r\n".encode("utf-8-sig")


@dataclass(frozen=True)
class PrivateWords:
    """What only the workplaces themselves may see: receipts with their sentences, and agreements with their wording."""

    receipts: Sequence[ReceiptFile] = ()
    agreements: Sequence[AgreementFile] = ()


def plan_files(  # noqa: PLR0917 each is of another kind
    handbook: Handbook,
    private: PrivateWords,
    tools: Mapping[str, Tool],
    today: date,
    language: str,
    look: OwnLook = NO_LOOK,
) -> Iterator[PlanFile]:
    """Yield a file for each open workplace, in the order of values/workplaces.yml. `private` is what only their own
    workplaces may see, and `tools` what may be named, by code in lower case. `look` is the organisation's own."""
    workplaces = workplaces_of(handbook)
    departments = {one.id: one.name for one in workplaces.departments}
    held = own_receipts(workplaces, handbook.data_of(ReceiptFile), private.receipts, today)
    agreed = own_agreements(workplaces, handbook.data_of(AgreementFile), private.agreements, today)
    writer = SheetWriter(handbook.settings, handbook.values, PlanWords(catalogue(language), tools), today)
    before = {now.id for row in reached(handbook) if (now := workplaces.now(row.workplace, today))}
    there = workplaces.open(today)
    names = free_names(one.id for one in there)
    for one in there:
        own = held[one.id]
        has_sent = bool(own.receipts or own.folded or agreed[one.id] or one.id in before)
        department = departments.get(one.department, "")
        data = writer.sheet(one, department, own, agreed[one.id], has_sent=has_sent)
        whole = json.dumps(data, ensure_ascii=False)
        yield PlanFile(names[one.id], one.name, department, whole, data["text"], has_sent, look.base)


def index_file(plans: Sequence[PlanFile], language: Language) -> tuple[str, bytes]:
    """Return the name and the content of the list for whoever sends the files out."""
    words = catalogue(language.value)
    head = [words.say("Workplace"), words.say("File"), words.say("Department")]
    rows = [[one.workplace, f"{one.name}.docx", one.department] for one in plans]
    return INDEX[language], csv_bytes([head, *rows], delimiter(language))
