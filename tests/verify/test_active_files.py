"""PDFs and office documents in docs/ do nothing by themselves when a reader opens them."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from hverdag.verify.active_office import loads_by_itself
from hverdag.verify.active_pdf import acts_by_itself
from tests.conftest import Publication

RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def word(kind: str, target: str = "https://e.dk/x") -> bytes:
    document = docx.Document()
    document.part.relate_to(target, kind, is_external=True)
    return saved(document)


def saved(document: object) -> bytes:
    made = io.BytesIO()
    document.save(made)  # type: ignore[attr-defined]
    return made.getvalue()


def packed(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name, text in parts.items():
            opened.writestr(name, text)
    return made.getvalue()


@pytest.mark.parametrize(
    "kind", ["attachedTemplate", "image", "oleObject", "frame", "audio", "video", "subDocument", "externalLinkPath"]
)
def test_a_document_that_loads_something(kind: str) -> None:
    assert loads_by_itself(word(f"{RELATED}{kind}"))


def test_a_link_in_a_document_is_the_readers_choice() -> None:
    assert not loads_by_itself(word(RELATIONSHIP_TYPE.HYPERLINK))
    assert not loads_by_itself(saved(docx.Document()))


@pytest.mark.parametrize(
    "text",
    [
        "<r:Relationships xmlns:r='x'><r:Relationship TargetMode = 'External' Type='a/image'/></r:Relationships>",
        "<w:p xmlns:w='x'><w:instrText>INCLUDE</w:instrText><w:instrText>PICTURE \"https://e.dk\"</w:instrText></w:p>",
        "<w:fldSimple xmlns:w='x' w:instr='DDEAUTO cmd'/>",
        "<d:image xmlns:d='x' xmlns:l='y' l:href='https://e.dk/x.png'/>",
        "<connections><connection refreshOnLoad='1'/></connections>",
        "<connections><connection><webPr url='x'/></connection></connections>",
        "<c><f>_xlfn.WEBSERVICE(A1)</f></c>",
    ],
)
def test_what_a_part_loads(text: str) -> None:
    assert loads_by_itself(packed(part=text))
    assert loads_by_itself(packed(part="\ufeff" + text))


@pytest.mark.parametrize(
    "text",
    [
        "<t:a xmlns:t='x' xmlns:l='y' l:href='https://e.dk'>et link</t:a>",
        "<c><f>SUM(A1:A2)</f><v>DDE(</v></c>",
        "<w:instrText xmlns:w='x'>HYPERLINK \"https://e.dk\"</w:instrText>",
        "<w:instrText xmlns:w='x'>PAGE</w:instrText>",
        "no XML",
    ],
)
def test_what_a_part_may_say(text: str) -> None:
    assert not loads_by_itself(packed(part=text))


def test_a_document_inside_another_is_read() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr("word/embeddings/a.docx", word(f"{RELATED}image"))
    assert loads_by_itself(made.getvalue())


Pdf = Callable[[PdfWriter], None]


def pdf(change: Pdf) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def action(kind: str, **more: str) -> DictionaryObject:
    texts = {NameObject(f"/{name}"): TextStringObject(text) for name, text in more.items()}
    return DictionaryObject({NameObject("/S"): NameObject(f"/{kind}"), **texts})


def opens(what: DictionaryObject, *, apart: bool = False) -> Pdf:
    def change(writer: PdfWriter) -> None:
        given = writer._add_object(what) if apart else what
        writer._root_object[NameObject("/OpenAction")] = given

    return change


def annotated(what: DictionaryObject) -> Pdf:
    def change(writer: PdfWriter) -> None:
        note = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/A"): what})
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])

    return change


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("kind", ["URI", "JavaScript", "SubmitForm", "GoToR", "GoToE", "Launch", "ImportData"])
def test_a_pdf_that_acts_when_it_is_opened(kind: str, apart: bool) -> None:
    assert acts_by_itself(pdf(opens(action(kind, URI="https://e.dk"), apart=apart)))


def test_one_action_after_another_is_found() -> None:
    first = action("GoTo")
    first[NameObject("/Next")] = action("URI", URI="https://e.dk")
    assert acts_by_itself(pdf(opens(first)))
    assert acts_by_itself(pdf(opens(first, apart=True)))


@pytest.mark.parametrize("kind", ["JavaScript", "Launch", "SubmitForm"])
def test_a_pdf_that_runs_something(kind: str) -> None:
    assert acts_by_itself(pdf(annotated(action(kind))))


def test_scripts_of_a_pdf_are_found_however_they_are_written() -> None:
    written = pdf(annotated(action("JavaScript")))
    assert acts_by_itself(written.replace(b"/JavaScript", b"/Java#53cript"))
    assert acts_by_itself(written.replace(b"1 0 obj", b"% stream\n1 0 obj") + b"endstream")
    names = DictionaryObject({NameObject("/JavaScript"): DictionaryObject()})
    assert acts_by_itself(pdf(lambda writer: writer._root_object.update({NameObject("/Names"): names})))


def test_additional_actions_are_found() -> None:
    def change(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): action("URI", URI="https://e.dk")})

    assert acts_by_itself(pdf(change))


def test_what_is_packed_is_read() -> None:
    inside = b"7 0 8 30 << /OpenAction 8 0 R        >> << /S /URI /URI (https://e.dk) >>"
    first = inside.index(b"<<")
    body = zlib.compress(inside)
    made = b"%%PDF-1.7\n5 0 obj\n<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode >>\nstream\n" % first
    assert acts_by_itself(made + body + b"\nendstream\nendobj\n")
    plain = zlib.compress(inside.replace(b"/URI /URI (https://e.dk)", b"/GoTo /D [3 0 R]       "))
    assert not acts_by_itself(made + plain + b"\nendstream\nendobj\n")


def test_a_pdf_that_only_shows_pages() -> None:
    place = ArrayObject([NumberObject(0), NameObject("/Fit")])

    def shows(writer: PdfWriter) -> None:
        writer._root_object[NameObject("/OpenAction")] = place

    for change in (lambda _: None, shows, opens(action("GoTo", D="a")), opens(action("Named", N="x"), apart=True)):
        assert not acts_by_itself(pdf(change))
    assert not acts_by_itself(pdf(annotated(action("URI", URI="https://e.dk"))))


def test_our_own_pdfs_and_word_files_do_nothing(built_good: Publication) -> None:
    pdfs, documents = (list(built_good.site.rglob(f"*.{ending}")) for ending in ("pdf", "docx"))
    assert pdfs
    assert documents
    assert not any(acts_by_itself(path.read_bytes()) for path in pdfs)
    assert not any(loads_by_itself(path.read_bytes()) for path in documents)


def test_such_files_are_refused_where_they_lie(good: Publication) -> None:
    (good.root / "docs/bilag").mkdir()
    Path(good.root / "docs/bilag/a.docx").write_bytes(word(f"{RELATED}attachedTemplate"))
    Path(good.root / "docs/bilag/b.pdf").write_bytes(pdf(opens(action("URI", URI="https://e.dk"))))
    Path(good.root / "docs/bilag/c.docx").write_bytes(word(RELATIONSHIP_TYPE.HYPERLINK))
    report = good.build()
    assert not report.built
    told = [(problem.rule, problem.source.path) for problem in report.errors if problem.rule == "site-file"]
    assert told == [("site-file", "docs/bilag/a.docx"), ("site-file", "docs/bilag/b.pdf")]
