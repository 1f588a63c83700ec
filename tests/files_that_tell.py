"""Files of many kinds that hold a text: in what they say, or in what is noted about them."""

import io

import typst
from docx import Document
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter

from hverdag.model.problem import Source
from hverdag.privacy.finding import Finding
from hverdag.privacy.rules import UNREAD, WAIVABLE
from hverdag.privacy.waivers import LocatedFinding, digest

from .sound import mp3

EXIF_ARTIST, EXIF_NOTE = 0x013B, 0x010E
WAIVER = """waivers:
  - rule: {rule}
    file: {file}
    count: {count}
    seen: {seen}
    reason: Nummeret er en gammel ordre fra arkivet.
    approved_by: databeskyttelsesrådgiver
    date: 2026-11-20
"""


def waiver(rule: str, file: str, *keys: str, count: int = 1) -> str:
    """The lines of a waiver for what has these keys: a number's ten digits, a name, or the digest of a whole file."""
    problem = WAIVABLE.get(rule, UNREAD).at(Source(file))
    found = [LocatedFinding(problem, Finding(rule, 0, 0, key)) for key in keys]
    return WAIVER.format(rule=rule, file=file, count=count, seen=digest(found) if found else "")


def pdf(text: str, title: str = "") -> bytes:
    made = io.BytesIO()
    writer = PdfWriter(PdfReader(io.BytesIO(typst.compile(f'Her står #"{text}"'.encode()))))
    writer.add_metadata({"/Title": title})
    writer.write(made)
    return made.getvalue()


def word(*runs: str, author: str = "") -> bytes:
    made, document = io.BytesIO(), Document()
    paragraph = document.add_paragraph("Her står ")
    for run in runs:
        paragraph.add_run(run).bold = len(run) > 4
    document.core_properties.author = author
    document.save(made)
    return made.getvalue()


def photo(form: str, note: str, tag: int = EXIF_NOTE) -> bytes:
    made, picture = io.BytesIO(), Image.new("RGB", (40, 30), "white")
    if form == "PNG":
        info = PngInfo()
        info.add_text("Comment", note)
        picture.save(made, form, pnginfo=info)
    else:
        exif = Image.Exif()
        exif[tag] = note
        picture.save(made, form, exif=exif)
    return made.getvalue()


def tagged(title: str) -> bytes:
    told = b"\x00" + title.encode("latin-1")
    frame = b"TIT2" + len(told).to_bytes(4) + b"\x00\x00" + told
    return b"ID3\x03\x00\x00" + bytes([0, 0, len(frame) // 128, len(frame) % 128]) + frame + mp3(3)
