"""What a web server is told about the handbook, whichever server it is: types, headers, and how long what may be kept.

Two kinds of files may be kept. Style sheets and scripts have a digest of their content in their names, so they are kept
for a year and never asked for again; fonts are kept for a week. None of them tells of anybody. Everything else may tell
of a story that is withdrawn tomorrow: a browser asks every time whether it is still so, and what stands between it and
the server, and serves many, keeps none of it.
"""

from ..model.digest_name import LENGTH, LETTERS
from ..model.frame_choice import FrameChoice

KEPT = "public, max-age=31536000, immutable"
KEPT_A_WEEK = "public, max-age=604800"
ASKED_EACH_TIME = "private, no-cache"

WITH_DIGEST = rf"/assets/(hverdag/[^/]+\.[{LETTERS}]{{{LENGTH}}}|stylesheets/[^/]+\.[0-9a-f]{{8}}\.min)\.(css|js|svg)$"
"""The paths of files whose names tell their contents, and tell of nobody: data of stories lie in folders below."""
FONTS = r"/assets/fonts/[^/]+\.woff2$"
NOT_FOR_READERS = r"/\.(?!well-known/)|/edition\.json$"
"""The paths of what only programs read: the marker of a release, the rules of a server, and the manifest."""

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
"""Nothing that is written into a page runs or decides how it looks; nothing comes from another computer. verify/ sees
to it that no finished page needs more."""

_IN_SITE = {"script-src": "'self' 'unsafe-inline'", "style-src": "'self' 'unsafe-inline'", "frame-src": "'self'"}
"""What a theme needs besides: it writes scripts and styles into its pages. Nothing comes from another computer."""

_ONLY_SENT = ("frame-ancestors",)
"""What browsers heed from a server alone."""


def policy(frame: FrameChoice, *, is_sent: bool = True) -> str:
    """Return what browsers let the pages in a frame do, as a Content-Security-Policy: one that the server sends, or one
    that stands in each page."""
    given = {**_POLICY, **(_IN_SITE if frame is FrameChoice.SITE else {})}
    return "; ".join(f"{name} {value}" for name, value in given.items() if is_sent or name not in _ONLY_SENT)


def headers(frame: FrameChoice) -> dict[str, str]:
    """Return the headers that a server sends with the pages in a frame."""
    return {
        "Content-Security-Policy": policy(frame),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "xml": "text/xml",
    "txt": "text/plain",
    "csv": "text/csv",
    "ics": "text/calendar",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "mp4": "video/mp4",
    "zip": "application/zip",
}
"""The types of files, by their endings: a server that does not know one hands it over as something to save."""

TEXT = ("text/html", "text/css", "text/javascript", "text/xml", "text/plain", "text/calendar")
PACKED = (*TEXT, "application/json", "image/svg+xml")
"""The types that are packed on their way."""
