"""The golden publication with an English edition beside the Danish one."""

from .conftest import Publication

SETTINGS = """title: The Mini Handbook
language: en
accessibility: help.md
kinds:
  - id: opgave
    name: A demanding task
    meaning: Something hard.
criteria:
  - id: sand
    name: Genuine
    question: Did it happen?
themes:
  - id: noegler
    name: Keys
    about: Those we are given.
    words: [key, lock]
"""
CONFIG = """site_name: Mini
nav:
  - Values: values/index.md
  - Stories: stories/index.md
not_in_nav: |
  /index.md
  /help.md
"""
VALUE = """---
name: {name}
order: {order}
promise: We keep it.
signs: [We ring.]
questions: [When did you?]
colour: "{colour}"
mark: {mark}
code: {code}
---

It is about the door being locked.
"""
STORY = """---
title: The window
summary: A window stood open.
values: [mod]
kind: opgave
workplace: The school
audience: [everyone]
themes: [Keys]
questions: [Who shuts it?, Who sees it?, Who says so?]
origin: illustrative
state: published
told: 2026-02-01
review_by: 2027-02-01
code: F02
---

The window stood open. I shut it, and went zigzagging home.
"""
INDEX = """# The Mini Handbook

Read [The window](stories/vinduet.md), or go to [Help](help.md).
"""


def with_english(publication: Publication) -> Publication:
    """Write the English files beside the Danish ones: one story of two, both values and two pages."""
    publication.write("values/handbook.en.yml", SETTINGS)
    publication.write("mkdocs.en.yml", CONFIG)
    trust = {"name": "Trust", "order": 1, "colour": "#1d6f74", "mark": "ring", "code": "V01"}
    courage = {"name": "Courage", "order": 2, "colour": "#b3372a", "mark": "triangle", "code": "V02"}
    publication.write("values/tillid.en.md", VALUE.format(**trust))
    publication.write("values/mod.en.md", VALUE.format(**courage))
    publication.write("stories/vinduet.en.md", STORY)
    publication.write("docs/index.en.md", INDEX)
    publication.write("docs/help.en.md", "# Help and questions\n\nAsk us.\n")
    return publication
