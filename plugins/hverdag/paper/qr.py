"""QR codes, with a margin of two modules, which phones need to find them."""

import io
from functools import lru_cache


@lru_cache(maxsize=1024)  # the page and the paper of a guide have the same one, and it takes 11 ms
def qr_code(address: str, error: str = "m") -> str:
    """Return a QR code as SVG, which takes the size that it is given. With `error` "l" it is coarser, so that a long
    address can be scanned from a small one."""
    # Imported here: only a handbook with a public address or a form has QR codes.
    import segno  # noqa: PLC0415

    svg = io.BytesIO()
    segno.make(address, error=error, micro=False).save(svg, kind="svg", xmldecl=False, border=2, omitsize=True)
    return svg.getvalue().decode()


def qr_png(address: str) -> bytes:
    """Return a QR code as a picture for Word, as coarse as it can be."""
    import segno  # noqa: PLC0415

    png = io.BytesIO()
    segno.make(address, error="l", micro=False).save(png, kind="png", scale=8, border=2)
    return png.getvalue()
