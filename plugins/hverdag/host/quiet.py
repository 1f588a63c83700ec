"""Covers personal numbers in what MkDocs writes to the terminal or a log: its messages quote contributed texts."""

import logging

from ..privacy import masked
from .faults import is_macro_error

_PLAIN = logging.Formatter()


class Cover(logging.Filter):
    """Covers personal numbers in a message, and in the trace of a fault."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Cover personal numbers in the record, and let it pass, unless it is a trace that is told in words."""
        record.msg, record.args = masked(record.getMessage()), ()
        if record.exc_info:
            record.exc_text = masked(_PLAIN.formatException(record.exc_info))
        return not is_macro_error(str(record.msg))


def cover_logs() -> None:
    """Attach the redaction filter to MkDocs' handlers, the root logger's and logging.lastResort."""
    handlers = [*logging.getLogger("mkdocs").handlers, *logging.getLogger().handlers, logging.lastResort]
    for handler in handlers:
        if handler is not None and not any(isinstance(one, Cover) for one in handler.filters):
            handler.addFilter(Cover())
