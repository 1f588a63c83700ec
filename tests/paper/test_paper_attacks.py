"""What an attacker found in paper, pictures and the cache, kept from coming back."""

import io
import os
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from hverdag.model.files import LARGEST_PICTURE
from hverdag.publish import fonts
from hverdag.publish.cache.store import CacheStore, cache_folder
from tests import pdf
from tests.conftest import GOLDEN, Publication
from tests.guide_papers import DOEREN, VINDUET, guide_pdf, picture

KORT = "docs/metoder/kort.md"
VEJEN = "docs/metoder/vejen.md"


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def boxes(reader: pypdf.PdfReader) -> list[tuple[float, float]]:
    """The width and height on paper of each picture that is made of pixels."""
    found: list[tuple[float, float]] = []
    for page in reader.pages:
        page.extract_text(
            visitor_operand_before=lambda operator, _operands, cm, _tm: (
                found.append((abs(cm[0]), abs(cm[3]))) if operator == b"Do" else None
            )
        )
    return found


def test_a_storys_pictures_are_in_the_pdf() -> None:
    """They were left out with no more than a warning."""
    held = [box for box in boxes(guide_pdf(GOLDEN / "good", "guides/kort/doeren")) if max(box) > 3]
    assert len(held) == 2  # the story's own, and the one in its text


@pytest.mark.parametrize("size", [(4000, 300), (300, 4000), (20, 20)])
def test_a_picture_is_never_larger_than_its_page(good: Publication, size: tuple[int, int]) -> None:
    made = io.BytesIO()
    Image.new("RGB", size, "red").save(made, "PNG")
    (good.root / "stories/doer.png").write_bytes(made.getvalue())
    found = [box for box in boxes(guide_pdf(good.root, "guides/kort/doeren")) if max(box) > 3]
    assert found
    for width, height in found:
        assert width <= 341
        assert height <= 568


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds everything the golden publication is made of."""
    folder = tmp_path_factory.mktemp("filled")
    shutil.copytree(GOLDEN / "good", folder / "good")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HVERDAG_CACHE", str(folder / "cache"))
        assert Publication(folder / "good").build().built
    return folder / "cache"


# A power cut can leave a file of the right size with nothing in it.
@pytest.mark.parametrize("ruined", [lambda whole: whole[:200], lambda whole: bytes(len(whole))], ids=["short", "zeros"])
@pytest.mark.slow
def test_a_ruined_file_in_the_cache_is_made_again(
    good: Publication, filled: Path, own_cache: Path, ruined: Callable[[bytes], bytes]
) -> None:
    shutil.copytree(filled, own_cache)
    kept = [path for path in own_cache.rglob("*") if path.is_file() and path.suffix != ".lock"]
    assert {path.suffix for path in kept} == {".pdf", ".png", ".docx", ".json", ".ttf", ".txt"}
    for path in kept:
        path.write_bytes(ruined(path.read_bytes()))
    assert good.build().built
    for path in (good.site / "print").rglob("*.p*"):
        assert path.read_bytes()[:4] in (b"%PDF", b"\x89PNG"), path.name
    for path in (good.site / "print").rglob("*.pdf"):
        if path.stem.endswith("-ark"):  # the pages of another, and its fonts with them
            assert pdf.pages(pdf.read(path))[0].strip()
            continue
        assert pdf.is_accessible(pdf.read(path), "da-DK")
        assert any("SourceSerifPro" in name for name in pdf.fonts(pdf.read(path)))
    assert all(path.stat().st_size > 5000 for path in (good.site / "assets/fonts").glob("*.woff2"))
    assert all(path.stat().st_size > 5000 for path in (good.site / "print").rglob("*.docx"))


@pytest.mark.slow
def test_without_a_cache_paper_is_set_in_the_right_type(
    good: Publication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fil").write_text("her kan intet ligge", encoding="utf-8")
    monkeypatch.setenv("HVERDAG_CACHE", str(tmp_path / "fil"))
    assert good.build().built
    held = pdf.fonts(pdf.read(good.site / "print/kort/doeren-kort.pdf"))
    assert any("SourceSerifPro" in name for name in held)
    assert fonts.paper_fonts(tmp_path / "fil").is_dir()


def test_what_is_kept_can_be_read_by_its_user_alone(own_cache: Path) -> None:
    shelf = CacheStore(own_cache, "pdf")
    path = shelf.put("opskrift", b"%PDF-1.7 indhold %%EOF")
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o600
    assert CacheStore(own_cache, "pdf").find("opskrift") == path
    assert CacheStore(own_cache, "pdf").find("en anden") is None


def test_what_no_one_has_asked_for_is_thrown_out(own_cache: Path) -> None:
    path = CacheStore(own_cache, "pdf").put("opskrift", b"%PDF-1.7 indhold %%EOF")
    assert path is not None
    os.utime(path, (0, 0))
    assert CacheStore(own_cache, "pdf").find("opskrift") is None
    assert not path.exists()


def test_a_folder_in_a_files_place_is_no_file(own_cache: Path) -> None:
    path = CacheStore(own_cache, "pdf").put("opskrift", b"")
    assert path is not None
    path.unlink()
    path.mkdir()
    assert CacheStore(own_cache, "pdf").find("opskrift") is None


def png_cut_inside() -> bytes:
    """A PNG whose parts are whole, but whose picture is not."""
    whole = picture("PNG")
    start = whole.index(b"IDAT") - 4
    length = int.from_bytes(whole[start : start + 4], "big")
    data = whole[start + 8 : start + 8 + length][: length // 2]
    chunk = len(data).to_bytes(4, "big") + b"IDAT" + data + zlib.crc32(b"IDAT" + data).to_bytes(4, "big")
    return whole[:start] + chunk + whole[start + 12 + length :]


def half_a_jpeg() -> bytes:
    made = io.BytesIO()
    Image.effect_noise((300, 300), 90).convert("RGB").save(made, "JPEG")
    return made.getvalue()[: len(made.getvalue()) // 2]


@pytest.mark.parametrize("content", [png_cut_inside(), half_a_jpeg()], ids=["png", "jpeg"])
def test_a_picture_that_ends_too_soon_is_told(good: Publication, content: bytes) -> None:
    (good.root / "stories/doer.png").write_bytes(content)
    assert "image-format" in good.rules()
    assert not good.build().built


def test_a_file_that_is_too_large_is_not_read(good: Publication) -> None:
    with (good.root / "stories/doer.png").open("ab") as opened:
        opened.truncate(3_000_000_000)
    found = [problem for problem in good.problems() if problem.rule == "image-size"]
    assert found
    assert found[0].parameters["size"] == 3000
    assert found[0].parameters["most"] == LARGEST_PICTURE // 1_000_000


def test_a_picture_of_too_many_pixels_is_told(good: Publication) -> None:
    made = io.BytesIO()
    Image.new("1", (9000, 9000)).save(made, "PNG")
    (good.root / "stories/doer.png").write_bytes(made.getvalue())
    assert "image-size" in good.rules()


LONG = "Et ord til. " * 110 + "SLUTORD"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (KORT, "guidance: Læs roligt.", f"guidance: {'Et ord til. ' * 480}SLUTORD"),
        (KORT, "stalls: Tæl til ti.", f"stalls: {LONG}"),
        (KORT, "activity: Højtlæsning", f"activity: {'Et ord. ' * 35}SLUTORD"),
        (KORT, "responsible: En af jer", f"responsible: {'Et ord. ' * 35}SLUTORD"),
        (KORT, "points: [Hvem, Hvornår]", f"points: [{', '.join(f'p{at}' for at in range(150))}, SLUTORD]"),
        (KORT, "notes: 3", "notes: 20\n    questions: [" + ", ".join([f'"{LONG}"'] * 4) + "]"),
        (VEJEN, "questions: [Hvor ser vi den?]", "questions: [" + ", ".join([f'"{LONG}"'] * 9) + "]"),
        (VINDUET, "summary: Et vindue, der stod åbent.", f"summary: {LONG}"),
        ("values/mod.md", "promise: Vi siger det svære.", f"promise: {LONG}"),
    ],
)
def test_no_long_text_is_lost_on_paper(good: Publication, path: str, old: str, new: str) -> None:
    good.change(path, old, new)
    # Cards and posters have one size, and rules of their own.
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{settings}printed: [pamphlet, book]\n")
    report = good.build()
    assert report.built, report.errors
    for name in ("kort", "vejen"):
        text = "".join(pdf.pages(pdf.read(good.site / f"print/{name}/vinduet-{name}.pdf")))
        if path.startswith(("stories/", "values/")) or name in path:
            assert "SLUTORD" in pdf.squeezed(text) or path.startswith("values/")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (KORT, "title: Kort samtale", f"title: {'ord ' * 200}"),
        (KORT, "activity: Samtale", f"activity: {'ord ' * 200}"),
        ("values/handbook.yml", "organisation: Lilleby Kommune", f"organisation: {'ord ' * 50}"),
        ("values/handbook.yml", "title: Minihåndbogen", f"title: {'ord ' * 50}"),
    ],
)
def test_a_page_pasted_into_a_short_field_is_refused(good: Publication, path: str, old: str, new: str) -> None:
    good.change(path, old, new)
    assert "text-limit" in good.rules()


@pytest.mark.parametrize(
    "text",
    [
        "`" + "y" * 3000 + "`",
        "\u00a0".join(["ord"] * 900),
        "| " + " | ".join(["Sammensatteordilangerækker"] * 8) + " |\n" + "|---" * 8 + "|\n" + "| x " * 8 + "|",
    ],
    ids=["code", "spaces", "table"],
)
def test_nothing_runs_off_the_paper(good: Publication, text: str) -> None:
    good.write(VINDUET, (good.root / VINDUET).read_text("utf-8") + f"\n{text}\n")
    assert good.build().built
    reader = pdf.read(good.site / "print/kort/vinduet-kort.pdf")
    wanted = pdf.squeezed(text.replace("`", ""))
    assert wanted in pdf.squeezed("".join(pdf.pages(reader))) or "table" in text or "|" in text
    ends: list[float] = []
    for page in reader.pages:
        page.extract_text(
            visitor_text=lambda said, cm, tm, _font, _size: (
                ends.append(tm[4] * cm[0] + tm[5] * cm[2] + cm[4]) if said.strip() else None
            )
        )
    assert max(ends) <= 575


def test_an_address_in_a_narrow_column_stays_in_it(good: Publication) -> None:
    good.change(KORT, "responsible: En af jer", "responsible: sundhedsfremme.arbejdsmiljoe@lilleby.dk")
    assert good.build().built
    text = "".join(pdf.pages(pdf.read(good.site / "print/kort/vinduet-kort.pdf")))
    assert "sundhedsfremmearbejdsmiljoelillebydk" in pdf.squeezed(text)


@pytest.mark.parametrize("path", ["docs/f/f01-m01.md", "docs/print/kort/doeren-kort.pdf"])
def test_no_page_takes_the_place_of_what_is_printed(good: Publication, path: str) -> None:
    good.write(path, "# En anden side\n")
    assert "unique-address" in good.rules()


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("Ord.\n\n[^9]: En note.", "footnote-lost", 3),
        ("Ord.\n\n## ![Døren](doer.png)", "heading-text", 3),
        ("Ord.\n\n## &nbsp;", "heading-text", 3),
        ("|" + " a |" * 9 + "\n|" + "---|" * 9 + "\n|" + " b |" * 9, "table-columns", 1),
    ],
)
def test_what_paper_cannot_hold_is_told_with_its_line(good: Publication, text: str, rule: str, line: int) -> None:
    before = (good.root / VINDUET).read_text("utf-8").rstrip("\n")
    good.write(VINDUET, f"{before}\n\n{text}\n")
    found = [problem for problem in good.problems() if problem.rule == rule]
    assert [problem.source.line for problem in found] == [len(before.split("\n")) + 1 + line]


@pytest.mark.parametrize("address", ["https://a@b.example/", "https://a.example/?x=/", f"https://{'a' * 300}.example/"])
def test_an_address_that_would_mislead_on_paper_is_refused(good: Publication, address: str) -> None:
    text = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", f"{text}site_url: {address}\n")
    assert {"settings-address", "text-limit"} & set(good.rules())


def test_a_retired_story_may_hold_any_sign(good: Publication) -> None:
    good.change(VINDUET, "state: published", "state: retired")
    good.write(VINDUET, (good.root / VINDUET).read_text("utf-8") + "\nHun smilede 😀.\n")
    assert "text-letter" not in good.rules()


def test_the_cache_is_where_it_is_said_to_be(own_cache: Path) -> None:
    assert cache_folder() == own_cache
    assert DOEREN.startswith("stories/")
