"""The privacy check: searches the sources and the finished site for personal data before anything is published."""

from .redact import harmless, harmless_lines, without_people
from .scan_site import look_over
from .scan_sources import Guard, Sources

__all__ = ["Guard", "Sources", "harmless", "harmless_lines", "look_over", "without_people"]
