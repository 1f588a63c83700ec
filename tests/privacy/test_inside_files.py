"""What lies deep inside a file is read, and what cannot be read is told: nobody knows whether it holds a number."""

import base64
import gzip
import hashlib
import io
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link, Text
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from hverdag.model.problem import Level
from hverdag.privacy import find
from hverdag.verify import extract
from hverdag.verify.extract_text import decoded
from tests.conftest import Publication
from tests.files_that_tell import pdf, photo, tagged, waiver, word
from tests.sound import mp3

NUMBER = "150368-5010"
BARE = NUMBER.replace("-", "")
CLEAN = pdf("ingenting")
FOUND, CUT = {"privacy-cpr"}, {"unread"}
BOX = (10, 10, 100, 100)


def told(folder: Path, name: str, content: bytes) -> set[str]:
    """What is said of a file: the rules of the numbers found in it, and `unread`."""
    (folder / name).write_bytes(content)
    passages = list(extract.inside(folder, name))
    rules = {finding.rule for passage in passages for finding in find(passage.text)}
    return rules | {passage.place for passage in passages if passage.place == extract.UNREAD}


def changed(change: Callable[[PdfWriter], object], content: bytes = CLEAN, incremental: bool = False) -> bytes:
    made = io.BytesIO()
    writer = (
        PdfWriter(io.BytesIO(content), incremental=True) if incremental else PdfWriter(PdfReader(io.BytesIO(content)))
    )
    change(writer)
    writer.write(made)
    return made.getvalue()


def packed(parts: dict[str, bytes | str], begin: bytes = b"") -> bytes:
    made = io.BytesIO(begin)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def added(content: bytes, parts: dict[str, bytes | str]) -> bytes:
    return packed(parts, content)


def form(writer: PdfWriter) -> None:
    field = DictionaryObject({
        NameObject("/FT"): NameObject("/Tx"),
        NameObject("/T"): TextStringObject("cpr"),
        NameObject("/V"): TextStringObject(NUMBER),
    })  # fmt: skip
    fields = ArrayObject([writer._add_object(field)])
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})


def newer_form(writer: PdfWriter) -> None:
    stream = StreamObject()
    stream.set_data(zlib.compress(f"<xfa>{NUMBER}</xfa>".encode()))
    xfa = DictionaryObject({NameObject("/Fields"): ArrayObject(), NameObject("/XFA"): writer._add_object(stream)})
    writer._root_object[NameObject("/AcroForm")] = xfa


def script(writer: PdfWriter) -> None:
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(f"alert('{NUMBER}')")}
    writer._root_object[NameObject("/OpenAction")] = writer._add_object(DictionaryObject(action))


def scanned() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(made, "PDF")
    return made.getvalue()


PDFS: dict[str, tuple[bytes, set[str]]] = {
    "clean": (CLEAN, set()),
    "on a page": (pdf(NUMBER), FOUND),
    "its title": (pdf("ingenting", f"Sag {NUMBER}"), FOUND),
    "a note": (changed(lambda it: it.add_annotation(0, Text(rect=BOX, text=NUMBER))), FOUND),
    "a text laid on it": (changed(lambda it: it.add_annotation(0, FreeText(rect=BOX, text=NUMBER))), FOUND),
    "a link": (changed(lambda it: it.add_annotation(0, Link(rect=BOX, url=f"https://x.dk/{NUMBER}"))), FOUND),
    "a form": (changed(form), FOUND),
    "a form of the newer kind": (changed(newer_form), CUT),
    "a text attached": (changed(lambda it: it.add_attachment("liste.csv", NUMBER.encode())), FOUND),
    "a PDF attached": (changed(lambda it: it.add_attachment("a.pdf", pdf(NUMBER))), FOUND),
    "something attached": (changed(lambda it: it.add_attachment("a.bin", b"\x00\x01\x02")), CUT),
    "a clean text attached": (changed(lambda it: it.add_attachment("a.txt", b"ingenting")), set()),
    "a script": (changed(script), FOUND),
    "a password": (changed(lambda it: it.encrypt("hemmelig")), CUT),
    "rights of its own": (changed(lambda it: it.encrypt("", "hemmelig")), CUT),
    "a scanned page": (scanned(), CUT),
    "damaged": (b"%PDF-1.7\n" + bytes(range(256)), CUT),
    "cut short": (CLEAN[: len(CLEAN) // 2], CUT),
    "empty": (b"", CUT),
}


@pytest.mark.parametrize("what", PDFS)
def test_everything_in_a_pdf_is_read_or_told(tmp_path: Path, what: str) -> None:
    content, rules = PDFS[what]
    assert told(tmp_path, "a.pdf", content) == rules


def test_an_earlier_revision_of_a_pdf_is_read(tmp_path: Path) -> None:
    def other_page(writer: PdfWriter) -> None:
        contents = writer.pages[0]["/Contents"].get_object()
        contents.set_data(b"")

    later = changed(other_page, pdf(NUMBER), incremental=True)
    assert later.startswith(pdf(NUMBER)[:200])
    assert "150368" not in "".join(page.extract_text() for page in PdfReader(io.BytesIO(later)).pages)
    assert told(tmp_path, "a.pdf", later) == FOUND


def box(*values: object) -> Callable[[PdfWriter], None]:
    """A form with a field for each value."""

    def change(writer: PdfWriter) -> None:
        fields = ArrayObject(
            writer._add_object(
                DictionaryObject({
                    NameObject("/FT"): NameObject("/Tx"),
                    NameObject("/T"): TextStringObject(f"felt{number}"),
                    NameObject("/V"): TextStringObject(value) if isinstance(value, str) else value(writer),  # type: ignore[operator]
                })
            )
            for number, value in enumerate(values)
        )  # fmt: skip
        writer._root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})

    return change


def stream(text: bytes, pack: bool = True, **names: str) -> Callable[[PdfWriter], object]:
    """A stream that nothing need refer to, packed as PDFs are."""

    def add(writer: PdfWriter) -> object:
        made = StreamObject()
        made.set_data(zlib.compress(text) if pack else text)
        if pack:
            made[NameObject("/Filter")] = NameObject("/FlateDecode")
        for name, value in names.items():
            made[NameObject(f"/{name}")] = NameObject(f"/{value}")
        return writer._add_object(made)

    return add


def shown(text: bytes) -> Callable[[PdfWriter], object]:
    return lambda writer: writer.pages[0]["/Contents"].get_object().set_data(text)


def raw(about: bytes) -> bytes:
    """A PDF with an object as it stands."""
    return CLEAN.replace(b"\nxref", b"\n900 0 obj\n" + about + b"\nendobj\nxref", 1)


def two_attached(writer: PdfWriter) -> None:
    writer.add_attachment("a.txt", b"ingenting")
    writer.add_attachment("b.pdf", pdf(NUMBER))
    for one in writer._objects:
        if isinstance(one, StreamObject) and b"%PDF" in one.get_data():
            del one["/Type"]


def with_page_taken_out(text: str) -> bytes:
    both = changed(lambda it: it.append(PdfReader(io.BytesIO(pdf(text)))))
    return changed(lambda it: it.remove_page(1), both)


def scan(text: str, share: float) -> bytes:
    """A page with a picture over a share of it, and a text."""
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(picture, "PNG")
    page = (
        f'#set page(width: 10cm, height: 10cm, margin: 0pt)\n#place(image("a.png", width: {share * 10}cm))\n#"{text}"'
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.png").write_bytes(picture.getvalue())
        (Path(folder) / "a.typ").write_text(page)
        return typst.compile(Path(folder) / "a.typ")


SHOWN = b"BT /F1 12 Tf (" + NUMBER.encode() + b") Tj ET"
DEEP: dict[str, tuple[bytes, set[str]]] = {
    "a box for each digit": (changed(box(*BARE)), FOUND),
    "a box for the date and one for the rest": (changed(box("150368", "5010")), FOUND),
    "boxes for a day": (changed(box("15", "03", "1968")), set()),
    "a value that is a stream": (changed(box(stream(NUMBER.encode()))), FOUND),
    "a stream that nothing refers to": (changed(stream(SHOWN)), FOUND),
    "a stream in pieces": (changed(stream(b"BT [(1503)-20(68-)4(5010)] TJ ET")), FOUND),
    "letters that nothing explains": (changed(stream(b"BT <00150016001700180019> Tj ET")), CUT),
    "a text laid on it, as it is shown": (changed(stream(SHOWN, Subtype="Form")), FOUND),
    "what is noted about it, packed": (
        changed(stream(b"<x:xmpmeta><a>" + NUMBER.encode() + b"</a></x:xmpmeta>")),
        FOUND,
    ),
    "a script, packed": (changed(stream(b"alert('" + NUMBER.encode() + b"')")), FOUND),
    "a stream packed as nobody knows": (changed(stream(b"abc", False, Filter="Ukendt")), CUT),
    "a stream that is damaged": (changed(stream(b"abc", False, Filter="FlateDecode")), CUT),
    "a stream in hex": (changed(stream(NUMBER.encode().hex().encode() + b">", False, Filter="ASCIIHexDecode")), FOUND),
    "a stream in 85 letters": (
        changed(stream(base64.a85encode(NUMBER.encode()) + b"~>", False, Filter="ASCII85Decode")),
        FOUND,
    ),
    "brackets in brackets": (raw(b"<</Contents(Inger (min nabo) har " + NUMBER.encode() + b")>>"), FOUND),
    "a note in what a page shows": (changed(shown(b"/Span <</ActualText (" + NUMBER.encode() + b")>> BDC EMC")), FOUND),
    "a note in hex": (
        changed(shown(b"/Span <</ActualText <" + NUMBER.encode().hex().encode() + b">>> BDC EMC")),
        FOUND,
    ),
    "a comment in what a page shows": (changed(shown(b"q % " + NUMBER.encode() + b"\nQ")), FOUND),
    "a name with codes": (raw(b"<</X#46A 3>>"), CUT),
    "a name": (raw(b"<</A /" + NUMBER.encode() + b">>"), FOUND),
    "two attached": (changed(two_attached), FOUND),
    "a text before it": (NUMBER.encode() + b"\n" + CLEAN, FOUND),
    "a text after it": (CLEAN + b"\n" + NUMBER.encode(), FOUND),
    "a comment": (CLEAN.replace(b"\nxref", b"\n% " + NUMBER.encode() + b"\nxref", 1), FOUND),
    "a page taken out": (with_page_taken_out(NUMBER), FOUND),
    "a clean page taken out": (with_page_taken_out("ikke andet"), set()),
    "a scanned page with its number": (scan("Side 1 af 1", 0.9), CUT),
    "a small picture": (scan("Side 1 af 1", 0.3), set()),
    "a picture behind a text": (scan("Her er et billede, og oven på det er en tekst. " * 3, 0.9), set()),
}


@pytest.mark.parametrize("what", DEEP)
def test_what_no_page_shows_is_read_or_told(tmp_path: Path, what: str) -> None:
    content, rules = DEEP[what]
    assert told(tmp_path, "a.pdf", content) == rules


@pytest.mark.parametrize("end", [b"%%EOF", b"     "])
def test_a_revision_ends_with_or_without_a_mark(tmp_path: Path, end: bytes) -> None:
    later = changed(lambda it: it.pages[0]["/Contents"].get_object().set_data(b""), pdf(NUMBER), incremental=True)
    assert told(tmp_path, "a.pdf", later.replace(b"%%EOF", end, 1)) == FOUND


WORD = word("ingenting")
PARTS: dict[str, tuple[dict[str, bytes | str], set[str]]] = {
    "nothing more": ({}, set()),
    "a comment": ({"word/comments.xml": f"<w:comment><w:p>{NUMBER}</w:p></w:comment>"}, FOUND),
    "text deleted": ({"word/footer9.xml": "<w:del><w:delText>150368</w:delText></w:del>-5010"}, FOUND),
    "properties": ({"docProps/custom.xml": f"<property><vt:lpwstr>{NUMBER}</vt:lpwstr></property>"}, FOUND),
    "in UTF-16": ({"word/footer9.xml": f"<w:p>{NUMBER}</w:p>".encode("utf-16")}, FOUND),
    "a document inside": ({"word/embeddings/a.docx": word(NUMBER)}, FOUND),
    "a clean document inside": ({"word/embeddings/a.docx": word("x")}, set()),
    "a PDF inside": ({"word/embeddings/a.pdf": pdf(NUMBER)}, FOUND),
    "a picture inside": ({"word/media/a.jpg": photo("JPEG", NUMBER)}, FOUND),
    "a drawing inside": ({"word/media/a.emf": b"\x01\x00" + NUMBER.encode("utf-16-le")}, FOUND),
    "an object inside": ({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\x00\x01"}, CUT),
    "a program": ({"word/vbaProject.bin": b"\x00\x01\x02"}, CUT),
    "an archive inside": ({"word/embeddings/a.zip": packed({"a.xml": NUMBER})}, {"privacy-cpr", "unread"}),
    "too much": ({"word/footer9.xml": bytes(61_000_000)}, CUT),
    "a hyphen that does not break": ({"word/footer9.xml": "<w:p>150368<w:noBreakHyphen/>5010</w:p>"}, FOUND),
    "a sign of a symbol font": (
        {"word/footer9.xml": '<w:p>150368<w:sym w:font="Symbol" w:char="F02D"/>5010</w:p>'}, FOUND,
    ),
    "a tab of its own": ({"word/footer9.xml": "<w:p>cpr 150368<w:ptab w:relativeTo='margin'/>5010</w:p>"}, FOUND),
    "text deleted around an insertion": (
        {"word/footer9.xml": "<w:p>150368-<w:ins w:id='1'>noget</w:ins><w:del>5010</w:del></w:p>"}, FOUND,
    ),
    "text inserted around a deletion": (
        {"word/footer9.xml": "<w:p>150368-<w:del w:id='1'>noget</w:del><w:ins>5010</w:ins></w:p>"}, FOUND,
    ),
    "text inserted and then deleted": (
        {"word/footer9.xml": f"<w:p>Så <w:ins><w:del>{NUMBER}</w:del></w:ins></w:p>"}, FOUND,
    ),
    "data of another program": ({"customXml/item9.xml": f'<person cpr="{BARE}"/>'}, FOUND),
    "who has commented": ({"word/people.xml": f'<w15:presenceInfo w15:userId="{NUMBER}"/>'}, FOUND),
    "an attribute of any name": ({"word/footer9.xml": f"<w:p x:y='{NUMBER}'/>"}, FOUND),
    "an XML comment": ({"word/footer9.xml": f"<w:p><!-- {NUMBER} --></w:p>"}, FOUND),
    "CDATA": ({"word/footer9.xml": f"<w:p><![CDATA[{NUMBER}]]></w:p>"}, FOUND),
    "the name of a part": ({f"word/{NUMBER}.xml": "<a/>"}, FOUND),
    "a theme": ({"word/theme/theme9.xml": f'<a:theme name="{NUMBER}"/>'}, FOUND),
    "measures and identities": (
        {"word/footer9.xml": '<a x="1503685010" w:id="{15036850-1015-0368-5010-150368501012}"/>'}, set(),
    ),
    "the name of a printer": ({"xl/printerSettings/printerSettings1.bin": b"\x00\x01" + NUMBER.encode()}, FOUND),
    "the settings of a printer": ({"xl/printerSettings/printerSettings1.bin": b"\x00\x01"}, set()),
}  # fmt: skip


@pytest.mark.parametrize("what", PARTS)
def test_everything_in_an_office_document_is_read_or_told(tmp_path: Path, what: str) -> None:
    parts, rules = PARTS[what]
    assert told(tmp_path, "a.docx", added(WORD, parts)) == rules


def test_what_stands_around_the_parts_of_a_document_is_read(tmp_path: Path) -> None:
    assert told(tmp_path, "a.docx", WORD) == set()
    assert told(tmp_path, "a.docx", NUMBER.encode() + WORD) == FOUND
    assert told(tmp_path, "a.docx", WORD + NUMBER.encode()) == FOUND
    made = io.BytesIO(WORD)
    with zipfile.ZipFile(made, "a") as archive:
        archive.comment = f"Sag {NUMBER}".encode()
    assert told(tmp_path, "a.docx", made.getvalue()) == FOUND


def test_a_part_that_is_no_longer_listed_is_told(tmp_path: Path) -> None:
    lost = packed({"word/footer9.xml": NUMBER})
    assert told(tmp_path, "a.docx", lost[: lost.index(b"PK\x01\x02")] + WORD) == CUT


@pytest.mark.parametrize("part", ["word/comments.xml", "ppt/comments/comment1.xml", "xl/threadedComments/a.xml"])
def test_a_comment_is_searched_as_a_story_is(good: Publication, part: str) -> None:
    said = "Ring til Inger Hansen på Rosenvej 12, tlf. 20 30 40 50, inger@x.dk"
    (good.root / "docs/brev.docx").write_bytes(added(WORD, {part: f"<w:comment><w:p>{said}</w:p></w:comment>"}))
    found = {one.rule for one in good.build().problems if one.source.path == "docs/brev.docx"}
    assert found == {"privacy-name", "privacy-address", "privacy-phone", "privacy-mail"}


def test_cells_beside_one_another_and_a_hidden_sheet_are_read(tmp_path: Path) -> None:
    cells = "<row><c r='A1'><v>150368</v></c><c r='B1'><v>5010</v></c></row>"
    sheets = {"xl/workbook.xml": '<sheet name="A" state="hidden"/>', "xl/worksheets/sheet1.xml": cells}
    assert told(tmp_path, "a.xlsx", packed(sheets)) == FOUND


def test_a_locked_document_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0" + bytes(90)) == CUT
    locked = {"META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": b"\x00\x01\x02"}
    assert told(tmp_path, "a.odt", packed(locked)) == CUT


def test_documents_in_documents_are_read_only_so_deep(tmp_path: Path) -> None:
    nest = word(NUMBER)
    for _ in range(5):
        nest = added(WORD, {"word/embeddings/a.docx": nest})
    assert told(tmp_path, "a.docx", nest) == CUT


def frame(name: bytes, content: bytes, flags: int = 0, version: int = 3) -> bytes:
    made = name + len(content).to_bytes(4) + bytes([0, flags]) + content
    return b"ID3" + bytes([version, 0, 0, 0, 0, len(made) // 128, len(made) % 128]) + made + tagged("x")


def two_tags(title: str, artist: str) -> bytes:
    frames = b"".join(
        name + (len(text) + 1).to_bytes(4) + b"\0\0\0" + text.encode()
        for name, text in ((b"TIT2", title), (b"TPE1", artist))
    )
    return b"ID3\x03\0\0" + bytes([0, 0, len(frames) // 128, len(frames) % 128]) + frames + mp3(3)


RECORDINGS: dict[str, tuple[bytes, set[str]]] = {
    "clean": (tagged("Vinduet"), set()),
    "its title": (tagged(NUMBER), FOUND),
    "a tag that no player shows": (frame(b"PRIV", b"x\x00" + NUMBER.encode()), FOUND),
    "an object in it": (frame(b"GEOB", b"\x01" + NUMBER.encode("utf-16")), FOUND),
    "a tag that is packed": (frame(b"TXXX", zlib.compress(NUMBER.encode()), 0x80), CUT),
    "a tag that is encrypted": (frame(b"TXXX", b"abcdef", 0x04, 4), CUT),
    "a file in it": (frame(b"GEOB", b"\x00x\x00" + packed({"a.txt": NUMBER})), CUT),
    "in two tags": (two_tags("150368", "5010"), FOUND),
    "a day and a year": (two_tags("150326", "2026"), set()),
    "a tag in its midst": (tagged("x") + mp3(90) + tagged(NUMBER) + mp3(90), FOUND),
    "another kind of tag in its midst": (
        tagged("x") + mp3(90) + b"APETAGEX" + b"\0" * 24 + NUMBER.encode() + mp3(90),
        FOUND,
    ),
    "digits in its midst": (tagged("x") + mp3(90) + b"\0\x0b" + NUMBER.encode() + mp3(90), FOUND),
    "at its end": (tagged("x") + b"TAG" + NUMBER.encode() + bytes(114), FOUND),
    "no recording": (b"ingen lyd", CUT),
}


@pytest.mark.parametrize("what", RECORDINGS)
def test_everything_about_a_recording_is_read_or_told(tmp_path: Path, what: str) -> None:
    content, rules = RECORDINGS[what]
    assert told(tmp_path, "a.mp3", content) == rules


@pytest.mark.parametrize("box", [b"udta", b"free", b"uuid"])
def test_every_box_of_a_recording_but_its_sound_is_read(tmp_path: Path, box: bytes) -> None:
    sound = (Path(__file__).parents[1] / "sound.m4a").read_bytes()
    assert told(tmp_path, "a.m4a", sound) == set()
    more = (8 + len(NUMBER)).to_bytes(4) + box + NUMBER.encode()
    assert told(tmp_path, "a.m4a", sound + more) == FOUND


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_title_of_a_chapter_in_the_midst_of_the_sound_is_read(tmp_path: Path, encoding: str) -> None:
    sound = (Path(__file__).parents[1] / "sound.m4a").read_bytes()
    for title in (NUMBER, "Født 15. marts 1968-5010"):
        said = title.encode(encoding)
        chapter = (8 + 2 + len(said)).to_bytes(4) + b"mdat" + len(said).to_bytes(2) + said
        assert told(tmp_path, "a.m4a", sound + chapter) == FOUND


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "latin-1"])
def test_a_name_in_a_recording_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    sound = (Path(__file__).parents[1] / "sound.m4a").read_bytes()
    said = "Jørgen Åkesen".encode(encoding)
    (tmp_path / "a.m4a").write_bytes(sound + (8 + len(said)).to_bytes(4) + b"free" + said)
    found = [find(one.text, people=True) for one in extract.inside(tmp_path, "a.m4a") if "Åkesen" in one.text]
    assert [[one.rule for one in each] for each in found] == [["privacy-name"]]


@pytest.mark.parametrize("name", ["a.tsv", "a.yml", "a.ics", "a.vtt", "a.rtf", "a.css", "a.map", "a.MD", "LICENSE"])
def test_a_text_of_any_ending_is_read(tmp_path: Path, name: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "latin-1"):
        assert told(tmp_path, name, f"Så kom {NUMBER} ind".encode(encoding)) == FOUND
    assert told(tmp_path, name, b"ingenting") == set()


@pytest.mark.parametrize("name", ["a.epub", "a.zip", "a.doc", "a.bin", "a.heic", "a.7z", "ukendt", "a.gz"])
def test_what_nobody_knows_is_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, name, b"\x00\x01\x02 ingenting") == CUT
    assert told(tmp_path, name, packed({"a.xhtml": "<p>ingenting</p>"})) == CUT
    assert told(tmp_path, name, packed({"a.xhtml": f"<p>{NUMBER}</p>"})) == {"unread", "privacy-cpr"}


def test_the_packed_map_of_a_site_is_a_text(tmp_path: Path) -> None:
    assert told(tmp_path, "sitemap.xml.gz", gzip.compress(b"<url>https://x.dk/</url>")) == set()
    assert told(tmp_path, "sitemap.xml.gz", gzip.compress(NUMBER.encode())) == FOUND


def test_a_picture_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "a.jpg", photo("JPEG", "Vinduet")) == set()
    assert told(tmp_path, "a.jpg", b"intet billede") == CUT


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1", "utf-8-sig"])
def test_a_page_in_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(f"Såkaldt;{NUMBER}".encode(encoding))
    assert any(find(passage.text) for passage in extract.pages(tmp_path, ["a.csv"]))


@pytest.mark.parametrize(
    ("content", "text"), [(b"a\xe6", "aæ"), (b"\xc3\xa6", "æ"), (b"\x00a", None), (b"\xff\xfea", None)]
)
def test_text_is_told_from_other_content(content: bytes, text: str | None) -> None:
    assert decoded(content) == text


def test_a_file_that_nobody_can_read_stops_the_build_until_someone_has_looked(good: Publication) -> None:
    files = {
        "docs/laast.pdf": PDFS["a password"][0],
        "docs/brev.docx": added(WORD, {"word/vbaProject.bin": b"\x00\x01"}),
    }
    for path, content in files.items():
        (good.root / path).write_bytes(content)
    report = good.build()
    assert not report.built
    assert [(one.rule, one.level, one.source.path, dict(one.parameters)) for one in report.errors] == [
        ("privacy-unread", Level.ERROR, "docs/brev.docx", {}),
        ("privacy-unread", Level.ERROR, "docs/laast.pdf", {}),
    ]
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    first, second = (
        waiver("privacy-unread", path, hashlib.sha256(content).hexdigest()) for path, content in files.items()
    )
    good.write("values/handbook.yml", settings + first + second.partition("\n")[2])
    report = good.build()
    assert report.built
    assert not [one for one in report.problems if one.rule.startswith(("privacy", "waiver"))]
    (good.root / "docs/laast.pdf").write_bytes(changed(lambda it: it.encrypt("en anden")))
    report = good.build()
    assert not report.built
    assert [one.rule for one in report.problems if one.rule.startswith(("privacy", "waiver"))] == [
        "privacy-unread",
        "waiver-changed",
    ]


def test_an_inventory_of_reference_pages_is_read() -> None:
    head = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# The remainder of this file is compressed.\n"
    with tempfile.TemporaryDirectory() as folder:
        for names, rules in ((f"a.b py:class 1 a/#a.b {NUMBER}\n", FOUND), ("a.b py:class 1 a/#a.b -\n", set())):
            list_of_all = zlib.compress(names.encode())
            assert told(Path(folder), "objects.inv", head + list_of_all) == rules
            assert told(Path(folder), "objects.inv", head + list_of_all[:-5]) == CUT
            assert told(Path(folder), "objects.inv", head + list_of_all + b"\xff\x00more") == CUT
