"""Photos on their way to readers: nothing that is told about them comes along, whichever way out they take."""

import io
import shutil
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from hverdag.host.mkdocs import render_site
from hverdag.model.files import LARGEST_PICTURE, Picture
from hverdag.model.photo import orientation
from hverdag.nods.identities import Identities
from hverdag.nods.passages import fingerprint, passages
from hverdag.pipeline import build
from hverdag.pipeline.read import read_and_check
from hverdag.pipeline.show import show
from hverdag.publish.picture_cleaning import cleaned
from hverdag.publish.pictures import Pictures, clean_media
from hverdag.verify import pictures as last_look
from tests.conftest import GOLDEN, TODAY, Publication
from tests.consent import with_fonts
from tests.photos import (
    HEIGHT,
    PACKED,
    TOLD,
    WIDTH,
    camera,
    chunk,
    drawn,
    exif,
    jpeg,
    moving,
    png,
    profile,
    segment,
    streams,
    tells,
    webp,
)

DOEREN = "stories/doeren.md"
EVERY = {
    "jpeg": jpeg(),
    "jpeg-progressive": jpeg(progressive=True),
    "jpeg-grey": jpeg(mode="L"),
    "jpeg-four-colours": jpeg(mode="CMYK"),
    "png": png(),
    "png-alpha": png(mode="RGBA"),
    "png-palette": png(mode="P", transparency=3),
    "png-16-bits": png(mode="I;16"),
    "webp": webp(),
    "webp-lossless": webp(lossless=True),
    "webp-alpha": webp(mode="RGBA"),
    "apng": moving("PNG"),
    "webp-animation": moving("WEBP"),
}


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def held(made: bytes | Path | None) -> bytes:
    assert made is not None
    return made.read_bytes() if isinstance(made, Path) else made


def written(content: bytes) -> bytes:
    return cleaned(content)[1]


def lies_in(content: bytes) -> int:
    return orientation(Image.Exif(), opened(content).info.get("exif", b""))


def apart(one: Image.Image, other: Image.Image) -> float:
    """By how much of 255 two pictures differ on average, in the colour that differs most."""
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGBA"), other.convert("RGBA"))).mean)


def frames(content: bytes) -> list[tuple[Image.Image, float]]:
    """The frames of a picture, and how long each is shown."""
    picture, found = opened(content), list[tuple[Image.Image, float]]()
    for number in range(1 if picture.format == "MPO" else getattr(picture, "n_frames", 1)):
        picture.seek(number)
        found.append((picture.copy(), picture.info.get("duration", 0)))
    return found


LOSSY = {"jpeg": 0.6, "webp": 1.8}
"""By how much of 255 pixels may differ on average; those of every other kind are as they were."""


@pytest.mark.parametrize(("kind", "content"), EVERY.items(), ids=EVERY)
def test_nothing_is_told_and_hardly_a_pixel_is_touched(kind: str, content: bytes) -> None:
    assert tells(content)
    form, made = cleaned(content)
    family = kind.partition("-")[0]
    assert form == {"jpeg": "jpg", "apng": "png"}.get(family, family)
    assert not tells(made)
    assert not any(
        name in made for name in (b"Exif", b"EXIF", b"eXIf", b"XMP ", b"ns.adobe", b"8BIM", b"tEXt", b"zTXt", b"ICC")
    )
    bound = 0.0 if "lossless" in kind or "animation" in kind else LOSSY.get(family, 0.0)
    for (was, shown), (now, still) in zip(frames(content), frames(made), strict=True):
        assert now.mode == (was.mode if was.mode != "CMYK" else "RGB")
        assert shown == still
        assert apart(was, now) <= bound
    assert "progressive" in opened(made).info or kind != "jpeg-progressive"
    assert opened(made).info.get("loop") == opened(content).info.get("loop")
    assert not opened(made).getexif()
    assert not {"exif", "xmp", "comment", "photoshop", "icc_profile", "Author", "Comment"} & set(opened(made).info)
    assert written(content) == made


def test_sixteen_bits_of_grey_are_kept() -> None:
    fine, kept = Image.new("I;16", (64, 1)), io.BytesIO()
    fine.putdata([1021 * number for number in range(64)])
    fine.save(kept, "PNG")
    assert opened(written(kept.getvalue())).tobytes() == fine.tobytes()


def test_a_first_picture_for_those_who_show_no_animations_is_kept() -> None:
    kept = io.BytesIO()
    first, *others = (drawn().rotate(angle) for angle in (0, 90, 180))
    first.save(kept, "PNG", save_all=True, append_images=others, duration=[100, 200], default_image=True, loop=3)
    made = opened(written(kept.getvalue()))
    assert (made.n_frames, made.info["default_image"], made.info["loop"]) == (3, True, 3)
    assert [shown for _, shown in frames(written(kept.getvalue()))][1:] == [100, 200]


def test_an_animation_of_too_many_pixels_is_not_published(tmp_path: Path) -> None:
    kept = io.BytesIO()
    empty = [Image.new("1", (4000, 4000), number % 2) for number in range(4)]
    empty[0].save(kept, "PNG", save_all=True, append_images=empty[1:], duration=9)
    assert Pictures(tmp_path).clean(kept.getvalue()) is None


def test_a_photo_of_the_finest_kind_is_published(tmp_path: Path) -> None:
    """Pillow takes too little room for one that is packed as well as can be."""
    kept = io.BytesIO()
    noise = Image.merge("RGB", [Image.effect_noise((300, 300), 120) for _ in range(3)])
    noise.save(kept, "JPEG", quality=100, subsampling=0)
    assert len(kept.getvalue()) > 2 * 300 * 300
    assert apart(opened(kept.getvalue()), opened(held(Pictures(tmp_path).clean(kept.getvalue())))) < 0.5


def test_the_secrets_are_where_they_are_looked_for() -> None:
    """Else the tests above would find nothing anywhere."""
    picture = opened(jpeg())
    assert picture.getexif().get_ifd(0x8825)[2] == (55.0, 40.0, 34.0)
    assert TOLD.encode() in picture.info["icc_profile"]
    assert PACKED.decode() in opened(png()).text["Comment"]


@pytest.mark.parametrize("make", [jpeg, png, webp])
@pytest.mark.parametrize("lies", range(1, 9))
def test_a_picture_that_lies_on_its_side_stands_upright(
    make: Callable[[int], bytes], lies: int, tmp_path: Path
) -> None:
    content = make(lies)
    assert lies_in(content) == lies
    made = held(Pictures(tmp_path).clean(content))
    assert not tells(made)
    assert lies_in(made) == 1
    wanted, found = ImageOps.exif_transpose(opened(content)), opened(made)
    assert found.size == wanted.size == ((HEIGHT, WIDTH) if lies > 4 else (WIDTH, HEIGHT))
    assert apart(wanted, found) <= (0 if make is png else 2)


def test_what_browsers_do_not_believe_does_not_turn_a_photo(good: Publication) -> None:
    """They read EXIF, and Pillow XMP too."""
    kept = io.BytesIO()
    drawn().save(kept, "JPEG", xmp=b'<x tiff:Orientation="6"/>')
    content = kept.getvalue()
    assert opened(content).getexif()[0x0112] == 6
    (good.root / "stories/doer.png").write_bytes(content)
    assert read_and_check(good.root, TODAY).handbook.pictures["stories/doer.png"].width == WIDTH
    assert opened(written(content)).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize(
    "how", [{"subsampling": 0}, {"subsampling": 1}, {"subsampling": 2}, {"mode": "L"}, {"mode": "CMYK"}]
)
def test_a_turned_photo_is_kept_as_finely_as_it_was(how: dict[str, object], tmp_path: Path) -> None:
    content = jpeg(6, quality=60, progressive=True, **how)
    before, made = opened(content), opened(held(Pictures(tmp_path).clean(content)))
    for number, table in before.quantization.items():
        columns = [table[row * 8 + column] for column in range(8) for row in range(8)]
        assert list(made.quantization[number]) == columns
    assert made.quantization[0] != before.quantization[0]
    assert "progressive" in made.info
    assert apart(before.transpose(Image.Transpose.ROTATE_270).convert("RGB"), made) < 2.5


def test_an_animation_that_lies_on_its_side_keeps_its_frames(tmp_path: Path) -> None:
    for form in ("PNG", "WEBP"):
        made = opened(held(Pictures(tmp_path).clean(moving(form, 6))))
        assert (made.n_frames, made.size) == (3, (HEIGHT, WIDTH))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_colours_are_those_of_the_profile(mode: str) -> None:
    """A profile in which red is green, so that one that went missing would be seen. The copy needs none."""
    odd = profile(swapped=True)
    own, plain = ImageCms.ImageCmsProfile(io.BytesIO(odd)), ImageCms.createProfile("sRGB")
    some = [png(mode=mode, icc_profile=odd)]
    some += [jpeg(icc_profile=odd), jpeg(6, icc_profile=odd)] if mode == "RGB" else []
    for content in some:
        upright = ImageOps.exif_transpose(opened(content)).convert("RGB")
        wanted = ImageCms.profileToProfile(upright, own, plain)
        made = opened(written(content))
        assert (made.mode, made.info.get("icc_profile")) == (mode, None)
        assert apart(upright, wanted) > 20
        assert apart(wanted, made.convert("RGB")) < 1.5


def test_what_cannot_be_seen_through_is_the_same_in_other_colours() -> None:
    content = png(icc_profile=profile(swapped=True), transparency=(255, 255, 255))
    assert opened(content).convert("RGBA").getpixel((0, 0))[3] == 0
    made = opened(written(content)).convert("RGBA")
    assert (
        ImageChops.difference(made.getchannel("A"), opened(content).convert("RGBA").getchannel("A")).getbbox() is None
    )


DAMAGED_EXIF = {
    "cut": exif(1)[:30],
    "entries without end": exif(1)[:14] + b"\xff\xff" + exif(1)[16:],
    "place outside": b"Exif\0\0II*\0\xff\xff\xff\x7f" + TOLD.encode(),
    "no order": b"Exif\0\0XX*\0\x08\0\0\0" + TOLD.encode(),
    "nonsense": b"Exif\0\0" + TOLD.encode(),
}


@pytest.mark.parametrize("told", DAMAGED_EXIF.values(), ids=DAMAGED_EXIF)
def test_a_photo_with_damaged_exif_is_published_without_it(good: Publication, told: bytes) -> None:
    (good.root / "stories/doer.png").write_bytes(camera(told))
    assert "image-format" not in good.rules()
    assert not tells(held(Pictures(good.root / "gemt").clean(camera(told))))


@pytest.mark.parametrize("spoilt", [b"", b"acsp" * 40, profile()[:200], b"\xff" * 132])
def test_with_a_damaged_profile_colours_are_left_as_they_are(spoilt: bytes) -> None:
    for content in (jpeg(icc_profile=spoilt), png(icc_profile=spoilt), jpeg(mode="L", icc_profile=profile())):
        made = opened(written(content))
        assert "icc_profile" not in made.info
        assert apart(opened(content), made) <= LOSSY["jpeg"]


def test_a_phones_file_of_several_pictures_keeps_the_first(good: Publication, tmp_path: Path) -> None:
    kept = io.BytesIO()
    drawn().save(kept, "MPO", save_all=True, append_images=[drawn("L").convert("RGB")], exif=exif(6))
    content = kept.getvalue()
    assert opened(content).format == "MPO"
    (good.root / "stories/doer.png").write_bytes(content)
    assert "image-format" not in good.rules()
    made = opened(held(Pictures(tmp_path).clean(content)))
    assert (made.format, made.size) == ("JPEG", (HEIGHT, WIDTH))


def test_a_picture_that_cannot_be_read_to_its_end_is_not_published(tmp_path: Path) -> None:
    noise = io.BytesIO()
    Image.effect_noise((300, 300), 90).save(noise, "JPEG", exif=exif())
    copies = Pictures(tmp_path)
    spoilt = [noise.getvalue()[:4000], png()[:900], webp()[:300], b"", b"GIF89a", jpeg()[:40], b"\xff\xd8\xff\xd9"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [copies.clean(content) for content in spoilt] == [None] * len(spoilt)
        assert copies.clean(png() + bytes(LARGEST_PICTURE)) is None
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_every_cut_and_every_byte_is_survived(tmp_path: Path) -> None:
    """What comes of a damaged picture tells nothing, or there is none; and nothing is told in the terminal."""
    copies = Pictures(tmp_path / "fil")
    (tmp_path / "fil").write_text("her kan intet ligge", encoding="utf-8")
    for content in (jpeg(), png(), webp(), moving("WEBP")):
        for at in range(0, len(content), 61):
            for spoilt in (content[:at], content[:at] + b"\xff" + content[at + 1 :], content[:at] + content[at + 5 :]):
                made = copies.clean(spoilt)
                assert made is None or not tells(held(made))
                (tmp_path / "x.png").write_bytes(spoilt)
                list(last_look.verify(tmp_path, {}))


def test_where_the_cache_cannot_be_written_work_goes_on(good: Publication, tmp_path: Path) -> None:
    (good.root / "stories/doer.png").write_bytes(jpeg(6))
    (tmp_path / "fil").write_text("her kan intet ligge", encoding="utf-8")
    pictures = read_and_check(good.root, TODAY).handbook.pictures
    media, problems = clean_media(["stories/doer.png"], pictures, good.root, tmp_path / "fil")
    made = media["stories/doer.png"]
    assert isinstance(made, bytes)
    assert not tells(made)
    assert not problems


def test_a_picture_is_made_once(tmp_path: Path) -> None:
    content = jpeg()
    first = Pictures(tmp_path).clean(content)
    assert isinstance(first, Path)
    assert Pictures(tmp_path).clean(content) == first
    assert Pictures(tmp_path).clean(first.read_bytes()) != first


def test_a_picture_that_changed_since_it_was_checked_is_told(good: Publication, tmp_path: Path) -> None:
    pictures = read_and_check(good.root, TODAY).handbook.pictures
    (good.root / "stories/doer.png").write_bytes(jpeg())
    media, (problem,) = clean_media(["stories/doer.png"], pictures, good.root, tmp_path)
    assert (media, problem.rule, problem.source.path) == ({}, "picture-unreadable", "stories/doer.png")


def test_a_picture_is_known_by_its_own_bytes_and_measured_upright(good: Publication) -> None:
    content = jpeg(6)  # a profile tells when it was made: two photos may differ
    (good.root / "stories/doer.png").write_bytes(content)
    found = read_and_check(good.root, TODAY).handbook.pictures["stories/doer.png"]
    assert (found.width, found.height, found.form) == (HEIGHT, WIDTH, "jpg")
    assert (found.digest, found.size) == (sha256(content).hexdigest(), len(content))


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """A publication with telling photos in every place that pictures may be, made as a site and for a stick."""
    root = tmp_path_factory.mktemp("photos") / "good"
    shutil.copytree(GOLDEN / "good", root)
    good = Publication(root)
    (root / "stories/doer.png").write_bytes(jpeg(6))  # a JPEG by another name
    (root / "stories/vindue.jpg").write_bytes(jpeg(progressive=True))
    (root / "values/mod.webp").write_bytes(webp())
    (root / "docs/metoder/kort.jpeg").write_bytes(camera(DAMAGED_EXIF["cut"]))
    (root / "docs/forside.jpg").write_bytes(jpeg(8))
    (root / "docs/ubrugt.png").write_bytes(png())
    (root / "docs/skjult.png").write_bytes(b"ikke et billede")
    good.change("stories/vinduet.md", "Jeg lukkede det.", "Jeg lukkede det.\n\n![Et vindue](vindue.jpg)")
    good.change("values/mod.md", "Mod er at", "![Et fjeld](mod.webp)\n\nMod er at")
    good.write(
        "docs/metoder/kort.md", (root / "docs/metoder/kort.md").read_text("utf-8") + "\n\n![En stol](kort.jpeg)\n"
    )
    good.write("docs/index.md", (root / "docs/index.md").read_text("utf-8") + "\n\n![En port](forside.jpg)\n")
    good.write("mkdocs.yml", (root / "mkdocs.yml").read_text("utf-8") + "exclude_docs: skjult.png\n")
    zipped = root.parent / "stik.zip"
    with pytest.MonkeyPatch.context() as patch:
        # Paper that another run has made would prove nothing of this one; the fonts are the same.
        with_fonts(root.parent / "cache")
        patch.setenv("HVERDAG_CACHE", str(root.parent / "cache"))
        report = good.build()
        assert report.built, report.problems
        assert build.offline(root, TODAY, zipped, render_site).built
    with zipfile.ZipFile(zipped) as packed:
        packed.extractall(root.parent / "stik")
    yield {"site": good.site, "offline": root.parent / "stik"}


@pytest.mark.parametrize("edition", ["site", "offline"])
def test_no_file_of_the_handbook_tells(everywhere: dict[str, Path], edition: str) -> None:
    folder = everywhere[edition]
    pictures = ["forside.jpg", "ubrugt.png", "kort.jpeg", "doer.png", "vindue.jpg", "mod.webp"]
    names = [path.name for path in folder.rglob("*")]
    assert [name for name in pictures if name not in names] == []
    assert "skjult.png" not in names
    told = [path for path in folder.rglob("*") if path.is_file() and TOLD.encode() in path.read_bytes()]
    assert told == []
    assert list(last_look.verify(folder, {})) == []


def test_no_paper_tells(everywhere: dict[str, Path], tmp_path: Path) -> None:
    papers = [
        path for path in (everywhere["site"] / "print").rglob("*.pdf") if path.stem in ("doeren-kort", "vinduet-kort")
    ]
    assert len(papers) == 2
    for path in papers:
        parts = streams(path)
        assert not any(map(tells, parts))
        photos = [part for part in parts if part.startswith(b"\xff\xd8\xff")]  # as Typst has set them
        assert photos
        for photo in photos:
            (tmp_path / "photo.jpg").write_bytes(photo)
        assert list(last_look.verify(tmp_path, {})) == []


@pytest.mark.parametrize(("guide", "photo"), [("vinduet-kort", "vindue.jpg"), ("doeren-kort", "doer.png")])
def test_no_word_file_tells_and_a_photo_is_in_it_as_it_is_in_the_site(
    everywhere: dict[str, Path], guide: str, photo: str
) -> None:
    (path,) = [path for path in (everywhere["site"] / "print").rglob("*.docx") if path.stem == guide]
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert not any(map(tells, parts.values()))
    (published,) = [path.read_bytes() for path in everywhere["site"].rglob(photo)]
    assert published in parts.values()


def test_a_picture_in_docs_that_cannot_be_read_stops_the_build(good: Publication) -> None:
    (good.root / "docs/forside.jpg").write_bytes(jpeg()[:400])
    report = good.build()
    (problem,) = report.errors
    assert (problem.rule, problem.source.path) == ("picture-unreadable", "docs/forside.jpg")
    assert not report.built
    assert "kan ikke læses" in show(report.publication, report.problems, "text")


def test_a_plain_mkdocs_build_ends(good: Publication) -> None:
    (good.root / "docs/forside.jpg").write_bytes(jpeg()[:400])
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q"]
    done = subprocess.run(command, cwd=good.root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "docs/forside.jpg" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((good.root / ".hverdag").rglob("forside.jpg"))


LATE = written(png())[:-12] + chunk(b"tEXt", b"Comment\0" + TOLD.encode()) + written(png())[-12:]
SMALL = segment(0xE0, b"JFIF\0\x01\x02\x01\x00\x48\x00\x48\x01\x0a" + bytes(30))
ELSE = {
    "empty": b"",
    "gif": b"GIF89a",
    "text after the pixels": LATE,
    "a comment": written(jpeg())[:2] + segment(0xFE, TOLD.encode()) + written(jpeg())[2:],
    "a small copy": written(jpeg())[:2] + SMALL + written(jpeg())[20:],
}


@pytest.mark.parametrize("content", [*EVERY.values(), *ELSE.values()], ids=[*EVERY, *ELSE])
def test_the_last_look_finds_what_anyone_else_puts_there(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    (tmp_path / "mappe/x.JPG").write_bytes(content)
    (problem,) = last_look.verify(tmp_path, {})
    assert (problem.rule, problem.source.path) == ("picture-metadata", "mappe/x.JPG")


def test_a_nod_is_to_the_photo_as_it_lies_beside_the_story(good: Publication) -> None:
    """Cleaning it, in this version or another, makes no nod stale."""
    content = jpeg(6)
    (good.root / "stories/doer.png").write_bytes(content)
    handbook = read_and_check(good.root, TODAY).handbook
    story, own = handbook.story_by_path[DOEREN], Picture("", 0, 0, sha256(content).hexdigest())
    found = fingerprint(passages(story, Identities.of(handbook)))
    assert found == fingerprint(passages(story, replace(Identities.of(handbook), pictures={"stories/doer.png": own})))
