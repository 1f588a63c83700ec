"""QR codes on paper."""

import io


def qr_code(address: str) -> str:
    """Return a QR code as SVG, with a margin of two modules, which phones need to find it."""
    # Imported here: only a handbook with a public address, or a form on the net, has QR codes.
    import segno  # noqa: PLC0415

    svg = io.BytesIO()
    segno.make(address, error="m", micro=False).save(svg, kind="svg", xmldecl=False, border=2)
    return svg.getvalue().decode()
