"""Hand-written pages, which MkDocs sets. What they hold is looked over here, before anything is built: what could run
in a reader's browser, and what a forge would show otherwise."""

from .reader import PageReader, markup_in_fields

__all__ = ["PageReader", "markup_in_fields"]
