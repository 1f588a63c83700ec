"""The privacy check: searches the sources and the finished site for personal data before anything is published."""

from .redact import harmless, harmless_lines, without_people
from .scan_site import SiteScan
from .scan_sources import Guard, Sources

__all__ = ["Guard", "SiteScan", "Sources", "harmless", "harmless_lines", "without_people"]
