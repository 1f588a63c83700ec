"""Files in the wrong place, of the wrong kind, or with a name that cannot be: one problem each, with the right name."""

from pathlib import Path

import pytest

from hverdag.locale import catalogue
from hverdag.model.better_files import portable
from hverdag.model.files import is_left_by_system
from hverdag.pipeline.rule_registry import rules
from tests.conftest import Publication
from tests.sound import mp3

ENGLISH = catalogue("en")
STORY = "stories/vinduet.md"


def told(good: Publication) -> list[str]:
    return [
        f"{problem.source.path}: {ENGLISH.sentence(problem, rules()[problem.rule])}"
        for problem in good.problems()
        if problem.is_error
    ]


def picture(good: Publication, path: str) -> None:
    (good.root / path).parent.mkdir(parents=True, exist_ok=True)
    (good.root / path).write_bytes((good.root / "stories/doer.png").read_bytes())


def shown(good: Publication, name: str) -> None:
    good.change(STORY, "code: F02", f"code: F02\nimage: {name}\nimage_alt: En dør\nimage_people: false")


SYSTEM = (
    "Thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "Icon\r",
    "~$noeglen.docx",
    ".~lock.x#",
    "@eaDir",
    "__MACOSX",
    "x.md~",
)


@pytest.mark.parametrize("name", SYSTEM)
def test_what_systems_leave_is_known(name: str) -> None:
    assert is_left_by_system(name)
    assert is_left_by_system(name.upper())
    assert not is_left_by_system("noeglen.md")


def test_what_systems_leave_is_passed_over_and_never_published(good: Publication) -> None:
    for folder in ("stories", "values", "docs", "docs/metoder"):
        for name in SYSTEM:
            inside = f"{folder}/{name}/x.png" if name in ("@eaDir", "__MACOSX") else f"{folder}/{name}"
            good.write(inside, "x")
    assert told(good) == []
    report = good.build()
    assert report.built, report.problems
    names = [part for path in good.site.rglob("*") for part in path.relative_to(good.site).parts]
    assert not {name for name in names if name in SYSTEM}


def test_a_story_in_a_subfolder_is_moved(good: Publication) -> None:
    good.write("stories/2026/Min nøgle.md", (good.root / STORY).read_text("utf-8").replace("F02", "F09"))
    assert told(good) == [
        "stories/2026/Min nøgle.md: There are no subfolders in stories/. Move it to stories/min-noegle.md."
    ]
    (good.root / "stories/2026/Min nøgle.md").rename(good.root / "stories/min-noegle.md")
    assert told(good) == ["stories/2026: There are no subfolders in stories/. Delete the empty folder."]


def test_a_file_is_never_moved_on_top_of_another(good: Publication) -> None:
    picture(good, "stories/billeder/doer.png")
    assert told(good) == [
        "stories/billeder/doer.png: There are no subfolders in stories/. Move it to stories/doer-2.png."
    ]


def test_a_story_and_its_picture_in_a_subfolder_are_told_once_each(good: Publication) -> None:
    text = (good.root / STORY).read_text("utf-8").replace("code: F02", "code: F09\nimage: foto.png\nimage_alt: En dør")
    good.write("stories/2026/ny.md", text.replace("title:", "image_people: false\ntitle:"))
    picture(good, "stories/2026/foto.png")
    assert [line.partition(":")[0] for line in told(good)] == ["stories/2026/foto.png", "stories/2026/ny.md"]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("foto.HEIC", "Save it as jpg with the name foto.jpg, and delete this file."),
        ("Min bil.tiff", "Save it as jpg with the name min-bil.jpg, and delete this file."),
        ("tegning.svg", "Save it as png with the name tegning.png, and delete this file."),
        ("oplæsning.wav", "Save it as mp3 with the name oplaesning.mp3, and delete this file."),
        ("Historien.docx", "Copy its text into a new file, historien.md, and delete this one."),
        ("historie.markdown", "Call it historie.md."),
        ("pakke.zip", "Delete it, or move it out of stories/."),
    ],
)
def test_a_file_of_another_kind_is_told_once_with_a_name_that_works(good: Publication, name: str, better: str) -> None:
    (good.root / "stories" / name).write_bytes(b"x")
    (line,) = told(good)
    assert line.startswith(f"stories/{name}: ")
    assert line.endswith(better)
    assert portable(name).rpartition(".")[0] in better or "out of" in better


def test_where_it_is_used_is_told_with_it(good: Publication) -> None:
    picture(good, "stories/foto.HEIC")
    shown(good, "foto.HEIC")
    (line,) = told(good)
    assert line.endswith(f"Write the new name in {STORY} (line 15) too.")
    (good.root / "stories/foto.HEIC").unlink()
    picture(good, "stories/foto.jpg")
    good.change(STORY, "image: foto.HEIC", "image: foto.jpg")
    assert told(good) == []


@pytest.mark.parametrize(
    ("on_disk", "written", "right"),
    [
        ("IMG_4711.JPG", "img_4711.jpg", "img-4711.jpg"),
        ("img-4711.jpg", "IMG_4711.JPG", "img-4711.jpg"),
        ("img-4711.jpg", "img 4711.png", "img-4711.jpg"),
        ("noegle-til-doer.png", "Nøgle til dør.png", "noegle-til-doer.png"),
        ("noegle.png", "No\u0308gle.png", "noegle.png"),
        ("foto.png", "stories/foto.png", "foto.png"),
        ("foto.png", "C:\\Billeder\\foto.png", "foto.png"),
        ("foto.png", "foto", "foto.png"),
        ("foto.png", "foto.heic", "foto.png"),
        ("noeglen.jpg", "noglen.jpg", "noeglen.jpg"),
    ],
)
def test_the_right_name_of_a_picture(good: Publication, on_disk: str, written: str, right: str) -> None:
    picture(good, f"stories/{on_disk}")
    shown(good, written)
    lines = told(good)
    assert f'Did you mean "{right}"?' in lines[-1]
    assert len(lines) == 1 + (on_disk != right)
    (good.root / f"stories/{on_disk}").rename(good.root / f"stories/{right}")
    good.change(STORY, f"image: {written}", f"image: {right}")
    assert told(good) == []


def test_a_name_that_cannot_be_is_told_once_with_where_it_is_used(good: Publication) -> None:
    picture(good, "stories/IMG_4711.JPG")
    shown(good, "IMG_4711.JPG")
    (line,) = told(good)
    assert f"Call it img-4711.jpg, and write that name in {STORY} (line 15) too." in line


def test_the_right_name_of_a_recording(good: Publication) -> None:
    (good.root / "stories/noeglen.mp3").write_bytes(mp3(2))
    good.change(STORY, "code: F02", "code: F02\naudio: Nøglen.MP3")
    (line,) = told(good)
    assert line.endswith('Did you mean "noeglen.mp3"?')


def test_a_link_to_another_place_is_told_as_such(good: Publication, tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(b"x")
    (good.root / "stories/foto.png").symlink_to(tmp_path / "foto.png")
    (line,) = told(good)
    assert "is a link to another place" in line
