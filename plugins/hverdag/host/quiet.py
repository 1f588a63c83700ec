"""What MkDocs writes to the terminal or a log holds names and texts of others: personal numbers in it are covered."""

import logging

from ..privacy import masked

_PLAIN = logging.Formatter()


class Cover(logging.Filter):
    """Covers personal numbers in a message, and in the trace of a fault."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Cover, and let pass."""
        record.msg, record.args = masked(record.getMessage()), ()
        if record.exc_info:
            record.exc_text = masked(_PLAIN.formatException(record.exc_info))
        return True


def cover_logs() -> None:
    """Have everything that MkDocs says covered, wherever it is written: on its own handlers, or on Python's last."""
    handlers = [*logging.getLogger("mkdocs").handlers, *logging.getLogger().handlers, logging.lastResort]
    for handler in handlers:
        if handler is not None and not any(isinstance(one, Cover) for one in handler.filters):
            handler.addFilter(Cover())
