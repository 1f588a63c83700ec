"""The privacy check: everything that was written, and everything that was made of it, before anyone can read it."""

from .redact import harmless, harmless_lines
from .scan_site import look_over
from .scan_sources import Guard, Sources

__all__ = ["Guard", "Sources", "harmless", "harmless_lines", "look_over"]
