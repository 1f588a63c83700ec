"""What is told of a CSV file that somebody hands to a command."""

from .form import error, warning

CSV_SIZE = error(
    "csv-size",
    "The file is {size} kB; at most {limit} kB are read.",
    "Export a shorter period at a time, or only the columns that are needed.",
    """
    A CSV file that is far larger than any form makes. None of it is read.
    """,
)
CSV_KIND = error(
    "csv-kind",
    "The file is no CSV file: it is {kind}.",
    'Open it in a spreadsheet, choose "Save as", and then "CSV UTF-8".',
    """
    A workbook or another file that was handed in as a CSV file, perhaps with another ending. None of it is read.
    """,
)
CSV_EMPTY = error(
    "csv-empty",
    "There are no rows in the file.",
    "Export it again, with the headings in the first row and an answer in each row below.",
    """
    A CSV file without anything below its headings.
    """,
)
CSV_HEADING = error(
    "csv-heading",
    "There is no column for: {names}.",
    "The headings of all columns are: {headings}. Write those that are missing in the row of headings.",
    """
    A CSV file that lacks a column, or has another heading for it. Capital letters, spaces and signs make no difference.
    """,
)
CSV_TWICE = error(
    "csv-heading-twice",
    'Two columns are called "{given}", or something that means the same.',
    "Delete the one that is not needed.",
    """
    A CSV file with two columns for the same thing. Nobody knows which of them is meant.
    """,
)
CSV_QUOTE = error(
    "csv-quote",
    "A quotation mark in this row is not closed, or something comes after it.",
    "Delete the quotation mark at the beginning of the cell, or write one at its end.",
    """
    A cell that begins with a quotation mark goes on until the next one, over several lines if need be. The rows below
    it cannot be read, so nothing is read.
    """,
)
CSV_CELLS = error(
    "csv-cells",
    "The row has {number} cells, and there are {wanted} headings.",
    "Write what belongs together in one cell, and leave a cell empty where there is nothing to write.",
    """
    A row of a CSV file with too few or too many cells. Often there is a line break in a text, or a semicolon, and no
    quotation marks around it.
    """,
)
CSV_CELL = error(
    "csv-cell-missing",
    'The cell "{heading}" is empty.',
    "Fill it in.",
    """
    A row of a CSV file without something that it must have.
    """,
)
CSV_DAY = error(
    "csv-day",
    '"{given}" under "{heading}" is not a date.',
    "Write the day, the month and the year, such as 03/04/2026.",
    """
    A date in a CSV file that cannot be read. The day always comes first: 3/4/26 is 3 April 2026.
    """,
)
CSV_MONTH_FIRST = error(
    "csv-month-first",
    'The month seems to come first in the dates under "{heading}", as in "{given}".',
    "Write all dates of the column with the day first, such as 03/04/2026 or 2026-04-03.",
    """
    A column of dates in which one can only be read with the month first. Then 3/4/26 may be 4 March as well as
    3 April, so none of them is read.
    """,
)
CSV_NUMBER = error(
    "csv-number",
    '"{given}" under "{heading}" is not a whole number.',
    "Write it in figures, such as 8.",
    """
    A number in a CSV file that cannot be read. `8`, `8,0`, `8 people` and `ca. 8` are all read as 8.
    """,
)
CSV_FORMULA = warning(
    "csv-formula",
    'The cell under "{heading}" is a formula. It was read as plain text, and nothing was calculated.',
    "Write the text itself in the cell.",
    """
    A cell of a CSV file that a spreadsheet would calculate, or take as a command. It is never more than text here.
    """,
)
CSV_PERSONAL = warning(
    "csv-personal",
    'The column "{heading}" holds personal numbers or email addresses, so it was left out.',
    "Write what belongs in the column instead, if it is needed.",
    """
    A column of a CSV file with what says who somebody is. None of it is kept.
    """,
)

RULES = (
    CSV_SIZE,
    CSV_KIND,
    CSV_EMPTY,
    CSV_HEADING,
    CSV_TWICE,
    CSV_QUOTE,
    CSV_CELLS,
    CSV_CELL,
    CSV_DAY,
    CSV_MONTH_FIRST,
    CSV_NUMBER,
    CSV_FORMULA,
    CSV_PERSONAL,
)
