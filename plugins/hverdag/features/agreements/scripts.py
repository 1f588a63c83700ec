"""The scripts of the pages of guides, with which a leader writes down what was agreed."""

FILES = (
    "agreements-days.js",
    "agreements-csv.js",
    "agreements-calendar.js",
    "agreements-list.js",
    "agreements-parts.js",
    "agreements.js",
)
"""The scripts of the pages of guides after the one with the words, in the order that they need each other."""
WORDS = "agreements-words.js"
