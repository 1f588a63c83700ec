"""What stands on the two pages of a workplace's file, as plain data: the Word file is made of nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from ...docx.plain import cut, one_line
from ...model.settings import Settings
from ...model.texts.value import Value
from ...model.uptake.own_agreements import OwnAgreements
from ...model.uptake.slip import form_address, form_host
from ...model.uptake.workplaces import Workplace
from . import room
from .own_receipts import OwnReceipt, OwnReceipts
from .plan_text import PlanWords

LONGEST_NAME = 90
"""Characters that are shown of the name of a workplace, a department or the handbook."""


class ReceivedRow(TypedDict):
    """A row of the table of receipts, a list of paragraphs for each cell."""

    cells: list[list[str]]


class SheetData(TypedDict):
    """Everything on a file, worded."""

    language: str
    title: str
    organisation: str
    handbook: str
    page: str
    of: str
    eyebrow: str
    workplace: str
    about: str
    intro: str
    received: str
    head: list[str]
    rows: list[ReceivedRow]
    after: list[str]
    agreed: str
    agreements: list[str]
    form: str
    form_words: str
    ready: str
    copy: str
    text: str
    ask: str
    choose: str
    values: list[list[str]]
    own: str
    own_head: list[str]
    own_questions: list[str]
    own_height: int


@dataclass(frozen=True)
class SheetWriter:
    """Words the file of each workplace."""

    settings: Settings
    values: Sequence[Value]
    words: PlanWords
    today: date

    def sheet(
        self, workplace: Workplace, department: str, held: OwnReceipts, agreed: OwnAgreements, *, has_sent: bool
    ) -> SheetData:
        """Return the file of one workplace. `has_sent` is True if a receipt or an agreement of it has been received."""
        say, name = self.words.words.say, cut(one_line(workplace.name), LONGEST_NAME)
        handbook = cut(one_line(self.settings.title), LONGEST_NAME)
        data: SheetData = {
            "language": "da-DK" if self.settings.language.value == "da" else "en-GB",
            "title": say("For the business plan: {workplace}", workplace=name),
            "organisation": one_line(self.settings.organisation),
            "handbook": handbook,
            "page": say("Page"),
            "of": say("of"),
            "eyebrow": say("For the business plan"),
            "workplace": name,
            "about": " · ".join(part for part in (cut(one_line(department), LONGEST_NAME), handbook) if part),
            "intro": say(
                "Here is what you have told us about your work with the values, and room for more. The file is "
                "yours: change it as you like."
            ),
            "received": say("What we have received from you"),
            "head": [say("Date"), say("Tool"), say("Participants"), say("What happened?"), say("Next time")],
            "rows": [],
            "after": [],
            "agreed": say("What you have agreed"),
            "agreements": self.words.agreements(agreed),
            "form": form_address(self.settings, workplace=one_line(workplace.name)),
            "form_words": say("Tell us more: {form}", form=form_host(self.settings)),
            "ready": say("Text for the business plan"),
            "copy": say("Copy it into the template that you use, and write on."),
            "text": self.words.text(held, self.today, agreed),
            "ask": say("What the values ask"),
            "choose": say("Take a question or two."),
            "values": [
                [one_line(one.heading), cut(one_line(one.questions[0]), 160)] for one in self.values if one.questions
            ],
            "own": say("In your own words"),
            "own_head": [say("Question"), say("Your words")],
            "own_questions": [say("What have we done?"), say("What came of it?"), say("What do we do next?")],
            "own_height": 0,
        }
        self._receive(data, held, has_sent=has_sent)
        data["values"], data["own_height"] = room.second_page(data["values"])
        return data

    def _receive(self, data: SheetData, held: OwnReceipts, *, has_sent: bool) -> None:
        """Set in the receipts that there is room for, the newest first."""
        left, rows = room.left_for_rows(data), data["rows"]
        for one in held.receipts:
            row = self._row(one)
            left -= room.row_height(row["cells"])
            if left < 0 and rows:
                break
            rows.append(row)
        data["after"] = self.words.after(held, len(rows))
        say = self.words.words.say
        if rows or data["after"]:
            return
        if has_sent:
            data["after"] = [say("We have received no receipts from you yet.")]
        else:
            data["after"] = [
                say("Nothing received yet"),
                say("That says nothing of what you have done: there is room to write it on the next page."),
            ]

    def _row(self, receipt: OwnReceipt) -> ReceivedRow:
        return {
            "cells": [
                [self.words.day(receipt.day)],
                [self.words.tool(receipt), *self.words.together(receipt)],
                ["" if receipt.people is None else str(receipt.people)],
                [self.words.sentence(receipt)],
                [self.words.day(receipt.next) if receipt.next else ""],
            ]
        }
