"""Codes of the handbook in a cell: as they are, in a sentence, or in the address behind a QR code."""

import re

ADDRESS = re.compile(r"/f/([^/?#\s]+)", re.IGNORECASE)
"""The short address of a code, with the code as its group."""
CODE = re.compile(r"(?<![\w-])[A-Z]{1,2}\d{2,4}(?:-[A-Z]{1,2}\d{2,4})?(?![\w-])", re.IGNORECASE)
"""A code that is a word of its own."""
