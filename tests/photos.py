"""Pictures that tell on people: a secret in every place that a camera, a phone or a program writes to."""

import io
import struct
import zlib
from pathlib import Path

import pypdf
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

TOLD = "Hemmelig Sladderhank 55.6761"
PACKED = b"Hemmelig pakket " * 3
WIDTH, HEIGHT = 96, 48


def drawn(mode: str = "RGB") -> Image.Image:
    """A picture whose corners differ: white up to the left, black down to the right, and a gradient between them."""
    up, side = Image.linear_gradient("L").resize((WIDTH, HEIGHT)), Image.radial_gradient("L").resize((WIDTH, HEIGHT))
    picture = Image.merge("RGB", (ImageOps.flip(up), side, Image.new("L", (WIDTH, HEIGHT), 90)))
    picture.paste("white", (0, 0, 24, 24))
    picture.paste("black", (72, 24, 96, 48))
    return picture.convert(mode)


def exif(lies: int = 1) -> bytes:
    """EXIF of a phone: where, whose, which camera, what only its maker can read, and bytes that belong to nothing."""
    told = Image.Exif()
    told[0x0112] = lies
    for tag in (0x010E, 0x010F, 0x0110, 0x013B, 0x8298):
        told[tag] = TOLD
    told[0x9C9D] = TOLD.encode("utf-16-le")
    inside = told.get_ifd(0x8769)
    inside.update({0xA430: TOLD, 0xA431: TOLD, 0x927C: TOLD.encode(), 0x9286: TOLD.encode()})
    place = told.get_ifd(0x8825)
    place.update({1: "N", 2: (55.0, 40.0, 34.0), 3: "E", 4: (12.0, 34.0, 6.0), 0x1B: TOLD.encode()})
    return told.tobytes() + TOLD.encode()


def profile(swapped: bool = False) -> bytes:
    """The profile of a screen, with its serial number; where it is `swapped`, its red is green and its green red."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    count = int.from_bytes(plain[128:132])
    entries = [plain[132 + 12 * at : 144 + 12 * at] for at in range(count)]
    if swapped:
        names = {b"rXYZ": b"gXYZ", b"gXYZ": b"rXYZ"}
        entries = [names.get(entry[:4], entry[:4]) + entry[4:] for entry in entries]
    secret = b"mmod" + bytes(4) + TOLD.encode()
    moved = [entry[:4] + (int.from_bytes(entry[4:8]) + 12).to_bytes(4) + entry[8:] for entry in entries]
    moved.append(b"mmod" + (len(plain) + 12).to_bytes(4) + len(secret).to_bytes(4))
    body = (count + 1).to_bytes(4) + b"".join(moved) + plain[132 + 12 * count :] + secret
    return (128 + len(body)).to_bytes(4) + plain[4:128] + body


def segment(code: int, body: bytes) -> bytes:
    return bytes((0xFF, code)) + (len(body) + 2).to_bytes(2) + body


def chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)


def jpeg(lies: int = 1, mode: str = "RGB", **how: object) -> bytes:
    """A JPEG with a secret in its EXIF, XMP, IPTC, comment, JFIF, profile and second picture, and after its end."""
    made = io.BytesIO()
    secret = TOLD.encode()
    colours = {} if mode != "RGB" else {"icc_profile": profile()}
    how = {"quality": 92, **colours, **how}
    drawn(mode).save(made, "JPEG", exif=exif(lies), comment=secret, **how)
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + secret + b"</x:xmpmeta>"
    more = segment(0xE1, xmp) + segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + secret) + segment(0xE5, secret)
    small = segment(0xE0, b"JFIF\0\x01\x02\x01\x00\x48\x00\x48\x01\x0a" + (secret * 2)[:30]) + segment(
        0xE0, b"JFXX\0" + secret
    )
    whole = made.getvalue()
    return whole[:2] + more + small + whole[2:] + whole + secret


def camera(told: bytes) -> bytes:
    """A JPEG as a camera writes it, with EXIF in the place of JFIF: Pillow reads it already when it opens the file."""
    made = io.BytesIO()
    drawn().save(made, "JPEG", exif=told)
    whole = made.getvalue()
    assert whole[2:4] == b"\xff\xe0"
    return whole[:2] + whole[20:] + TOLD.encode()


def png(lies: int = 1, mode: str = "RGB", **how: object) -> bytes:
    """A PNG with a secret in every chunk that may hold text, in its profile, and after its end."""
    made, told = io.BytesIO(), PngImagePlugin.PngInfo()
    told.add_text("Author", TOLD)
    told.add_text("Comment", PACKED.decode(), zip=True)
    told.add_itxt("XML:com.adobe.xmp", TOLD)
    how = {"icc_profile": profile(), **how} if mode in ("RGB", "RGBA", "P") else how
    drawn(mode).save(made, "PNG", pnginfo=told, exif=exif(lies), **how)
    whole = made.getvalue()
    more = chunk(b"tIME", b"\x07\xea\x0b\x15\x0c\x00\x00") + chunk(b"prVt", TOLD.encode())
    return whole[:33] + more + whole[33:] + TOLD.encode()


def webp(lies: int = 1, mode: str = "RGB", **how: object) -> bytes:
    """A WebP with a secret in its EXIF, XMP and profile, in a chunk of its own, and after its end."""
    made = io.BytesIO()
    secret = TOLD.encode()
    drawn(mode).save(made, "WEBP", exif=exif(lies), xmp=secret, icc_profile=profile(), **how)
    whole = made.getvalue() + b"UNKN" + struct.pack("<I", len(secret)) + secret + bytes(len(secret) % 2)
    return whole[:4] + (len(whole) - 8).to_bytes(4, "little") + whole[8:] + secret


def moving(form: str, lies: int = 1) -> bytes:
    """A picture that moves: three frames, and a secret."""
    made = io.BytesIO()
    first, *others = (drawn().rotate(angle) for angle in (0, 90, 180))
    first.save(
        made, form, save_all=True, append_images=others, duration=[100, 200, 300], exif=exif(lies), lossless=True
    )
    return made.getvalue()


def tells(content: bytes) -> bool:
    """Whether a secret stands in a file, packed or not."""
    return any(secret in content for secret in (TOLD.encode(), TOLD.encode("utf-16-le"), PACKED))


def streams(path: Path) -> list[bytes]:
    """Everything that a PDF holds, unpacked, and as it stands there."""
    reader = pypdf.PdfReader(path)
    found = [path.read_bytes()]
    for number in range(1, int(str(reader.trailer["/Size"]))):
        one = reader.get_object(number)
        if isinstance(one, pypdf.generic.StreamObject):
            found += [one._data, b"" if one.get("/Filter") == "/DCTDecode" else one.get_data()]
    return found
