"""What reading refuses in files as such."""

from .form import error

UNREADABLE = error(
    "file-unreadable",
    "The file cannot be read.",
    "Ask whoever runs the handbook to look at the file's rights.",
    """
    A file that the computer will not let Hverdag read.
    """,
)
TOO_LARGE = error(
    "file-size",
    "The file is {size} kB; at most {limit} kB can be read.",
    "Make the text shorter, or divide it.",
    """
    A text file that is far larger than any story. It is not read, because it would hold up all the others.
    """,
)
ENCODING = error(
    "file-encoding",
    'The file is not UTF-8: byte {byte} cannot be read ("{letter}" in the old Windows encoding).',
    "Save the file again and choose UTF-8 as its encoding.",
    """
    A file saved in an old encoding. Letters with accents and curly quotation marks would come out wrong.
    """,
)
CHARACTER = error(
    "file-characters",
    "The file holds an invisible control character ({code}).",
    "Delete the character; typing the line anew is often easiest.",
    """
    An invisible character that can turn text around or stop printing.
    """,
)
