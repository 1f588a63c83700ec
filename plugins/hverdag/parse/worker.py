"""Converts half the texts of a large publication in a second process: `python -m hverdag.parse.worker`.

It gets each text with the line it begins on, and returns its clean HTML, or None for a text that `Converter.convert`
must report on. With 1,000 stories, reading takes 1.3 times as long without it.
"""

from .markdown import Converter
from .other_process import answer


def main() -> None:
    """Convert the texts on standard input."""
    converter = Converter()
    answer(lambda texts: (converter.plain_html(text, line) for text, line in texts))


if __name__ == "__main__":
    main()
