"""The text of PDFs, for tests that look for words in all of them.

PDFium reads a page in a tenth of the time that pypdf takes. What a PDF consists of, and the place of each letter, is
read by pypdf, in tests/pdf.py.
"""

import re
from collections.abc import Iterator

from pypdfium2 import PdfDocument

_BROKEN = re.compile("[\u00ad\ufffe]\\s*")
"""A soft hyphen, and what PDFium has for one at the end of a line."""


def texts_of_pages(content: bytes) -> Iterator[str]:
    """Yield the text of each page of a PDF. Words are whole, also where a line is broken in one."""
    document = PdfDocument(content)
    try:
        for page in document:
            words = page.get_textpage()
            yield _BROKEN.sub("", words.get_text_range().replace("\r\n", "\n"))
            words.close()
            page.close()
    finally:
        document.close()
