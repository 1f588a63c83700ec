"""What no text holds, and the finished site does: it is found before the swap, and the old site stays."""

import zipfile
from pathlib import Path

import pytest

from hverdag.host.mkdocs import render_site
from hverdag.model.artifact import Progress
from hverdag.pipeline import build
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.render import RenderedSite
from hverdag.pipeline.result import HostResult
from hverdag.pipeline.show import show
from hverdag.privacy import find, holds_number
from hverdag.verify import extract as held
from hverdag.verify.extract_pages import Pages
from tests.conftest import TODAY, Publication
from tests.cpr_corpus import FOUND
from tests.files_that_tell import EXIF_ARTIST, pdf, photo, tagged, waiver, word


def everything(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_number_in_any_kind_of_file_is_found_and_the_old_site_stays(good: Publication) -> None:
    assert good.build().built
    before = everything(good.site)
    files = {
        "docs/tekst.pdf": pdf("150368-5001"),
        "docs/titel.pdf": pdf("ingenting", "Sag 150368-5002"),
        "docs/brev.docx": word("150368-", "50", "03"),
        "docs/egenskab.docx": word("ingenting", author="cpr 1503685004"),
        "stories/vinduet.mp3": tagged("150368-5009"),
    }
    for path, content in files.items():
        (good.root / path).write_bytes(content)
    good.change("stories/vinduet.md", "state:", "audio: vinduet.mp3\nstate:")
    alt = '<img src="../fortaellinger/doer.png" alt="{{ 150368 }}-{{ 5000 + 11 }}">'
    page = f"---\nrender_macros: true\n---\n# Side\n\nDet er 150368-{{{{ 5000 + 10 }}}}.\n\n{alt}\n"
    good.write("docs/side.md", page)
    report = good.build()
    assert not report.built
    assert {problem.source.path for problem in report.errors} == {*files, "docs/side.md"}
    assert {problem.rule for problem in report.errors} == {"privacy-cpr"}
    assert sum(problem.source.path == "docs/side.md" for problem in report.errors) == 2
    told = show(report.publication, report.problems, "json")
    assert "PDF" in {problem.source.field for problem in report.errors}
    assert not holds_number(told)
    assert everything(good.site) == before
    zipped = build.offline(good.root, TODAY, good.root / "x.zip", render_site)
    assert {problem.source.path for problem in zipped.errors} == {problem.source.path for problem in report.errors}
    assert not (good.root / "x.zip").exists()


def test_a_number_in_a_picture_is_found_whoever_put_it_into_the_site(good: Publication) -> None:
    """Pictures are written anew on their way; what a plugin adds afterwards is looked into all the same."""
    damaged = photo("JPEG", "Se 150368-5006 her")
    pictures = {
        "foto.jpg": photo("JPEG", "Se 150368-5005 her"),
        "skadet.jpg": damaged.replace(b"MM\x00*\x00\x00\x00\x08\x00\x01", b"MM\x00*\xff\xff\xff\x08\xff\xff"),
        "skaerm.png": photo("PNG", "Se 150368-5007 her"),
        "foto.webp": photo("WEBP", "Se 150368-5008 her"),
    }
    assert damaged != pictures["skadet.jpg"]
    for name, content in pictures.items():
        (good.root / "docs" / name).write_bytes(content)
    assert good.build().built

    def planting(prepared: RenderedSite, folder: Path, progress: Progress) -> HostResult:
        made = render_site(prepared, folder, progress)
        for name, content in pictures.items():
            (folder / name).write_bytes(content)
        return made

    report = build.build(good.root, TODAY, good.site, planting)
    found = {problem.source.path for problem in report.errors if problem.rule == "privacy-cpr"}
    assert found == {f"docs/{name}" for name in pictures}
    assert {problem.rule for problem in report.errors} == {"privacy-cpr", "picture-metadata"}


def test_what_a_file_says_of_people_is_told_and_stops_nothing(good: Publication) -> None:
    (good.root / "docs/foto.jpg").write_bytes(photo("JPEG", "Inger Sandberg", EXIF_ARTIST))
    (good.root / "docs/brev.docx").write_bytes(word("ingenting", author="inger@lilleby.example"))
    (good.root / "docs/kontakt.pdf").write_bytes(pdf("skriv@lilleby.example", "skriv@lilleby.example"))
    report = good.build()
    assert report.built
    told = {(problem.rule, problem.source.path) for problem in report.problems if problem.rule.startswith("privacy")}
    assert told == {("privacy-mail", "docs/brev.docx")}  # the picture says nothing any more


def test_what_was_clean_is_not_looked_into_again_and_what_was_not_is(good: Publication) -> None:
    (good.root / "docs/laast.pdf").write_bytes(b"%PDF-1.7\nnoget andet")
    (good.root / "docs/tom.docx").write_bytes(b"PK\x03\x04")
    (good.root / "docs/like.pdf").write_bytes(pdf("1503685010"))
    for _ in range(2):
        found = [problem for problem in good.build().problems if problem.rule.startswith("privacy")]
        assert [(problem.rule, problem.source.path) for problem in found] == [
            ("privacy-unread", "docs/laast.pdf"),
            ("privacy-cpr-like", "docs/like.pdf"),
            ("privacy-unread", "docs/tom.docx"),
        ]


@pytest.mark.slow
def test_a_text_and_a_page_are_looked_into_again_when_they_change(good: Publication) -> None:
    """They were clean, and are noted as such; and what is on two pages is missed on neither when the first goes."""

    def found() -> set[str]:
        return {problem.source.path for problem in good.build().problems if problem.rule.startswith("privacy")}

    for _ in range(2):
        assert found() == set()
    good.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg lukkede 1503685010.")
    page = '---\nrender_macros: true\n---\n{% set k = "5" %}\n# Side\n\nDet er 150368-{{ k }}0{{ k }}{{ k }}.\n'
    for name in ("a", "b"):
        good.write(f"docs/{name}.md", page)
    for _ in range(2):
        assert found() == {"stories/vinduet.md", "docs/a.md"}
    (good.root / "docs/a.md").unlink()
    assert found() == {"stories/vinduet.md", "docs/b.md"}
    good.change("stories/vinduet.md", "Jeg lukkede 1503685010.", "Jeg lukkede det.")
    (good.root / "docs/b.md").unlink()
    for _ in range(2):
        assert found() == set()


def test_the_same_is_told_once(good: Publication) -> None:
    good.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg lukkede 1503685010.")
    (good.root / "docs/like.pdf").write_bytes(pdf("1503685010"))
    found = [problem.source for problem in good.build().problems if problem.rule.startswith("privacy")]
    # Once in the text, however many pages and papers are made of it; and once in a file that someone has put there.
    assert [(one.path, one.line, one.column) for one in found] == [
        ("docs/like.pdf", 1, 1),
        ("stories/vinduet.md", 17, 33),
    ]


def test_names_of_files_are_read_and_code_is_not(tmp_path: Path) -> None:
    (tmp_path / "assets/javascripts").mkdir(parents=True)
    for name in ("150368-5010.html", "assets/javascripts/150368-5011.js", "a.css", "a.woff2"):
        (tmp_path / name).write_text("150368-5012", encoding="utf-8")
    (tmp_path / "a.js").write_text('f(150368-5013, "150368-5014", "M15.03 68.50 14z")', encoding="utf-8")
    paths = held.paths_in(tmp_path)
    told = "\n".join(one.text for one in (*held.names(paths), *held.pages(tmp_path, paths)))
    assert [number for number in range(5010, 5015) if f"150368-{number}" in told] == [5010, 5012, 5014]
    assert "M15.03" not in told


@pytest.mark.parametrize("around", ['<p title="x">Her {} og</p>', '<img alt="{}">', '<script>f("{}")</script>'])
def test_no_number_slips_by_for_speed(around: str) -> None:
    plain = [case for case in FOUND if not set(case.text) & set('<"') and "\n" not in case.text]
    lost = [case.why for case in plain if not any(find(one) for one in Pages().page(around.format(case.text)))]
    assert lost == []


def test_a_hostile_document_unpacks_no_further_than_it_must(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "stor.docx", "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("word/document.xml", bytes(70_000_000))
        opened.writestr("word/footer.xml", "<w:p>Her</w:p>")
    passages = list(held.inside(tmp_path, "stor.docx"))
    assert [passage.place for passage in passages] == ["text", held.UNREAD]
    assert passages[0].text.split() == ["word/document.xml", "word/footer.xml"]


def test_a_waiver_speaks_for_so_many_places_and_no_more(good: Publication) -> None:
    def privacy() -> list[str]:
        return [rule for rule in good.rules() if rule.startswith(("privacy", "waiver"))]

    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg lukkede 150368-5010.")
    of_it, numbers = ("privacy-cpr", "stories/vinduet.md"), ("1503685010", "1503685029")
    assert privacy() == ["privacy-cpr"]
    good.write("values/handbook.yml", settings + waiver(*of_it, numbers[0]))
    assert privacy() == []
    report = good.build()
    assert report.built, [problem.rule for problem in report.errors]
    assert not [problem for problem in report.problems if problem.rule.startswith("privacy")]
    good.change("stories/vinduet.md", "Jeg lukkede", "Jeg så 150368-5029 og lukkede")
    assert privacy() == ["privacy-cpr", "privacy-cpr", "waiver-count"]
    good.write("values/handbook.yml", settings + waiver(*of_it, *numbers, count=2))
    assert privacy() == []
    good.change("stories/vinduet.md", "150368-5010", "150368-5037")
    assert privacy() == ["privacy-cpr", "privacy-cpr", "waiver-changed"]
    good.change("stories/vinduet.md", "150368-5037", "noget")
    good.change("stories/vinduet.md", "150368-5029", "andet")
    assert privacy() == ["waiver-unused"]


@pytest.mark.parametrize(
    ("rule", "file", "told"),
    [
        ("privacy-cprlike", "stories/vinduet.md", "waiver-rule"),
        ("story-values", "stories/vinduet.md", "waiver-rule"),
        ("privacy-cpr", "stories/vindue.md", "waiver-file"),
        ("privacy-cpr", "values/handbook.yml", "waiver-file"),
    ],
)
def test_a_waiver_names_a_rule_and_a_file_that_there_are(good: Publication, rule: str, file: str, told: str) -> None:
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    good.write("values/handbook.yml", settings + waiver(rule, file))
    assert [one for one in good.rules() if one.startswith(("privacy", "waiver"))] == [told]


def test_a_waiver_holds_no_number_itself(good: Publication) -> None:
    settings = (good.root / "values/handbook.yml").read_text("utf-8")
    told = waiver("privacy-cpr", "values/handbook.yml", count=9).replace("gammel", "150368-5010")
    good.write("values/handbook.yml", settings + told)
    problem = next(problem for problem in good.problems() if problem.rule == "privacy-cpr")
    assert (problem.source.path, problem.source.field) == ("values/handbook.yml", "waivers")


def test_pages_say_on_purpose_how_people_are_reached_and_stories_do_not(good: Publication) -> None:
    told = "Ring til 70 12 34 56, eller skriv til inger@lilleby.example."
    good.write("docs/hjaelp.md", f"# Hjælp\n\n{told} Inger Sandberg bor på Rosenvej 12.")
    assert not [rule for rule in good.rules() if rule.startswith("privacy")]
    good.change("stories/kladden.md", "---\n\n", f"---\n\n{told} Ring 70 00 00 00, eller skriv@lilleby.example. ")
    found = [problem for problem in good.problems() if problem.rule.startswith("privacy")]
    assert [(problem.rule, problem.source.path) for problem in found] == [
        ("privacy-phone", "stories/kladden.md"),
        ("privacy-mail", "stories/kladden.md"),
    ]
    shown = show(read_and_check(good.root, TODAY), found, "html")
    assert "70 12" not in shown
    assert "inger@" not in shown


@pytest.mark.parametrize("form", ["utf-16", "latin-1", "utf-8-sig"])
def test_a_text_in_any_encoding_is_looked_through(good: Publication, form: str) -> None:
    (good.root / "docs/side.md").write_bytes("# Søster\n\n150368-5010\n".encode(form))
    (found,) = (problem for problem in good.problems() if problem.rule == "privacy-cpr")
    assert (found.source.path, found.source.line) == ("docs/side.md", 3)
