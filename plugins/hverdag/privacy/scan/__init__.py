"""The privacy check: searches the sources for personal data before anything is published, and, in scan_site.py, the
finished site: a check that finds nothing changed has none, and does without what reads its files."""

from .redact import harmless, harmless_lines, without_people
from .scan_sources import Guard, Sources

__all__ = ["Guard", "Sources", "harmless", "harmless_lines", "without_people"]
